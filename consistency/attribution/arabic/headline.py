"""Arabic headlines: «فلان: …», and «فلان يؤكد …»."""

from __future__ import annotations

from consistency.attribution.arabic.content import content_of
from consistency.attribution.arabic.phrase import is_name
from consistency.attribution.arabic.prose import prose
from consistency.attribution.arabic.source import grow_source, quoted_name, read_source, to_somebody
from consistency.attribution.line import Line, is_title
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_NAME_MAX, _CONTENT_MIN, _OWN_REACH, _OURS_MIN, _LABEL_MAX, _SEVERAL = 9, 2, 6, 5, 6, 2
_MARKS = frozenset({"..", "...", "…", ".", "-", "–", "—", "|", "،", ":", "؛"})


def headline(line: Line, memory: Memory) -> None:
    """Records what a headline ascribes to somebody."""
    if _labelled(line, memory) or _quoted(line, memory):
        return
    known = len(memory.notes)
    prose(line, memory, title=True)
    memory.retitle(known)


def label(line: Line, memory: Memory) -> bool:
    """Records an answer in an interview («نعيم: …»): a paragraph that begins with a person's name and a colon."""
    at = next((i for i in range(1, min(_LABEL_MAX, len(line.items) - 1)) if line.items[i].norm == ":"), None)
    source = _speaker(line, 0, at) if at is not None and line.opens else None
    content = content_of(line, at + 1, len(line.items)) if at is not None else None
    if source is None or content is None or source.kind != "person" or line.isa(0, "footers"):
        return False
    memory.add(_turn(line, content), source, Telling())
    return True


def answered(line: Line, memory: Memory) -> bool:
    """Whether a sentence belongs to the answer that a label begins, which is one statement."""
    last = len(memory.notes) - 1
    return not line.opens and last >= 0 and memory.notes[last].attribution.span[1] > line.span[0]


def _turn(line: Line, content: Content) -> Content:
    """All of the paragraph that a label opens, where the article has another one of the same name."""
    text = line.document.text
    mark = line.text(0, 1) + ":"
    if sum(text[a:].startswith(mark) for a, _ in line.document.paragraphs) < _SEVERAL:
        return content
    end = next(b for a, b in line.document.paragraphs if a <= line.span[0] < b)
    while end > content.span[1] and (text[end - 1].isspace() or text[end - 1] in "."):
        end -= 1
    return Content((content.span[0], max(end, content.span[1])), "direct")


def _labelled(line: Line, memory: Memory) -> bool:
    """Records each «فلان: …» of a headline; a place that is alone in it and not in the first person is only a place."""
    labels = [found for at, item in enumerate(line.items) if item.norm == ":" and (found := _label(line, at))]
    for n, (source, start, at) in enumerate(labels):
        end = labels[n + 1][1] if n + 1 < len(labels) else len(line.items)
        content = content_of(line, at + 1, end)
        place = _is_alone(line) and _is_place(line, start, at) and not _first_person(line, at + 1)
        if content is not None and end - at > _CONTENT_MIN and not place:
            memory.add(Content(content.span, "headline"), source, Telling())
    return bool(labels) and any(memory.notes[i].line == memory.at for i in memory.here())


def _is_alone(line: Line) -> bool:
    """Whether a headline has one colon only."""
    title = line.document.story_at(line.span[0]).title_span
    return title is None or line.document.slice(title).count(":") < _SEVERAL


def _label(line: Line, at: int) -> tuple[Source, int, int] | None:
    """The speaker before the colon at an item, and where he begins: after a mark, or at the name that «و» joins on."""
    start = max((i + 1 for i in range(at) if line.items[i].norm in _MARKS), default=0)
    joined = [i for i in range(start + 1, at) if any(f.mention.proclitics == "و" for f in line.at(i))]
    for i in (start, *joined):
        source = _speaker(line, i, at)
        if source is not None:
            return source, i, at
    return None


def _quoted(line: Line, memory: Memory) -> bool:
    """Records «"…".. فلان يردّ»: a quotation that is a line of its own, and who said it after the dots."""
    before = memory.lines[memory.at - 1] if memory.at else None
    if before is None or not is_title(before) or not before.quotation_only:
        return False
    grown = grow_source(line, 0, len(line.items))
    content = content_of(before, 0, len(before.items))
    if grown is None or content is None or grown[0].kind == "document":
        return False
    memory.add(Content(content.span, "headline"), grown[0], Telling())
    return False


def _speaker(line: Line, a: int, b: int) -> Source | None:
    b = next((i for i in range(a + 1, b) if to_somebody(line, i) or _addressed(line, i)), b)
    if b - a > _NAME_MAX or a >= b or line.within(a, b, "cue", "event"):
        return None
    if line.items[a].quote is not None:
        return quoted_name(line, a) if b == a + 1 and is_name(line, a) else None
    grown = grow_source(line, a, b)
    if grown and grown[1] >= b:
        return grown[0]
    source = read_source(line, a, b)
    return source if source and source.name and _in_text(line, source.name) else None


def _addressed(line: Line, i: int) -> bool:
    """«لـ"سبوتنيك"»، «من كابول»: to whom or where it was said."""
    norm = line.items[i].norm
    return norm == "ل" or (line.isa(i, "from", "in") and line.starting(i + 1, "place") is not None)


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
