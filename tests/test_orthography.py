"""Folding and clitics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.orthography import analyses, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إعلان", "اعلان"),
        ("أُعلِنَ", "اعلن"),
        ("مستشفى", "مستشفي"),
        ("قاعدة", "قاعده"),
        ("مسؤول", "مسوول"),
        ("مسئول", "مسوول"),
        ("الاربعا", "الاربعا"),
        ("الـمهـلة", "المهله"),
        ("ﻗﻮﺍﺕ", "قوات"),
        ("١٢٬٥٠٠", "12,500"),
        ("Troops’", "troops'"),
        ("\u200fبغداد\u200e", "بغداد"),
    ],
)
def test_newspaper_spellings_of_one_word_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("word", "stem", "proclitics", "article", "enclitic"),
    [
        ("وانسحابها", "انسحاب", "و", False, "ها"),
        ("للقوات", "قوات", "ل", True, ""),
        ("وسيغادر", "يغادر", "وس", False, ""),
        ("مهلتهم", "مهله", "", False, "هم"),
        ("جنديا", "جندي", "", False, "ا"),
        ("وبالقواعد", "قواعد", "وب", True, ""),
    ],
)
def test_a_word_splits_into_clitics_and_stem(
    word: str, stem: str, proclitics: str, article: bool, enclitic: str
) -> None:
    assert (stem, proclitics, article, enclitic) in analyses(fold(word))


def test_the_whole_word_is_the_first_analysis() -> None:
    assert analyses("وزير")[0].stem == "وزير"


@given(st.text(alphabet="وفبلكسالمنتهيقرع", min_size=1, max_size=12))
def test_an_analysis_never_invents_letters(word: str) -> None:
    for analysis in analyses(word):
        assert len(analysis.proclitics) + len(analysis.stem.removesuffix("ء")) + len(analysis.enclitic) <= len(word)


def test_a_final_hamza_may_be_missing() -> None:
    """«الاربعا» is looked up as «الأربعاء» too, after the word as it stands."""
    stems = [a.stem for a in analyses(fold("الاربعا"))]
    assert fold("أربعاء") in stems
    assert stems[0] == "الاربعا"


def test_a_hamza_before_a_pronoun_is_that_of_the_noun() -> None:
    """«انتهائها» is «انتهاء» with «ها»."""
    assert any(a.stem == fold("انتهاء") and a.enclitic == "ها" for a in analyses(fold("انتهائها")))
