"""Date expressions: the words as written, and what they mean on a given day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from consistency.dates.interval import UNRESOLVED, Interval
from consistency.dates.terms import Term, coming


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the source words it; ``meaning`` becomes an interval once it is known when the words were said."""

    words: str
    meaning: Term

    def resolve(self, anchor: dt.date | None) -> Interval:
        """The interval meant on the day ``anchor``; unresolved if that is needed but unknown, or leaves the calendar.

        What names no year is the occurrence nearest to the anchor, the anchor's own year first; a word of direction
        ("last", "next", "since", "by") decides before nearness does.
        """
        try:
            return next(self.meaning.periods(anchor), UNRESOLVED)
        except (OverflowError, ValueError):
            return UNRESOLVED

    def coming(self) -> DateExpression:
        """The same for what is still to come: a bare weekday is the next such day ("will begin on Sunday")."""
        return replace(self, meaning=coming(self.meaning))
