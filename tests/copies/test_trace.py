"""Wire copies: statements that stand nearly word for word in an earlier article are traced to it, and count once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from consistency import Article, Checker, Report, render
from consistency.copies.tracing import _may_be_copy
from consistency.model import Statement
from consistency.runs import words_of

WIRE = (
    "عمّان - البادية: قال مسؤول حكومي طلب عدم ذكر اسمه إن القوات الإسبانية ستنسحب من الأردن بالكامل "
    "بحلول 31 مارس 2024، وإن الجانبين اتفقا على ذلك خلال اجتماع عقد في العاصمة."
)
EDITED = (
    "قال مسؤول حكومي طلب عدم ذكر اسمه، إن القوات الإسبانية سوف تنسحب من الأردن بالكامل "
    "بحلول 31 مارس 2024 وإن الجانبين اتفقا على ذلك خلال اجتماع في العاصمة، وفق ما نقلت وكالة البادية."
)
OWN = (
    "وذكر مصدر في وزارة الدفاع الأردنية لم يسمه الموقع أن آخر الجنود الإسبان سيغادرون المملكة في موعد أقصاه "
    "31 مارس 2024، مضيفاً أن الترتيبات بدأت."
)
LATER = EDITED.replace("31 مارس", "30 يونيو")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def report(checker: Checker, *texts: str) -> Report:
    """The report on texts of consecutive days, of outlets A, B and so on, whose ids run the other way."""
    return checker.check(
        Article(id=f"x{9 - n}", text=f"عنوان {n}\n\n{text}", outlet="ABCDEF"[n], published=dt.date(2023, 11, 8 + n))
        for n, text in enumerate(texts)
    )


def copies(found: Report) -> list[tuple[str, str]]:
    """(article, article of the original) of each copy."""
    home = {s.id: s.article for s in found.statements}
    return [(s.article, home[s.copy_of]) for s in found.statements if s.copy_of]


def agreements(found: Report) -> list[str]:
    return [f.rule for f in found.findings if f.verdict == "agreement"]


def test_an_edited_copy_is_traced_to_the_earliest_article(checker: Checker) -> None:
    found = report(checker, WIRE, EDITED, EDITED)
    assert set(copies(found)) == {("x8", "x9"), ("x7", "x9")}


def test_unnamed_sources_of_one_wire_are_no_agreement(checker: Checker) -> None:
    assert agreements(report(checker, WIRE, EDITED)) == []


def test_unnamed_sources_in_their_own_words_are_one(checker: Checker) -> None:
    found = report(checker, WIRE, OWN)
    assert copies(found) == []
    assert "same-deadline" in agreements(found)


def test_a_copy_that_says_something_else_is_a_voice_of_its_own(checker: Checker) -> None:
    """Two versions of one wire with different dates are what an editor must see."""
    found = report(checker, WIRE, LATER)
    assert "deadline-conflict" in [f.rule for f in found.findings if f.verdict == "tension"]


def test_the_report_names_the_other_articles_once(checker: Checker) -> None:
    markdown = render(report(checker, WIRE, EDITED, OWN))
    assert 'also in: <span dir="ltr">B</span>' in markdown
    section = markdown.partition("## Agreements")[2].partition("## Updates")[0]
    assert section.count("<blockquote") == 2 * section.count("\n### ") > 0


def test_a_paragraph_repeated_in_one_article_is_no_copy(checker: Checker) -> None:
    assert copies(report(checker, f"{WIRE}\n\n{WIRE}")) == []


def test_the_order_in_which_articles_are_given_makes_no_difference(checker: Checker) -> None:
    articles = [
        Article(id=id_, text=text, published=dt.date(2023, 11, day))
        for id_, text, day in (("b", WIRE, 8), ("a", EDITED, 9), ("c", OWN, 9))
    ]
    assert checker.check(articles) == checker.check(reversed(articles))


def said(speaker: str, article: str, text: str) -> Statement:
    return Statement(
        id=article, article=article, story="1", speaker=speaker, mode="indirect", span=(0, len(text)), text=text
    )


@pytest.mark.parametrize(
    ("speakers", "words", "copied"),
    [
        (("anon.a.1", "person.x"), "the troops are leaving next month", True),
        (("anon.a.1", "anon.b.1"), "the troops are leaving soon", False),
        (("person.y", "person.x"), "the troops are leaving next month", False),
        (("person.y", "person.x"), "the troops are leaving next month " * 3, True),
    ],
)
def test_two_who_are_named_may_both_use_the_same_few_words(speakers: tuple[str, str], words: str, copied: bool) -> None:
    one, other = said(speakers[0], "a", words), said(speakers[1], "b", words)
    assert _may_be_copy(other, one, len(words_of(words))) is copied
    assert not _may_be_copy(replace(other, article="a"), one, 99)


ACCUSED = "the army had shelled the hospital in the old town of Homs for three hours on Thursday night"
DENIALS = [
    (f"The opposition said that {ACCUSED}, in a statement on Friday.", f"The government denied that {ACCUSED}."),
    ("قالت المعارضة إن الجيش قصف المستشفى في حمص القديمة ثلاث ساعات ليل الخميس.", "نفت الحكومة أن الجيش قصف المستشفى في حمص القديمة ثلاث ساعات ليل الخميس."),
]  # fmt: skip


@pytest.mark.parametrize(("accusation", "denial"), DENIALS, ids=["en", "ar"])
def test_a_denial_in_the_words_of_the_accusation_is_no_copy(checker: Checker, accusation: str, denial: str) -> None:
    assert copies(report(checker, accusation, denial)) == []


@pytest.mark.parametrize(("accusation", "denial"), DENIALS, ids=["en", "ar"])
def test_a_denial_that_two_papers_print_is_a_copy(checker: Checker, accusation: str, denial: str) -> None:
    assert copies(report(checker, accusation, denial, denial)) == [("x7", "x8")]
