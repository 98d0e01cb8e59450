"""What the rules find among claims: each rule has its own table of those that it takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from consistency.compare.claims import Claim
from consistency.compare.held import Focus
from consistency.compare.judges import Judge, judges
from consistency.compare.positions import Match, agree, agreements, compared, pairs
from consistency.compare.scope import Bucket, Scope
from consistency.compare.sifting import Sieve, Taken, Window
from consistency.compare.timing import window
from consistency.model import Fact
from consistency.rulepack import Packs, Rule

Order = Callable[[Claim], Any]
"""What claims are sorted by, where they do not come in in their order."""


@dataclass
class _Sides:
    """The claims of one bucket that a rule takes, those of its left side and of its right side."""

    left: list[Claim] = field(default_factory=list)
    right: list[Claim] = field(default_factory=list)


class Table:
    """The claims that one rule takes."""

    def __init__(self, pack: str, judge: Judge, packs: Packs) -> None:
        self.pack, self.judge = pack, judge
        self._scope = Scope(judge.rule, packs.entities)
        self._sides: dict[Bucket, _Sides] = {}
        self._sieves: dict[Bucket, Sieve] = {}
        self._voices: frozenset[str] | None = None

    def take(self, claim: Claim) -> None:
        """Puts a claim where it belongs, if the rule takes it, and could link it with those from which it is followed."""
        if self._voices is not None and claim.voice not in self._voices:
            return
        taken = self._takes(claim.fact)
        if taken.left or taken.right:
            sides = self._sides.setdefault(self._scope.bucket(claim.fact), _Sides())
            sides.left += [claim] * taken.left
            sides.right += [claim] * taken.right

    def follow(self, held: Sequence[Claim]) -> None:
        """Sets from which claims the rule is followed on."""
        by_bucket: dict[Bucket, list[tuple[Claim, Taken]]] = {}
        for claim in held:
            by_bucket.setdefault(self._scope.bucket(claim.fact), []).append((claim, self._takes(claim.fact)))
        rule = self.judge.rule
        self._voices = None if rule.when.between else frozenset(claim.voice for claim in held)
        alike = rule.verdict == "agreement"
        self._sieves = {b: Sieve(some, self._windows, rule.when.reach, alike=alike) for b, some in by_bucket.items()}

    def chosen(self, fact: Fact, days: Sequence[dt.date | None]) -> list[bool]:
        """Which of the claims of a position could be linked with those from which the rule is followed."""
        sieve = self._sieves.get(self._scope.bucket(fact))
        if sieve and sieve.reaches(days):
            taken = self._takes(fact)
            if taken.left or taken.right:
                return sieve.chosen(taken, days)
        return [False] * len(days)

    def _windows(self, one: Taken, other: Taken) -> Iterator[Window]:
        """Where claims of the other fact may lie around those of the one to be linked with them."""
        judge, when = self.judge, self.judge.rule.when
        if judge.rule.verdict == "agreement":
            if agree(judge, self._scope, one.fact, other.fact) or agree(judge, self._scope, other.fact, one.fact):
                yield when.reach, when.reach
            return
        if one.left and other.right and compared(judge, self._scope, one.fact, other.fact):
            yield window(when.reach, when, claim_is_left=True)
        if one.right and other.left and compared(judge, self._scope, other.fact, one.fact):
            yield window(when.reach, when, claim_is_left=False)

    def _takes(self, fact: Fact) -> Taken:
        """Whether the rule takes a fact, and where."""
        left, right = self.judge.sides(fact)
        return Taken(fact, left, right, self.judge.extent(fact) if left or right else None)

    def matches(self, focus: Focus, order: Order | None) -> Iterator[Match]:
        """What the rule finds, bucket by bucket."""
        for _, sides in sorted(self._sides.items()):
            yield from self._search(sides, focus, order)

    def taken(self) -> Iterator[Claim]:
        """All that it took, what stands on both sides twice."""
        return (claim for sides in self._sides.values() for claim in (*sides.left, *sides.right))

    def _search(self, sides: _Sides, focus: Focus, order: Order | None) -> list[Match]:
        if order:
            sides.left.sort(key=order)
            sides.right.sort(key=order)
        if self.judge.rule.verdict == "agreement":
            return agreements(self.judge, self._scope, sides.left, focus)
        return pairs(self.judge, self._scope, sides.left, sides.right, focus)


class Search:
    """The search of all rules; with a ``focus`` for that alone in which one of its facts takes part."""

    def __init__(self, packs: Packs, focus: Focus = None, order: Order | None = None) -> None:
        self._tables = [Table(pack, judge, packs) for pack, judge in judges(packs)]
        self._of_kind: dict[str, list[Table]] = {}
        for table in self._tables:
            selectors = (*table.judge.rule.lefts, *table.judge.rule.rights)
            for kind in {kind for selector in selectors for kind in selector.kinds}:
                self._of_kind.setdefault(kind, []).append(table)
        self._focus, self._order = focus, order

    def take(self, claims: Iterable[Claim]) -> None:
        """Takes claims in."""
        for claim in claims:
            for table in self._of_kind.get(claim.fact.kind, ()):
                table.take(claim)

    def matches(self) -> Iterator[tuple[str, Rule, Match]]:
        """What the rules find, in their order, each with the pack of the rule."""
        for table in self._tables:
            yield from ((table.pack, table.judge.rule, match) for match in table.matches(self._focus, self._order))

    def tables(self, kind: str) -> Sequence[Table]:
        """The tables of the rules that compare a kind."""
        return self._of_kind.get(kind, ())

    def taken(self) -> Iterator[tuple[Table, Iterator[Claim]]]:
        """For each rule the claims that it takes."""
        return ((table, table.taken()) for table in self._tables)
