"""The facts that a position rests on, one a statement, in the order in which an editor wants to see them."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.model import Fact, Position
from consistency.report.index import Index

SHOWN = 3
"""How many statements of a position stand open; the others fold."""


def grounds(index: Index, position: Position) -> list[Fact]:
    """Each statement of a position once, by its first fact; a statement of every speaker first."""
    return _spread(index, _one_a_statement(index, position))


def _one_a_statement(index: Index, position: Position) -> list[Fact]:
    """The first fact of each statement, copies of another one left out, those of headlines last.

    The text below a headline is the better evidence.
    """
    first: dict[str, Fact] = {}
    for fact in (index.facts[id_] for id_ in position.facts if id_ in index.facts):
        first.setdefault(fact.statement, fact)
    own = [fact for id_, fact in first.items() if index.statements[id_].copy_of not in first]
    return sorted(own, key=lambda fact: index.statements[fact.statement].mode == "headline")


def _spread(index: Index, facts: Sequence[Fact]) -> list[Fact]:
    """The first fact of each speaker, then the others, otherwise in order."""
    seen: set[str] = set()
    first: list[Fact] = []
    others: list[Fact] = []
    for fact in facts:
        speaker = index.speaker_of(fact)
        (others if speaker in seen else first).append(fact)
        seen.add(speaker)
    return first + others
