"""Positions: the claims that say the same of the same subject, and what a rule finds between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from consistency.compare.claims import Claim
from consistency.compare.comparators import Comparison
from consistency.compare.held import Focus, Held, Position, buckets
from consistency.compare.judges import Judge
from consistency.compare.links import Edge, Group, Links
from consistency.compare.scope import Scope
from consistency.compare.timing import meetings, near, runs
from consistency.model import Scope as Between
from consistency.rulepack import Registry
from consistency.rulepack.rules import Rule


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


# --- two sides -----------------------------------------------------------------------------


def pairs(judge: Judge, claims: Iterable[Claim], registry: Registry, focus: Focus = None) -> Iterator[Match]:
    """What a rule with two sides finds; positions that are linked by conflicts are one finding.

    With a ``focus`` only what is linked with a position of its facts.
    """
    rule = judge.rule
    held, scope = list(claims), Scope(rule, registry)
    lefts = buckets(held, rule.lefts, scope, judge)
    rights = buckets(held, rule.rights, scope, judge) if rule.rights else lefts
    for bucket in sorted(lefts.keys() & rights.keys()):
        if any(one.has(focus) for one in (*lefts[bucket], *rights[bucket])):
            groups = _linked(judge, scope, lefts[bucket], rights[bucket])
            yield from (_match(rule, group) for group in groups if any(one.has(focus) for one in group.sides))


def _linked(judge: Judge, scope: Scope, lefts: Sequence[Held], rights: Sequence[Held]) -> list[Group]:
    """The positions that conflicts link, in groups; a pair that would add nothing to them is not compared."""
    links = Links(judge.rule.when)
    for left, right in _crossed(lefts, rights, symmetric=not judge.rule.rights):
        if not left.apart(right) and not links.idle(left, right):
            for edge in _edges(judge, scope, left, right):
                links.add(edge)
    return links.groups()


def _crossed(lefts: Sequence[Held], rights: Sequence[Held], *, symmetric: bool) -> Iterator[tuple[Held, Held]]:
    for i, left in enumerate(lefts):
        yield from ((left, right) for right in (lefts[i + 1 :] if symmetric else rights))


def _edges(judge: Judge, scope: Scope, left: Held, right: Held) -> Iterator[Edge]:
    when = judge.rule.when
    bearing = scope.bearing(left.fact, right.fact) if near(left.timeline, right.timeline, when) else None
    comparison = judge.between(left.fact, right.fact, bearing) if bearing else None
    if comparison is not None:
        for between, met in meetings(left.timeline, right.timeline, when).items():
            yield Edge(left, right, between, met, comparison)


def _match(rule: Rule, group: Group) -> Match:
    """The positions of both sides: those of the rule, or those that stand against each other."""
    sides: tuple[list[Position], list[Position]] = ([], [])
    for edge in group.edges:
        for right, (held, claims) in enumerate(zip((edge.left, edge.right), edge.claims, strict=True)):
            sides[right if rule.rights else group.opposed(held)].append(claims)
    return Match(_joined(sides[0]), _joined(sides[1]), group.between, group.edges[0].comparison)


def _joined(parts: Iterable[Position]) -> list[Position]:
    """The claims by what they say, each once, in their order."""
    found: dict[str, dict[str, Claim]] = {}
    for claim in (c for part in parts for c in part):
        found.setdefault(claim.says, {}).setdefault(claim.fact.id, claim)
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


def agreements(judge: Judge, claims: Iterable[Claim], registry: Registry, focus: Focus = None) -> Iterator[Match]:
    """The groups of positions that a rule calls one, held by two voices at least; with a ``focus`` those with its facts."""
    rule = judge.rule
    scope = Scope(rule, registry)
    for _, held in sorted(buckets(claims, rule.lefts, scope, judge).items()):
        looked_at = {k for k, one in enumerate(held) if one.has(focus)}
        for group in _widest(_agreeing(judge, scope, held)) if looked_at else ():
            if not group & looked_at:
                continue
            together = [claim for k in sorted(group) for claim in held[k].claims]
            for run in runs(together, rule.when.days):
                if len({claim.origin for claim in run}) > 1:
                    yield Match([run], [], "between_speakers", Comparison("equal"))


def _agreeing(judge: Judge, scope: Scope, held: Sequence[Held]) -> list[frozenset[int]]:
    """For each position those that say the same, itself among them."""
    found = [{k} for k in range(len(held))]
    for (i, one), (j, other) in combinations(enumerate(held), 2):
        if not one.apart(other):
            if _agree(judge, scope, one, other):
                found[i].add(j)
            if _agree(judge, scope, other, one):
                found[j].add(i)
    return [frozenset(group) for group in found]


def _agree(judge: Judge, scope: Scope, a: Held, b: Held) -> bool:
    return scope.meets(a.fact, b.fact) and judge.between(a.fact, b.fact, "same") is not None


def _widest(groups: list[frozenset[int]]) -> list[frozenset[int]]:
    """The groups that are inside no other, each once, in order."""
    distinct = list(dict.fromkeys(groups))
    holding: dict[int, list[frozenset[int]]] = {}
    for group in distinct:
        for member in group:
            holding.setdefault(member, []).append(group)
    return [g for g in distinct if not any(g < other for other in holding[min(g)])]
