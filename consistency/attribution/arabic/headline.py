"""Arabic headlines: «فلان: …», and «فلان يؤكد …»."""

from __future__ import annotations

from consistency.attribution.arabic.content import content_of
from consistency.attribution.arabic.prose import prose
from consistency.attribution.arabic.source import grow_source, read_source
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_NAME_MAX, _CONTENT_MIN = 9, 2


def headline(line: Line, memory: Memory) -> None:
    """Records what a headline ascribes to somebody."""
    if _labelled(line, memory):
        return
    known = len(memory.notes)
    prose(line, memory, title=True)
    memory.retitle(known)


def _labelled(line: Line, memory: Memory) -> bool:
    n = len(line.items)
    at = next((i for i in range(1, n - _CONTENT_MIN) if line.items[i].norm == ":"), None)
    if at is None:
        return False
    start = max((i + 1 for i in range(at) if line.items[i].norm in ("..", "…", ".", "-", "–", "|", "،")), default=0)
    source = _speaker(line, start, at)
    content = content_of(line, at + 1, n)
    if source is None or content is None or (_is_place(line, start, at) and not _first_person(line, at + 1)):
        return False
    memory.add(Content(content.span, "headline"), source, Telling())
    return True


def _speaker(line: Line, a: int, b: int) -> Source | None:
    if b - a > _NAME_MAX or a >= b or line.within(a, b, "cue", "event"):
        return None
    grown = grow_source(line, a, b)
    if grown and grown[1] >= b:
        return grown[0]
    source = read_source(line, a, b)
    return source if source and source.name and _in_text(line, source.name) else None


def _in_text(line: Line, name: str) -> bool:
    """Whether the article itself has a person of that name."""
    document = line.document
    return any(m.type == "person" and name in document.slice(m.span).split() for m in document.mentions)


def _is_place(line: Line, a: int, b: int) -> bool:
    return any(f.first <= a and f.last >= b for f in line.within(a, b, "place"))


def _first_person(line: Line, a: int) -> bool:
    """«موسكو: سنبقى …»: a place that speaks for itself."""
    return any(line.isa(i, "first_person") for i in range(a, min(a + 4, len(line.items))))
