"""Terms of dates: what they mean on a given day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.dates import UNRESOLVED, DateExpression, Interval
from consistency.dates.cycle import Cycle
from consistency.dates.feasts import feast
from consistency.dates.interval import period, shifted, year
from consistency.dates.portion import portion
from consistency.dates.terms import (
    At,
    Current,
    Distance,
    Either,
    Lean,
    Named,
    Ordinal,
    Portion,
    Reach,
    Stretch,
    Term,
    leaning,
)

DAY = dt.date
ANCHOR = DAY(2013, 2, 12)
MARCH = Cycle("month", (3,))


def on(term: Term, anchor: dt.date | None = ANCHOR) -> Interval:
    return DateExpression("", term).resolve(anchor)


@pytest.mark.parametrize(
    ("unit", "offset", "start", "end"),
    [
        ("day", 0, DAY(2013, 2, 12), DAY(2013, 2, 12)),
        ("week", 0, DAY(2013, 2, 11), DAY(2013, 2, 17)),
        ("week", 1, DAY(2013, 2, 18), DAY(2013, 2, 24)),
        ("month", -2, DAY(2012, 12, 1), DAY(2012, 12, 31)),
        ("quarter", 1, DAY(2013, 4, 1), DAY(2013, 6, 30)),
        ("half", -1, DAY(2012, 7, 1), DAY(2012, 12, 31)),
        ("year", 1, DAY(2014, 1, 1), DAY(2014, 12, 31)),
        ("decade", 0, DAY(2010, 1, 1), DAY(2019, 12, 31)),
    ],
)
def test_units_of_the_calendar(unit: str, offset: int, start: dt.date, end: dt.date) -> None:
    assert period(unit, ANCHOR, offset) == Interval(start, end, unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (1, "month", DAY(2013, 2, 28)), (13, "month", DAY(2014, 2, 28)), (-2, "month", DAY(2012, 11, 30)), (1.5, "year", DAY(2014, 7, 31)),
        (48, "hour", DAY(2013, 2, 2)), (36, "hour", DAY(2013, 2, 2)), (-2, "week", DAY(2013, 1, 17)), (0.5, "month", DAY(2013, 2, 15)),
    ],
)  # fmt: skip
def test_shifting_keeps_inside_the_month(count: float, unit: str, expected: dt.date) -> None:
    assert shifted(DAY(2013, 1, 31), count, unit) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("anchor", "lean", "start"),
    [
        (DAY(2013, 2, 12), "near", DAY(2013, 3, 1)),
        (DAY(2013, 12, 20), "near", DAY(2014, 3, 1)),
        (DAY(2013, 9, 20), "near", DAY(2013, 3, 1)),
        (DAY(2013, 11, 20), "ahead", DAY(2014, 3, 1)),
        (DAY(2013, 4, 20), "ahead", DAY(2013, 3, 1)),
        (DAY(2013, 4, 20), "until", DAY(2014, 3, 1)),
        (DAY(2013, 3, 20), "until", DAY(2013, 3, 1)),
        (DAY(2013, 3, 20), "since", DAY(2013, 3, 1)),
        (DAY(2013, 3, 20), "past", DAY(2012, 3, 1)),
        (DAY(2013, 3, 20), "next", DAY(2014, 3, 1)),
        (DAY(2013, 2, 12), "past", DAY(2012, 3, 1)),
    ],
)
def test_a_month_without_a_year(anchor: dt.date, lean: Lean, start: dt.date) -> None:
    assert on(Named(MARCH, lean=lean), anchor).start == start


def test_directions_only_touch_what_floats() -> None:
    fixed = Named(MARCH, year(2015))
    assert leaning(fixed, "until") == fixed
    assert leaning(Named(MARCH, lean="past"), "until") == Named(MARCH, lean="past")
    assert leaning(Portion("end", Named(MARCH)), "until") == Portion("end", Named(MARCH, lean="until"))


@pytest.mark.parametrize(
    ("part", "whole", "start", "end"),
    [
        ("end", year(2021), DAY(2021, 12, 31), DAY(2021, 12, 31)),
        ("beginning", year(2021), DAY(2021, 1, 1), DAY(2021, 1, 31)),
        ("early", year(2021), DAY(2021, 1, 1), DAY(2021, 4, 30)),
        ("middle", year(2021), DAY(2021, 5, 1), DAY(2021, 8, 31)),
        ("late", year(2021), DAY(2021, 9, 1), DAY(2021, 12, 31)),
        ("half2", year(2021), DAY(2021, 7, 1), DAY(2021, 12, 31)),
        ("late", period("month", DAY(2009, 9, 1)), DAY(2009, 9, 21), DAY(2009, 9, 30)),
        ("middle", period("month", DAY(2009, 2, 1)), DAY(2009, 2, 11), DAY(2009, 2, 20)),
        ("half2", period("month", DAY(2009, 2, 1)), DAY(2009, 2, 15), DAY(2009, 2, 28)),
        ("beginning", period("decade", DAY(1994, 2, 1)), DAY(1990, 1, 1), DAY(1990, 12, 31)),
        ("end", period("day", DAY(1994, 2, 1)), DAY(1994, 2, 1), DAY(1994, 2, 1)),
    ],
)
def test_parts(part: str, whole: Interval, start: dt.date, end: dt.date) -> None:
    found = portion(part, whole)  # type: ignore[arg-type]
    assert (found.start, found.end) == (start, end)


def test_what_is_open_or_unresolved_has_no_parts() -> None:
    assert portion("end", UNRESOLVED) == UNRESOLVED
    assert on(Portion("end", Reach(None, "day", 1))) == Interval(ANCHOR, None, "day")


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        (Named(Cycle("weekday", (2,)), lean="since"), DAY(2013, 2, 12), DAY(2013, 2, 12)),
        (Named(Cycle("weekday", (2,)), lean="past"), DAY(2013, 2, 5), DAY(2013, 2, 5)),
        (Named(Cycle("weekday", (5,)), lean="next", skip=2), DAY(2013, 3, 1), DAY(2013, 3, 1)),
        (Named(Cycle("monthday", (20,)), Current("month", 1)), DAY(2013, 3, 20), DAY(2013, 3, 20)),
        (Named(Cycle("date", (2, 29))), DAY(2012, 2, 29), DAY(2012, 2, 29)),
        (Named(Cycle("season", (4,)), year(2011)), DAY(2011, 12, 1), DAY(2012, 2, 29)),
        (
            Named(Cycle("hijri_month", (9,)), Interval(DAY(2021, 1, 1), DAY(2021, 12, 31), "year")),
            DAY(2021, 4, 13),
            DAY(2021, 5, 12),
        ),
        (Ordinal(-1, Cycle("weekday", (1,)), Named(MARCH)), DAY(2013, 3, 25), DAY(2013, 3, 25)),
        (Ordinal(-3, Cycle("unit", rule="week"), year(2018)), DAY(2018, 12, 10), DAY(2018, 12, 16)),
        (Distance(-2, "year"), DAY(2011, 2, 1), DAY(2011, 2, 28)),
        (Distance(3, "week"), DAY(2013, 3, 5), DAY(2013, 3, 5)),
        (Distance(3, "day", Named(Cycle("feast", rule="easter"))), DAY(2013, 4, 3), DAY(2013, 4, 3)),
        (Reach(6, "month", 1), DAY(2013, 2, 12), DAY(2013, 8, 12)),
        (Reach(6, "month", -1), DAY(2012, 8, 12), DAY(2013, 2, 12)),
        (At(Named(Cycle("weekday", (4,)), lean="since"), Current("day")), DAY(2013, 2, 7), DAY(2013, 2, 7)),
        (
            Stretch(Named(Cycle("month", (11,))), Named(Cycle("month", (2,)), year(2014))),
            DAY(2013, 11, 1),
            DAY(2014, 2, 28),
        ),
        (Stretch(year(2012), Named(MARCH)), DAY(2012, 1, 1), DAY(2012, 3, 31)),
        (
            Either((Ordinal(6, Cycle("weekday", (1,)), Named(MARCH)), Current("day"))),
            DAY(2013, 2, 12),
            DAY(2013, 2, 12),
        ),
    ],
)
def test_terms(term: Term, start: dt.date, end: dt.date) -> None:
    found = on(term)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2020, [DAY(2020, 12, 25)]),
        ("11/4/4", 2013, [DAY(2013, 11, 28)]),
        ("11/4/4 +1", 2017, [DAY(2017, 11, 24)]),
        ("05/1/-1", 2021, [DAY(2021, 5, 31)]),
        ("10-16 workday", 2021, [DAY(2021, 10, 15)]),
        ("04-27 notsunday", 2014, [DAY(2014, 4, 26)]),
        ("easter", 2010, [DAY(2010, 4, 4)]),
        ("easter -2", 2024, [DAY(2024, 3, 29)]),
        ("pascha", 2018, [DAY(2018, 4, 8)]),
        ("h10-1", 2018, [DAY(2018, 6, 15)]),
        ("h10-1 friday", 2018, [DAY(2018, 6, 8)]),
        ("h1-1", 2008, [DAY(2008, 1, 10), DAY(2008, 12, 29)]),
        ("h12-10", 1900, []),
        ("2018-11-07 2019-10-27", 2019, [DAY(2019, 10, 27)]),
        ("2018-11-07 2019-10-27", 2020, []),
    ],
)
def test_feasts(rule: str, year: int, expected: list[dt.date]) -> None:
    assert [found.end for found in feast(rule, year)] == expected


def test_a_feast_that_begins_on_the_evening_before() -> None:
    assert list(feast("2018-09-19 eve", 2018)) == [Interval(DAY(2018, 9, 18), DAY(2018, 9, 19), "day")]


CYCLES = st.sampled_from(
    [Cycle("weekday", (3,)), Cycle("monthday", (31,)), MARCH, Cycle("date", (2, 29)), Cycle("quarter", (4,)), Cycle("season", (4,)),
     Cycle("feast", rule="pascha"), Cycle("hijri_month", (12,)), Cycle("hijri_date", (1, 30)), Cycle("unit", rule="week")]
)  # fmt: skip
LEANS = st.sampled_from(["past", "since", "near", "nearest", "ahead", "until", "next"])
UNITS = st.sampled_from(["hour", "day", "week", "month", "quarter", "half", "year", "decade"])
LEAVES = st.one_of(
    st.builds(Named, CYCLES, st.none(), LEANS, st.integers(0, 3)),
    st.builds(Current, UNITS, st.integers(-9000, 9000)),
    st.builds(Distance, st.floats(-1e7, 1e7), UNITS),
    st.builds(Reach, st.none() | st.floats(0, 1e7), UNITS, st.sampled_from([1, -1])),
    st.builds(year, st.integers(1, 9998)),
)
TERMS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Named, CYCLES, inner),
        st.builds(Portion, st.sampled_from(["end", "beginning", "early", "middle", "late", "half1", "half2"]), inner),
        st.builds(Ordinal, st.integers(-6, 6).filter(bool), CYCLES, inner),
        st.builds(At, inner, inner),
        st.builds(Stretch, inner, inner),
        st.builds(Distance, st.integers(-99, 99), UNITS, inner),
        st.builds(lambda a, b: Either((a, b)), inner, inner),
    ),
    max_leaves=4,
)


@given(TERMS, st.none() | st.dates())
def test_resolving_never_raises_and_never_turns_time_round(term: Term, anchor: dt.date | None) -> None:
    found = on(term, anchor)
    assert found.start is None or found.end is None or found.start <= found.end


@given(LEAVES.filter(lambda term: not isinstance(term, Interval)))
def test_without_an_anchor_nothing_relative_is_resolved(term: Term) -> None:
    assert on(term, None) == UNRESOLVED


def test_equal_words_and_meaning_are_equal() -> None:
    assert DateExpression("March", Named(MARCH)) == DateExpression("March", Named(MARCH))
    assert hash(DateExpression("March", Named(MARCH))) == hash(DateExpression("March", Named(MARCH)))
