"""A fingerprint holds on to who says what, and to nothing else."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pytest

from consistency import Article, Checker

DAY = dt.date(2023, 11, 8)
MARCH = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستنسحب من الأردن بحلول 31 مارس 2024."
JUNE = "قال رئيس هيئة الأركان اللواء فارس الخصاونة إن القوات الإسبانية ستنسحب من الأردن بحلول 30 يونيو 2024."
SOURCE = "قال مصدر أمني إن القوات الإسبانية ستنسحب من الأردن بحلول 30 يونيو 2024."


@lru_cache(maxsize=1)
def checker() -> Checker:
    return Checker()


def prints(*articles: Article) -> set[str]:
    """The fingerprints of the tensions."""
    found = checker().check(articles).findings
    assert all(len(finding.fingerprint) == 16 for finding in found)
    return {finding.fingerprint for finding in found if finding.verdict == "tension"}


def article(id_: str, text: str, day: dt.date = DAY) -> Article:
    return Article(id=id_, text=text, published=day)


FIRST = (article("march", MARCH), article("june", JUNE))


@pytest.mark.parametrize(
    "again",
    [
        pytest.param((article("x9", MARCH), article("a1", JUNE)), id="names and order of the articles"),
        pytest.param((article("z", JUNE), article("y", MARCH)), id="order of the batch"),
        pytest.param((article("m", f"عمّان في 8 نوفمبر\n\n{MARCH}"), article("j", JUNE)), id="places in the text"),
        pytest.param((article("m", MARCH.replace("إن القوات", "إنّ القوّات")), article("j", JUNE)), id="spelling"),
        pytest.param((*FIRST, article("copy", MARCH, DAY + dt.timedelta(1))), id="a later copy of the same words"),
        pytest.param((*FIRST, article("other", "قال عمدة عمّان سامي الرفاعي إن الطقس جميل.")), id="other articles"),
    ],
)
def test_the_same_content_has_the_same_fingerprint(again: tuple[Article, ...]) -> None:
    assert prints(*again) == prints(*FIRST)
    assert len(prints(*FIRST)) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param((FIRST[0], article("j", JUNE.replace("30 يونيو", "29 يونيو"))), id="another claim"),
        pytest.param((FIRST[0], article("j", JUNE.replace("فارس الخصاونة", "طلال الرواشدة"))), id="another speaker"),
        pytest.param((FIRST[0], article("j", JUNE, DAY + dt.timedelta(2))), id="another day"),
        pytest.param(
            (FIRST[0], article("j", JUNE.replace("القوات الإسبانية", "جميع القوات الإسبانية"))), id="other words"
        ),
    ],
)
def test_another_content_has_another_fingerprint(other: tuple[Article, ...]) -> None:
    assert prints(*other)
    assert not prints(*other) & prints(*FIRST)


def test_an_unnamed_source_is_told_by_its_words_not_by_its_article() -> None:
    first = prints(FIRST[0], article("one", SOURCE))
    assert len(first) == 1
    assert prints(FIRST[0], article("two", SOURCE)) == first
