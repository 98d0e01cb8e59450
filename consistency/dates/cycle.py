"""Cycles: what comes back in the calendar (a weekday, the third of May, a summer, a feast)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, cast

from consistency.dates.feasts import feast
from consistency.dates.hijri import hijri_days, hijri_month, hijri_years
from consistency.dates.interval import Interval, Unit, months, one_day, period

Kind = Literal[
    "weekday",
    "weekend",
    "monthday",
    "month",
    "date",
    "quarter",
    "half",
    "season",
    "feast",
    "hijri_month",
    "hijri_date",
    "unit",
]

_WEEK, _MONTH, _YEAR = 7, 31, 366
_LENGTHS = {"weekday": _WEEK, "weekend": _WEEK, "monthday": _MONTH}


@dataclass(frozen=True, slots=True)
class Cycle:
    """Something that recurs. ``numbers`` by kind: weekday (Monday = 1), weekend (its first weekday), monthday (day),
    month, date (month, day), quarter, half, season (1 spring to 4 winter, which begins in December).
    ``rule``: a feast's, or a unit's name.
    """

    kind: Kind
    numbers: tuple[int, ...] = ()
    rule: str = ""

    @property
    def length(self) -> int:
        """The most days from one occurrence to the next (the 29th of February apart)."""
        return _LENGTHS.get(self.kind, _YEAR)

    def between(self, start: dt.date, end: dt.date) -> Iterator[Interval]:
        """The occurrences that begin from ``start`` to ``end``, in order; of a unit those that lie inside."""
        finder = _DAILY.get(self.kind)
        if finder is not None:
            yield from finder(self, start, end)
            return
        for year in range(start.year - 1, end.year + 1):
            for found in _YEARLY[self.kind](self, year):
                if found.start is not None and start <= found.start <= end:
                    yield found


def _weekdays(cycle: Cycle, start: dt.date, end: dt.date) -> Iterator[Interval]:
    day = start + dt.timedelta(days=(cycle.numbers[0] - start.isoweekday()) % _WEEK)
    while day <= end:
        yield one_day(day)
        day += dt.timedelta(days=_WEEK)


def _weekends(cycle: Cycle, start: dt.date, end: dt.date) -> Iterator[Interval]:
    for first in _weekdays(cycle, start, end):
        if first.start is not None:
            yield Interval(first.start, first.start + dt.timedelta(days=1), "day")


def _monthdays(cycle: Cycle, start: dt.date, end: dt.date) -> Iterator[Interval]:
    for index in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        found = _day(index // 12, index % 12 + 1, cycle.numbers[0])
        if found is not None and start <= found <= end:
            yield one_day(found)


def _units(cycle: Cycle, start: dt.date, end: dt.date) -> Iterator[Interval]:
    unit = cast(Unit, cycle.rule)
    found = period(unit, start)
    while found.start is not None and found.end is not None and found.end <= end:
        if found.start >= start:
            yield found
        found = period(unit, found.end + dt.timedelta(days=1))


def _date(cycle: Cycle, year: int) -> Iterator[Interval]:
    found = _day(year, *cycle.numbers)
    if found is not None:
        yield one_day(found)


def _hijri_month(cycle: Cycle, year: int) -> Iterator[Interval]:
    found = (hijri_month(y, cycle.numbers[0]) for y in hijri_years(year))
    return (m for m in found if m is not None and m.start is not None and m.start.year == year)


def _hijri_date(cycle: Cycle, year: int) -> Iterator[Interval]:
    month, day = cycle.numbers
    return (one_day(found) for found in hijri_days(month, day, year) if found.year == year)


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


_DAILY: dict[str, Callable[[Cycle, dt.date, dt.date], Iterator[Interval]]] = {
    "weekday": _weekdays,
    "weekend": _weekends,
    "monthday": _monthdays,
    "unit": _units,
}
_YEARLY: dict[str, Callable[[Cycle, int], Iterator[Interval]]] = {
    "month": lambda cycle, year: iter([months(year * 12 + cycle.numbers[0] - 1, 1, "month")]),
    "date": _date,
    "quarter": lambda cycle, year: iter([months(year * 12 + 3 * (cycle.numbers[0] - 1), 3, "quarter")]),
    "half": lambda cycle, year: iter([months(year * 12 + 6 * (cycle.numbers[0] - 1), 6, "half")]),
    "season": lambda cycle, year: iter([months(year * 12 + 3 * cycle.numbers[0] - 1, 3, "season")]),
    "feast": lambda cycle, year: feast(cycle.rule, year),
    "hijri_month": _hijri_month,
    "hijri_date": _hijri_date,
}
