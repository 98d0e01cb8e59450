"""The noun phrase after an English verb or "according to", with the appositions that follow it."""

from __future__ import annotations

from consistency.attribution.english.left import Region
from consistency.attribution.line import BODIES, NAMED, Line

_ENDING = (
    "relative",
    "which",
    "subordinators",
    "contrast",
    "he",
    "they",
    "be",
    "modals",
    "have",
    "do",
    "negated_verbs",
)


def right_region(line: Line, at: int, *, whole: bool = False) -> Region | None:
    """The noun phrase that begins at an item; ``whole`` keeps phrases of place ("two officers at the camp")."""
    start, end = at, _phrase_end(line, at, whole)
    while end < len(line.items) and line.items[end].comma:
        stop = _phrase_end(line, end + 1, whole)
        if stop <= end + 1 or not _described(line, end + 1, stop):
            break
        end = stop
    return (start, end) if end > start else None


def _described(line: Line, start: int, end: int) -> bool:
    """Whether a run of words between two commas describes the person before it: "the Y spokesman"."""
    if _speaks_next(line, start, end):
        return False
    closed = (
        end >= len(line.items)
        or line.items[end].comma
        or line.items[end].stop
        or reports(line, end)
        or line.starting(end, "date")
    )
    if not closed or line.isa(start, "conjunctions", "prepositions", "contrast", "trailers", "be", "modals", "have"):
        return False
    if line.within(start, end, "title", "rank", "office", "person") or any(
        line.isa(i, "humans") for i in range(start, end)
    ):
        return True
    return end - start > 1 and all(line.capital(i) for i in range(start, end))


def _speaks_next(line: Line, start: int, end: int) -> bool:
    """Whether a person before a verb of saying is its subject ("according to the paper, Colonel X said …")."""
    verb = line.starting(end, "cue") if end < len(line.items) else None
    spoken = verb is not None and verb.mention.features.get("whoever") == "yes"
    return spoken and not line.items[end].comma and line.ending(end, "person") is not None


def _phrase_end(line: Line, at: int, whole: bool) -> int:
    for i in range(at, len(line.items)):
        item = line.items[i]
        if item.quote or item.comma or item.stop or item.norm in (":", ";", "("):
            return i
        if i > at and (
            line.isa(
                i,
                "relative",
                "which",
                "subordinators",
                "contrast",
                "he",
                "they",
                "be",
                "modals",
                "have",
                "do",
                "negated_verbs",
            )
            or line.starting(i, "date")
            or (reports(line, i) and not line.isa(i, "documents") and not _noun(line, i))
            or _adjunct(line, i, whole)
        ):
            return i
    return len(line.items)


def reports(line: Line, i: int) -> bool:
    """Whether a reporting word begins at an item, and no longer name holds it ("the Islamic State group")."""
    cue = line.starting(i, "cue")
    named = (f for f in line.found if f.mention.type in NAMED and f.first < i < f.last)
    return cue is not None and not any(named)


def _noun(line: Line, i: int) -> bool:
    """Whether a cue that may be a noun stands after an article ("a readout of the call")."""
    cue = line.starting(i, "cue")
    return cue is not None and cue.mention.features.get("noun") == "yes" and line.isa(i - 1, "articles")


def _adjunct(line: Line, i: int, whole: bool) -> bool:
    """Whether a preposition at ``i`` leads away from the name: on Monday, in a statement, during talks."""
    if not line.isa(i, "prepositions") or line.items[i].norm in ("of", "for", "to"):
        return False
    carried = line.starting(i + 1, "date") or any(line.isa(k, "carriers") for k in (i + 1, i + 2))
    if not carried and (whole or line.isa(i, "by")):
        return False
    return not (line.items[i].norm in ("in", "at") and line.starting(i + 1, "place", "institution", *BODIES))
