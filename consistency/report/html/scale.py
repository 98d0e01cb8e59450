"""A scale of days: where each stands, in per cent, and the ticks with their labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

_MARGIN = 6.0
"""Per cent left free on both sides, so that no label is cut off."""
_TICKS = 5
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24_000)
"""Months between ticks."""
_FIRST_MONTH, _LAST_MONTH = 12, 9999 * 12 + 11
"""January of the year 1, December of 9999."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From the first day of one month to that of another, with a tick every ``step`` months; time runs in the ``direction``."""

    first: dt.date
    last: dt.date
    step: int
    direction: Literal["ltr", "rtl"] = "ltr"

    def x(self, day: dt.date) -> str:
        """Where a day stands, as an SVG length."""
        share = (day - self.first).days / (self.last - self.first).days
        shown = share if self.direction == "ltr" else 1 - share
        return f"{_MARGIN + (100 - 2 * _MARGIN) * shown:.1f}%"

    def ticks(self) -> tuple[Tick, ...]:
        """First days of months, a few of them."""
        months = range(_month(self.first), _month(self.last) + 1, self.step)
        return tuple(Tick(self.x(_day(month)), self._label(_day(month))) for month in months)

    def _label(self, day: dt.date) -> str:
        return f"{day.year:04}" if self.step % 12 == 0 else f"{day.year:04}-{day.month:02}"


def scale(days: Iterable[dt.date], direction: Literal["ltr", "rtl"] = "ltr") -> Scale | None:
    """The scale that holds all the days; None where there are none."""
    found = sorted(days)
    if not found:
        return None
    first, last = _month(found[0]), _month(found[-1]) + 1
    step = next((step for step in _STEPS if (last - first) / step <= _TICKS), _STEPS[-1])
    return Scale(_day(first - first % step), _day(last), step, direction)


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _day(month: int) -> dt.date:
    """The first day of a month; the ends of the calendar stand for months beyond them."""
    if month < _FIRST_MONTH:
        return dt.date.min
    return dt.date(month // 12, month % 12 + 1, 1) if month <= _LAST_MONTH else dt.date.max
