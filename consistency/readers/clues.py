"""What the dates of a text tell of the day on which it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import NamedTuple

from consistency.dates.terms import At, Current, Either, Named, Ordinal, Portion, Stretch, Term, Told

_DATES = ("date", "hijri_date")
_WEEK = 7
_LATE = 1
"""How many days after its date of publication a story may date itself: elsewhere it is tomorrow already."""
_YEAR = 366


class Clue(NamedTuple):
    """A day, as far as the words name it, ``offset`` days from the day of writing; or the year of writing."""

    day: dt.date | None = None
    date: tuple[int, int] | None = None
    weekday: int | None = None
    year: int | None = None
    offset: int = 0

    @property
    def names_day(self) -> bool:
        """Whether a day is named, not only the year."""
        return self.year is None

    def fits(self, written: dt.date) -> bool:
        """Whether the text can be written on a day."""
        named = written + dt.timedelta(days=self.offset)
        return (
            self.day in (None, named)
            and self.date in (None, (named.month, named.day))
            and self.weekday in (None, named.isoweekday())
            and self.year in (None, written.year)
        )


def clue(term: Term) -> Clue | None:
    """What a date with a word such as today, yesterday or this year beside it tells of the day of writing."""
    match term:
        case At(term=named, base=Current(unit="day", offset=offset, base=None)):
            return _naming(named, offset)
        case Told(term=named, seen=Current(unit="day", offset=offset, base=None)):
            return _naming(named, offset)
        case Told(term=named, seen=Current(unit="year", offset=offset, base=None)):
            year = next(named.periods(None), None)
            return Clue(year=year.start.year - offset) if year and year.start else None
        case Portion(of=inner) | Ordinal(of=inner) | Named(within=inner) if inner is not None:
            return clue(inner)
        case Stretch(first=first, last=last):
            return clue(last) or clue(first)
    return None


def naming(term: Term) -> Clue | None:
    """The same of a date that is itself the day of writing, such as that of a dateline."""
    return clue(term) or _naming(term, 0)


def _naming(term: Term, offset: int) -> Clue | None:
    match term:
        case Told(term=inner):
            return _naming(inner, offset)
        case Either(options=(Named(cycle=weekday, within=Named() as date), *_)):
            found = _naming(date, offset)
            return found and found._replace(weekday=weekday.numbers[0])
        case Named(cycle=cycle, within=None) if cycle.kind == "weekday":
            return Clue(weekday=cycle.numbers[0], offset=offset)
        case Named(cycle=cycle, within=None) if cycle.kind == "date":
            return Clue(date=(cycle.numbers[0], cycle.numbers[1]), offset=offset)
    day = whole_day(term)
    return Clue(day=day, offset=offset) if day else None


def whole_day(term: Term) -> dt.date | None:
    """The day of a date that is written out: day, month and year."""
    if isinstance(term, Told):
        return whole_day(term.term)
    if isinstance(term, Named) and term.cycle.kind not in _DATES:
        return None
    if isinstance(term, Portion | Ordinal | Stretch):
        return None
    found = next(term.periods(None), None)
    return found.start if found and found.start == found.end and found.precision == "day" else None


def fixed_day(clues: Collection[Clue], years: Collection[int] = ()) -> dt.date | None:
    """The one day of writing that all clues allow and together fix.

    ``years`` are likely years; they count only where a weekday bears them out.
    """
    sure = {c.year for c in clues if c.year is not None}
    likely = set(years) if any(c.weekday for c in clues) else set()
    days = {day for day in _candidates(clues, sure or likely) if all(c.fits(day) for c in clues)}
    return days.pop() if len(days) == 1 else None


def latest_day(clues: Collection[Clue], published: dt.date) -> dt.date | None:
    """The last day of writing, not later than the day of publication, that all clues allow."""
    end = published + dt.timedelta(days=_LATE)
    near = {end - dt.timedelta(days=days) for days in range(_WEEK)} if any(c.weekday for c in clues) else set()
    dated = set(_candidates(clues, range(end.year - 1, end.year + 1)))
    days = [day for day in dated or near if 0 <= (end - day).days <= _YEAR and all(c.fits(day) for c in clues)]
    return max(days, default=None)


def _candidates(clues: Collection[Clue], years: Collection[int]) -> Iterator[dt.date]:
    for each in clues:
        back = dt.timedelta(days=-each.offset)
        if each.day:
            yield each.day + back
        for year in years if each.date else ():
            for near in (year - 1, year, year + 1):
                day = _date(near, each.date)
                if day and (day + back).year == year:
                    yield day + back


def _date(year: int, date: tuple[int, int] | None) -> dt.date | None:
    try:
        return dt.date(year, *date) if date else None
    except ValueError:
        return None
