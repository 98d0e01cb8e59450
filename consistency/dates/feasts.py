"""Feasts: the day of a year that a rule of the lexicon names.

A rule is a base, then steps. Bases: ``12-25`` (month-day), ``h10-1`` (Hijri month-day), ``11/4/4`` (month, weekday from
Monday = 1, which one of the month, -1 the last), ``easter`` (western), ``pascha`` (eastern), or a list of ISO days.
Steps: ``+1``/``-2`` days; ``workday`` (a Saturday's is on Friday, a Sunday's on Monday); ``notsunday`` (on Saturday);
``friday`` (on the last Friday before); ``eve`` (from the evening before).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence

from consistency.dates.hijri import hijri_days
from consistency.dates.interval import Interval

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def feast(rule: str, year: int) -> Iterator[Interval]:
    """When the feast falls in ``year``: not at all, once, or twice in the Hijri year."""
    words = rule.split()
    bases = [word for word in words if _ISO.fullmatch(word)] or words[:1]
    for base in bases:
        for day in _base(base, year):
            yield _stepped(day, words[len(bases) :])


def _stepped(day: dt.date, steps: Sequence[str]) -> Interval:
    for step in steps:
        day += dt.timedelta(days=_step(day, step))
    return Interval(day - dt.timedelta(days="eve" in steps), day, "day")


def _step(day: dt.date, step: str) -> int:
    if step == "workday":
        return {5: -1, 6: 1}.get(day.weekday(), 0)
    if step == "notsunday":
        return -(day.weekday() == 6)
    if step == "friday":
        return -((day.weekday() - 5) % 7) - 1
    return 0 if step == "eve" else int(step)


def _base(base: str, year: int) -> list[dt.date]:
    if base == "easter":
        return [_easter(year)]
    if base == "pascha":
        return [_pascha(year)]
    if base.startswith("h"):
        month, day = map(int, base[1:].split("-"))
        return [found for found in hijri_days(month, day, year) if found.year == year]
    if "/" in base:
        return [_weekday_of_month(year, *map(int, base.split("/")))]
    if _ISO.fullmatch(base):
        return [dt.date.fromisoformat(base)] if base.startswith(f"{year}-") else []
    month, day = map(int, base.split("-"))
    return [dt.date(year, month, day)]


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> dt.date:
    if which > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-which - 1))


def _easter(year: int) -> dt.date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def _pascha(year: int) -> dt.date:
    """Eastern Easter Sunday: Meeus' Julian algorithm, turned into the Gregorian calendar (valid 1900-2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    f = d + e + 114
    return dt.date(year, f // 31, f % 31 + 1) + dt.timedelta(days=13)
