"""Points: every way to name one period, with the parts of it; what ranges and durations are built on."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import cast

from consistency.dates.interval import Unit
from consistency.dates.terms import Current, Portion
from consistency.language.dates.counted import (
    closest,
    day_of_feast,
    first_of,
    nth,
    week_of,
    weekday_of_month,
    weekday_of_week,
)
from consistency.language.dates.days import day
from consistency.language.dates.frames import bare_unit, relative
from consistency.language.dates.months import month, month_name
from consistency.language.dates.numeric import numeric
from consistency.language.dates.parts import DASHES, Found, edge_word, longest
from consistency.language.dates.periods import decade, feast, half, quarter, season, weekend
from consistency.language.dates.years import bare_year, plain_year, year
from consistency.language.wordindex import WordIndex

Rule = Callable[[WordIndex, int], Found | None]


def point(index: WordIndex, i: int) -> Found | None:
    """The longest reading of one period at token ``i``."""
    if i not in index.openings:
        return None
    start = index.after(i, "link", "the")
    return longest(_at(index, i), _at(index.opened(start), start) if start > i else None)


def _at(index: WordIndex, i: int) -> Found | None:
    return longest(*(rule(index, i) for rule in _rules(frozenset(index.kinds(i)))))


@lru_cache(maxsize=1000)
def _rules(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that may read what begins with words of these kinds, each once."""
    return tuple(dict.fromkeys(rule for kind in sorted(kinds) for rule in _RULES.get(kind, ())))


def edge(index: WordIndex, i: int) -> Found | None:
    """«نهاية العام الجاري», «أواخر أيلول», "mid-2011", "the end of next month"."""
    word = edge_word(index, i)
    if word is None:
        return _half_of_month(index, i)
    inner = longest(point(index, word.last), plain_year(index, word.last), bare_unit(index, word.last))
    if inner is None:
        return None
    return Found(inner.last, Portion(word.part, inner.term) if word.part else inner.term)


def _half_of_month(index: WordIndex, i: int) -> Found | None:
    """«نصف شهر مارس»: its middle."""
    word = index.word(i, "edge", "half")
    named = month_name(index, word.last) if word and index.word(word.last, "filler", "month") else None
    inner = month(index, word.last) if word and named else None
    return Found(inner.last, Portion("middle", inner.term)) if inner else None


def unit_end(index: WordIndex, i: int) -> Found | None:
    """The English end of a unit: "year-end", "the month's end"."""
    word = index.word(i, "calendar_unit", "week", "month", "year") if index.language == "en" else None
    unit = Found(word.last, Current(cast(Unit, word.id))) if word else relative(index, i)
    dash = unit is not None and index.text(unit.last) in DASHES
    end = index.word(unit.last + dash, "edge", "end") if unit else None
    return Found(end.last, Portion("end", unit.term)) if unit and end else None


_NAMED: tuple[Rule, ...] = (nth, day, quarter, half, closest, first_of, day_of_feast)
_RULES: dict[str, tuple[Rule, ...]] = {
    "digits": (numeric, day, quarter, decade, bare_year, year, nth, half, closest),
    "month": (day, month),
    "hijri_month": (day, month),
    "weekday": (weekday_of_month,),
    "ordinal": _NAMED,
    "cardinal": (day,),
    "mark": (quarter, half),
    "half": (half,),
    "deictic": (day,),
    "daypart": (day,),
    "filler": (day, month, season, decade, weekday_of_month),
    "direction": (relative, month, day, season, feast, weekend, weekday_of_week, unit_end),
    "weekend": (weekend,),
    "same": (relative,),
    "calendar_unit": (relative, year, nth, quarter, month, first_of, week_of, unit_end),
    "season": (season,),
    "feast": (feast,),
    "decade": (decade,),
    "edge": (edge,),
    "closest": (closest,),
}
