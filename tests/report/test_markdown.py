"""The Markdown report: harmless whatever the articles say, evidence to the letter, direction kept."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from consistency.phrasing import Phrasebook
from consistency.report import Page, render
from consistency.report.escape import direction, inline, mixed, quoted
from consistency.report.headings import scope
from consistency.rulepack import Entity
from consistency.rulepack.phrases import PhrasesFile
from tests.report.sample import sample_report

NASTY = (
    "<script>alert(1)</script>", "<img src=x onerror=y>", "</div></blockquote>", "<!--", "&lt;b&gt;", "**b**", "_i_ *i*",
    "[a](javascript:x)", "![i](http://x.y/z.png)", "`code`", "```", "~~~", "| cell | cell |", "# head", "> quote", "- item",
    "1. item", "---", "===", "\n\n    code", "\\", "\r\n", "@everyone", "#12", "!12", "$x$", ":smile:", "https://x.example",
    "www.x.example", "[[_TOC_]]", "<", ">", "\x00", "\u202e", "\u2028", "قال الوزير", "said the minister", " ", "\t",
)  # fmt: skip
words = st.lists(st.sampled_from(NASTY) | st.text(max_size=5), min_size=1, max_size=8).map("".join)


class Seen(HTMLParser):
    """The tags with their attributes and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(markdown: str) -> Seen:
    page = Seen()
    page.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))
    page.close()
    return page


def frame(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tags of the whole report without those that only keep words apart or in their direction."""
    tags = seen(render(sample_report(text), "markdown", Page(sources={"a": "a.txt"}))).tags
    return [tag for tag in tags if tag not in (("span", ()), ("span", ("dir",)), ("br", ()), ("strong", ()))]


def letters(text: str) -> str:
    """The text without white space and what cannot be shown."""
    return "".join("".join(c for c in text if c.isprintable()).replace("\ufffd", "").split())


@given(words.filter(lambda text: letters(text) != ""))
def test_article_text_adds_no_markup_to_the_report(text: str) -> None:
    assert frame(text) == frame("x")


@given(words)
def test_a_line_shows_the_text_to_the_letter(text: str) -> None:
    for around in ("{0}", "| {0} |\n| --- |\n| {1} |", "- {1}", "# {1}", "a {0} b", "{1}", '<p dir="rtl">{2}</p>'):
        page = seen(around.format(inline(text), mixed(text), mixed(text, "rtl")))
        assert {tag for tag, _ in page.tags} <= {
            "p",
            "span",
            "ul",
            "li",
            "h1",
            "table",
            "thead",
            "tr",
            "th",
            "tbody",
            "td",
        }
        assert letters(text) in letters(page.text)


@given(words, st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_a_quotation_shows_the_text_to_the_letter(text: str, strong: tuple[int, int]) -> None:
    page = seen(quoted(text, (min(strong), max(strong))))
    assert letters(page.text) == letters(text)
    assert {tag for tag, _ in page.tags} <= {"blockquote", "span", "br", "strong"}


@pytest.mark.parametrize(
    ("text", "shown"), [("«قال الوزير: NATO»", "rtl"), ("“NATO ترحب”", "ltr"), ("2019", "ltr"), ("", "ltr")]
)
def test_the_first_letter_gives_the_direction(text: str, shown: str) -> None:
    assert direction(text) == shown


def test_the_words_a_finding_rests_on_are_strong() -> None:
    assert quoted("سنغادر في الربيع", (0, 6)) == '<blockquote dir="rtl"><strong>سنغادر</strong> في الربيع</blockquote>'


def test_an_editor_finds_who_where_when_and_why() -> None:
    entities = {
        "org.dutch-forces": Entity(id="org.dutch-forces", kind="force", en=("Dutch forces",)),
        "place.ml": Entity(id="place.ml", kind="place", en=("Mali",)),
    }
    phrases = Phrasebook(entities, [PhrasesFile(sayings={"deadline": "by {by}"})], "en")
    page = Page(sources={"a": "articles/a.txt"}, phrases=phrases)
    report = render(sample_report(), "markdown", page)
    assert "#### 1. Withdrawal: Dutch forces, Mali" in report
    assert "said on 2019-03-04 · articles/a.txt, characters 10–26" in report
    assert "rule `deployment/deadline-moved`" in report
    assert "| withdrawal: Dutch forces, Mali | by 2019 |" in report


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("قال Ruiz إن", "rtl", 'قال <span dir="ltr">Ruiz</span> إن'),
        ("في 2019-03-04 أو", "rtl", 'في <span dir="ltr">2019-03-04</span> أو'),
        ("علي المالكي, سامي (2019) and Ana", "ltr", '<span dir="rtl">علي المالكي</span>, <span dir="rtl">سامي</span> (2019) and Ana'),
        ("Ana said", "ltr", "Ana said"),
    ],
)  # fmt: skip
def test_words_of_the_other_direction_are_isolated_in_a_sentence(
    text: str, base: Literal["ltr", "rtl"], shown: str
) -> None:
    assert mixed(text, base) == shown


@pytest.mark.parametrize(
    ("speakers", "told"),
    [(("x", "x"), "one speaker, at different places"), (("x", "y"), "several who speak for one body")],
)
def test_two_who_speak_for_one_body_are_not_called_one_speaker(speakers: tuple[str, str], told: str) -> None:
    (finding,) = sample_report().findings
    sides = zip(finding.positions, speakers, strict=True)
    positions = tuple(replace(position, speakers=(speaker,)) for position, speaker in sides)
    assert scope(replace(finding, scope="same_speaker", positions=positions)) == told
    assert scope(replace(finding, positions=positions)) == "between speakers"
