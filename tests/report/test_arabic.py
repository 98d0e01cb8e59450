"""The reports for people in Arabic: from right to left, in Arabic words, with quotations as they were written."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from lxml import html

from consistency.model import Report, Warning
from consistency.ownreports import TEXT_MARK
from consistency.report import Page, render
from tests.report.checked import checked
from tests.report.sample import sample_report

LATIN = re.compile("[A-Za-z]{2}")


@lru_cache(maxsize=1)
def page() -> html.HtmlElement:
    return html.document_fromstring(render(checked()[0], "html", in_language("ar")))


def in_language(language: str | None) -> Page:
    return replace(checked()[1], language=language)


def text(selector: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in page().xpath(selector)]


def test_the_page_is_from_right_to_left_and_says_so() -> None:
    assert (page().get("lang"), page().get("dir")) == ("ar", "rtl")
    assert text("//h1") == ["تقرير اتساق الأقوال"]


def test_headings_labels_and_buttons_are_arabic() -> None:
    for selector in (
        "//head/title",
        "//h1",
        "//h2",
        "//nav/a",
        "//label",
        "//thead//th[@scope]",
        "//button",
        "//summary/h3",
    ):
        found = text(selector)
        assert found
        assert [words for words in found if LATIN.search(words)] == []
    for name in ("aria-label", "data-copy", "data-found"):
        told = [value for value in page().xpath(f"//@{name}") if "consistency dismiss" not in value]
        assert [value for value in told if LATIN.search(value)] == []


def test_what_is_claimed_is_told_in_arabic() -> None:
    assert [words for words in text("//h4") if LATIN.search(words)] == []
    assert "دور القوات الإسبانية، الأردن" in " ".join(text("//h3"))


def test_the_explanation_in_arabic_comes_first_and_the_english_one_keeps_its_direction() -> None:
    for why in page().find_class("why"):
        assert [(p.get("lang"), p.get("dir")) for p in why.iter("p")] == [("ar", "rtl"), ("en", "ltr")]


def test_quotations_are_the_same_in_both_languages() -> None:
    english = html.document_fromstring(render(checked()[0], "html", in_language("en")))
    assert [q.text_content() for q in page().iter("q")] == [q.text_content() for q in english.iter("q")]


def test_time_runs_from_right_to_left() -> None:
    ticks = [(float(t.get("x").rstrip("%")), t.text) for t in page().xpath("//symbol[@id='x1']/text")]
    assert [label for _, label in ticks] == sorted(label for _, label in ticks)
    assert [x for x, _ in ticks] == sorted((x for x, _ in ticks), reverse=True)


def test_the_page_is_in_the_language_of_most_articles_unless_told_otherwise() -> None:
    report = checked()[0]
    assert [article.language for article in report.articles].count("ar") > len(report.articles) / 2
    assert '<html lang="ar" dir="rtl">' in render(report, "html", in_language(None))
    assert '<html lang="en" dir="ltr">' in render(report, "html", in_language("en"))
    english = tuple(replace(article, language="en") for article in report.articles[:3])
    half = report.model_copy(update={"articles": (*english, *report.articles[3:])})
    assert '<html lang="en" dir="ltr">' in render(half, "html", in_language(None))
    assert '<html lang="en" dir="ltr">' in render(Report(), "html", in_language(None))


def test_a_page_from_python_without_rules_is_english() -> None:
    assert '<html lang="en" dir="ltr">' in render(sample_report(), "html", Page(language="ar"))


def test_markdown_is_english_unless_told_otherwise() -> None:
    report = checked()[0]
    assert render(report, "markdown", in_language(None)) == render(report, "markdown", in_language("en"))


def test_markdown_is_arabic_where_that_is_told() -> None:
    told = render(checked()[0], "markdown", in_language("ar"))
    assert told.startswith(
        '<div dir="rtl">\n\n# تقرير اتساق الأقوال\n\n**5 تعارضات، 8 اتفاقات، مستجدان، تفصيل واحد** في 6 مقالات'
    )
    assert told.endswith(f"\n</div>\n\n{TEXT_MARK}\n")
    headings = re.findall(r"^#+ (.*)$", told, re.MULTILINE)
    assert [heading for heading in headings if LATIN.search(re.sub(r"<[^>]*>", "", heading))] == []
    assert "**أ: في موعد أقصاه" in told
    assert '<p dir="ltr">' in told


def test_paths_and_warnings_keep_their_order_in_an_arabic_line() -> None:
    report, page = sample_report(), replace(in_language("ar"), sources={"a": "/x_1/y_2.txt:1"})
    warning = Warning(code="unresolved-speaker", message="“الخبراء”: no name for it", article="a", span=(1, 2))
    report = report.model_copy(update={"warnings": (warning,)})
    told = render(report, "markdown", page)
    assert '<span dir="ltr">/x_1/y_2.txt:1</span>، الأحرف <span dir="ltr">1–2</span>' in told
    assert '- <span dir="ltr">“<span dir="rtl">الخبراء</span>”: no name for it</span>' in told
    shown = html.document_fromstring(render(report, "html", page))
    assert [node.text_content() for node in shown.xpath("//li/span[@dir='ltr']")] == [warning.message]


def test_formats_for_programs_are_the_same_in_every_language() -> None:
    report = checked()[0]
    for form in ("json", "jsonl", "csv", "sarif", "jsonld", "facts-csv", "junit", "github"):
        assert render(report, form, in_language("ar")) == render(report, form, in_language("en"))
