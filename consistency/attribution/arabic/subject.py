"""The subject that stands before its Arabic verb, or that a sentence begins with."""

from __future__ import annotations

from consistency.attribution.arabic.phrase import HEADS
from consistency.attribution.arabic.source import grow_source, plain_name, unlisted_person
from consistency.attribution.line import Line
from consistency.attribution.saying import Source

_REACH, _VERB_REACH, _LEAD = 30, 4, 12
_MARKS = frozenset({":", "..", "…", ".", "-", "–", "--"})


def left_subject(line: Line, end: int, floor: int) -> tuple[Source, int] | None:
    """The subject right before item ``end`` («وكان فلان، قد أعلن»، «فلان يؤكد»), and where it begins."""
    set_off = end > floor and line.items[end - 1].comma
    while end > floor and (adverb := _adverb(line, end)):
        end -= adverb
    for at in range(max(floor, end - _REACH), end):
        if line.starting(at, *HEADS) and _clause_initial(line, at, floor) and not _governed(line, at):
            grown = grow_source(line, at, end)
            if grown and (grown[1] >= end or _nicknamed(line, grown, end)):
                return grown[0], at
            if grown and set_off and _set_off_person(line, grown, at, floor):
                return grown[0], at
    return _unlisted(line, end, floor)


def _unlisted(line: Line, end: int, floor: int) -> tuple[Source, int] | None:
    """«إلا أن سامي حداد المتحدث باسم الوزارة أكد»: a name that begins with a given name and nothing else explains."""
    for at in range(max(floor, end - _REACH), end):
        if line.starting(at, "given_name") and _clause_initial(line, at, floor):
            named = unlisted_person(line, at, end)
            if named is not None and named[1] >= end:
                return named[0], at
            if end - at > 1 and plain_name(line, at, end) >= end:
                span = (line.items[at].start, line.items[end - 1].end)
                return Source("person", span, name=line.text(at, end)), at
    return None


def _nicknamed(line: Line, grown: tuple[Source, int], end: int) -> bool:
    """«فلان "أبو حسن" أكد»: whether only what a person is called stands in quotation marks before item ``end``."""
    source, at = grown
    return source.name is not None and at + 1 == end and line.items[at].quote is not None


def phrase_before(line: Line, end: int) -> Source | None:
    """The speaker whose name or title ends right before item ``end``, the longest there is."""
    for at in range(max(0, end - _REACH), end):
        if line.starting(at, *HEADS):
            grown = grow_source(line, at, end)
            if grown and grown[1] >= end and not (at and line.isa(at - 1, "joints")):
                return grown[0]
    return None


def _governed(line: Line, at: int) -> bool:
    """Whether a preposition stands before a noun or is glued to it («وفي واشنطن قال»)."""
    head = line.starting(at, *HEADS)
    glued = head is not None and bool(set(head.mention.proclitics) & set("بلك"))
    return glued or (at > 0 and line.isa(at - 1, "prepositions", "adjunct", "in"))


def _adverb(line: Line, end: int) -> int:
    """How many items before ``end`` only stand between subject and verb."""
    if line.isa(end - 1, "auxiliaries", "adverbs") or line.items[end - 1].comma:
        return 1
    adverb = line.ending(end, "date", "adverb", "linker")
    return end - adverb.first if adverb else 0


def _set_off_person(line: Line, grown: tuple[Source, int], at: int, floor: int) -> bool:
    """«لكن فلان، زعيم حزب …، طالب»: a person at the beginning, with an apposition between commas."""
    source, end = grown
    opens = at <= floor or (at <= floor + 2 and line.isa(at - 1, "auxiliaries", "as_for", "also"))
    return opens and source.name is not None and end < len(line.items) and line.items[end].comma


def _clause_initial(line: Line, at: int, floor: int) -> bool:
    """Whether a subject can begin here: at the start of a sentence or clause, or after «كان» or «أما»."""
    if at <= floor or line.isa(at - 1, "auxiliaries", "as_for", "also"):
        return True
    item = line.items[at - 1]
    if item.comma or item.quote is not None or item.norm in _MARKS or line.items[at].norm.startswith("و"):
        return True
    return line.ending(at, "that", "narration", "date", "boundary", "linker") is not None


def leading_subject(line: Line, end: int) -> Source | None:
    """Whom a sentence is about before item ``end``: the speaker-like subject that it begins with, after its verb at most."""
    start = _past_adjunct(line, end)
    for at in range(start, min(start + _VERB_REACH, end)):
        grown = grow_source(line, at, end)
        if grown and not line.isa(at - 1, "prepositions") and (_can_speak(grown[0]) or at <= start + 1):
            return grown[0]
    return None


def _past_adjunct(line: Line, end: int) -> int:
    """The item after a leading «وفي بروكسل،»."""
    if not line.isa(0, "prepositions", "adjunct", "in", "and_adjunct"):
        return 0
    return next((i + 1 for i in range(min(_LEAD, end)) if line.items[i].comma), 0)


def _can_speak(source: Source) -> bool:
    return source.kind == "person" and (source.name is not None or source.anonymous or source.title is not None)
