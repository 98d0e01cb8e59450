"""Positions as the rules compare them: what is said of one subject, and the claims that say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from consistency.compare.claims import Claim
from consistency.compare.comparators import Extent, apart
from consistency.compare.judges import Judge
from consistency.compare.timing import Timeline
from consistency.model import Fact, Subject

Position = list[Claim]
Focus = Collection[str] | None
"""Ids of the facts about which something is to be found; None: of all."""


@dataclass(eq=False)
class Held:
    """One position; its ``timeline`` is made when all its claims are there. ``extent``: see ``Judge.extent``.

    ``fresh`` are those of its claims that are in ``focus``.
    """

    extent: Extent | None
    focus: Focus = None
    claims: Position = field(default_factory=list)

    @property
    def fact(self) -> Fact:
        return self.claims[0].fact

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline(self.claims)

    @cached_property
    def fresh(self) -> Timeline:
        return self.timeline if self.focus is None else Timeline(fresh(self.claims, self.focus))

    def apart(self, other: Held) -> bool:
        """Whether the rule can find nothing between the two because of where they lie."""
        return apart(self.extent, other.extent)


def positions(claims: Iterable[Claim], judge: Judge, focus: Focus) -> list[Held]:
    """The positions that claims take, in the order of their first claims."""
    found: dict[tuple[str, Subject, str | None], Held] = {}
    for claim in claims:
        fact = claim.fact
        key = claim.says, fact.subject, fact.place
        if key not in found:
            found[key] = Held(judge.extent(fact), focus)
        found[key].claims.append(claim)
    return list(found.values())


def fresh(claims: Iterable[Claim], focus: Focus) -> Position:
    """Those of the claims that are looked at."""
    return [claim for claim in claims if focus is None or claim.fact.id in focus]
