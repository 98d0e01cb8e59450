"""Which of the claims that a memory came up with a rule could link with those it was asked for."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from consistency.compare.claims import Claim, says
from consistency.compare.comparators import Extent, apart
from consistency.model import Fact

Window = tuple[int | None, int | None]
"""How many days before and after a claim another one may lie (None: without limit)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A fact, whether a rule takes it on its left side and on its right side, and where it lies (see ``Judge.extent``)."""

    fact: Fact
    left: bool
    right: bool
    extent: Extent | None


Windows = Callable[[Taken, Taken], Iterable[Window]]
"""Where claims of the second fact's position may lie around one of the first's for a rule to link them; none: nowhere."""


@dataclass
class _Days:
    """Days on which something was said, in order."""

    days: list[int] = field(default_factory=list)

    def near(self, day: dt.date | None, window: Window) -> bool:
        """Whether a day lies in the window around one of its days."""
        before, after = window
        if before is None or after is None:
            return before is after or day is not None
        if day is None:
            return False
        at = bisect_left(self.days, day.toordinal() - after)
        return at < len(self.days) and self.days[at] <= day.toordinal() + before


@dataclass
class _Said(_Days):
    """A position, and the days on which it was taken."""

    taken: Taken = field(kw_only=True)


class Sieve:
    """Claims of one bucket from which a rule is followed; ``reach`` is how far apart in days it links any (None: any day).

    ``alike``: whether it links claims that say the very same.
    """

    def __init__(
        self, held: Iterable[tuple[Claim, Taken]], windows: Windows, reach: int | None, *, alike: bool
    ) -> None:
        self._alike = alike
        self._windows = windows
        self._wide: Window = (None, None) if reach is None else (reach, reach)
        self._said: dict[tuple[str, str, str, str | None], _Said] = {}
        for claim, taken in held:
            said = self._said.setdefault(_key(claim.says, claim.fact), _Said(taken=taken))
            said.days.extend([claim.day.toordinal()] if claim.day else [])
        for said in self._said.values():
            said.days.sort()
        self._any = _Days(sorted(day for said in self._said.values() for day in said.days))

    def reaches(self, days: Sequence[dt.date | None]) -> bool:
        """Whether any of these was said near enough to one of the days."""
        return any(self._any.near(day, self._wide) for day in days)

    def chosen(self, taken: Taken, days: Sequence[dt.date | None]) -> list[bool]:
        """Of the claims of one position, said on some days, those that may be linked with one of these."""
        touching = (said for said in self._said.values() if not apart(said.taken.extent, taken.extent))
        near = [said for said in touching if any(said.near(day, self._wide) for day in days)]
        met = [(said, window) for said in near for window in self._windows(said.taken, taken)]
        same = self._said.get(_key(says(taken.fact), taken.fact)) if self._alike else None
        met += [(same, self._wide)] if same else []
        return [any(said.near(day, window) for said, window in met) for day in days]


def _key(told: str, fact: Fact) -> tuple[str, str, str, str | None]:
    return told, fact.subject.party, fact.subject.component, fact.place
