"""Positions: the claims that say the same of the same subject, and what a rule finds between them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consistency.compare.claims import Claim
from consistency.compare.comparators import Comparison
from consistency.compare.judges import Judge
from consistency.compare.scope import Scope, selected
from consistency.compare.timing import meetings, near, runs
from consistency.model import Fact
from consistency.model import Scope as Between
from consistency.rulepack import Registry
from consistency.rulepack.rules import Rule, Selector

Bucket = tuple[str, str]
Position = list[Claim]


@dataclass
class Held:
    """One position: what is said of one subject, and the claims that say it."""

    claims: Position = field(default_factory=list)

    @property
    def fact(self) -> Fact:
        return self.claims[0].fact


@dataclass(frozen=True)
class Match:
    """What a rule found: the positions of both sides (one position for an agreement) and why."""

    left: Sequence[Position]
    right: Sequence[Position]
    between: Between
    comparison: Comparison

    @property
    def sides(self) -> tuple[Position, ...]:
        """The claims of each side that has any."""
        return tuple([c for position in side for c in position] for side in (self.left, self.right) if side)


@dataclass(frozen=True)
class _Edge:
    """Two positions between which a rule finds something, with the claims of each that meet."""

    left: Held
    right: Held
    between: Between
    who: str
    claims: tuple[Position, Position]
    comparison: Comparison


def _buckets(
    claims: Iterable[Claim], selectors: Sequence[Selector], scope: Scope, floor: float
) -> dict[Bucket, list[Held]]:
    found: dict[Bucket, dict[str, Held]] = {}
    for claim in selected(claims, selectors, floor):
        fact = claim.fact
        key = _said(fact) + json.dumps([fact.subject.party, fact.subject.component, fact.place])
        found.setdefault(scope.bucket(fact), {}).setdefault(key, Held()).claims.append(claim)
    return {bucket: list(positions.values()) for bucket, positions in found.items()}


def _said(fact: Fact) -> str:
    """What makes two facts say the same: the same value, held the same way."""
    parts = [fact.kind, fact.event, fact.value, fact.phase, fact.polarity, fact.certainty]
    return json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)


# --- two sides -----------------------------------------------------------------------------


def pairs(judge: Judge, claims: Iterable[Claim], registry: Registry) -> Iterator[Match]:
    """What a rule with two sides finds; positions that are linked by conflicts are one finding."""
    rule = judge.rule
    held, scope = list(claims), Scope(rule, registry)
    lefts = _buckets(held, rule.lefts, scope, rule.confidence)
    rights = _buckets(held, rule.rights, scope, rule.confidence) if rule.rights else lefts
    for bucket in sorted(lefts.keys() & rights.keys()):
        edges = list(_edges(judge, scope, lefts[bucket], rights[bucket]))
        for linked in _linked(edges):
            yield _match(rule, linked)


def _edges(judge: Judge, scope: Scope, lefts: list[Held], rights: list[Held]) -> Iterator[_Edge]:
    rule = judge.rule
    for left, right in _crossed(lefts, rights, symmetric=not rule.rights):
        bearing = scope.bearing(left.fact, right.fact) if near(left.claims, right.claims, rule.when) else None
        comparison = judge.between(left.fact, right.fact, bearing) if bearing else None
        if comparison is None:
            continue
        for (between, who), met in meetings(left.claims, right.claims, rule.when).items():
            yield _Edge(left, right, between, who, met, comparison)


def _crossed(lefts: list[Held], rights: list[Held], *, symmetric: bool) -> Iterator[tuple[Held, Held]]:
    for i, left in enumerate(lefts):
        yield from ((left, right) for right in (lefts[i + 1 :] if symmetric else rights))


def _linked(edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """The edges of one scope (and one speaker, if he contradicts himself) that share a position."""
    groups: list[tuple[set[tuple[object, ...]], list[_Edge]]] = []
    for edge in edges:
        ends = {(edge.between, edge.who, id(edge.left)), (edge.between, edge.who, id(edge.right))}
        touched = [g for g in groups if g[0] & ends]
        merged = (set.union(ends, *(g[0] for g in touched)), [e for g in touched for e in g[1]] + [edge])
        groups = [g for g in groups if all(g is not t for t in touched)] + [merged]
    yield from (linked for _, linked in groups)


def _match(rule: Rule, edges: Sequence[_Edge]) -> Match:
    if rule.rights:
        left, right = ([e.claims[side] for e in edges] for side in (0, 1))
        return Match(_joined(left), _joined(right), edges[0].between, edges[0].comparison)
    sides: tuple[list[Position], list[Position]] = ([], [])
    second = _opposed(edges)
    for edge in edges:
        for held, claims in zip((edge.left, edge.right), edge.claims, strict=True):
            sides[id(held) in second].append(claims)
    return Match(_joined(sides[0]), _joined(sides[1]), edges[0].between, edges[0].comparison)


def _opposed(edges: Sequence[_Edge]) -> set[int]:
    """The positions that stand against the first one, or with one that does not (by ``id``)."""
    side = {id(edges[0].left): False}
    waiting = list(edges)
    while waiting:
        edge = next(e for e in waiting if id(e.left) in side or id(e.right) in side)
        waiting.remove(edge)
        for here, there in ((edge.left, edge.right), (edge.right, edge.left)):
            if id(here) in side:
                side.setdefault(id(there), not side[id(here)])
    return {position for position, opposed in side.items() if opposed}


def _joined(parts: Iterable[Position]) -> list[Position]:
    """The claims by what they say, each once, in their order."""
    found: dict[str, dict[str, Claim]] = {}
    for claim in (c for part in parts for c in part):
        found.setdefault(_said(claim.fact), {}).setdefault(claim.fact.id, claim)
    return _together([list(claims.values()) for claims in found.values()])


def _together(positions: list[Position]) -> list[Position]:
    """What the same statements say by facts of two kinds («لا يوجد جندي هناك»: a number, and where they are) is one position."""
    found: dict[tuple[str, ...], Position] = {}
    for position in positions:
        statements = tuple(sorted({c.statement.id for c in position}))
        held = found.get(statements)
        if held is not None and held[0].fact.kind != position[0].fact.kind:
            held += position
        else:
            found[statements if held is None else (*statements, str(len(found)))] = position
    return list(found.values())


# --- one side ------------------------------------------------------------------------------


def agreements(judge: Judge, claims: Iterable[Claim], registry: Registry) -> Iterator[Match]:
    """The groups of positions that a rule calls one, held by two voices at least."""
    rule = judge.rule
    scope = Scope(rule, registry)
    for _, held in sorted(_buckets(claims, rule.lefts, scope, rule.confidence).items()):
        near_by = [frozenset(k for k, b in enumerate(held) if a is b or _agree(judge, scope, a, b)) for a in held]
        for group in _widest(near_by):
            together = [claim for k in sorted(group) for claim in held[k].claims]
            for run in runs(together, rule.when.days):
                if len({claim.origin for claim in run}) > 1:
                    yield Match([run], [], "between_speakers", Comparison("equal"))


def _agree(judge: Judge, scope: Scope, a: Held, b: Held) -> bool:
    return scope.meets(a.fact, b.fact) and judge.between(a.fact, b.fact, "same") is not None


def _widest(groups: list[frozenset[int]]) -> list[frozenset[int]]:
    """The groups that are inside no other, each once, in order."""
    distinct = list(dict.fromkeys(groups))
    return [g for g in distinct if not any(g < other for other in distinct)]
