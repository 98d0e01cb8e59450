"""The reporting clauses of an English sentence: a cue, and who speaks.

A clause is ``finite`` ("X said"), ``gerund`` (", adding that"), ``source`` ("according to X") or
``quoted`` ("was quoted as saying").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from consistency.attribution.english.source import is_governed, read_source
from consistency.attribution.english.subject import titled_start
from consistency.attribution.line import BODIES, NAMED, Found, Line
from consistency.attribution.saying import Source

_REACH = 40


@dataclass(frozen=True)
class Clause:
    """One reporting clause: its items ``[start, end)``; ``source`` None means the subject goes on."""

    kind: str
    cue: Found
    start: int
    end: int
    source: Source | None
    inverted: bool = False
    via: str | None = None
    stop: int | None = None
    """The item at which what it reports ends, where that is not the next clause."""

    @property
    def takes(self) -> frozenset[str]:
        return frozenset(self.cue.mention.features.get("takes", "").split())


def find_clauses(line: Line) -> list[Clause]:
    """Every reporting clause of a line, in text order."""
    found: list[Clause] = []
    for cue in _cues(line):
        if found and cue.first < found[-1].end:
            continue
        clause = _clause(line, cue, found[-1].end if found else 0)
        if clause is not None:
            found.append(clause)
    return found


def _cues(line: Line) -> Iterator[Found]:
    seen = -1
    for cue in line.found:
        if cue.mention.type == "cue" and cue.first >= seen and not _part_of_name(line, cue):
            seen = cue.last
            yield cue


def _part_of_name(line: Line, cue: Found) -> bool:
    return any(f.first <= cue.first and cue.last <= f.last and f.last - f.first > cue.last - cue.first for f in line.found
               if f.mention.type in NAMED)  # fmt: skip


def _clause(line: Line, cue: Found, floor: int) -> Clause | None:
    features = cue.mention.features
    if features.get("form") == "preposition":
        return _according(line, cue)
    if features.get("class") == "quoted":
        return _quoted(line, cue, floor)
    auxiliaries, left = _verb_group(line, cue, floor)
    if features.get("tense") == "gerund" and not auxiliaries & {"be"}:
        return _gerund(line, cue, floor)
    if _unsaid(line, cue, left, auxiliaries):
        return None
    return _finite(line, cue, left, floor)


def _verb_group(line: Line, cue: Found, floor: int) -> tuple[frozenset[str], int]:
    """The auxiliary classes before a cue, and the place where adverbs and auxiliaries begin."""
    kinds, i = set(), cue.first
    while i > floor:
        date = line.ending(i, "date")
        if date and date.first > floor:
            i = date.first - (1 if line.isa(date.first - 1, "prepositions") else 0)
            continue
        kind = next((k for k in ("not", "negated_verbs", "be", "have", "modals", "do") if line.isa(i - 1, k)), None)
        if kind:
            kinds.add("not" if kind == "negated_verbs" else kind)
        elif not line.isa(i - 1, "adverbs"):
            break
        i -= 1
    return frozenset(kinds), i


def _unsaid(line: Line, cue: Found, left: int, auxiliaries: frozenset[str]) -> bool:
    """Whether the verb is negated, passive, or still to come ("refused to say", "was told", "will announce")."""
    tense = cue.mention.features.get("tense")
    if auxiliaries & {"not", "modals"} or line.isa(cue.last, "by"):
        return True
    if "be" in auxiliaries and tense != "gerund":
        return cue.mention.features.get("pos") == "verb"
    if line.isa(left - 1, "to"):
        return not line.isa(left - 2, "to_lead")
    return tense == "base" and "do" in auxiliaries


def _finite(line: Line, cue: Found, left: int, floor: int) -> Clause | None:
    before = left - 1
    if before >= floor and line.isa(before, "conjunctions"):
        lead = before - 1 if before > 0 and line.items[before - 1].comma else before
        return Clause("finite", cue, lead, cue.last, None) if _is_past(cue) or is_strong(line, cue) else None
    if before >= floor and (line.isa(before, "relative") or line.isa(before, "subordinators")):
        return _relative(line, cue, before, floor)
    if (
        before >= floor
        and cue.mention.features.get("noun") == "yes"
        and line.isa(before, "prepositions", "determiners")
    ):
        return None
    region = _left_source(line, left, floor) if before >= floor and line.items[before].quote is None else None
    if region is not None:
        source = read_source(line, *region)
        if source and _agrees(line, cue, source):
            return Clause("finite", cue, region[0], cue.last, source)
    return _inverted(line, cue, left, floor)


def _is_past(cue: Found) -> bool:
    return cue.mention.features.get("tense") in ("past", "participle")


def is_strong(line: Line, cue: Found) -> bool:
    """Whether what follows can only be reported speech: that, a quotation, a colon, "to" plus verb."""
    at = cue.last
    if at >= len(line.items):
        return False
    if line.items[at].quote is not None or line.items[at].norm == ":" or line.isa(at, "that"):
        return True
    takes = cue.mention.features.get("takes", "").split()
    return (line.isa(at, "to") and "inf" in takes) or (line.isa(at, "prepositions") and line.items[at].norm in takes)


def _agrees(line: Line, cue: Found, source: Source) -> bool:
    """Whether the form of the verb can go with its subject, and is no noun («Iraqi claims»)."""
    features = cue.mention.features
    if _is_past(cue) or features.get("tense") == "gerund" or features.get("form") != "verb":
        return True
    if features.get("tense") == "base":
        if features.get("noun") == "yes" and not is_strong(line, cue):
            return False
        return source.kind in ("group", "body") or source.head in line.words["they"] | line.words["first_person"]
    return (
        features.get("noun") != "yes"
        or is_strong(line, cue)
        or source.kind in ("pronoun", "person", "document")
        or source.body is not None
    )


def _relative(line: Line, cue: Found, at: int, floor: int) -> Clause | None:
    """X, who has said that …: the speaker is the noun before the relative pronoun."""
    end = at - 1 if at > 0 and line.items[at - 1].comma else at
    region = _left_source(line, end, floor) if end > floor else None
    source = read_source(line, *region) if region else None
    return Clause("relative", cue, at, cue.last, source) if source and source.kind != "pronoun" else None


def _left_source(line: Line, end: int, floor: int) -> tuple[int, int] | None:
    """The items of the noun phrase that ends at ``end``, appositions included."""
    if line.items[end - 1].norm == ")":
        opening = next((i for i in range(end - 2, floor - 1, -1) if line.items[i].norm == "("), None)
        return _left_source(line, opening, floor) if opening is not None and opening > floor else None
    if line.items[end - 1].comma or line.isa(end - 1, "dashes"):
        return _apposed(line, end, floor)
    start = _segment(line, end, floor)
    return _clean(line, start, end)


def _segment(line: Line, end: int, floor: int) -> int:
    """Where the run of words before ``end`` starts: after a comma, a colon, a dash or a quotation."""
    for i in range(end - 1, max(floor, end - _REACH) - 1, -1):
        item = line.items[i]
        if item.quote or item.comma or item.norm in (";", ":", "(", ")", "…") or line.isa(i, "dashes"):
            return i + 1
    return floor


def _clean(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase at the end of a run of words that may begin with another clause."""
    for i in range(end - 1, start - 1, -1):
        if line.isa(i, "subordinators", "contrast") or (
            line.isa(i, "conjunctions") and not _coordinates(line, start, i)
        ):
            start = i + 1
            break
        if line.isa(i, "be", "modals", "have", "do", "negated_verbs"):
            return None
    return _after_lead(line, start, end)


def _coordinates(line: Line, start: int, at: int) -> bool:
    """Whether "and" joins two names or titles, not two clauses."""
    return at > start and (line.ending(at, *NAMED) is not None or line.isa(at - 1, "humans") or line.capital(at - 1))


def _after_lead(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The phrase without a leading "In Baghdad" or "On Monday"."""
    if line.isa(start, "to"):
        return None
    if line.isa(start, "prepositions"):
        lead = next(
            (
                f
                for f in line.found
                if start < f.first <= start + 2 and f.mention.type in ("place", "date") and f.last < end
            ),
            None,
        )
        return _at_the_end(line, start, end) if lead is None else (lead.last, end)
    date = line.starting(start, "date")
    return (date.last, end) if date and date.last < end else (start, end)


def _at_the_end(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The pronoun or name that closes a phrase with a preposition of unknown length ("In the end he", "As X")."""
    if line.isa(end - 1, "he", "they", "it", "first_person"):
        return end - 1, end
    person = line.ending(end, "person")
    if person and person.first > start and not is_governed(line, start + 1, person):
        return titled_start(line, person.first), end
    return (start + 1, end) if line.isa(start, "as") and start + 1 < end else None


def _apposed(line: Line, end: int, floor: int) -> tuple[int, int] | None:
    """X, the Y spokesman, (said): from X to the closing comma."""
    limit = end - 1
    for _ in range(4):
        start = _segment(line, limit, floor)
        if start <= floor or not (line.items[start - 1].comma or line.isa(start - 1, "dashes")):
            return None
        if limit == end - 1 and not _apposition(line, start, limit):
            return None
        limit = start - 1
        left = _segment(line, limit, floor)
        region = _clean(line, left, limit) if left < limit else None
        if region and (source := read_source(line, *region)) and source.kind != "pronoun":
            return region[0], end
    return None


def _apposition(line: Line, start: int, end: int) -> bool:
    """Whether a run of words between commas can describe a person: a title, an age, who …"""
    if start >= end:
        return False
    if line.isa(start, "relative", "prepositions", "definite", "new", "speaking") or line.items[start].norm.isdigit():
        return True
    return any(line.isa(i, "humans") for i in range(start, end)) or bool(
        line.within(start, end, "title", "rank", "office", "person", *BODIES)
    )


def _inverted(line: Line, cue: Found, left: int, floor: int) -> Clause | None:
    """ "…," said X, the Y spokesman."""
    before = left - 1
    opens = (
        before < floor
        or line.items[before].quote is not None
        or line.items[before].comma
        or line.isa(before, "dashes")
        or line.items[before].norm in ("?", "!", "…")
    )
    region = right_phrase(line, cue.last) if opens and cue.mention.features.get("tense") != "base" else None
    source = read_source(line, *region) if region else None
    if source is None or region is None or line.isa(region[1], "be", "modals", "have", "do"):
        return None
    if source.kind == "pronoun" and not (
        before >= floor and any(line.items[i].quote for i in (before, before - 1) if i >= 0)
    ):
        return None
    return Clause("finite", cue, left, region[1], source, inverted=True)


def right_phrase(line: Line, at: int) -> tuple[int, int] | None:
    """The noun phrase that begins at an item, with the appositions after it."""
    start, end = at, _phrase_end(line, at)
    while end < len(line.items) and line.items[end].comma:
        stop = _phrase_end(line, end + 1)
        if stop <= end + 1 or not _described(line, end + 1, stop):
            break
        end = stop
    return (start, end) if end > start else None


def _described(line: Line, start: int, end: int) -> bool:
    """Whether a run of words between two commas describes the person before it: "the Y spokesman"."""
    if end < len(line.items) and not (
        line.items[end].comma or line.items[end].stop or line.starting(end, "cue", "date")
    ):
        return False
    if line.isa(start, "conjunctions", "prepositions", "contrast", "trailers"):
        return False
    titled = line.within(start, end, "title", "rank", "office", "person")
    return bool(titled) or any(line.isa(i, "humans") for i in range(start, end))


def _phrase_end(line: Line, at: int) -> int:
    for i in range(at, len(line.items)):
        item = line.items[i]
        if (
            item.quote
            or item.comma
            or item.stop
            or item.norm in (":", ";", "(")
            or (line.isa(i, "relative", "subordinators", "contrast", "he", "they", "be", "modals") and i > at)
        ):
            return i
        if i > at and (line.starting(i, "cue", "date") or _adjunct(line, i)):
            return i
    return len(line.items)


def _adjunct(line: Line, i: int) -> bool:
    """Whether a preposition at ``i`` leads away from the name: on Monday, in a statement, during talks."""
    if not line.isa(i, "prepositions") or line.items[i].norm in ("of", "for", "to"):
        return False
    if line.isa(i, "by") and line.isa(i - 1, "documents", "issued"):
        return False
    return not (line.items[i].norm in ("in", "at") and line.starting(i + 1, "place", *BODIES))


def _gerund(line: Line, cue: Found, floor: int) -> Clause | None:
    before = cue.first - 1
    while before >= floor and line.isa(before, "adverbs"):
        before -= 1
    if before >= floor and line.isa(before, "no_gerund"):
        return None
    if (
        before < floor
        or line.items[before].quote
        or line.items[before].comma
        or line.isa(before, "gerund_leads", "documents", "dashes")
    ):
        start = before if before >= floor and line.isa(before, "gerund_leads") else before + 1
        return Clause("gerund", cue, start, cue.last, None)
    return Clause("gerund", cue, cue.first, cue.last, None) if is_strong(line, cue) and before > floor else None


def _according(line: Line, cue: Found) -> Clause | None:
    region = right_phrase(line, cue.last)
    source = read_source(line, *region) if region else None
    return Clause("source", cue, cue.first, region[1], source) if source and region else None


def _quoted(line: Line, cue: Found, floor: int) -> Clause | None:
    """X was quoted (by Y) as saying, or Y quoted X as saying."""
    verb = next(
        (i for i in range(cue.first - 1, max(floor, cue.first - _REACH) - 1, -1) if line.isa(i, "quoting")), None
    )
    if verb is None:
        return _quoted_finite(line, cue, cue.first, floor)
    if line.isa(verb - 1, "be") or line.isa(verb - 2, "be"):
        clause = _quoted_finite(line, cue, verb, floor)
        carrier = line.text(verb + 2, cue.first) if line.isa(verb + 1, "by") else ""
        return replace(clause, end=cue.last, via=carrier or None) if clause else None
    source = read_source(line, verb + 1, cue.first)
    region = _left_source(line, _verb_start(line, verb, floor), floor) if verb > floor else None
    if source is None:
        return None
    start = region[0] if region else verb
    return Clause("quoted", cue, start, cue.last, source, via=line.text(*region) if region else None)


def _verb_start(line: Line, at: int, floor: int) -> int:
    while at > floor + 1 and line.isa(at - 1, "adverbs", "have", "be"):
        at -= 1
    return at


def _quoted_finite(line: Line, cue: Found, verb: int, floor: int) -> Clause | None:
    end = _verb_start(line, verb, floor)
    region = _left_source(line, end, floor) if end > floor else None
    source = read_source(line, *region) if region else None
    return Clause("quoted", cue, region[0], cue.last, source) if source and region else None
