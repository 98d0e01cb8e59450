"""Positions that conflicts link: each conflict is an edge between two positions, and what hangs together is one finding.

Many positions make many pairs; most of them would tell nothing new, and these need not be compared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from consistency.compare.comparators import Comparison
from consistency.compare.held import Held, Position
from consistency.model import Scope as Between
from consistency.rulepack.rules import When

_Scope = tuple[Between, str]
_End = tuple[_Scope, Held]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two positions between which a rule finds something, with the claims of each that meet."""

    left: Held
    right: Held
    scope: _Scope
    claims: tuple[Position, Position]
    comparison: Comparison


@dataclass(eq=False)
class Group:
    """The edges of one scope (and one speaker, if he contradicts himself) that share positions.

    ``sides`` tells on which of two sides each position stands: apart from the one that it was first linked with.
    """

    edges: deque[Edge]
    sides: dict[Held, bool]
    last: int = -1

    @property
    def between(self) -> Between:
        return self.edges[0].scope[0]

    def opposed(self, held: Held) -> bool:
        """Whether a position stands against the first one."""
        return self.sides[held] != self.sides[self.edges[0].left]


class Links:
    """The groups of linked positions."""

    def __init__(self, when: When) -> None:
        self._when = when
        self._groups: dict[_End, Group] = {}
        self._met: dict[_End, set[int]] = {}
        self._complete: set[_End] = set()
        self._edges = 0

    def groups(self) -> list[Group]:
        """The groups in the order of their last edges."""
        return sorted(dict.fromkeys(self._groups.values()), key=lambda group: group.last)

    def add(self, edge: Edge) -> None:
        """Takes an edge in; groups that it joins become one."""
        ends = [(edge.scope, edge.left), (edge.scope, edge.right)]
        left, right = (self._groups.get(end) or Group(deque(), {end[1]: False}) for end in ends)
        group = left if left is right else self._merged(edge, left, right)
        group.edges.append(edge)
        group.last = self._edges = self._edges + 1
        for end, claims in zip(ends, edge.claims, strict=True):
            self._groups[end] = group
            self._note(end, claims)

    def _merged(self, edge: Edge, left: Group, right: Group) -> Group:
        """The larger group with the smaller one's edges, those of the group with the earlier last edge first."""
        kept, other = (left, right) if len(left.sides) >= len(right.sides) else (right, left)
        turned = left.sides[edge.left] == right.sides[edge.right]
        for held, side in other.sides.items():
            kept.sides[held] = side != turned
            self._groups[edge.scope, held] = kept
        if kept.last <= other.last:
            kept.edges.extend(other.edges)
        else:
            kept.edges.extendleft(reversed(other.edges))
        return kept

    def _note(self, end: _End, claims: Position) -> None:
        (between, who), held = end
        met = self._met.setdefault(end, set())
        met.update(map(id, claims))
        if len(met) == held.timeline.count(who if between == "same_speaker" else None):
            self._complete.add(end)

    def idle(self, left: Held, right: Held) -> bool:
        """Whether an edge between two positions would link nothing new, and bring no claim that has not met another."""
        if self._when.statement and left.timeline.shares_statements(right.timeline):
            return False
        return all(self._settled((scope, left), (scope, right)) for scope in self._scopes(left, right))

    def _settled(self, left: _End, right: _End) -> bool:
        complete = left in self._complete and right in self._complete
        return complete and self._groups[left] is self._groups[right]

    def _scopes(self, left: Held, right: Held) -> Iterator[_Scope]:
        """In which scopes the claims of two positions may meet, beside single statements."""
        if self._when.between:
            yield "between_speakers", ""
        if self._when.own_days is not None:
            for voice in left.timeline.shared_voices(right.timeline):
                yield "same_speaker", voice
