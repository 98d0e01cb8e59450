"""Terms: what the words of a date mean, before an anchor fixes it.

Every term gives its ``periods`` for an anchor, the likeliest first; none without an anchor that it needs. A term is
``floating`` when only the anchor says which of many occurrences is meant ("in March", but not "in March 2015").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, cast

from consistency.dates.cycle import Cycle
from consistency.dates.interval import Interval, Unit, period, precision, shifted
from consistency.dates.portion import Part, portion

Lean = Literal["past", "since", "near", "nearest", "ahead", "until", "next"]
"""Which occurrence is meant: one that is over; the latest begun; the nearest, with a liking for the anchor's own year,
or with none, or with one for the future; the first not over; the first that is still to begin."""

_FRAMES = 8
_HOURS = 24
_OTHER_YEAR = {"feast": 10.0, "weekday": 1.0, "weekend": 1.0, "monthday": 1.0}
_USUAL = 2.5
"""An occurrence of the anchor's own year is meant, unless one of another year is more than so many times as near;
feasts are looked forward to as soon as they are over."""
_BEHIND = 4.0
"""What looks ahead means what is past only if that is more than so many times as near."""


@dataclass(frozen=True, slots=True)
class Current:
    """The unit that holds the anchor (or the day of ``base``), or the one ``offset`` units later."""

    unit: Unit
    offset: int = 0
    base: Term | None = None

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        day = _day_of(self.base, anchor)
        if day is not None:
            yield period(self.unit, day, self.offset)

    @property
    def floating(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Onward:
    """The unit that holds the anchor, or the day of ``base`` where that is later ("in mid-2027, … by the end of the year")."""

    unit: Unit
    base: Term

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        told = _day_of(self.base, anchor)
        if anchor is not None:
            yield period(self.unit, max(anchor, told) if told else anchor)

    @property
    def floating(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Named:
    """An occurrence of a cycle: inside ``within``, or else by the anchor and ``lean``; ``skip`` passes over so many."""

    cycle: Cycle
    within: Term | None = None
    lean: Lean = "near"
    skip: int = 0

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        if self.within is not None:
            return self._inside(islice(self.within.periods(anchor), _FRAMES))
        return iter(()) if anchor is None else islice(self._around(anchor), self.skip, None)

    def _inside(self, frames: Iterator[Interval]) -> Iterator[Interval]:
        return (o for f in frames if f.start and f.end for o in self.cycle.between(f.start, f.end))

    def _around(self, anchor: dt.date) -> Iterator[Interval]:
        reach = dt.timedelta(days=self.cycle.length * (self.skip + 2))
        near = list(self.cycle.between(anchor - reach, anchor + reach))
        if self.lean in ("past", "since"):
            return (o for o in reversed(near) if _before(o, anchor, self.lean))
        if self.lean in ("until", "next"):
            return (o for o in near if not _before(o, anchor, "past" if self.lean == "until" else "since"))
        liking = _OTHER_YEAR.get(self.cycle.kind, _USUAL) if self.lean == "near" else 1
        return iter(sorted(near, key=lambda o: _remoteness(o, anchor, liking, self.lean == "ahead")))

    @property
    def floating(self) -> bool:
        return self.within is None or self.within.floating


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of another term: its end, its middle, its first half."""

    part: Part
    of: Term

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        return (portion(self.part, whole) for whole in self.of.periods(anchor))

    @property
    def floating(self) -> bool:
        return self.of.floating


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The n-th (from the end if negative) occurrence of a cycle inside another term."""

    number: int
    cycle: Cycle
    of: Term

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        index = self.number - 1 if self.number > 0 else self.number
        for frame in islice(self.of.periods(anchor), _FRAMES):
            found = list(self.cycle.between(frame.start, frame.end)) if frame.start and frame.end else []
            if -len(found) <= index < len(found):
                yield found[index]

    @property
    def floating(self) -> bool:
        return self.of.floating


@dataclass(frozen=True, slots=True)
class At:
    """A term as seen from the day of another one: «the third Tuesday after Christmas», "today, Thursday"."""

    term: Term
    base: Term

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        day = _day_of(self.base, anchor)
        return iter(()) if day is None else self.term.periods(day)

    @property
    def floating(self) -> bool:
        return self.base.floating


@dataclass(frozen=True, slots=True)
class Distance:
    """The day that lies ``count`` units from the anchor, or from the day of ``base``; years from now mean a month."""

    count: float
    unit: Unit
    base: Term | None = None

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        day = _day_of(self.base, anchor, last=self.count > 0)
        if day is not None:
            coarse = self.base is None and self.unit in ("year", "decade")
            days = self.unit == "hour"
            count, unit = (int(self.count / _HOURS), "day") if days else (self.count, self.unit)
            yield period("month" if coarse else "day", shifted(day, count, cast(Unit, unit)))

    @property
    def floating(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Reach:
    """The stretch from the anchor ``count`` units forward (``sign`` 1) or back (-1); open if ``count`` is None."""

    count: float | None
    unit: Unit
    sign: int

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        if anchor is not None:
            other = None if self.count is None else shifted(anchor, self.sign * self.count, self.unit)
            ends = (anchor, other) if self.sign > 0 else (other, anchor)
            yield Interval(ends[0], ends[1], precision(self.unit))

    @property
    def floating(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first day of one term to the last day of another; each helps to place the other one."""

    first: Term
    last: Term

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        pairs = self._forward(anchor) if self.last.floating and not self.first.floating else self._backward(anchor)
        for first, last in pairs:
            if first.start and last.end and first.start <= last.end:
                yield Interval(first.start, last.end, last.precision)

    def _backward(self, anchor: dt.date | None) -> Iterator[tuple[Interval, Interval]]:
        for last in islice(self.last.periods(anchor), _FRAMES):
            term = leaning(self.first, "since") if self.first.floating else self.first
            first = next(term.periods(last.start if self.first.floating else anchor), None)
            if first is not None:
                yield first, last

    def _forward(self, anchor: dt.date | None) -> Iterator[tuple[Interval, Interval]]:
        for first in islice(self.first.periods(anchor), _FRAMES):
            last = next(leaning(self.last, "until").periods(first.start), None)
            if last is not None:
                yield first, last

    @property
    def floating(self) -> bool:
        return self.first.floating and self.last.floating


@dataclass(frozen=True, slots=True)
class Either:
    """The first of several readings that the calendar allows («الأربعاء الثاني من أيار»: the 2nd, if that is one)."""

    options: tuple[Term, ...]

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        return (found for option in self.options for found in option.periods(anchor))

    @property
    def floating(self) -> bool:
        return any(option.floating for option in self.options)


@dataclass(frozen=True, slots=True)
class Told:
    """A time told twice: by the calendar, which counts, and as ``seen`` from the day of writing («العام الجاري 2021»)."""

    term: Term
    seen: Term

    def periods(self, anchor: dt.date | None) -> Iterator[Interval]:
        return self.term.periods(anchor)

    @property
    def floating(self) -> bool:
        return self.term.floating


Term = Interval | Current | Onward | Named | Portion | Ordinal | At | Distance | Reach | Stretch | Either | Told


def leaning(term: Term, lean: Lean) -> Term:
    """A floating term with another direction; one that has a direction of its own, or needs none, as it is."""
    if isinstance(term, Named) and term.within is None:
        own = "since" if term.cycle.kind == "weekday" else "near"
        return replace(term, lean=lean) if term.lean == own else term
    if isinstance(term, Named) and term.within is not None:
        return replace(term, within=leaning(term.within, lean))
    if isinstance(term, Portion | Ordinal):
        return replace(term, of=leaning(term.of, lean))
    if isinstance(term, Either):
        return Either(tuple(leaning(option, lean) for option in term.options))
    if isinstance(term, Told):
        return replace(term, term=leaning(term.term, lean))
    return term


def coming(term: Term) -> Term:
    """A bare weekday as the next such day, for what is said to be still to come; any other term as it is."""
    bare = isinstance(term, Named) and term.cycle.kind == "weekday" and term.within is None
    if isinstance(term, Named) and bare and term.lean not in ("past", "next"):
        return replace(term, lean="until")
    return term


def _day_of(base: Term | None, anchor: dt.date | None, *, last: bool = False) -> dt.date | None:
    if base is None:
        return anchor
    found = next(base.periods(anchor), None)
    return None if found is None else found.end if last else found.start


def _before(occurrence: Interval, anchor: dt.date, lean: str) -> bool:
    """Whether it is over ("past"), or has at least begun ("since"), on the day of the anchor."""
    assert occurrence.start is not None
    assert occurrence.end is not None
    return occurrence.end < anchor if lean == "past" else occurrence.start <= anchor


def _remoteness(occurrence: Interval, anchor: dt.date, liking: float, ahead: bool) -> tuple[float, bool]:
    assert occurrence.start is not None
    assert occurrence.end is not None
    if occurrence.start <= anchor <= occurrence.end:
        return 0, False
    middle = occurrence.start + (occurrence.end - occurrence.start) / 2
    days = abs((middle - anchor).days)
    behind = middle < anchor
    weight = (_BEHIND if ahead and behind else 1) / (liking if middle.year == anchor.year else 1)
    return days * weight, behind
