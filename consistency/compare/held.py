"""Positions as the rules compare them: what is said of one subject, and the claims that say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from consistency.compare.claims import Claim
from consistency.compare.comparators import Extent
from consistency.compare.judges import Judge
from consistency.compare.scope import Scope, selected
from consistency.compare.timing import Timeline
from consistency.model import Fact, Subject
from consistency.rulepack.rules import Selector

Bucket = tuple[str, str]
Position = list[Claim]
Focus = Collection[str] | None
"""Ids of the facts about which something is to be found; None: of all."""


@dataclass(eq=False)
class Held:
    """One position; its ``timeline`` is made when all its claims are there. ``extent``: see ``Judge.extent``."""

    extent: Extent | None
    claims: Position = field(default_factory=list)

    @property
    def fact(self) -> Fact:
        return self.claims[0].fact

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline(self.claims)

    def has(self, focus: Focus) -> bool:
        """Whether one of its claims is looked at."""
        return focus is None or any(claim.fact.id in focus for claim in self.claims)

    def apart(self, other: Held) -> bool:
        """Whether the rule can find nothing between the two because of where they lie."""
        if self.extent is None or other.extent is None:
            return False
        return self.extent[1] < other.extent[0] or other.extent[1] < self.extent[0]


def buckets(
    claims: Iterable[Claim], selectors: Sequence[Selector], scope: Scope, judge: Judge
) -> dict[Bucket, list[Held]]:
    """The positions that one side of a rule takes, by what must be equal outright."""
    found: dict[Bucket, dict[tuple[str, Subject, str | None], Held]] = {}
    for claim in selected(claims, selectors, judge.rule.confidence):
        fact = claim.fact
        key = claim.says, fact.subject, fact.place
        positions = found.setdefault(scope.bucket(fact), {})
        if key not in positions:
            positions[key] = Held(judge.extent(fact))
        positions[key].claims.append(claim)
    return {bucket: list(positions.values()) for bucket, positions in found.items()}
