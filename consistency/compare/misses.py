"""Why a rule found nothing: which facts it takes, and what keeps each pair of them from meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from consistency.compare.claims import Claim, claims
from consistency.compare.judges import Judge, judges
from consistency.compare.scope import Scope, refused, takes
from consistency.compare.theatres import placed, themes_of
from consistency.compare.timing import Timeline, meetings
from consistency.model import Fact, Speaker, Statement
from consistency.rulepack import Packs
from consistency.rulepack.rules import Selector, When

_MOST = 6
"""The pairs that are told of, so that a long article gives no long list."""


def misses(
    rule: str, facts: Sequence[Fact], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> Iterator[str]:
    """Lines of what stands against a finding of the rule among these facts."""
    judge = next(judge for _, judge in judges(packs) if judge.rule.id == rule)
    told = list(claims(facts, statements, speakers))
    held = placed(told, packs.entities, themes_of(told, packs.entities))
    sides = [judge.rule.lefts, judge.rule.rights or judge.rule.lefts]
    kinds = {kind for selectors in sides for selector in selectors for kind in selector.kinds}
    mine = [claim for claim in held if claim.fact.kind in kinds]
    if not mine:
        yield f"no fact of kind {' or '.join(sorted(kinds))} was read that somebody holds"
    left, right = ([c.fact.id for c in mine if takes(side, judge.rule.confidence, c.fact)] for side in sides)
    for claim in mine:
        if claim.fact.id not in (*left, *right):
            yield f"{_shown(claim.fact)} is on no side: {_refusals(claim.fact, sides, judge.rule.confidence)}"
    yield from islice(
        _pairs([c for c in mine if c.fact.id in left], [c for c in mine if c.fact.id in right], judge, packs), _MOST
    )


def _refusals(fact: Fact, sides: Sequence[Sequence[Selector]], floor: float) -> str:
    """What each selector of its kind has against a fact."""
    if fact.confidence < floor:
        return f"confidence is {fact.confidence:.2f}, the rule asks for {floor:.2f}"
    found = (refused(selector, fact) for side in sides for selector in side if fact.kind in selector.kinds)
    return "; or ".join(dict.fromkeys(", ".join(reasons) for reasons in found))


def _pairs(lefts: Sequence[Claim], rights: Sequence[Claim], judge: Judge, packs: Packs) -> Iterator[str]:
    scope, seen = Scope(judge.rule, packs.entities), set[frozenset[str]]()
    if not (lefts and rights):
        yield f"nothing was read for the {'left' if not lefts else 'right'} side"
    if len({claim.fact.id for claim in (*lefts, *rights)}) == 1:
        yield f"{_shown((*lefts, *rights)[0].fact)} is the only fact that the rule takes, and has nothing to be compared with"
    for left, right in product(lefts, rights):
        both = frozenset((left.fact.id, right.fact.id))
        if len(both) == 2 and not (judge.rule.rights == () and both in seen):
            seen.add(both)
            reasons = list(_between(left, right, judge, scope))
            yield f"{_shown(left.fact)} and {_shown(right.fact)}: {'; '.join(reasons) or 'nothing stands between them'}"


def _between(left: Claim, right: Claim, judge: Judge, scope: Scope) -> Iterator[str]:
    a, b = left.fact, right.fact
    differences = list(scope.differences(a, b))
    yield from differences
    if judge.rule.verdict != "agreement" and not meetings(Timeline([left]), Timeline([right]), judge.rule.when):
        days = " and ".join(str(claim.day or "an unknown day") for claim in (left, right))
        yield f"said on {days} by {_who(left, right)}; {_asked(judge.rule.when)}"
    if not differences:
        found = judge.comparator.compare(a, b, scope.bearing(a, b) or "same", judge.rule.parameters)
        relation = found.relation if found is not None else "nothing"
        if relation not in judge.rule.relation:
            yield f"{judge.rule.comparator} says {relation}; the rule wants {' or '.join(judge.rule.relation)}"
        if judge.guard is not None and not judge.guard.holds(a, b):
            yield "the guard is not true"


def _who(left: Claim, right: Claim) -> str:
    return "one speaker" if left.voice == right.voice else "two speakers"


def _asked(when: When) -> str:
    own = f", {when.own_days} for one speaker" if when.own_days is not None else ", and no two of one speaker"
    days = "any number of" if when.days is None and when.own_days is None else when.days if when.between else "no"
    return f"the rule takes {days} days between two speakers{own}, order {when.order}"


def _shown(fact: Fact) -> str:
    where = f", {fact.place}" if fact.place else ", no place"
    return f"“{fact.text}” ({fact.kind} {fact.event or ''} of {fact.subject.party}{where})"
