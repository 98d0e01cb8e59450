"""What is made of claims that meet: positions, voices, updates, refinements, and who contradicts whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.compare import compare
from consistency.model import NARRATOR
from tests.compare.made import (
    Said,
    deadline,
    fact,
    findings,
    found,
    nature,
    number,
    packs,
    role,
    speakers,
    statement,
    status,
    tensions,
)

JUNE, DECEMBER = "2022-06-30", "2022-12-31"


def test_those_who_say_the_same_hold_one_position() -> None:
    claims = [deadline("a", DECEMBER), deadline("b", DECEMBER), deadline("c", JUNE), deadline("d", JUNE)]
    (tension,) = [f for f in findings(*claims) if f.verdict == "tension"]
    assert [p.speakers for p in tension.positions] == [("a", "b"), ("c", "d")]
    assert [p.facts for p in tension.positions] == [("f00", "f01"), ("f02", "f03")]
    assert (tension.kind, tension.event, tension.subject.party) == ("deadline", "withdrawal", "org.us-forces")


def test_an_agreement_has_one_position_with_all_who_hold_it() -> None:
    claims = [deadline("a", DECEMBER), deadline("b", DECEMBER), deadline("c", DECEMBER)]
    ((agreement),) = findings(*claims)
    assert (agreement.verdict, agreement.rule) == ("agreement", "same-deadline")
    assert [p.speakers for p in agreement.positions] == [("a", "b", "c")]


def test_three_dates_that_stand_against_each_other_are_one_finding() -> None:
    claims = [deadline("a", "2022-03-31"), deadline("b", JUNE), deadline("c", DECEMBER)]
    (tension,) = [f for f in findings(*claims) if f.verdict == "tension"]
    assert {s for p in tension.positions for s in p.speakers} == {"a", "b", "c"}


def test_one_voice_alone_agrees_with_nobody() -> None:
    assert not found(deadline("a", DECEMBER), deadline("a", DECEMBER).but(article="z"))


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        (nature("a", "combat"), nature("b", "combat"), "same-nature"),
        (number("a", 900, 900), number("b", 900, 900), "same-count"),
        (role("a", "completed", [], ["advise"]), role("b", "completed", [], ["advise"]), "same-role"),
        (status("a", "begun"), status("b", "ongoing"), "same-status"),
        (Said("a", "protection", {"by": "org.iraqi-forces"}), Said("b", "protection", {"by": "org.iraqi-forces"}), "same-protection"),
    ],
)  # fmt: skip
def test_kinds_that_are_agreed_on(left: Said, right: Said, rule: str) -> None:
    assert ("agreement", rule, "between_speakers") in found(left, right)


def test_the_articles_own_narration_claims_nothing() -> None:
    assert not found(deadline(NARRATOR, JUNE), deadline("b", DECEMBER))


def test_a_spokesman_speaks_for_his_body() -> None:
    spokesman = nature("person.x", "combat").but(speaks_for="org.coalition")
    body = nature("org.coalition", "non_combat")
    assert found(spokesman, body) == {("tension", "combat-or-not", "same_speaker")}
    assert not found(spokesman, nature("org.coalition", "combat"))


def test_the_same_words_in_another_paper_are_the_first_ones_voice() -> None:
    words = "we will have left the country by the end of June"
    copied = [deadline("anon.1", JUNE).but(text=words), deadline("person.x", JUNE).but(text=words)]
    assert not found(*copied)
    assert found(copied[0], copied[1].but(text="the troops are going to be out by the last day of June"))


def test_unnamed_sources_of_one_article_may_be_one_and_the_same() -> None:
    one, other = deadline("anon.1", JUNE), deadline("anon.2", JUNE)
    assert not found(one.but(article="x"), other.but(article="x"))
    assert found(one.but(article="x"), other.but(article="y"))


def test_what_somebody_quotes_is_not_his_own_position() -> None:
    claims = [deadline("a", DECEMBER), deadline("b", DECEMBER), deadline("c", JUNE)]
    outer, inner, third = (statement(claim, n) for n, claim in enumerate(claims))
    quoted = replace(inner, article=outer.article, span=(0, 30))
    facts = [fact(claims[0], 0), fact(claims[2], 2)]
    assert compare(facts, [outer, quoted, third], speakers(claims), packs()) == []
    apart = replace(quoted, span=(60, 90))
    assert [f.rule for f in compare(facts, [outer, apart, third], speakers(claims), packs())] == ["deadline-conflict"]


# --- a speaker against himself --------------------------------------------------------------


def test_a_speaker_may_contradict_himself() -> None:
    assert ("tension", "combat-or-not", "same_speaker") in found(nature("a", "combat"), nature("a", "non_combat"))


def test_two_speakers_who_contradict_each_other_do_not_contradict_themselves() -> None:
    scopes = {
        scope for verdict, _, scope in found(nature("a", "combat"), nature("b", "non_combat")) if verdict == "tension"
    }
    assert scopes == {"between_speakers"}


def test_a_speaker_who_moves_a_date_updates_it() -> None:
    moved = found(deadline("a", JUNE).but(day="2021-10-01"), deadline("a", DECEMBER).but(day="2021-12-01"))
    assert moved == {("update", "deadline-moved", "same_speaker")}


def test_a_date_that_another_moves_is_no_update_of_his() -> None:
    others = found(deadline("a", JUNE).but(day="2021-11-01"), deadline("b", DECEMBER).but(day="2021-12-01"))
    assert others == {("tension", "deadline-conflict", "between_speakers")}


# --- updates and refinements ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "later", "rule"),
    [
        (status("a", "planned"), status("b", "begun"), "status-advances"),
        (status("a", "begun"), status("b", "completed"), "status-advances"),
        (status("a", "planned"), status("a", "completed"), "status-advances"),
        (status("a", "begun").but(polarity="denied"), status("b", "begun"), "not-yet-then"),
        (role("a", "planned", ["combat"], ["advise"]), role("b", "completed", [], ["advise"]), "role-change-made"),
    ],
)
def test_what_has_come_further_since_is_an_update_and_no_tension(earlier: Said, later: Said, rule: str) -> None:
    got = findings(earlier.but(day="2021-09-01"), later.but(day="2021-12-09"))
    (update,) = [f for f in got if f.verdict == "update"]
    assert update.rule == rule
    assert [p.facts for p in update.positions] == [("f00",), ("f01",)]
    assert not [f.explanation for f in got if f.verdict == "tension"]


def test_an_update_runs_from_the_earlier_to_the_later_whoever_is_read_first() -> None:
    (update,) = findings(status("b", "completed").but(day="2021-12-09"), status("a", "planned").but(day="2021-09-01"))
    assert [p.speakers for p in update.positions] == [("a",), ("b",)]


def test_a_closer_date_refines_a_wider_one() -> None:
    assert ("refinement", "deadline-refined", "between_speakers") in found(
        deadline("a", "2022-06-01..2022-06-30"), deadline("b", "2022-06-15")
    )
    assert not tensions(deadline("a", "2022-06-01..2022-06-30"), deadline("b", "2022-06-15"))


def test_a_bound_and_a_number_within_it_refine_each_other() -> None:
    assert not tensions(number("a", 2000, None), number("b", 2500, 2500))
    assert ("refinement", "count-refined", "between_speakers") in found(
        number("a", 2000, None), number("b", 2500, 2500)
    )


# --- how it is written down ------------------------------------------------------------------


def test_a_finding_that_rests_on_weak_words_is_not_made() -> None:
    assert found(deadline("a", JUNE), deadline("b", DECEMBER))
    assert not found(deadline("a", JUNE), deadline("b", DECEMBER).but(confidence=0.3))


def test_the_explanation_names_speakers_days_and_both_positions_and_is_complete_in_both_languages() -> None:
    (tension,) = [
        f for f in findings(deadline("Mark Stewart", JUNE), deadline("Ali Hassan", DECEMBER)) if f.verdict == "tension"
    ]
    for part in ("Mark Stewart", "Ali Hassan", "2021-12-09", JUNE, DECEMBER):
        assert part in tension.explanation
        assert part in tension.explanation_ar
    assert "{" not in tension.explanation + tension.explanation_ar


def test_ids_of_findings_are_stable_and_distinct() -> None:
    claims = [deadline("a", JUNE), deadline("b", DECEMBER), nature("a", "combat"), nature("b", "non_combat")]
    ids = [f.id for f in findings(*claims)]
    assert len(ids) == len(set(ids)) >= 2
    assert ids == [f.id for f in findings(*claims)]
