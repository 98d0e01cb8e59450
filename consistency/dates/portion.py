"""Parts of an interval: its end, its first days, its late third."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from consistency.dates.interval import Interval, months, one_day, period

Part = Literal["end", "beginning", "early", "middle", "late", "half1", "half2"]

_THIRDS = {"early": (0, 1), "middle": (1, 2), "late": (2, 3)}
_YEARS_OF_DECADE = {"early": (0, 4), "middle": (4, 7), "late": (7, 10)}
_HALVES = {"half1": (0, 1), "half2": (1, 2)}
_BEGINNINGS = {"quarter": "month", "half": "month", "season": "month", "year": "month", "decade": "year"}
_EARLY_DAYS = 10


def portion(part: Part, whole: Interval) -> Interval:
    """A part of ``whole``; a day has no parts, and what is open or unresolved keeps its limits.

    ``end`` is the last day; ``beginning`` the first unit (ten days of a month); early, middle and late are its thirds:
    days 1-10, 11-20 and 21 to the last of a month, four months each of a year, 1990-93, 94-96 and 97-99 of a decade.
    """
    if whole.start is None or whole.end is None or whole.start == whole.end:
        return whole
    if part == "end":
        return one_day(whole.end)
    if part == "beginning":
        return _beginning(whole, whole.start)
    if whole.precision == "decade" and part in _YEARS_OF_DECADE:
        first, last = _YEARS_OF_DECADE[part]
        return months((whole.start.year + first) * 12, (last - first) * 12, "decade")
    pieces, (first, last) = (3, _THIRDS[part]) if part in _THIRDS else (2, _HALVES[part])
    return _share(whole, pieces, first, last)


def _beginning(whole: Interval, start: dt.date) -> Interval:
    unit = _BEGINNINGS.get(whole.precision)
    if unit is not None:
        return period("year" if unit == "year" else "month", start)
    if whole.precision == "month":
        last = start + dt.timedelta(days=_EARLY_DAYS - 1)
        return Interval(start, min(last, whole.end or last), "month")
    return one_day(start)


def _share(whole: Interval, pieces: int, first: int, last: int) -> Interval:
    """From piece ``first`` to before piece ``last``, in whole months where they divide, else in days."""
    start, end = whole.start, whole.end
    assert start is not None
    assert end is not None
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    if count % pieces == 0 and start.day == 1:
        size = count // pieces
        index = start.year * 12 + start.month - 1
        precision = "half" if whole.precision == "year" and pieces == 2 else whole.precision
        return months(index + first * size, (last - first) * size, precision)
    days = (end - start).days + 1
    if days < pieces:
        return whole
    size = _EARLY_DAYS if count == 1 and days > 2 * _EARLY_DAYS and pieces == 3 else days // pieces
    until = end if last == pieces else start + dt.timedelta(days=last * size - 1)
    return Interval(start + dt.timedelta(days=first * size), until, whole.precision)
