"""Positions: the claims that say the same of the same subject."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from consistency.compare.claims import Claim
from consistency.compare.comparators import COMPARATORS, Comparison
from consistency.compare.scope import Scope, selected
from consistency.compare.timing import Meeting, meetings, runs
from consistency.model import Fact
from consistency.model import Scope as Between
from consistency.rulepack import Registry
from consistency.rulepack.rules import Rule, Selector

Bucket = tuple[str, str]


@dataclass
class Held:
    """One position: what is said of one subject, and the claims that say it."""

    claims: list[Claim] = field(default_factory=list)

    @property
    def fact(self) -> Fact:
        return self.claims[0].fact


@dataclass(frozen=True)
class Match:
    """What a rule found: the claims of both sides (one for an agreement) and why."""

    sides: tuple[list[Claim], ...]
    between: Between
    comparison: Comparison


def _buckets(claims: Iterable[Claim], selector: Selector, scope: Scope) -> dict[Bucket, list[Held]]:
    found: dict[Bucket, dict[str, Held]] = {}
    for claim in selected(claims, selector):
        fact = claim.fact
        key = _key(fact, subject=True)
        found.setdefault(scope.bucket(fact), {}).setdefault(key, Held()).claims.append(claim)
    return {bucket: list(positions.values()) for bucket, positions in found.items()}


def _key(fact: Fact, *, subject: bool) -> str:
    """What makes two facts one position: the same value, held the same way (and of the same subject)."""
    parts = [fact.kind, fact.event, fact.value, fact.phase, fact.polarity, fact.certainty]
    if subject:
        parts += [fact.subject.party, fact.subject.component, fact.place]
    return json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)


def pairs(rule: Rule, claims: Iterable[Claim], registry: Registry) -> Iterator[Match]:
    """What a rule with two sides finds; positions that differ only in the subject's name are joined."""
    held = list(claims)
    scope, compare = Scope(rule, registry), COMPARATORS[rule.comparator]
    lefts = _buckets(held, rule.left, scope)
    rights = _buckets(held, rule.right, scope) if rule.right else lefts
    for bucket in sorted(lefts.keys() & rights.keys()):
        joined: dict[tuple[Between, str, str], tuple[dict[str, Claim], dict[str, Claim], Comparison]] = {}
        for left, right in _crossed(lefts[bucket], rights[bucket], symmetric=rule.right is None):
            if not scope.comparable(left.fact, right.fact):
                continue
            met = meetings(left.claims, right.claims, rule.when)
            comparison = compare(left.fact, right.fact, rule.parameters) if met else None
            if comparison is None or comparison.relation not in rule.relation:
                continue
            for between, meeting in met.items():
                key = (between, _key(left.fact, subject=False), _key(right.fact, subject=False))
                sides = joined.setdefault(key, ({}, {}, comparison))
                _add(sides[0], sides[1], meeting)
        for (between, _, _), (a, b, comparison) in joined.items():
            yield Match((list(a.values()), list(b.values())), between, comparison)


def _add(left: dict[str, Claim], right: dict[str, Claim], meeting: Meeting) -> None:
    left.update((c.fact.id, c) for c in meeting[0])
    right.update((c.fact.id, c) for c in meeting[1])


def _crossed(lefts: list[Held], rights: list[Held], *, symmetric: bool) -> Iterator[tuple[Held, Held]]:
    for i, left in enumerate(lefts):
        yield from ((left, right) for right in (lefts[i + 1 :] if symmetric else rights))


def agreements(rule: Rule, claims: Iterable[Claim], registry: Registry) -> Iterator[Match]:
    """The groups of positions that a rule calls one, held by two voices at least."""
    scope, compare = Scope(rule, registry), COMPARATORS[rule.comparator]
    for _, held in sorted(_buckets(claims, rule.left, scope).items()):
        groups: list[frozenset[int]] = []
        for i, position in enumerate(held):
            near = {
                k
                for k, other in enumerate(held)
                if k == i
                or (
                    scope.comparable(position.fact, other.fact)
                    and _agree(rule, compare(position.fact, other.fact, rule.parameters))
                )
            }
            groups.append(frozenset(near))
        for group in _widest(groups):
            together = [claim for k in sorted(group) for claim in held[k].claims]
            for run in runs(together, rule.when.days):
                if len({claim.voice for claim in run}) > 1:
                    yield Match((run,), "between_speakers", Comparison("equal"))


def _agree(rule: Rule, comparison: Comparison | None) -> bool:
    return comparison is not None and comparison.relation in rule.relation


def _widest(groups: list[frozenset[int]]) -> list[frozenset[int]]:
    """The groups that are inside no other, each once, in order."""
    distinct = list(dict.fromkeys(groups))
    return [g for g in distinct if not any(g < other for other in distinct)]
