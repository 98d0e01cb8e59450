"""Closed intervals of days, and the calendar units that they are made of."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "unresolved"]
Unit = Literal["hour", "day", "week", "month", "quarter", "half", "year", "decade"]

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7}
_DAYS_OF_MONTH = 30


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from ``start`` to ``end``, both included; None leaves that side open or unknown."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        """Itself: what is known to the day needs no anchor."""
        yield self

    @property
    def floating(self) -> bool:
        return False


UNRESOLVED = Interval(None, None, "unresolved")


def one_day(day: dt.date) -> Interval:
    return Interval(day, day, "day")


def months(index: int, count: int, precision: Precision) -> Interval:
    """``count`` whole months from month ``index`` (twelve times the year, plus 0 for January)."""
    last = index + count - 1
    end = dt.date(last // 12, last % 12 + 1, calendar.monthrange(last // 12, last % 12 + 1)[1])
    return Interval(dt.date(index // 12, index % 12 + 1, 1), end, precision)


def year(number: int) -> Interval:
    return months(number * 12, 12, "year")


def period(unit: Unit, day: dt.date, offset: int = 0) -> Interval:
    """The unit of the calendar that holds ``day``, or the one ``offset`` units later; weeks begin on Monday."""
    if unit in ("day", "hour"):
        return one_day(day + dt.timedelta(days=offset))
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday() - 7 * offset)
        return Interval(monday, monday + dt.timedelta(days=6), "week")
    count = _MONTHS[unit]
    return months(((day.year * 12 + day.month - 1) // count + offset) * count, count, precision(unit))


def precision(unit: Unit) -> Precision:
    return "day" if unit == "hour" else unit


def shifted(day: dt.date, count: float, unit: Unit) -> dt.date:
    """The day ``count`` units later (earlier if negative); the 31st becomes the last day of a shorter month."""
    if unit in _DAYS:
        return day + dt.timedelta(days=math.copysign(math.ceil(abs(count) * _DAYS[unit]), count))
    whole, part = divmod(count * _MONTHS[unit], 1)
    index = day.year * 12 + day.month - 1 + int(whole)
    limit = calendar.monthrange(index // 12, index % 12 + 1)[1]
    return dt.date(index // 12, index % 12 + 1, min(day.day, limit)) + dt.timedelta(days=round(part * _DAYS_OF_MONTH))
