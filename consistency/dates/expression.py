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

    def resolve(self, anchor: dt.date | None, *, ahead: bool = False) -> Interval:
        """The interval meant on the day ``anchor``; unresolved if that is needed but unknown, or leaves the calendar.

        ``ahead``: of what is to come; what names no year is then the next occurrence, if there is one.

        What names no year is the occurrence nearest to the anchor, the anchor's own year first; a word of direction
        ("last", "next", "since", "by") decides before nearness does.
        """
        try:
            first = next(self.meaning.periods(anchor), UNRESOLVED)
            if not ahead or anchor is None or first.end is None or first.end >= anchor:
                return first
            return next((p for p in self.meaning.periods(anchor) if p.end is not None and p.end >= anchor), first)
        except (OverflowError, ValueError):
            return UNRESOLVED

    def coming(self) -> DateExpression:
        """The same for what is still to come: a bare weekday is the next such day ("will begin on Sunday")."""
        return replace(self, meaning=coming(self.meaning))
