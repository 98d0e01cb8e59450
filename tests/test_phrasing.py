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
            "the role is to change from combat to training and advice",
            "الدور سيتغير من القتال إلى التدريب والاستشارة",
        ),
        (
            fact("role_change", value={"from": [], "to": ["advise"]}),
            "change of role to advice",
            "تغيير الدور إلى الاستشارة",
        ),
        (fact("role_change", phase="unchanged"), "the role stays the same", "الدور باقٍ على حاله"),
        (
            fact("event_status", event="withdrawal", phase="completed", value={"part": "all"}),
            "completed (all of them)",
            "اكتمل (جميعها)",
        ),
        (fact("event_status", event="withdrawal", phase="begun", polarity="denied"), "not begun", "لم يبدأ"),
        (fact("event_status", event="withdrawal", certainty="expected"), "mentioned (expected)", "ذُكر (متوقع)"),
        (
            fact("count", value={"min": 2500, "max": 2500, "of": "troops", "approximate": True}),
            "about 2,500 soldiers",
            "نحو 2,500 من الجنود",
        ),
        (
            fact("event_status", event="talks", phase="planned", polarity="denied", certainty="expected"),
            "will not happen (expected)",
            "لن يحدث (متوقع)",
        ),
        (
            fact(
                "troop_location", phase="completed", polarity="denied", value={"relation": "leave", "from": "place.jo"}
            ),
            "the forces have not left Jordan",
            "القوات لم تغادر الأردن",
        ),
        (
            fact("troop_location", value={"relation": "remain", "at": "place.jo", "part": "some"}),
            "the forces are in Jordan (some of them)",
            "القوات موجودة في الأردن (بعضها)",
        ),
        (
            fact("deadline", value={"by": {"start": "2023-12-01", "end": "2023-12-31", "precision": "month"}}),
            "by 2023-12-31",
            "في موعد أقصاه 2023-12-31",
        ),
        (
            fact(
                "deadline",
                value={"by": {"start": "2023-12-01", "end": "2023-12-31", "precision": "month"}, "exact": "yes"},
            ),
            "2023-12",
            "2023-12",
        ),
        (fact("count", value={"word": "unchanged"}), "the number stays the same", "العدد باقٍ على حاله"),
        (fact("count", value={"word": "few", "of": "troops"}), "only a few soldiers", "عدد قليل من الجنود"),
        (
            fact("count", value={"min": 100, "max": None, "of": "troops"}),
            "at least 100 soldiers",
            "ما لا يقل عن 100 من الجنود",
        ),
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


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("org.turkish-forces", "القوات التركية"),
        ("org.south-korean-forces", "القوات الكورية الجنوبية"),
        ("org.south-african-forces", "القوات الجنوب أفريقية"),
        ("org.german-foreign-ministry", "وزارة الخارجية الألمانية"),
        ("org.beninese-parliament", "البرلمان البنيني"),
    ],
)
def test_the_bodies_of_a_country_have_arabic_names(books: dict[Language, Phrasebook], body: str, name: str) -> None:
    assert books["ar"].name(body) == name


def test_a_part_of_a_force_has_a_word_of_its_own(books: dict[Language, Phrasebook]) -> None:
    combat = Subject(party="org.turkish-forces", component="combat")
    assert books["ar"].subject(combat) == "القوات التركية (القتالية)"
    assert books["en"].subject(combat) == "Turkish forces (combat)"


def test_many_names_are_cut_short(books: dict[Language, Phrasebook]) -> None:
    assert books["en"].listed(["A", "B", "C", "D"], 2) == "A, B and 2 others"
    assert books["en"].listed(["A"], 4) == "A"


def test_a_part_of_a_place_is_named_with_the_place(books: dict[Language, Phrasebook]) -> None:
    assert books["en"].name("place.ml.north") == "the north of Mali"
    assert books["ar"].name("place.ml.north") == "شمال مالي"
    assert books["en"].name("place.nowhere.north") == "the north"
