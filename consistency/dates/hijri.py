"""The Hijri calendar (Umm al-Qura, 1343-1500 AH), as days of the Gregorian one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hijridate import Hijri

from consistency.dates.interval import Interval

FIRST, LAST = 1343, 1500


def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day; None where the tables end or the month has no such day."""
    if not FIRST <= year <= LAST or not 1 <= month <= 12:
        return None
    if not 1 <= day <= Hijri(year, month, 1).month_length():
        return None
    return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())


def hijri_month(year: int, month: int) -> Interval | None:
    """All days of a Hijri month."""
    start = hijri_day(year, month, 1)
    return None if start is None else Interval(start, start + dt.timedelta(days=_length(year, month) - 1), "month")


def hijri_year(year: int) -> Interval | None:
    """All days of a Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return None if first is None or last is None else Interval(first.start, last.end, "year")


def hijri_years(year: int) -> range:
    """The Hijri years that have a day in a Gregorian year."""
    about = (year - 622) * 33 // 32
    return range(about - 1, about + 3)


def hijri_days(month: int, day: int, year: int) -> Iterator[dt.date]:
    """Every such day in or near a Gregorian year, in order."""
    found = (hijri_day(y, month, day) for y in hijri_years(year))
    return (d for d in found if d is not None)


def _length(year: int, month: int) -> int:
    return Hijri(year, month, 1).month_length()
