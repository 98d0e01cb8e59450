"""Each comparator on two facts made by hand: what it calls equal, narrower, compatible or in conflict, and what it cannot compare."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.compare.registry import COMPARATORS
from consistency.compare.scope import Bearing
from tests.compare.made import Said, deadline, fact, nature, number, role, someday, status, stays, word

BEARINGS: tuple[Bearing, ...] = ("same", "left", "right")
MIRRORED: dict[Bearing, Bearing] = {"same": "same", "left": "right", "right": "left"}


def relation(name: str, left: Said, right: Said, bearing: Bearing = "same", **parameters: Any) -> str | None:
    comparison = COMPARATORS[name].compare(fact(left), fact(right, 1), bearing, parameters)
    return comparison.relation if comparison else None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (deadline("a", "2021-12-31"), deadline("b", "2021-12-31"), "equal"),
        (deadline("a", "2021-12-31"), deadline("b", "2021-12-28"), "equal"),
        (deadline("a", "2021-12-31"), deadline("b", "2021-12-15"), "conflicts"),
        (deadline("a", "2021-12-31"), deadline("b", "2021-12-22"), "refines"),
        (deadline("a", "2021-12-28"), deadline("b", "2021-12-19"), "conflicts"),
        (deadline("a", "2021-12-31", exact="yes"), deadline("b", "2021-12-22"), "conflicts"),
        (deadline("a", "2021-12-31", exact="yes"), deadline("b", "2021-12-18..2021-12-24", exact="yes"), "refines"),
        (deadline("a", "2022-02-18"), deadline("b", "2022-02-18").but(polarity="denied"), "conflicts"),
        (deadline("a", "2022-02-10"), deadline("b", "2022-02-18").but(polarity="denied"), "conflicts"),
        (deadline("a", "2022-02-28"), deadline("b", "2022-02-18").but(polarity="denied"), "compatible"),
        (deadline("a", "2022-01-01..2022-12-31"), deadline("b", "2022-06-15"), "refines"),
        (deadline("a", "2022-06-15"), deadline("b", "2022-01-01..2022-12-31"), "refines"),
        (deadline("a", "2021-11-30"), deadline("b", "2021-12-31"), "advances"),
        (deadline("a", "2021-12-15", exact="yes"), deadline("b", "2021-12-31"), "refines"),
        (deadline("a", "2021-12-15"), deadline("b", "2021-12-31", exact="yes"), "conflicts"),
        (someday("a", "by next spring"), someday("b", "by next spring"), "equal"),
        (someday("a", "by next spring"), someday("b", "by the autumn"), None),
        (someday("a", "by next spring"), deadline("b", "2022-04-01"), None),
        (deadline("a", "2022-09-15", earliest="yes"), deadline("b", "2022-07-01"), "conflicts"),
        (deadline("a", "2022-09-15", earliest="yes"), deadline("b", "2022-12-31"), "compatible"),
        (deadline("a", "2022-09-15", earliest="yes"), deadline("b", "2023-01-01", earliest="yes"), None),
    ],
)
def test_interval(left: Said, right: Said, expected: str | None) -> None:
    assert relation("interval", left, right, slack=5) == expected


def test_a_part_may_be_gone_by_a_day_by_which_the_whole_is_not() -> None:
    denied = deadline("b", "2022-02-18").but(polarity="denied")
    assert relation("interval", deadline("a", "2022-02-18"), denied, "right") == "compatible"
    assert relation("interval", deadline("a", "2022-02-18"), denied, "left") == "conflicts"


@pytest.mark.parametrize(
    ("bearing", "expected"), [("same", "conflicts"), ("left", "compatible"), ("right", "conflicts")]
)
def test_a_part_may_be_gone_before_the_whole_is(bearing: Bearing, expected: str) -> None:
    assert relation("interval", deadline("a", "2022-12-31"), deadline("b", "2022-06-30"), bearing) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (status("a", "begun"), status("b", "ongoing"), "equal"),
        (status("a", "planned"), status("b", "begun"), "advances"),
        (status("a", "begun"), status("b", "completed"), "advances"),
        (status("a", "completed"), status("b", "ongoing"), "conflicts"),
        (status("a", "unchanged"), status("b", "ongoing"), None),
        (status("a", "completed"), status("b", "completed").but(polarity="denied"), "conflicts"),
        (status("a", "begun"), status("b", "completed").but(polarity="denied"), "compatible"),
        (status("a", "completed"), status("b", "begun").but(polarity="denied"), "conflicts"),
        (status("a", "planned"), status("b", "begun").but(polarity="denied"), "compatible"),
        (status("a", "planned"), status("b", "planned").but(polarity="denied"), "conflicts"),
        (status("a", "planned").but(polarity="denied"), status("b", "begun").but(polarity="denied"), "compatible"),
    ],
)
def test_phase(left: Said, right: Said, expected: str | None) -> None:
    assert relation("phase", left, right) == expected


@pytest.mark.parametrize(
    ("bearing", "expected"), [("same", "conflicts"), ("left", "conflicts"), ("right", "compatible")]
)
def test_what_is_done_as_a_whole_is_done_in_every_part(bearing: Bearing, expected: str) -> None:
    assert relation("phase", status("a", "completed"), status("b", "ongoing"), bearing) == expected


@pytest.mark.parametrize(
    ("bearing", "expected"), [("same", "conflicts"), ("left", "conflicts"), ("right", "compatible")]
)
def test_that_the_whole_is_not_done_does_not_deny_a_part(bearing: Bearing, expected: str) -> None:
    denied = status("b", "completed").but(polarity="denied")
    assert relation("phase", status("a", "completed"), denied, bearing) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (number("a", 2500, 2500), number("b", 2500, 2500), "equal"),
        (number("a", 2500, 2500), number("b", 2450, 2450), "equal"),
        (number("a", 2500, 2500), number("b", 2200, 2200), "conflicts"),
        (number("a", 2500, 2500, approximate="yes"), number("b", 2300, 2300), "equal"),
        (number("a", 2000, None), number("b", 2500, 2500), "refines"),
        (number("a", 3000, None), number("b", 2500, 2500), "conflicts"),
        (number("a", None, 2000), number("b", 2500, 2500), "conflicts"),
        (number("a", 2000, 3000), number("b", 2500, 2500), "refines"),
        (number("a", 0, 0), word("b", "none"), "equal"),
        (number("a", 10, 10), word("b", "none"), "conflicts"),
        (word("a", "few"), word("b", "few"), "equal"),
        (word("a", "few"), number("b", 10, 10), None),
        (number("a", 2, 2, of="brigades"), number("b", 2500, 2500), None),
        (number("a", 100, 100, of="trainers"), number("b", 400, 400), "conflicts"),
    ],
)
def test_quantity(left: Said, right: Said, expected: str | None) -> None:
    assert relation("quantity", left, right, tolerance=0.1, exact=0.05) == expected


def test_a_part_is_counted_by_no_greater_number_than_the_whole() -> None:
    whole, part = number("a", 2500, 2500), number("b", 900, 900)
    assert relation("quantity", whole, part, "left") == "compatible"
    assert relation("quantity", part, whole, "left") == "conflicts"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["train", "advise"], ["advise", "train"], "equal"),
        (["train"], ["advise", "train"], "refines"),
        (["train", "arm"], ["advise", "train"], "overlaps"),
        (["train"], ["advise"], "compatible"),
        ([], ["advise"], None),
    ],
)
def test_members(left: list[str], right: list[str], expected: str | None) -> None:
    assert relation("members", role("a", "planned", (), left), role("b", "planned", (), right), of="to") == expected


def test_word() -> None:
    pairs = {"of": "is", "exclusive": [["combat", "non_combat"]]}
    assert relation("word", nature("a", "combat"), nature("b", "combat"), **pairs) == "equal"
    assert relation("word", nature("a", "combat"), nature("b", "non_combat"), **pairs) == "conflicts"
    assert relation("word", nature("a", "combat"), nature("b", "non_combat"), of="is") is None
    assert relation("word", nature("a", "combat"), stays("b"), **pairs) is None


@pytest.mark.parametrize(
    ("bearing", "expected"), [("same", "conflicts"), ("left", "compatible"), ("right", "conflicts")]
)
def test_where_none_of_the_whole_is_no_part_can_be(bearing: Bearing, expected: str) -> None:
    denied = stays("b").but(polarity="denied")
    assert relation("polarity", stays("a"), denied, bearing, of=["relation"]) == expected


def test_presence_of_today_and_absence_to_come_are_no_contradiction() -> None:
    denied = stays("b").but(polarity="denied")
    assert relation("polarity", stays("a").but(phase="ongoing"), denied.but(phase="planned")) == "compatible"
    assert relation("polarity", stays("a").but(phase="planned"), denied.but(phase="planned")) == "conflicts"


def test_a_stay_until_a_day_and_an_absence_after_it_are_no_contradiction() -> None:
    until = stays("a", until={"start": "2021-12-31", "end": "2021-12-31"})
    gone = stays("b", after={"start": "2021-12-31", "end": "2021-12-31"}).but(polarity="denied")
    sooner = stays("b", after={"start": "2021-10-31", "end": "2021-10-31"}).but(polarity="denied")
    assert relation("polarity", until, gone) == "compatible"
    assert relation("polarity", until, sooner) == "conflicts"


def test_exclusive_sides_conflict_where_the_rule_lets_the_wider_one_speak_for_the_part() -> None:
    left, right = status("a", "ongoing"), stays("b")
    assert relation("exclusive", left, right) == "conflicts"
    assert relation("exclusive", left, right, "left") == "compatible"
    assert relation("exclusive", left, right, "left", wider=["left"]) == "conflicts"
    assert relation("exclusive", left, right, "right", wider=["left"]) == "compatible"
    assert relation("exclusive", left, right, "left", wider=["left"], universal=True) == "compatible"
    everyone = status("a", "ongoing").but(value={"part": "all"})
    assert relation("exclusive", everyone, right, "left", wider=["left"], universal=True) == "conflicts"


DATES = st.dates(min_value=dt.date(2021, 1, 1), max_value=dt.date(2023, 1, 1))
CLAIMS = st.one_of(
    st.builds(lambda a, b: deadline("x", f"{min(a, b)}..{max(a, b)}"), DATES, DATES),
    st.builds(lambda d: deadline("x", str(d), exact="yes"), DATES),
    st.builds(lambda d: deadline("x", str(d), earliest="yes"), DATES),
)
COUNTS = st.builds(lambda a, b: number("x", min(a, b), max(a, b)), st.integers(0, 50), st.integers(0, 50))


@given(CLAIMS, CLAIMS, st.sampled_from(BEARINGS))
def test_it_does_not_matter_which_date_is_named_first(left: Said, right: Said, bearing: Bearing) -> None:
    assert relation("interval", left, right, bearing) == relation("interval", right, left, MIRRORED[bearing])


@given(COUNTS, COUNTS, st.sampled_from(BEARINGS))
def test_it_does_not_matter_which_number_is_named_first(left: Said, right: Said, bearing: Bearing) -> None:
    assert relation("quantity", left, right, bearing) == relation("quantity", right, left, MIRRORED[bearing])


@given(st.one_of(CLAIMS, COUNTS))
def test_nothing_is_in_conflict_with_itself(claim: Said) -> None:
    name = "quantity" if claim.kind == "count" else "interval"
    assert relation(name, claim, claim) not in ("conflicts", "advances")
