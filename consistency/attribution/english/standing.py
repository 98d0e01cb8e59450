"""Quotations in sentences without a reporting verb."""

from __future__ import annotations

from consistency.attribution.english.clause import right_phrase
from consistency.attribution.english.content import pieces
from consistency.attribution.english.source import read_source
from consistency.attribution.english.subject import main_subject
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Telling

_NEAR, _QUOTE_MIN = 2, 4


def standing(line: Line, memory: Memory) -> bool:
    """Records a quotation that goes on with the last speaker, follows a colon, or bears its speaker after a dash."""
    if line.quotation_only:
        return _going_on(line, memory)
    return _signed(line, memory) or _introduced(line, memory)


def _going_on(line: Line, memory: Memory) -> bool:
    """A sentence that is all quotation: the speaker of the sentence (or paragraph) before."""
    last = memory.last
    contents = [c for c in pieces(line, 0, len(line.items)) if _long(line, c)]
    if last is None or memory.at - memory.notes[last].line > _NEAR:
        return False
    for content in contents:
        memory.follow(content, last, Telling())
    return bool(contents)


def _long(line: Line, content: Content) -> bool:
    return len(line.document.slice(content.span).split()) >= _QUOTE_MIN


def _signed(line: Line, memory: Memory) -> bool:
    """“…” — X, the Y spokesman."""
    at = next((i for i, item in enumerate(line.items) if item.quote), None)
    if at != 0 or not line.isa(1, "dashes"):
        return False
    region = right_phrase(line, 2)
    source = read_source(line, *region) if region else None
    contents = pieces(line, 0, 1)
    if source is None or not contents:
        return False
    memory.add(contents[0], source, Telling())
    return True


def _introduced(line: Line, memory: Memory) -> bool:
    """X was blunt: “…”."""
    at = next((i for i in range(1, len(line.items)) if line.items[i].quote and line.items[i - 1].norm == ":"), None)
    source = main_subject(line, at) if at is not None else None
    if at is None or source is None or source.kind not in ("person", "pronoun"):
        return False
    for content in pieces(line, at, len(line.items)):
        memory.add(content, source, Telling())
    return True
