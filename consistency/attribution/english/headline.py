"""Headlines: "X: …", "…: X", "X says …"."""

from __future__ import annotations

from consistency.attribution.english.pieces import pieces
from consistency.attribution.english.prose import prose
from consistency.attribution.english.source import known_head, read_source
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_NAME_MAX, _CONTENT_MIN = 8, 3


def headline(line: Line, memory: Memory) -> None:
    """Records what a headline ascribes to somebody."""
    if _labelled(line, memory):
        return
    known = len(memory.notes)
    prose(line, memory)
    memory.retitle(known)


def _labelled(line: Line, memory: Memory) -> bool:
    """Records "X: content" or "content: X"; a place before the colon is only a place."""
    n = len(line.items)
    for at in range(1, n - 1):
        if line.items[at].norm != ":" and not line.isa(at, "dashes"):
            continue
        for (a, b), (c, d) in (((0, at), (at + 1, n)), ((at + 1, n), (0, at))):
            if line.items[at].norm != ":" and a == 0:
                continue
            source = _speaker(line, a, b)
            contents = pieces(line, c, d)
            if source and contents and _weighty(line, c, d):
                for content in contents:
                    memory.add(Content(content.span, "headline"), source, Telling())
                return True
    return False


def _weighty(line: Line, a: int, b: int) -> bool:
    """Whether words are enough to be what somebody says: three, or a quotation."""
    return b - a >= _CONTENT_MIN or any(line.items[i].quote for i in range(a, b))


def _speaker(line: Line, a: int, b: int) -> Source | None:
    """Who stands before or after the colon, if it is a person, a title or a body."""
    if (
        b - a > _NAME_MAX
        or line.within(a, b, "cue")
        or any(
            line.isa(i, "be", "modals", "to", "prepositions") and line.items[i].norm not in ("of", "for")
            for i in range(a, b)
        )
    ):
        return None
    source = read_source(line, a, b)
    if source is None or source.kind in ("pronoun", "document"):
        return None
    if source.kind == "person" and source.name and not _named_in_text(line, source.name):
        return None
    if (
        source.kind == "body"
        and source.body is None
        and not (known_head(line, b) or _written_in_text(line, source.title))
    ):
        return None
    place = any(f.first <= a and f.last >= b for f in line.within(a, b, "place"))
    return None if place else source


def _written_in_text(line: Line, title: str | None) -> bool:
    """Whether the text below the headline writes a name too."""
    return title is not None and title in line.document.text[line.span[1] :]


def _named_in_text(line: Line, name: str) -> bool:
    """Whether a name in a headline is one that the text gives to a person ("Biden: …", but not "Video: …")."""
    document = line.document
    return any(
        m.type == "person" and name in (document.slice(m.span), *document.slice(m.span).replace("-", " ").split())
        for m in document.mentions
    )
