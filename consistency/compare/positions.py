"""Positions: the claims that say the same of the same subject, and what a rule finds between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from consistency.compare.claims import Claim
from consistency.compare.comparators import Comparison
from consistency.compare.held import Focus, Held, Position, positions
from consistency.compare.independence import independent
from consistency.compare.judges import Judge
from consistency.compare.links import Edge, Group, Links
from consistency.compare.scope import Scope
from consistency.compare.timing import fresh_meetings, meetings, near, runs, runs_about
from consistency.model import Fact
from consistency.model import Scope as Between
from consistency.rulepack.rules import Rule, When


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


def pairs(judge: Judge, scope: Scope, left: Sequence[Claim], right: Sequence[Claim], focus: Focus) -> list[Match]:
    """What a rule with two sides finds among the claims of one bucket; positions that conflicts link are one finding.

    With a ``focus`` only what its facts meet, not what that met before. What lies further apart in time than the rule looks is
    found anew.
    """
    lefts = positions(left, judge, focus)
    rights = positions(right, judge, focus) if judge.rule.rights else lefts
    linked = _linked(judge, scope, lefts, rights)
    return [_match(judge.rule, group) for whole in linked for group in _in_time(whole, judge.rule.when)]


def _linked(judge: Judge, scope: Scope, lefts: Sequence[Held], rights: Sequence[Held]) -> list[Group]:
    """The positions that conflicts link, in groups; a pair that would add nothing to them is not compared."""
    links = Links(judge.rule.when)
    for left, right in _crossed(lefts, rights, symmetric=not judge.rule.rights):
        looked_at = left.fresh.claims or right.fresh.claims
        may = looked_at and not left.apart(right) and near(left.timeline, right.timeline, judge.rule.when)
        if may and not links.idle(left, right):
            for edge in _edges(judge, scope, left, right):
                links.add(edge)
    return links.groups()


def _crossed(lefts: Sequence[Held], rights: Sequence[Held], *, symmetric: bool) -> Iterator[tuple[Held, Held]]:
    for i, left in enumerate(lefts):
        yield from ((left, right) for right in (lefts[i + 1 :] if symmetric else rights))


def _edges(judge: Judge, scope: Scope, left: Held, right: Held) -> Iterator[Edge]:
    when = judge.rule.when
    comparison = compared(judge, scope, left.fact, right.fact)
    if comparison is not None:
        sides = (left.timeline, left.fresh), (right.timeline, right.fresh)
        whole = left.focus is None
        found = meetings(left.timeline, right.timeline, when) if whole else fresh_meetings(*sides, when)
        for between, met in found.items():
            yield Edge(left, right, between, met, comparison)


def compared(judge: Judge, scope: Scope, left: Fact, right: Fact) -> Comparison | None:
    """What a rule with two sides finds between two facts of one bucket."""
    bearing = scope.bearing(left, right)
    return judge.between(left, right, bearing) if bearing else None


def _in_time(group: Group, when: When) -> Iterator[Group]:
    """The group, or what it falls into where its claims lie further apart in time than the rule looks."""
    met = {id(c): c for edge in group.edges for side in edge.claims for c in side}
    number = {id(claim): n for n, run in enumerate(runs(list(met.values()), when.reach)) for claim in run}
    if max(number.values()) == 0:
        yield group
        return
    links: dict[int, Links] = {}
    for edge in group.edges:
        one, other = edge.claims
        for n in sorted({number[id(claim)] for claim in one}):
            claims = [c for c in one if number[id(c)] == n], [c for c in other if number[id(c)] == n]
            links.setdefault(n, Links(when)).add(replace(edge, claims=claims))
    for _, apart in sorted(links.items()):
        yield from apart.groups()


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


def agreements(judge: Judge, scope: Scope, claims: Sequence[Claim], focus: Focus) -> list[Match]:
    """What a rule calls one among the claims of one bucket: what a position says, with all that say the same near in time.

    Two who speak for themselves at least are a match; with a ``focus`` only around its facts.
    """
    held = positions(claims, judge, focus)
    place = {id(claim): n for n, claim in enumerate(claims)}
    seen = dict[frozenset[int], Position]()
    for centre in held:
        for run in runs_about(*_around(judge, scope, centre, held), judge.rule.when.days):
            seen.setdefault(frozenset(place[id(claim)] for claim in run), run)
    runs_ = (seen[members] for members in _widest(seen))
    return [
        Match([run], [], "between_speakers", Comparison("equal"))
        for run in runs_
        if independent(run, scope.registry) > 1
    ]


def _around(judge: Judge, scope: Scope, centre: Held, held: Sequence[Held]) -> tuple[Sequence[Claim], Sequence[Claim]]:
    """The claims that are looked at in what a position says the same as, and what goes with them: all, or that position."""
    anew = bool(centre.fresh.claims)
    others = held if anew else [one for one in held if one.fresh.claims]
    alike = [one for one in others if one is centre or _agree(judge, scope, centre, one)]
    if anew:
        return centre.fresh.claims, [claim for one in alike for claim in one.claims]
    looked_at = [claim for one in alike for claim in one.fresh.claims]
    return looked_at, [*centre.claims, *looked_at]


def _agree(judge: Judge, scope: Scope, a: Held, b: Held) -> bool:
    return not a.apart(b) and agree(judge, scope, a.fact, b.fact)


def agree(judge: Judge, scope: Scope, a: Fact, b: Fact) -> bool:
    """Whether a rule takes two facts of one bucket as saying the same."""
    return scope.meets(a, b) and judge.between(a, b, "same") is not None


def _widest(groups: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """The groups that are inside no other, in order."""
    distinct = list(groups)
    holding: dict[int, list[frozenset[int]]] = {}
    for group in distinct:
        for member in group:
            holding.setdefault(member, []).append(group)
    return [g for g in distinct if not any(g < other for other in holding[min(g)])]
