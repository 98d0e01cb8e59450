"""Whom an Arabic verb without a subject, «المصدر» or «البيان» means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consistency.attribution.arabic.phrase import bare_noun
from consistency.attribution.arabic.source import grow_source
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Source

_BACK = 8
_TROOPS, _BODY = "troops", "org."


@dataclass(frozen=True)
class ArabicGrammar:
    """Subjects and antecedents of Arabic articles."""

    def subject(self, line: Line, memory: Memory) -> Source | None:
        """The person whom a sentence between the last statement and this one is about."""
        last = memory.last
        after = memory.notes[last].line if last is not None else -1
        for at in range(memory.at - 1, max(after, memory.at - _BACK), -1):
            subject = _leading(memory.lines[at])
            if subject is not None:
                return subject
        return None

    def antecedent(self, source: Source, memory: Memory) -> Source | int | None:
        """What a pronoun, «المصدر», «المسؤول» or «البيان» stands for."""
        if source.kind == "pronoun":
            return memory.last
        if not source.definite or source.name is not None or source.body is not None:
            return None
        if source.kind == "document":
            return memory.last if _issued(source, memory) else None
        same = (i for i in memory.here() if _same(memory.notes[i].source, source))
        known = next(same, None) if source.kind != "body" else None
        return _named_before(source, memory) if known is None else known


def _issued(document: Source, memory: Memory) -> bool:
    """Whether the last speaker may be whose «البيان» is: a body, or a person with whom a document is spoken of."""
    if memory.last is None:
        return False
    note = memory.notes[memory.last]
    if note.source is None or note.source.kind != "person":
        return True
    since = memory.lines[note.line :]
    told = (found for line in since for found in line.within(0, len(line.items), "document"))
    return any(found.mention.span[0] < document.span[0] for found in told)


def _named_before(source: Source, memory: Memory) -> Source | int | None:
    """The ministry, embassy or paper that «الوزارة», «السفارة», «الصحيفة» are; an army only if it has just spoken."""
    noun = bare_noun(source.title)
    for i in memory.here():
        earlier = memory.notes[i].source
        if earlier is None or (source.head == _TROOPS and i != memory.last):
            continue
        named = [bare_noun(word) for word in (earlier.title or "").split()]
        if earlier.kind == "body" and len(named) > 1 and named[0] == noun:
            return i
        if earlier.kind == "person" and noun in named[1:] and (earlier.affiliation or "").startswith(_BODY):
            return replace(source, body=earlier.affiliation, definite=False)
    return None


def _same(earlier: Source | None, source: Source) -> bool:
    return earlier is not None and earlier.anonymous and earlier.head == source.head


def _leading(line: Line) -> Source | None:
    """The person that a narrative sentence begins with, after its verb at the most."""
    for at in range(min(3, len(line.items))):
        grown = grow_source(line, at, len(line.items))
        if grown and grown[0].kind == "person" and grown[0].name and not line.isa(at - 1, "prepositions"):
            return grown[0]
    return None
