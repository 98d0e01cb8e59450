"""Articles made ready: languages, stories, titles, refused articles."""

from __future__ import annotations

import datetime as dt

import pytest

from consistency.model import Article
from consistency.readers import prepare, with_published
from consistency.readers.language import detect_language
from consistency.rulepack import Packs, load_packs


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Troops to stay\nThe minister said so.", None, "Troops to stay"),
        ("# Troops to stay\nThe minister said so.", None, "Troops to stay"),
        ("Troops to stay\nThe minister said so.", "Troops to stay", "Troops to stay"),
        ("The minister said so on Monday.\nHe left.", "Troops to stay", None),
        ("The minister said on Monday that the troops would stay.", None, None),
        ("word " * 80, None, None),
    ],
)
def test_the_headline_is_the_first_line(packs: Packs, text: str, title: str | None, expected: str | None) -> None:
    (article,), _ = prepare([Article(id="a", text=text, title=title)], packs)
    span = article.stories[0].title_span
    assert (text[slice(*span)] if span else None) == expected


def test_an_unusable_article_loses_no_other(packs: Packs) -> None:
    articles = [
        Article(id="b", text="The minister left."),
        Article(id="b", text="The minister came back."),
        Article(id="c", text=" \n"),
        Article(id="d", text="Министр обороны прибыл на базу."),
        Article(id="e", text="x" * 1_000_001),
        Article(id="f", text="The minister left.", published=dt.date(9999, 12, 31)),
        Article(id="a", text="غادر الوزير."),
    ]
    ready, warnings = prepare(articles, packs)
    assert [a.id for a in ready] == ["a", "b"]
    assert [(w.article, w.message.partition(": ")[2].partition(";")[0]) for w in warnings] == [
        ("b", "the id is taken"),
        ("c", "the text is empty"),
        ("d", "neither Arabic nor English"),
        ("e", "1,000,001 characters"),
        ("f", "published is 9999-12-31"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وصل وفد NATO", "ar"),
        ("The word قال is Arabic", "en"),
        ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ", "ar"),
        ("1234 …", None),
        ("部隊撤退", None),
    ],
)
def test_the_script_tells_the_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_the_option_dates_only_what_has_no_date() -> None:
    day, other = dt.date(2020, 1, 1), dt.date(2019, 5, 5)
    dated = Article(id="a", text="x", published=other, published_from="metadata")
    got = list(with_published([dated, Article(id="b", text="x")], day))
    assert [(a.published, a.published_from) for a in got] == [(other, "metadata"), (day, "option")]
