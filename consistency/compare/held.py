"""Positions as the rules compare them: what is said of one subject, and the claims that say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from consistency.compare.claims import Claim
from consistency.compare.comparators import Extent
from consistency.compare.judges import Judge
from consistency.compare.timing import Timeline, runs
from consistency.model import Fact, Subject

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

    def apart(self, other: Held) -> bool:
        """Whether the rule can find nothing between the two because of where they lie."""
        if self.extent is None or other.extent is None:
            return False
        return self.extent[1] < other.extent[0] or other.extent[1] < self.extent[0]


def positions(claims: Iterable[Claim], judge: Judge) -> list[Held]:
    """The positions that claims take, in the order of their first claims."""
    found: dict[tuple[str, Subject, str | None], Held] = {}
    for claim in claims:
        fact = claim.fact
        key = claim.says, fact.subject, fact.place
        if key not in found:
            found[key] = Held(judge.extent(fact))
        found[key].claims.append(claim)
    return list(found.values())


def in_time(held: Iterable[Held], days: int | None) -> Iterator[Held]:
    """The positions, each in parts: what is said again after more than so many days is taken up anew."""
    for one in held:
        parts = list(runs(one.claims, days))
        yield from (Held(one.extent, _as_before(one.claims, part)) for part in parts) if len(parts) > 1 else (one,)


def _as_before(claims: Sequence[Claim], part: Sequence[Claim]) -> Position:
    wanted = set(map(id, part))
    return [claim for claim in claims if id(claim) in wanted]


def touched(claims: Iterable[Claim], focus: Focus) -> bool:
    """Whether one of the claims is looked at."""
    return focus is None or any(claim.fact.id in focus for claim in claims)
