"""The reporting clauses of an English sentence, found by their cues."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.attribution.english.clause import Clause
from consistency.attribution.english.left import Region, left_region
from consistency.attribution.english.relays import according, behind, quoted
from consistency.attribution.english.right import right_region
from consistency.attribution.english.source import read_source, somebody
from consistency.attribution.english.verbs import agrees, is_past, is_strong, tense, unsaid, verb_group
from consistency.attribution.line import NAMED, Found, Line
from consistency.attribution.saying import Source

_WITH_REACH, _NAME_AHEAD = 12, 5
_GERUND = "ing"
_ASKING = frozenset({"ask", "demand"})
_DENYING = frozenset({"reject", "deny"})
_UNINVERTED = frozenset({"reject", "deny", "demand", "praise", "blame", "describe", "pledge", "agree", "show"})
"""Classes of verbs that stand before no subject of their own ("…, rejected Kabul")."""


def find_clauses(line: Line, floor: int = 0) -> list[Clause]:
    """Every reporting clause of a line from item ``floor`` on, in text order."""
    found: list[Clause] = []
    for cue in _cues(line):
        before = found[-1] if found else None
        at = before.end if before else floor
        if cue.first < at or (before and cue.first == at and cue.mention.features.get("noun") == "yes"):
            continue  # "rejected claims that …"
        past = at + 2 if before and before.manner in _DENYING and line.isa(at, "as") else at
        clause = _clause(line, cue, min(past, cue.first)) or _resumed(line, cue, before)
        if clause is not None and not _about_itself(line, clause):
            found.append(behind(line, clause, at))
    return found


def _cues(line: Line) -> Iterator[Found]:
    seen = -1
    for cue in line.found:
        if cue.mention.type == "cue" and cue.first >= seen and not _part_of_name(line, cue):
            seen = cue.last
            yield cue


def _about_itself(line: Line, clause: Clause) -> bool:
    """Whether a source only asks not to be named ("asked for her name to be withheld")."""
    ahead = range(clause.end, min(clause.end + _NAME_AHEAD, len(line.items)))
    return clause.manner in _ASKING and any(line.isa(i, "withheld") for i in ahead)


def _part_of_name(line: Line, cue: Found) -> bool:
    return any(f.first <= cue.first and cue.last <= f.last and f.last - f.first > cue.last - cue.first for f in line.found
               if f.mention.type in NAMED)  # fmt: skip


def _clause(line: Line, cue: Found, floor: int) -> Clause | None:
    features = cue.mention.features
    if features.get("form") == "preposition":
        return according(line, cue)
    if features.get("class") == "quoted":
        return quoted(line, cue, floor)
    group = verb_group(line, cue, floor)
    if tense(cue) == "gerund" and not group.kinds & {"be"}:
        return _gerund(line, cue, floor)
    return None if unsaid(line, cue, group) else _finite(line, cue, group.left, floor)


def _resumed(line: Line, cue: Found, before: Clause | None) -> Clause | None:
    """X, who has said …, now denies: the verb after the comma that closes the relative clause."""
    if before is None or before.kind != "relative" or tense(cue) == "gerund":
        return None
    group = verb_group(line, cue, before.end)
    if unsaid(line, cue, group) or not line.items[group.left - 1].comma:
        return None
    return Clause("finite", cue, group.left, cue.last, before.source)


# --- by verb -------------------------------------------------------------------------------


def _finite(line: Line, cue: Found, left: int, floor: int) -> Clause | None:
    led, left = left, _over_lead(line, left, floor)
    before = left - 1
    if before >= floor and is_past(cue) and (_owned(line, before, cue.last) or _qualifies(line, cue)):
        return None
    if before >= floor and line.isa(before, "conjunctions"):
        lead = before - 1 if before > 0 and line.items[before - 1].comma else before
        return Clause("finite", cue, lead, cue.last, None) if is_past(cue) or is_strong(line, cue) else None
    if before >= floor and line.isa(before, "relative", "which", "subordinators"):
        return _relative(line, cue, before, floor)
    if (
        before >= floor
        and cue.mention.features.get("noun") == "yes"
        and line.isa(before, "prepositions", "determiners")
    ):
        return None
    region = left_region(line, left, floor) if before >= floor else None
    if region is not None:
        source = read_source(line, *region) or _unknown(line, cue, region)
        if source and (left < led or agrees(line, cue, source)):
            return Clause("finite", cue, region[0], cue.last, source)
    return _inverted(line, cue, left, floor)


def _owned(line: Line, at: int, after: int) -> bool:
    """Whether a participle stands between an owner and a bare noun ("the president's announced wish")."""
    word = line.items[at].norm
    pronoun = word[:-2] in line.words["he"] | line.words["they"] | line.words["it"]
    bare = after < len(line.items) and line.items[after].text.islower() and line.items[after].quote is None
    owner = word.endswith(("'s", "s'")) and not pronoun
    return owner and bare and not line.isa(after, "determiners", "that", "prepositions")


def _qualifies(line: Line, cue: Found) -> bool:
    """Whether a participle only says more of a noun whose verb follows ("a platform determined in the talks will stay")."""
    at = cue.last + line.isa(cue.last, "prepositions")
    if at > cue.last:
        at += line.isa(at, "articles") + 1
    return line.isa(at, "modals") and all(line.items[i].word for i in range(cue.last, at))


def _over_lead(line: Line, left: int, floor: int) -> int:
    """The verb that leads in another one ("went on to accuse", "began to complain"), else the verb itself."""
    if left - 2 <= floor or not line.isa(left - 1, "to") or not line.isa(left - 2, "to_lead"):
        return left
    return left - 2 - line.isa(left - 2, "up_to")


def _unknown(line: Line, cue: Found, region: Region) -> Source | None:
    """The subject of a verb of saying proper, whatever noun it is: only somebody can say something."""
    return somebody(line, *region) if cue.mention.features.get("whoever") == "yes" else None


def _relative(line: Line, cue: Found, at: int, floor: int) -> Clause | None:
    """X, who has said that …: the speaker is the noun before the relative pronoun."""
    end = at - 1 if at > 0 and line.items[at - 1].comma else at
    region = left_region(line, end, floor) if end > floor else None
    source = read_source(line, *region) if region else None
    return Clause("relative", cue, at, cue.last, source) if source and source.kind != "pronoun" else None


def _inverted(line: Line, cue: Found, left: int, floor: int) -> Clause | None:
    """ "…," said X, the Y spokesman."""
    if (
        tense(cue) == "base"
        or cue.mention.features.get("class") in _UNINVERTED
        or not _set_apart(line, left - 1, floor)
        or (left - 1 < floor and cue.mention.features.get("noun") == "yes" and not is_past(cue))
    ):
        return None
    region = right_region(line, cue.last)
    source = read_source(line, *region) if region else None
    if source is None or region is None or line.isa(region[1], "be", "modals", "have", "do"):
        return None
    quoted_before = _after_quotation(line, left, floor)
    if (source.kind == "pronoun" or cue.mention.features.get("class") == "ask") and not quoted_before:
        return None
    return Clause("finite", cue, left, region[1], source, inverted=True)


def _set_apart(line: Line, before: int, floor: int) -> bool:
    """Whether a verb after this item stands apart from what is before it: at the start, after a mark or a quotation."""
    if before < floor:
        return True
    item = line.items[before]
    return bool(item.quote or item.comma or line.isa(before, "dashes") or item.norm in ("?", "!", "…"))


def _after_quotation(line: Line, left: int, floor: int) -> bool:
    return left > floor and any(line.items[i].quote for i in (left - 1, left - 2) if i >= 0)


def _accompanied(line: Line, cue: Found, floor: int) -> Clause | None:
    """ ", with the minister telling parliament that": a speaker of its own after "with"."""
    ahead = range(cue.first - 2, max(floor, cue.first - _WITH_REACH), -1)
    at = next((i for i in ahead if line.items[i].norm == "with" or not line.items[i].word), None)
    if at is None or not line.isa(at, "accompanied") or not line.items[at - 1].comma:
        return None
    source = read_source(line, at + 1, cue.first)
    return Clause("gerund", cue, at, cue.last, source) if source and source.kind != "pronoun" else None


def _in_list(line: Line, cue: Found, floor: int) -> bool:
    """Whether a gerund is one of several that are named ("a training, advising and assisting role")."""
    after = cue.last
    while after < len(line.items) and (line.items[after].comma or line.isa(after, "conjunctions")):
        after += 1
    before = cue.first - 2
    joined = before >= floor and line.isa(cue.first - 1, "conjunctions") and line.items[before].norm.endswith(_GERUND)
    return joined or (cue.last < after < len(line.items) and line.items[after].norm.endswith(_GERUND))


def _gerund(line: Line, cue: Found, floor: int) -> Clause | None:
    before = cue.first - 1
    while before >= floor and line.isa(before, "adverbs"):
        before -= 1
    accompanied = _accompanied(line, cue, floor)
    if accompanied is not None:
        return accompanied
    if before >= floor and line.isa(before, "no_gerund"):
        return None
    if line.isa(cue.first, "speaking") and line.isa(cue.last, "prepositions"):
        return None  # "X, reporting from Tripoli, said"
    if _in_list(line, cue, floor):
        return None
    free = before < floor or line.items[before].quote or line.items[before].comma
    if free or line.isa(before, "gerund_leads", "documents", "dashes"):
        start = before if before >= floor and line.isa(before, "gerund_leads") else before + 1
        return Clause("gerund", cue, start, cue.last, None)
    strong = is_strong(line, cue) or cue.mention.features.get("whoever") == "yes"
    return Clause("gerund", cue, cue.first, cue.last, None) if strong and before > floor else None
