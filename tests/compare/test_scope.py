"""What may be compared at all: the same force, part, place and time, or one that holds the other."""

from __future__ import annotations

import datetime as dt

import pytest

from consistency.compare.scope import Scope
from consistency.model import Fact, Subject
from consistency.rulepack import load_packs
from tests.compare.made import Said, deadline, nature, number, role, status, stays, tensions, word

DONE, GOING_ON = status("a", "completed"), status("b", "ongoing")


@pytest.mark.parametrize(
    ("done", "going_on", "conflict"),
    [
        ("org.coalition", "org.us-forces", True),
        ("org.foreign-forces", "org.us-forces", True),
        ("org.foreign-forces", "org.nato-mission-iraq", True),
        ("org.us-forces", "org.coalition", False),
        ("org.us-forces", "org.uk-forces", False),
        ("org.nato", "org.coalition", False),
        ("org.foreign-forces", "org.iraqi-forces", False),
    ],
)
def test_what_a_whole_has_done_its_parts_have_done_too(done: str, going_on: str, conflict: bool) -> None:
    assert ("done-or-not" in tensions(DONE.but(party=done), GOING_ON.but(party=going_on))) == conflict


@pytest.mark.parametrize(
    ("done", "going_on", "conflict"),
    [
        ("place.iq", "place.baghdad", True),
        ("place.iq", "place.sadr-city", True),
        ("place.iq", "place.iq.cities", True),
        ("place.baghdad", "place.iq", False),
        ("place.iq.cities", "place.iq", False),
        ("place.baghdad", "place.mosul", False),
        ("place.iq", "place.af", False),
    ],
)
def test_what_is_done_in_a_country_is_done_in_its_towns(done: str, going_on: str, conflict: bool) -> None:
    assert ("done-or-not" in tensions(DONE.but(place=done), GOING_ON.but(place=going_on))) == conflict


def test_a_claim_without_a_place_is_meant_of_the_one_country_that_others_name_for_the_force() -> None:
    assert "done-or-not" in tensions(DONE.but(place=None), GOING_ON.but(place="place.baghdad"))
    assert "done-or-not" in tensions(DONE, GOING_ON.but(place=None))
    assert not tensions(DONE.but(place=None), GOING_ON.but(party="org.uk-forces"))
    assert not tensions(DONE.but(place=None), GOING_ON, status("c", "begun").but(place="place.af"))


@pytest.mark.parametrize(
    ("mode", "places", "alike"),
    [
        ("same", ("place.iq", "place.baghdad"), False),
        ("country", ("place.mosul", "place.baghdad"), True),
        ("country", ("place.iq", "place.af"), False),
        ("any", ("place.iq", "place.af"), True),
        ("any", ("place.iq", None), True),
    ],
)
def test_places_may_be_those_of_a_country_or_any_at_all(mode: str, places: tuple[str, str | None], alike: bool) -> None:
    packs = load_packs()
    rule = next(rule for _, rule in packs.rules() if rule.id == "done-or-not")
    scope = Scope(rule.model_copy(update={"same": rule.same.model_copy(update={"place": mode})}), packs.entities)
    left, right = (
        Fact(
            id="f", statement="s", kind="nature", subject=Subject(party="org.us-forces"), place=p, span=(0, 1), text="x"
        )
        for p in places
    )
    assert (scope.bucket(left) == scope.bucket(right) and scope.meets(left, right)) == alike
    assert (not list(scope.differences(left, right))) == alike


@pytest.mark.parametrize(
    ("done", "going_on", "conflict"),
    [("all", "combat", True), ("combat", "combat", True), ("combat", "all", False), ("combat", "advisers", False)],
)
def test_when_all_have_left_each_part_has(done: str, going_on: str, conflict: bool) -> None:
    assert ("done-or-not" in tensions(DONE.but(component=done), GOING_ON.but(component=going_on))) == conflict


def test_a_wider_force_in_a_narrower_place_is_another_matter() -> None:
    assert not tensions(
        DONE.but(party="org.coalition", place="place.baghdad"), GOING_ON.but(party="org.us-forces", place="place.iq")
    )
    assert "done-or-not" in tensions(
        DONE.but(party="org.coalition", place="place.iq"), GOING_ON.but(party="org.us-forces", place="place.baghdad")
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (status("a", "completed", "deployment"), status("b", "ongoing")),
        (status("a", "completed", "handover"), status("b", "ongoing", "mission_end")),
        (status("a", "completed", "talks"), status("b", "ongoing", "talks").but(place="place.af")),
    ],
)
def test_other_events_are_not_compared(first: Said, second: Said) -> None:
    assert not tensions(first, second)


def test_the_end_of_a_presence_is_a_withdrawal() -> None:
    assert "done-or-not" in tensions(status("a", "completed", "presence_end"), GOING_ON)


@pytest.mark.parametrize(
    ("rule", "left", "right", "days"),
    [
        ("done-or-not", DONE, GOING_ON, 7),
        ("deadline-conflict", deadline("a", "2022-06-30"), deadline("b", "2022-12-31"), 90),
        ("count-conflict", number("a", 2500, 2500), number("b", 900, 900), 30),
        ("combat-or-not", nature("a", "combat"), nature("b", "non_combat"), 240),
        ("affirmed-or-denied-place", stays("a"), stays("b").but(polarity="denied"), 30),
    ],
)
def test_words_of_other_days_are_compared_within_the_time_of_the_rule(
    rule: str, left: Said, right: Said, days: int
) -> None:
    first = left.but(day="2021-03-01")
    assert rule in tensions(first, right.but(day=_later("2021-03-01", days)))
    assert rule not in tensions(first, right.but(day=_later("2021-03-01", days + 1)))


def _later(day: str, days: int) -> str:
    return str(dt.date.fromisoformat(day) + dt.timedelta(days=days))


def test_what_was_under_way_before_it_was_done_is_no_conflict() -> None:
    assert not tensions(GOING_ON.but(day="2021-12-05"), DONE.but(day="2021-12-09"))


def test_words_of_unknown_days_are_compared_within_one_article() -> None:
    undated = [DONE.but(day=None, article="x"), GOING_ON.but(day=None, article="x")]
    assert "done-or-not" in tensions(*undated)
    assert not tensions(undated[0], undated[1].but(article="y"))


@pytest.mark.parametrize(
    ("rule", "left", "right"),
    [
        ("role-changed-or-not", role("a", "unchanged"), role("b", "planned", ["combat"], ["advise"])),
        ("role-kept-or-mission-over", role("a", "unchanged"), status("b", "completed", "mission_end")),
        ("numbers-kept-or-few-left", word("a", "unchanged"), word("b", "few")),
        ("leave-or-stay", status("a", "ongoing"), stays("b")),
        ("gone-or-there", status("a", "completed"), stays("b")),
        ("none-or-some", word("a", "none"), number("b", 900, 900)),
        ("will-or-will-not", status("a", "planned"), status("b", "planned").but(polarity="denied")),
        ("affirmed-or-denied-status", status("a", "begun"), status("b", "begun").but(polarity="denied")),
        ("mission-over-or-fighting", status("a", "completed", "mission_end"), nature("b", "combat")),
    ],
)
def test_each_shape_of_a_tension_is_found_and_not_for_another_force_or_country(
    rule: str, left: Said, right: Said
) -> None:
    assert rule in tensions(left, right)
    assert not tensions(left, right.but(party="org.iraqi-forces"))
    assert not tensions(left, right.but(place="place.af"))


@pytest.mark.parametrize("certainty", ["conditional", "sought"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        (DONE, GOING_ON),
        (deadline("a", "2022-06-30"), deadline("b", "2022-12-31")),
        (number("a", 2500, 2500), number("b", 900, 900)),
        (nature("a", "combat"), nature("b", "non_combat")),
        (status("a", "planned"), status("b", "planned").but(polarity="denied")),
    ],
)
def test_hopes_and_conditions_contradict_nobody(left: Said, right: Said, certainty: str) -> None:
    assert tensions(left, right)
    assert not tensions(left, right.but(certainty=certainty))
    assert not tensions(left.but(certainty=certainty), right)
