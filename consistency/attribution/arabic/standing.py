"""Quotations in Arabic sentences without a reporting verb."""

from __future__ import annotations

from consistency.attribution.arabic.content import content_of, length
from consistency.attribution.arabic.source import grow_source
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Source, Telling

_NEAR, _QUOTE_MIN, _SIGNATURE_MAX, _NAME_MAX = 1, 5, 12, 4


def standing(line: Line, memory: Memory) -> bool:
    """Records a sentence that is all quotation: its speaker signs it on the next line, or is the last one."""
    if not line.quotation_only:
        return _signature(line, memory)
    content = content_of(line, 0, len(line.items))
    if content is None or length(line, content.span) < _QUOTE_MIN:
        return False
    last = memory.last
    if last is None or memory.at - memory.notes[last].line > _NEAR:
        return False
    memory.follow(content, last, Telling())
    return True


def _signature(line: Line, memory: Memory) -> bool:
    """A line that only names a person, after a quotation that nobody has been given."""
    if memory.at < 1 or len(line.items) > _SIGNATURE_MAX:
        return False
    before = memory.lines[memory.at - 1]
    if not before.quotation_only:
        return False
    source = _signatory(line)
    content = content_of(before, 0, len(before.items))
    if source is None or content is None:
        return False
    last = len(memory.notes) - 1
    if last >= 0 and memory.notes[last].line == memory.at - 1:
        memory.reassign(last, source)
    else:
        memory.add(content, source, Telling())
    return True


def _signatory(line: Line) -> Source | None:
    """Whom a line names: a speaker and nothing more, or an unknown name with what he is («حميد الله، مترجم سابق»)."""
    start = 1 if line.isa(0, "dashes") else 0
    grown = grow_source(line, start, len(line.items))
    if grown and not any(item.word for item in line.items[grown[1] :]):
        return grown[0]
    comma = next((i for i in range(start, len(line.items)) if line.items[i].comma), len(line.items) if start else start)
    words = range(start, comma)
    plain = all(line.items[i].word and not line.isa(i, "prepositions", "auxiliaries") for i in words)
    if not 1 < len(words) <= _NAME_MAX or not plain or line.within(0, len(line.items), "cue", "that"):
        return None
    span = (line.items[start].start, line.items[-1].end)
    return Source("person", span, name=line.text(start, comma), title=line.text(comma + 1, len(line.items)) or None)
