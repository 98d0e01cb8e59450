"""Facts in words: what a template leaves out, how lists and numbers read."""

from __future__ import annotations

from typing import Any

import pytest

from consistency.model import Fact, Language, Subject
from consistency.phrasing import Phrasebook, phrasebook
from consistency.rulepack import load_packs


@pytest.fixture(scope="module")
def books() -> dict[Language, Phrasebook]:
    packs = load_packs()
    return {"ar": phrasebook(packs, "ar"), "en": phrasebook(packs, "en")}


def fact(kind: str, **fields: Any) -> Fact:
    plain = {"subject": Subject(party="org.spanish-forces"), "place": "place.jo", "span": (0, 1), "text": "x"}
    return Fact(id="f", statement="s", kind=kind, **{**plain, **fields})


@pytest.mark.parametrize(
    ("claim", "english", "arabic"),
    [
        (
            fact("role_change", value={"from": ["combat"], "to": ["train", "advise"]}, phase="planned"),
            "change of role from combat to training and advice: planned",
            "تغيير الدور من القتال إلى التدريب والاستشارة: مخطط له",
        ),
        (
            fact("role_change", value={"from": [], "to": ["advise"]}),
            "change of role to advice",
            "تغيير الدور إلى الاستشارة",
        ),
        (fact("role_change", phase="unchanged"), "role unchanged", "الدور لم يتغير"),
        (
            fact("event_status", event="withdrawal", phase="completed", value={"part": "all"}),
            "completed (all of them)",
            "اكتمل (جميعها)",
        ),
        (fact("event_status", event="withdrawal", phase="begun", polarity="denied"), "denied: begun", "نفي: بدأ"),
        (fact("event_status", event="withdrawal", certainty="expected"), "mentioned (expected)", "ذُكر (متوقع)"),
        (
            fact("count", value={"min": 2500, "max": 2500, "of": "troops", "approximate": True}),
            "about 2,500 soldiers",
            "نحو 2,500 جندي",
        ),
        (fact("count", value={"min": 100, "max": None, "of": "troops"}), "at least 100 soldiers", "100 على الأقل جندي"),
    ],
)
def test_a_fact_reads_in_both_languages(
    books: dict[Language, Phrasebook], claim: Fact, english: str, arabic: str
) -> None:
    assert (books["en"].saying(claim), books["ar"].saying(claim)) == (english, arabic)


def test_a_topic_leaves_out_what_the_fact_does_not_say(books: dict[Language, Phrasebook]) -> None:
    assert books["en"].topic(fact("count")) == "number of Spanish forces, Jordan"
    assert books["en"].topic(fact("count", event="withdrawal", place=None)) == "number of Spanish forces, withdrawal"
    assert books["en"].topic(fact("deadline", event="withdrawal")) == "withdrawal: Spanish forces, Jordan"


def test_the_forces_of_a_country_have_a_plural_name(books: dict[Language, Phrasebook]) -> None:
    assert books["en"].name("org.jordanian-forces") == "Jordanian forces"


def test_many_names_are_cut_short(books: dict[Language, Phrasebook]) -> None:
    assert books["en"].listed(["A", "B", "C", "D"], 2) == "A, B and 2 others"
    assert books["en"].listed(["A"], 4) == "A"
