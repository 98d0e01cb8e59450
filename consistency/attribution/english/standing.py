"""Quotations in sentences without a reporting verb."""

from __future__ import annotations

from consistency.attribution.english.pieces import pieces
from consistency.attribution.english.right import right_region
from consistency.attribution.english.source import read_source
from consistency.attribution.english.subject import human_subject, main_subject
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_NEAR, _QUOTE_MIN, _SHORT_MIN, _SIGNATURE_MAX, _ANSWER_REACH = 2, 4, 1, 12, 14


def standing(line: Line, memory: Memory) -> bool:
    """Records a quotation that goes on with the last speaker, follows a colon, or bears its speaker after it."""
    if line.quotation_only:
        return _going_on(line, memory)
    return _pointing(line, memory) or _signed(line, memory) or _signature(line, memory) or _introduced(line, memory)


def _going_on(line: Line, memory: Memory) -> bool:
    """A sentence that is all quotation: the speaker of the sentence (or paragraph) before."""
    told = _of_whom(line, memory)
    last = memory.last
    least = _QUOTE_MIN if line.opens else _SHORT_MIN
    contents = [c for c in pieces(line, 0, len(line.items)) if len(line.document.slice(c.span).split()) >= least]
    if told is not None and contents:
        for content in contents:
            memory.add(content, told, Telling())
        return True
    if last is None or memory.at - memory.notes[last].line > _NEAR:
        return False
    for content in contents:
        memory.follow(content, last, Telling())
    return bool(contents)


def _of_whom(line: Line, memory: Memory) -> Source | None:
    """The somebody whom the sentence before is about, which reports nothing, in the same paragraph."""
    last = memory.last
    if line.opens or memory.at < 1 or (last is not None and memory.notes[last].line == memory.at - 1):
        return None
    return human_subject(memory.lines[memory.at - 1])


def _pointing(line: Line, memory: Memory) -> bool:
    """“…” That was the answer of X: the quotation before, whose kind the sentence names."""
    before = memory.lines[memory.at - 1] if memory.at >= 1 and not line.opens else None
    if before is None or not before.quotation_only or not line.isa(0, "pointing"):
        return False
    noun = next((i for i in range(2, min(_ANSWER_REACH, len(line.items) - 2)) if line.isa(i, "answers")), None)
    if noun is None or not any(line.isa(i, "be") for i in range(1, noun)) or not line.isa(noun + 1, "answer_of"):
        return False
    return _sign(line, noun + 2, pieces(before, 0, len(before.items)), memory)


def _signed(line: Line, memory: Memory) -> bool:
    """“…” — X, the Y spokesman."""
    at = next((i for i, item in enumerate(line.items) if item.quote), None)
    if at != 0 or not line.isa(1, "dashes"):
        return False
    return _sign(line, 2, pieces(line, 0, 1), memory)


def _signature(line: Line, memory: Memory) -> bool:
    """A line that only names a person, after a line that is all quotation."""
    before = memory.lines[memory.at - 1] if memory.at >= 1 else None
    if before is None or not before.quotation_only or not line.opens or len(line.items) > _SIGNATURE_MAX:
        return False
    start = next((i for i in range(len(line.items)) if line.items[i].word), len(line.items))
    verbal = any(line.isa(i, "be", "have", "modals", "do") for i in range(len(line.items)))
    return not verbal and _sign(line, start, pieces(before, 0, len(before.items)), memory, person=True)


def _sign(line: Line, at: int, contents: list[Content], memory: Memory, *, person: bool = False) -> bool:
    """Gives the quotation before an item to whom the item begins to name."""
    region = right_region(line, at)
    source = read_source(line, *region) if region else None
    if source is None or not contents or (person and source.name is None):
        return False
    last = len(memory.notes) - 1
    if last >= 0 and memory.notes[last].attribution.span == contents[0].span:
        memory.reassign(last, source)
    else:
        memory.add(contents[0], source, Telling())
    return True


def _introduced(line: Line, memory: Memory) -> bool:
    """X was blunt: “…”."""
    at = next((i for i in range(1, len(line.items)) if line.items[i].quote and line.items[i - 1].norm == ":"), None)
    source = _introducer(line, at) if at is not None else None
    if at is None or source is None or source.kind not in ("person", "pronoun"):
        return False
    for content in pieces(line, at, len(line.items)):
        memory.add(content, source, Telling())
    return True


def _introducer(line: Line, at: int) -> Source | None:
    """Whom the words before a colon are about."""
    verb = next((i for i in range(1, at) if line.isa(i, "be", "have", "modals", "do")), None)
    return main_subject(line, at) or (read_source(line, 0, verb) if verb else None)
