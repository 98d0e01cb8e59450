"""Headlines: "X: …", "…: X", "X says …"."""

from __future__ import annotations

from consistency.attribution.english.content import pieces
from consistency.attribution.english.prose import prose
from consistency.attribution.english.source import read_source
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_NAME_MAX = 8


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
            if source and contents and d - c >= 3:
                for content in contents:
                    memory.add(Content(content.span, "headline"), source, Telling())
                return True
    return False


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
    place = any(f.first <= a and f.last >= b for f in line.within(a, b, "place"))
    return None if place else source


def _named_in_text(line: Line, name: str) -> bool:
    """Whether a name in a headline is one that the text gives to a person ("Biden: …", but not "Video: …")."""
    document = line.document
    return any(
        m.type == "person" and name in (document.slice(m.span), *document.slice(m.span).split())
        for m in document.mentions
    )
