"""Ranges: «من 3 إلى 7 مايو», «بين 2010 و2012», "from May to July", "3-7 May"."""

from __future__ import annotations

from typing import NamedTuple

from consistency.dates.cycle import Cycle
from consistency.dates.terms import Named, Stretch, Term
from consistency.language.dates.frames import placed
from consistency.language.dates.parts import DASHES, Found, day_of_month
from consistency.language.dates.points import point
from consistency.language.dates.years import plain_year
from consistency.language.numbers.quantities import changes
from consistency.language.wordindex import CONJUNCTION, WordIndex


class Range(NamedTuple):
    """A stretch from token ``first`` (its lead taken in) to before token ``last``."""

    first: int
    last: int
    term: Term


def date_range(index: WordIndex, i: int, start: Found | None) -> Range | None:
    """The range whose first end begins at token ``i``; ``start`` is that end if it is a date of its own."""
    between, led = index.ending(i, "link", "between"), index.ending(i, "link", "from")
    lead = between or led
    ends = _of_points(index, start, led=led is not None, between=between is not None) if start else None
    ends = ends or (_of_later_day(index, start, between=between is not None) if start else None)
    ends = ends or _of_days(index, i, between=between is not None)
    return Range(lead.first if lead else i, ends.last, ends.term) if ends and not changes(index, i) else None


def _of_points(index: WordIndex, start: Found, *, led: bool, between: bool) -> Found | None:
    night = _next_weekday(index, start)
    if night:
        return night
    at = _joint(index, start.last, between=between)
    if not at or not (led or between or index.text(start.last) in DASHES or _is_to(index, start.last)):
        return None
    opened = index.opened(at)
    second = point(opened, at) or plain_year(opened, at)
    return Found(second.last, Stretch(start.term, second.term)) if second else None


def _next_weekday(index: WordIndex, start: Found) -> Found | None:
    """«ليل الخميس الجمعة», «ليل الخميس/الجمعة»: the night between two days."""
    at = start.last + (index.text(start.last) == "/")
    word = index.word(at, "weekday") if index.language == "ar" else None
    term = start.term
    if word is None or "article" not in word.features or not isinstance(term, Named) or term.cycle.kind != "weekday":
        return None
    cycle = Cycle("weekday", (int(word.id),))
    follows = cycle.numbers[0] == term.cycle.numbers[0] % 7 + 1
    return Found(word.last, Stretch(term, Named(cycle, lean="since"))) if follows else None


def _is_to(index: WordIndex, i: int) -> bool:
    return index.word(i, "link", "to") is not None


def _of_days(index: WordIndex, i: int, *, between: bool) -> Found | None:
    """Two days of the one month that is named with one of them: «من العاشر إلى الثاني عشر من أيلول», "May 3-7"."""
    first = day_of_month(index, i)
    at = _joint(index, first.last, between=between) if first else 0
    last = point(index.opened(at), at) if at else None
    if first is None or last is None or not isinstance(last.term, Named) or last.term.cycle.kind != "date":
        return None
    month, day = last.term.cycle.numbers
    if not first.number < day:
        return None
    return Found(
        last.last, Stretch(Named(Cycle("date", (month, first.number)), last.term.within, last.term.lean), last.term)
    )


def _of_later_day(index: WordIndex, start: Found, *, between: bool) -> Found | None:
    """A day and a later one of the same month: "May 3-7, 2020"."""
    at = _joint(index, start.last, between=between)
    last = day_of_month(index, at) if at else None
    term = start.term
    if last is None or not isinstance(term, Named) or term.cycle.kind != "date" or index.word(last.last, "unit"):
        return None
    month, day = term.cycle.numbers
    if not day < last.number:
        return None
    found = placed(index, last.last, Cycle("date", (month, last.number)))
    within = found.term.within if isinstance(found.term, Named) else None
    return Found(found.last, Stretch(Named(term.cycle, within or term.within, term.lean), found.term))


def _joint(index: WordIndex, i: int, *, between: bool) -> int:
    """The token at which the second end begins; 0 where nothing joins."""
    to = index.word(i, "link", "to")
    if to or index.text(i) in DASHES:
        return to.last if to else i + 1
    if between and (index.text(i) == CONJUNCTION or index.word(i, "link", "and")):
        return i + 1
    return i if between and index.is_joined(i) else 0
