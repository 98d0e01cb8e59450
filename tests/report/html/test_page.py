"""The HTML page: whole, harmless whatever the articles say, to the letter, small, and the same every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from consistency import Article, Checker
from consistency.model import Memory, Report
from consistency.report import Page, Place, Voice, render
from tests.report.checked import checked
from tests.report.sample import sample_report
from tests.report.test_markdown import NASTY, letters

ROOT = Path(__file__).resolve().parents[3]
NASTIER = (
    *NASTY,
    "</script>",
    "</style>",
    "]]>",
    "-->",
    '"',
    "'",
    "{{ 7 * 7 }}",
    "\u202d",
    "\u2066",
    "\u2069",
    "\ud800",
)
words = st.lists(st.sampled_from(NASTIER) | st.text(max_size=5), min_size=1, max_size=8).map("".join)
Tags = set[tuple[str, tuple[str, ...]]]


@lru_cache(maxsize=1)
def examples() -> str:
    return render(checked()[0], "html", checked()[1])


@cache
def voice(language: str) -> Voice:
    known = checked()[1].voice
    assert known
    return known(language)


def with_words(evil: str, language: str = "en") -> str:
    """The page of a report in which these words stand wherever an article's words stand."""
    text = "0123456789" + evil + "\n" + evil
    places = {"a": Place(path=evil, text=text)}
    report = sample_report(evil).model_copy(update={"memory": Memory(replaced=(evil,), earlier=("a",))})
    return render(report, "html", Page(sources={"a": evil}, places=places, language=language, voice=voice))


def tags(page: str) -> Tags:
    return {(node.tag, tuple(sorted(node.attrib))) for node in html.document_fromstring(page).iter(html.etree.Element)}


@cache
def harmless(language: str) -> Tags:
    """The tags that the template itself writes."""
    told = ("سنغادر في الربيع\u202e 2019-03-04. Next year.", "Next year, 2019-03-04.", "x")
    return tags(examples()).union(*(tags(with_words(text, language)) for text in told))


@given(words, st.sampled_from(["ar", "en"]))
def test_words_of_articles_add_no_markup(text: str, language: str) -> None:
    page = with_words(text, language)
    assert tags(page) <= harmless(language)
    document = html.document_fromstring(page)
    assert len(document.findall(".//script")) == len(document.findall(".//style")) == 1
    assert document.find(".//script").text == html.document_fromstring(examples()).find(".//script").text


@given(words)
def test_quotations_are_to_the_letter_whatever_they_hold(text: str) -> None:
    document = html.document_fromstring(with_words(text))
    shown = [node.text_content() for node in document.iter("q")]
    assert len(shown) == 2
    expected = letters(text.encode("utf-8", "replace").decode("utf-8"))
    assert [letters(q) for q in shown] == [expected, expected]


def test_every_quotation_of_the_examples_is_to_the_letter_and_leads_to_its_place() -> None:
    report, page = checked()
    document = html.document_fromstring(examples())
    for node in document.iter("figure"):
        number = int(node.find(".//a").get("href").removeprefix("#s"))
        assert node.find(".//q").text_content() == report.statements[number - 1].text
        article = report.statements[number - 1].article
        around = [part.text_content().strip("… ") for part in node.find_class("around")]
        assert all(part in page.place(article).text for part in around)
    for number, statement in enumerate(report.statements, 1):
        told = "".join(node.text_content() for node in document.iter("span") if node.get("data-in") == str(number))
        assert told == statement.text


def test_the_articles_are_shown_whole_and_to_the_letter() -> None:
    document = html.document_fromstring(examples())
    for number in document.xpath("//sup"):
        number.drop_tree()
    shown = ["\n".join(p.text_content() for p in a.find_class("text")) for a in document.find_class("told")]
    texts = ["\n".join(place.text.split("\n")).strip() for place in checked()[1].places.values()]
    assert sorted(shown) == sorted(re.sub(r"\n+", "\n", text) for text in texts)


def test_the_words_a_claim_rests_on_are_marked() -> None:
    report, _ = checked()
    marked = " ".join(node.text_content() for node in html.document_fromstring(examples()).iter("mark"))
    assert all(" ".join(fact.text.split()) in " ".join(marked.split()) for fact in report.facts[:10])


def test_the_structure_is_sound() -> None:
    document = html.document_fromstring(examples())
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in document.xpath("//@href") if href.startswith("#")}
    assert targets <= set(ids)
    assert {label.get("for") for label in document.iter("label")} == {
        select.get("id") for select in document.iter("select")
    }
    levels = [int(node.tag[1]) for node in document.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert next(document.iter("h2")).text_content().split()[0] == "Tensions"


def test_text_from_right_to_left_says_so() -> None:
    document = html.document_fromstring(examples())
    for node in [*document.iter("blockquote"), *document.find_class("text")]:
        arabic = re.search("[\u0600-\u06ff]", node.text_content())
        assert (node.get("dir"), node.get("lang")) == (("rtl", "ar") if arabic else ("ltr", "en"))


def test_nothing_comes_from_elsewhere() -> None:
    document = html.document_fromstring(examples())
    assert not document.xpath(
        "//@src | //@style | //@srcset | //@*[starts-with(name(), 'on')] | //link | //iframe | //img"
    )
    assert all(
        a.tag == "a" and a.get("rel") == "noopener noreferrer"
        for a in document.xpath("//*[starts-with(@href, 'http')]")
    )
    assert "url(" not in document.find(".//style").text
    assert "@import" not in document.find(".//style").text


def test_only_web_addresses_are_links() -> None:
    report, page = checked()
    spoilt = [replace(article, url="javascript:alert(1)") for article in report.articles]
    document = html.document_fromstring(render(report.model_copy(update={"articles": tuple(spoilt)}), "html", page))
    assert not [href for href in document.xpath("//@href") if not href.startswith("#")]


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    document = html.document_fromstring(examples())
    meta = document.xpath("//meta[@http-equiv='Content-Security-Policy']")[0]
    policy = dict(part.split(" ", 1) for part in meta.get("content").split("; "))
    for directive, tag in (("style-src", "style"), ("script-src", "script")):
        digest = b64encode(sha256(document.find(f".//{tag}").text.encode()).digest()).decode()
        assert policy[directive] == f"'sha256-{digest}'"
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    head = list(document.head)
    assert head.index(meta) < head.index(document.head.find("style"))


def test_what_was_skipped_and_set_aside_stands_in_the_page() -> None:
    report = sample_report("Gone by spring.")
    (finding,) = report.findings
    aside = {"finding": replace(finding, fingerprint="0123456789abcdef"), "reason": "He meant the camp."}
    report = Report.model_validate({**report.model_dump(), "findings": (), "dismissed": (aside,)})
    text = html.document_fromstring(render(report, "html", Page())).text_content()
    assert "Skipped inputs" in text
    assert "He meant the camp. · 0123456789abcdef" in text
    assert "None found." in text


def test_nothing_read_is_not_nothing_found() -> None:
    text = html.document_fromstring(render(Report(), "html")).text_content()
    assert "Nothing was read, so nothing was checked." in text
    assert "None found." not in text


COUNTRIES = (("العراق", "Iraq"), ("الأردن", "Jordan"), ("مالي", "Mali"), ("النيجر", "Niger"), ("تشاد", "Chad"))
NAMES = ("سامر الخالدي", "نبيل الحيدري", "هاشم العزاوي", "رائد الجميلي", "Daniel Harper", "Laura Benson")
ARABIC = """قوة دولية في طريق العودة
أعلن المتحدث باسم القوات الأمريكية {name} في مؤتمر صحفي عقده مساء أمس أن «{count} جندياً سيغادرون {ar} قبل {day} كانون الأول 2021».
وأضاف أن مهام القوات ستقتصر على التدريب وتقديم المشورة.
وكانت العاصمة قد شهدت خلال الأسابيع الماضية لقاءات تناولت ملفات اقتصادية وخدمية بعيدة عن هذا الموضوع.
في المقابل، نفى مصدر أمني انسحاب القوات الأمريكية من {ar}."""
ENGLISH = """Troops on their way home
“About {count} American soldiers will have left {en} by {day} December 2021,” said the spokesman {name} on Monday.
He added that the rest was a matter of weeks.
The capital had seen a string of meetings in the past weeks on economic files that have nothing to do with it.
A senior official denied that any withdrawal from {en} had begun."""


@lru_cache(maxsize=1)
def busy() -> tuple[Report, Page]:
    """A report with 500 quotations."""
    articles = []
    for i in range(168):
        ar, en = COUNTRIES[i % 5]
        values = {"name": NAMES[i % 6], "count": 2000 + 100 * (i % 7), "day": 10 + i % 12, "ar": ar, "en": en}
        text = (ARABIC if i % 2 else ENGLISH).format(**values)
        articles.append(
            Article(id=f"a{i:03}", text=text, published=f"2021-12-{1 + i % 20:02}", outlet=f"outlet {i % 9}")
        )
    checker = Checker()
    page = checker.page({article.id: f"{article.id}.txt:1" for article in articles})
    places = {article.id: Place(text=article.text) for article in articles}
    return checker.check(articles), replace(page, places=places)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_five_hundred_quotations_are_less_than_a_megabyte(language: str) -> None:
    report, page = busy()
    assert len(report.statements) >= 500
    assert len(report.findings) >= 50
    text = render(report, "html", replace(page, language=language))
    assert len(text.encode()) < 1_000_000
    assert len(html.document_fromstring(text).xpath("//*[@data-finding]")) == len(report.findings)
    assert len(html.document_fromstring(text).xpath("//sup")) == len(report.statements)


def test_long_articles_are_cut_to_their_paragraphs_with_statements() -> None:
    report, page = busy()
    idle = "لا جديد في هذه الفقرة. " * 400
    places = {id_: replace(place, text=f"{place.text}\n{idle}") for id_, place in page.places.items()}
    text = render(report, "html", replace(page, places=places))
    assert idle[:100] not in text
    assert f"{len(idle)} characters without a statement" in text
    assert len(text.encode()) < 1_000_000


def test_a_report_without_the_articles_at_hand_shows_their_statements() -> None:
    report, page = checked()
    document = html.document_fromstring(render(report, "html", replace(page, places={})))
    shown = [node.text_content() for node in document.xpath("//p[contains(@class, 'text')]")]
    assert len(shown) == len(report.statements)
    assert "the text is not at hand" in document.text_content()


def test_statements_in_the_same_place_stand_there_once() -> None:
    document = html.document_fromstring(render(sample_report("Gone by spring."), "html"))
    assert [node.text_content() for node in document.find_class("text")] == ["12Gone by spring."]
    assert len(document.xpath("//@id")) == len(set(document.xpath("//@id")))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_neither_the_hash_seed_nor_the_number_of_workers_changes_a_byte(seed: str) -> None:
    command = [sys.executable, "-m", "consistency", "check", "examples", "--format", "html", "--language", "en"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, "--fail-on", "never", "--workers", seed], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode("utf-8") == examples()
