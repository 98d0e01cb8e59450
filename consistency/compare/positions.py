"""Positions: the claims that say the same of the same subject, and what a rule finds between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consistency.compare.claims import Claim
from consistency.compare.comparators import Comparison
from consistency.compare.held import Focus, Held, Position, in_time, positions, touched
from consistency.compare.judges import Judge
from consistency.compare.links import Edge, Group, Links
from consistency.compare.scope import Scope
from consistency.compare.timing import meetings, near, runs_about
from consistency.model import Fact
from consistency.model import Scope as Between
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


@dataclass(frozen=True)
class Found:
    """What a rule found in one bucket, and the claims there that further ones may be linked with what is in focus by."""

    matches: list[Match] = field(default_factory=list)
    reached: list[Claim] = field(default_factory=list)


# --- two sides -----------------------------------------------------------------------------


def pairs(judge: Judge, scope: Scope, left: Sequence[Claim], right: Sequence[Claim], focus: Focus) -> Found:
    """What a rule with two sides finds among the claims of one bucket; positions that conflicts link are one finding.

    With a ``focus`` only those in which one of its facts takes part.
    """
    days = judge.rule.when.reach
    lefts = list(in_time(positions(left, judge), days))
    rights = list(in_time(positions(right, judge), days)) if judge.rule.rights else lefts
    found = Found()
    for group in _linked(judge, scope, lefts, rights):
        match = _match(judge.rule, group)
        if any(touched(side, focus) for side in match.sides):
            found.matches.append(match)
            found.reached.extend(claim for held in group.sides for claim in held.claims)
    return found


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
    comparison = compared(judge, scope, left.fact, right.fact) if near(left.timeline, right.timeline, when) else None
    if comparison is not None:
        for between, met in meetings(left.timeline, right.timeline, when).items():
            yield Edge(left, right, between, met, comparison)


def compared(judge: Judge, scope: Scope, left: Fact, right: Fact) -> Comparison | None:
    """What a rule with two sides finds between two facts of one bucket."""
    bearing = scope.bearing(left, right)
    return judge.between(left, right, bearing) if bearing else None


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


def agreements(judge: Judge, scope: Scope, claims: Sequence[Claim], focus: Focus) -> Found:
    """What a rule calls one among the claims of one bucket: what a position says, with all that say the same near in time.

    Two voices at least are a match; with a ``focus`` only with one of its facts.
    """
    held = positions(claims, judge)
    place = {id(claim): n for n, claim in enumerate(claims)}
    found, seen = Found(), dict[frozenset[int], Position]()
    for centre, group in _agreeing(judge, scope, held, focus):
        together = [claim for one in group for claim in one.claims]
        for run in runs_about(centre.claims, together, judge.rule.when.days):
            if touched(run, focus):
                seen.setdefault(frozenset(place[id(claim)] for claim in run), run)
                own = set(map(id, centre.claims))
                found.reached.extend(claim for claim in run if id(claim) in own)
    for members in _widest(seen):
        run = seen[members]
        if len({claim.origin for claim in run}) > 1:
            found.matches.append(Match([run], [], "between_speakers", Comparison("equal")))
    return found


def _agreeing(judge: Judge, scope: Scope, held: Sequence[Held], focus: Focus) -> Iterator[tuple[Held, list[Held]]]:
    """Each position with those that say the same, itself among them; with a ``focus``, those with one of its facts."""
    looked_at = [one for one in held if touched(one.claims, focus)]
    for centre in held:
        if touched(centre.claims, focus) or any(_agree(judge, scope, centre, one) for one in looked_at):
            yield centre, [one for one in held if one is centre or _agree(judge, scope, centre, one)]


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
