"""The reporting clauses of an Arabic sentence: a cue, who speaks, and where what he says begins.

``kind``: "verb" («قال فلان إن»), "participle" («مضيفاً أن»), "after" (what was said stands before: «…، قال فلان»,
«…، بحسب فلان»), "before" («وبحسب فلان، فإن …»).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from consistency.attribution.arabic.marker import Marker, find_marker
from consistency.attribution.arabic.source import grow_source, phrase_end, read_source
from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source

_LEFT_HEADS = ("person", "title", "rank", "courtesy", "office", "source", "government", "force", "body", "media", "institution",
               "place", "group", "document", "body_word", "unit")  # fmt: skip
_REACH_LEFT = 30
_PRESENT_AT_START = ("verb",)


@dataclass(frozen=True)
class Clause:
    """One reporting clause, items ``[start, end)``; its content begins at ``content`` (None: it stands before)."""

    kind: str
    cue: Found
    start: int
    end: int
    source: Source | None
    content: int | None
    via: str | None = None
    nested: bool = False
    relative: bool = False

    @property
    def manner(self) -> str:
        """The class of the cue: speech, deny, demand, …"""
        return self.cue.mention.features.get("class", "")


def find_clauses(line: Line, title: bool = False) -> list[Clause]:
    """Every reporting clause of a line, in text order."""
    cues = list(_cues(line, title))
    found: list[Clause] = []
    used = 0
    for n, cue in enumerate(cues):
        if cue.first < used:
            continue
        limit = next((c.first for c in cues[n + 1 :] if c.first >= cue.last and not _inside(line, c)), len(line.items))
        clause = _clause(line, cue, found[-1].end if found else 0, limit)
        if clause is not None:
            found.append(clause)
            used = clause.end
    return found


def _cues(line: Line, title: bool) -> Iterator[Found]:
    seen = 0
    for found in line.found:
        if found.mention.type == "cue" and found.first >= seen and _reports(line, found, title):
            seen = found.last
            yield found


def _inside(line: Line, cue: Found) -> bool:
    """Whether a cue stands in a relative clause («اللذان رفضا الكشف …»)."""
    return line.isa(cue.first - 1, "relative")


# --- is it a reporting word here? ----------------------------------------------------------


def _reports(line: Line, cue: Found, title: bool) -> bool:
    features, clitics = cue.mention.features, cue.mention.proclitics
    if any(
        f.first <= cue.first and cue.last <= f.last and f.mention.type in ("person", "title", "office", "media", "body")
        for f in line.at(cue.first)
    ):
        return False
    part = features.get("pos")
    if part in ("preposition", "noun"):
        return True
    if part == "adjective":
        return _participle(line, cue)
    return not features.get("article") and not set(clitics) & set("بلكس") and _verbal(line, cue, title)


def _participle(line: Line, cue: Found) -> bool:
    """An accusative or agreeing participle that goes on with the speaker («مضيفاً»، «مؤكدة»)."""
    if cue.mention.features.get("article") or set(cue.mention.proclitics) - {"و"} or cue.mention.enclitic:
        return False
    accusative = line.items[cue.first].norm.endswith(("ا", "ه", "ين", "ان", "ون", "اء"))
    return accusative and not line.isa(cue.first - 1, "prepositions")


def _verbal(line: Line, cue: Found, title: bool) -> bool:
    """Whether a form that may be a noun too stands where a verb does, and tells of something said."""
    features, before = cue.mention.features, cue.first - 1
    if features.get("person") in ("1s", "1p", "2mp"):
        return False
    if before >= 0 and (line.isa(before, "prepositions") or _negated(line, cue)):
        return False
    present = features.get("tense") in ("present", "future")
    if present and not title and before >= 0:
        return not line.ending(cue.first, "that", "modality", "negation") and _opens(line, cue)
    return _opens(line, cue) or _after_subject(line, cue)


def _negated(line: Line, cue: Found) -> bool:
    negation = line.ending(cue.first, "negation")
    return negation is not None and not line.at(cue.first)[0].mention.id.startswith("not-")


def _opens(line: Line, cue: Found) -> bool:
    """Whether a verb can begin here: at the start, after a mark, a quotation, «و» or an auxiliary."""
    before = cue.first - 1
    if before < 0 or cue.mention.proclitics:
        return True
    item = line.items[before]
    if item.quote is not None or not item.word:
        return True
    return (
        line.isa(before, "auxiliaries", "also", "relative", "pronouns")
        or line.ending(cue.first, "date", "adverb", "narration", "that") is not None
    )


def _after_subject(line: Line, cue: Found) -> bool:
    return _left_subject(line, cue, 0) is not None


# --- one clause ----------------------------------------------------------------------------


def _clause(line: Line, cue: Found, floor: int, limit: int) -> Clause | None:
    part = cue.mention.features.get("pos")
    if part == "preposition":
        return _by_preposition(line, cue, floor)
    if part == "noun":
        return _by_noun(line, cue, limit)
    if part == "adjective":
        marker = find_marker(line, cue, cue.last, limit)
        return Clause("participle", cue, cue.first, marker.at, None, marker.content) if marker else None
    if cue.mention.features["class"] == "quoting":
        return _quoting(line, cue, floor)
    if line.isa(cue.first - 1, "relative"):
        return _relative(line, cue, limit)
    return _by_verb(line, cue, floor, limit)


def _by_preposition(line: Line, cue: Found, floor: int) -> Clause | None:
    """«بحسب فلان»، «وفق ما قاله فلان»: what was said stands before, or after a comma at the beginning."""
    at = cue.last
    while at < len(line.items) and (line.isa(at, "which") or (line.starting(at, "cue") and at > cue.first)):
        said = line.starting(at, "cue")
        at = said.last if said else at + 1
    grown = grow_source(line, at, len(line.items))
    end = grown[1] if grown else phrase_end(line, at, min(len(line.items), at + 6), open_=True)
    source = grown[0] if grown else read_source(line, at, end)
    if source is None:
        return None
    opening = cue.first <= floor or (cue.first <= floor + 1 and line.isa(floor, "auxiliaries"))
    content = _after_comma(line, end) if opening else None
    return Clause("before" if content is not None else "after", cue, cue.first, end, source, content)


def _after_comma(line: Line, end: int) -> int | None:
    """The item after the comma (and «فإن») that closes a leading «وبحسب فلان،»."""
    at = next(
        (i for i in range(end, min(end + 8, len(line.items))) if line.items[i].comma or line.starting(i, "that")), None
    )
    if at is None:
        return None
    at += line.items[at].comma
    that = line.starting(at, "that")
    at = that.last if that else at
    return at if at < len(line.items) else None


def _by_noun(line: Line, cue: Found, limit: int) -> Clause | None:
    """«… عن فلان قوله إن»: the speaker stands before the noun."""
    marker = find_marker(line, cue, cue.last, limit)
    source = _from_whom(line, cue.first)
    if marker is None or source is None:
        return None
    return Clause("verb", cue, source[1], marker.at, source[0], marker.content)


def _from_whom(line: Line, end: int) -> tuple[Source, int] | None:
    """The speaker after the «عن» that stands nearest before an item."""
    at = next((i for i in range(end - 1, max(-1, end - _REACH_LEFT), -1) if line.isa(i, "about")), None)
    source = read_source(line, at + 1, end) if at is not None else None
    return (source, at) if source and at is not None else None


def _quoting(line: Line, cue: Found, floor: int) -> Clause | None:
    """«نقلت الوكالة عن فلان (قوله) إن …»: the agency carries what another says."""
    about = next(
        (i for i in range(cue.last, min(cue.last + _REACH_LEFT, len(line.items))) if line.isa(i, "about")), None
    )
    if about is None:
        return None
    saying = next(
        (
            f
            for i in range(about + 1, len(line.items))
            for f in line.at(i)
            if f.mention.type == "cue" and f.mention.features.get("pos") == "noun"
        ),
        None,
    )
    head = saying or cue
    marker = find_marker(line, head, saying.last if saying else about + 1, len(line.items))
    if marker is None:
        return None
    source = read_source(line, about + 1, saying.first if saying else marker.at)
    carrier = read_source(line, cue.last, about) or _left_source(line, cue, floor)
    return Clause("verb", head, cue.first, marker.at, source, marker.content, via=_name(carrier)) if source else None


def _name(source: Source | None) -> str | None:
    return (source.name or source.title) if source else None


def _left_source(line: Line, cue: Found, floor: int) -> Source | None:
    found = _left_subject(line, cue, floor)
    return found[0] if found else None


def _relative(line: Line, cue: Found, limit: int) -> Clause | None:
    """«التي وصفها أوباما بـ"…"»: only with the speaker named and a quotation."""
    grown = grow_source(line, cue.last, limit)
    if grown is None:
        return None
    quote = next((i for i in range(grown[1], limit) if line.items[i].quote is not None), None)
    if quote is None:
        return None
    return Clause("verb", cue, cue.first, quote, grown[0], quote, nested=True, relative=True)


def _by_verb(line: Line, cue: Found, floor: int, limit: int) -> Clause | None:
    subject = _left_subject(line, cue, floor)
    after = _after_verb(line, cue, limit)
    if after is not None:
        source, marker = after
        start = _start(line, cue, subject if source is None else None, floor)
        source = source or (subject[0] if subject else None)
        citing = _cited(line, cue, marker)
        if citing:
            return Clause("verb", cue, start, marker.at, citing, marker.content, via=_name(source))
        return Clause("verb", cue, start, marker.at, source, marker.content, nested=_nested(line, cue, subject, floor))
    return _postposed(line, cue, subject, floor, limit)


def _after_verb(line: Line, cue: Found, limit: int) -> tuple[Source | None, Marker] | None:
    """The subject after the verb, if it stands there, and where what was said begins."""
    marker = find_marker(line, cue, cue.last, limit)
    if marker is None:
        return None
    return (marker.source or (read_source(line, cue.last, marker.at) if marker.bounded else None)), marker


def _cited(line: Line, cue: Found, marker: Marker) -> Source | None:
    """«ذكرت الوكالة، نقلاً عن مصادر مطلعة، أن»: the source behind the carrier."""
    citing = next(
        (
            f
            for i in range(cue.last, marker.at)
            for f in line.at(i)
            if f.mention.type == "cue" and f.mention.features.get("class") in ("citing", "source")
        ),
        None,
    )
    return read_source(line, citing.last, marker.at) if citing else None


def _nested(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int) -> bool:
    """Whether the clause lies inside what another one reports: its own speaker right after «أن», or a bare verb inside a sentence."""
    at = subject[1] if subject else cue.first
    return at > floor > 0 and line.ending(at, "that") is not None and not line.ending(at, "narration")


def _start(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int) -> int:
    """Where the clause begins: at its subject or verb, with the auxiliaries, adverbs and commas before."""
    at = subject[1] if subject else cue.first
    while at > floor and (line.isa(at - 1, "auxiliaries", "also", "by_turn", "as_for") or line.items[at - 1].comma):
        at -= 1
    return at


def _left_subject(line: Line, cue: Found, floor: int) -> tuple[Source, int] | None:
    """The subject that stands before its verb («وكان فلان، قد أعلن»، «فلان يؤكد»), and where it begins."""
    end = cue.first
    while end > floor and (
        line.isa(end - 1, "auxiliaries") or line.items[end - 1].comma or line.ending(end, "date", "adverb")
    ):
        adverb = line.ending(end, "date", "adverb")
        end = adverb.first if adverb else end - 1
    for at in range(max(floor, end - _REACH_LEFT), end):
        if line.starting(at, *_LEFT_HEADS) and _clause_initial(line, at, floor):
            grown = grow_source(line, at, end)
            if grown and grown[1] >= end:
                return grown[0], at
    return None


def _clause_initial(line: Line, at: int, floor: int) -> bool:
    """Whether a subject can begin here: at the start of a sentence or clause, or after «كان» or «أما»."""
    if at <= floor or line.isa(at - 1, "auxiliaries", "as_for", "also"):
        return True
    item = line.items[at - 1]
    return (
        item.comma
        or item.quote is not None
        or item.norm in (":", "..", "…", ".", "-", "–", "--")
        or line.ending(at, "that", "narration", "date", "boundary") is not None
        or line.items[at].norm.startswith("و")
    )


def _postposed(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int, limit: int) -> Clause | None:
    """«…»، قال فلان: what was said stands before the verb."""
    if cue.first <= floor or cue.mention.features.get("class") not in ("speech", "affirm", "claim", "warn"):
        return None
    end = phrase_end(line, cue.last, limit)
    source = read_source(line, cue.last, end) if end > cue.last else (subject[0] if subject else None)
    before = cue.first - 1
    while before > floor and (line.items[before].comma or line.isa(before, "also", "auxiliaries")):
        before -= 1
    if source is None or (
        line.items[before].quote is None and not line.items[cue.first - 1].comma and not line.isa(cue.first - 1, "also")
    ):
        return None
    return replace(Clause("after", cue, before + 1, max(end, cue.last), source, None))
