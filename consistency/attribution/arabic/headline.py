"""Arabic headlines: «فلان: …», and «فلان يؤكد …»."""

from __future__ import annotations

from consistency.attribution.arabic.content import content_of
from consistency.attribution.arabic.prose import prose
from consistency.attribution.arabic.source import grow_source, is_name, read_source, to_somebody
from consistency.attribution.line import BODIES, Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_NAME_MAX, _CONTENT_MIN, _OWN_REACH, _OURS_MIN, _LABEL_MAX = 9, 2, 6, 5, 6


def headline(line: Line, memory: Memory) -> None:
    """Records what a headline ascribes to somebody."""
    if _labelled(line, memory):
        return
    known = len(memory.notes)
    prose(line, memory, title=True)
    memory.retitle(known)


def label(line: Line, memory: Memory) -> bool:
    """Records an answer in an interview («نعيم: …»): a paragraph that begins with a person's name and a colon."""
    at = next((i for i in range(1, min(_LABEL_MAX, len(line.items) - 1)) if line.items[i].norm == ":"), None)
    source = _speaker(line, 0, at) if at is not None and line.opens else None
    content = content_of(line, at + 1, len(line.items)) if at is not None else None
    if source is None or content is None or source.kind != "person":
        return False
    memory.add(content, source, Telling())
    return True


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
    b = next((i for i in range(a + 1, b) if to_somebody(line, i) or _addressed(line, i)), b)
    if b - a > _NAME_MAX or a >= b or line.within(a, b, "cue", "event"):
        return None
    if line.items[a].quote is not None:
        return _quoted_name(line, a) if b == a + 1 and is_name(line, a) else None
    grown = grow_source(line, a, b)
    if grown and grown[1] >= b:
        return grown[0]
    source = read_source(line, a, b)
    return source if source and source.name and _in_text(line, source.name) else None


def _addressed(line: Line, i: int) -> bool:
    """«لـ"سبوتنيك"»، «من كابول»: to whom or where it was said."""
    norm = line.items[i].norm
    return norm == "ل" or (line.isa(i, "from", "in") and line.starting(i + 1, "place") is not None)


def _quoted_name(line: Line, at: int) -> Source | None:
    """A body whose name stands in quotation marks."""
    quote = line.items[at].quote
    if quote is None:
        return None
    known = [m.id for m in line.document.mentions_in(quote.content, *BODIES) if m.id]
    return Source("body", quote.content, title=line.document.slice(quote.content), body=known[0] if known else None)


def _in_text(line: Line, name: str) -> bool:
    """Whether the article itself has a person of that name."""
    document = line.document
    return any(m.type == "person" and name in document.slice(m.span).split() for m in document.mentions)


def _is_place(line: Line, a: int, b: int) -> bool:
    return any(f.first <= a and f.last >= b for f in line.within(a, b, "place"))


def _first_person(line: Line, a: int) -> bool:
    """«موسكو: سنبقى …»: a place that speaks for itself."""
    ahead = range(a, min(a + _OWN_REACH, len(line.items)))
    return any(line.isa(i, "first_person") or _ours(line.items[i].norm) for i in ahead)


def _ours(norm: str) -> bool:
    return len(norm) >= _OURS_MIN and norm.endswith("نا")
