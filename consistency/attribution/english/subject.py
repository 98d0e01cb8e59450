"""The subject of an English sentence that reports nothing: whom a later "he said" can mean."""

from __future__ import annotations

from consistency.attribution.english.source import is_governed, is_name, read_source
from consistency.attribution.line import BODIES, Line
from consistency.attribution.saying import Source

_DOCUMENT_REACH = 5
_TITLED = ("title", "rank", "office", "nationality", "place", *BODIES)


def main_subject(line: Line, limit: int | None = None) -> Source | None:
    """The first person, else the first body, that no preposition governs before an item."""
    end = len(line.items) if limit is None else limit
    for found in line.within(0, end, "person"):
        if not is_governed(line, 0, found) and not (found.first and line.isa(found.first - 1, "prepositions")):
            return read_source(line, titled_start(line, found.first), found.last)
    for found in line.within(0, end, *BODIES):
        if found.first <= 1 or line.items[found.first - 1].comma:
            return read_source(line, found.first, found.last)
    return _leading(line, end)


def _leading(line: Line, end: int) -> Source | None:
    """A title at the very beginning: "The general met …"."""
    for found in line.within(0, min(end, 8), "title", "rank", "office"):
        if found.first <= 3 and not any(line.isa(i, "prepositions") for i in range(found.first)):
            return read_source(line, 0, found.last)
    if (
        line.capital(0)
        and not line.isa(0, "determiners", "prepositions", "adverbs")
        and line.starting(0, "nationality") is None
        and is_name(line, 0)
        and not line.capital(1)
        and not line.starting(1, "number")
    ):
        return read_source(line, 0, 1)
    document = next((i for i in range(1, min(end, _DOCUMENT_REACH)) if line.isa(i, "documents")), None)
    if (
        document is not None
        and line.isa(0, "determiners")
        and not any(line.isa(i, "prepositions") for i in range(document))
    ):
        return read_source(line, 0, document + 1)
    human = next((i for i in range(min(end, 5)) if line.isa(i, "humans")), None)
    led = line.isa(0, "definite", "new") or line.starting(0, "nationality") is not None
    return read_source(line, 0, human + 1) if human is not None and led else None


def human_subject(line: Line) -> Source | None:
    """The somebody whom a narrative sentence is about: "In Gossi, a teacher reached by phone begged …"."""
    for i in range(1, len(line.items)):
        begins = i == 1 or line.items[i - 2].comma
        if line.isa(i, "humans") and line.isa(i - 1, "articles") and begins:
            return read_source(line, i - 1, i + 1)
    return None


def titled_start(line: Line, at: int) -> int:
    """The start of the titles before a name."""
    while at > 0:
        title = next((t for kind in _TITLED if (t := line.ending(at, kind))), None)
        if title is None and not (line.capital(at - 1) and at > 1 and line.items[at - 1].word):
            break
        at = title.first if title else at - 1
    return at
