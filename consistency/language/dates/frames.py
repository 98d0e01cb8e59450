"""Frames: the periods that other dates lie in («من العام الجاري», "of next year", ", 2021")."""

from __future__ import annotations

from typing import cast

from consistency.dates.cycle import Cycle
from consistency.dates.interval import Interval, Unit
from consistency.dates.interval import year as gregorian
from consistency.dates.terms import Current, Lean, Named, Onward, Portion, Term, Told
from consistency.language.dates.parts import (
    COMMAS,
    Found,
    direction_after,
    direction_before,
    edge_word,
    lean_of,
    longest,
)
from consistency.language.dates.spans import distance_frame
from consistency.language.dates.years import hijri_plain_year, plain_year
from consistency.language.wordindex import WordIndex, once
from consistency.model import Mention

_WEEK = 7
_STOPS = frozenset({".", "!", "?", "؟", ";", "؛"})


@once
def relative(index: WordIndex, i: int) -> Found | None:
    """«العام الجاري», «هذا الأسبوع», "last month", «ذلك الشهر»: a unit of the calendar with its direction."""
    before = direction_before(index, i)
    unit = _unit(index, before.last if before else index.after(i, "link", "the"))
    if unit is None or (before and index.language == "ar" and "article" not in unit.features):
        return same(index, i)
    word = before or direction_after(index, unit.last)
    if word is None:
        return same(index, i)
    told = "told" in word.features
    base = index.referent if told and _is_day(index.referent) else None
    if unit.id == "day" and base is None and (told or (index.language == "en" and word.id != "this")):
        return None
    last = max(word.last, unit.last)
    current = Current(cast(Unit, unit.id), int(word.features["offset"]), base)
    number = _year_beside(index, last) if unit.id == "year" else None
    return Found(number.last, Told(number.term, current)) if number else Found(last, current)


def _year_beside(index: WordIndex, i: int) -> Found | None:
    """The number of the year that was just named: «العام الجاري 2021», "this year (2014)", "this year, 2014,"."""
    if index.text(i).isdecimal():
        return plain_year(index, i)
    marked = index.text(i) == "(" or index.text(i) in COMMAS
    number = plain_year(index, i + 1) if marked and index.text(i + 1).isdecimal() else None
    if number is None:
        return None
    if index.text(i) == "(":
        return Found(number.last + 1, number.term) if index.text(number.last) == ")" else None
    return None if index.text(number.last)[:1].isalnum() else number


def _is_day(term: Term | None) -> bool:
    """Whether a term means one day, which "the following week" can be told from."""
    if isinstance(term, Told):
        return _is_day(term.term)
    if isinstance(term, Named):
        return term.cycle.kind in ("weekday", "monthday", "date", "hijri_date", "feast")
    return isinstance(term, Interval) and term.start == term.end


def same(index: WordIndex, i: int) -> Found | None:
    """«ذلك الشهر», «العام نفسه», "that year": the unit of the date that was named last."""
    before = index.word(i, "same")
    unit = _unit(index, before.last if before else i)
    after = index.word(unit.last, "same_after") if unit else None
    if unit is None or not (before or after) or index.referent is None:
        return None
    return Found(after.last if after else unit.last, Current(cast(Unit, unit.id), 0, index.referent))


def _unit(index: WordIndex, i: int) -> Mention | None:
    """A single unit of the calendar, days and more."""
    word = index.word(i, "calendar_unit")
    plain = word and word.features.get("number") != "p" and "count" not in word.features and word.id != "hour"
    return word if plain else None


def bare_unit(index: WordIndex, i: int) -> Found | None:
    """«العام», "the month": the current one, where a part of it is named."""
    start = index.after(i, "link", "the")
    unit = _unit(index, start)
    definite = unit and (start > i or "article" in unit.features)
    if unit is None or not definite or unit.id == "day":
        return None
    kind = cast(Unit, unit.id)
    return Found(unit.last, Onward(kind, index.referent) if index.referent and _is_told(index, i) else Current(kind))


def _is_told(index: WordIndex, i: int) -> bool:
    """Whether the date that was named last stands in the same sentence as token ``i`` and needs no other to place it."""
    fixed = index.referent is not None and not index.referent.floating
    return fixed and not any(index.text(k) in _STOPS for k in range(index.told, i))


def edged(index: WordIndex, i: int) -> Found | None:
    """«نهاية العام الجاري», "the end of the year": a part of a year, month or week."""
    edge = edge_word(index, i)
    inner = edge and longest(
        edged(index, edge.last), plain_year(index, edge.last), relative(index, edge.last), bare_unit(index, edge.last)
    )
    if edge is None or inner is None:
        return None
    return Found(inner.last, Portion(edge.part, inner.term) if edge.part else inner.term)


def year_frame(index: WordIndex, i: int, *, hijri: bool = False) -> Found | None:
    """The year (or part of it) that a month, a day, a season lies in, with the link or comma before it."""
    number = hijri_plain_year if hijri else plain_year
    if index.text(i) in COMMAS:
        return number(index, i + 1) if index.text(i + 1).isdecimal() else None
    if i not in index.openings:
        return None
    start = index.after(i, "link", "of", "in")
    return longest(number(index, start), relative(index, start), edged(index, start), distance_frame(index, i))


def _short_year(index: WordIndex, i: int) -> Found | None:
    """Two figures behind a month, where no word follows that they could count ("14 April 15.")."""
    text = index.text(i)
    if len(text) != 2 or not text.isdecimal() or index.language != "en" or index.text(i + 1)[:1].isalnum():
        return None
    return Found(i + 1, gregorian(2000 + int(text))) if not index.glued(i + 1) or index.text(i + 1) in ".,;)" else None


def placed(index: WordIndex, last: int, cycle: Cycle, before: Mention | None = None) -> Found:
    """A cycle with the direction or the year that fixes it: «أيلول المقبل», "next March", "5 May 2020"."""
    word = before or direction_after(index, last)
    if word:
        after = last if before else word.last
        skip = index.word(after, "skip")
        return Found(skip.last if skip else after, _directed(cycle, word))
    skip = index.word(last, "skip")
    if skip:
        return Found(skip.last, Named(cycle, lean="next", skip=1))
    hijri = cycle.kind.startswith("hijri")
    frame = None if cycle.length == _WEEK else year_frame(index, last, hijri=hijri)
    frame = frame or (_short_year(index, last) if cycle.kind == "date" else None)
    return Found(frame.last, Named(cycle, frame.term)) if frame else Found(last, Named(cycle, lean=_usual(cycle)))


def _directed(cycle: Cycle, word: Mention) -> Named:
    lean = lean_of(word)
    if lean is not None:
        return Named(cycle, lean=lean)
    return Named(cycle, Current("year")) if cycle.length > 31 else Named(cycle, lean="until")


def _usual(cycle: Cycle) -> Lean:
    """A bare weekday is the latest such day, never one to come."""
    return "since" if cycle.kind == "weekday" else "near"
