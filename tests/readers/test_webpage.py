"""Saved web pages of several newspaper templates to articles: their text, headline, author, day and address."""

from __future__ import annotations

import datetime as dt
import socket
from pathlib import Path

import pytest

from consistency.model import Article
from consistency.readers import SKIPPED, Batch, read_articles

HTML = Path(__file__).parent / "html"
SAID = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستغادر الأردن قبل نهاية العام."


def page(name: str) -> Article:
    (article,) = read_articles([HTML / name]).articles
    return article


def read(folder: Path, content: str | bytes, name: str = "page.html") -> Batch:
    (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_articles([folder / name])


def test_a_theme_page_gives_its_article_and_what_it_says_of_itself() -> None:
    article = page("theme.html")
    assert article.title == "الخصاونة: القوات الإسبانية تغادر الأردن قبل نهاية مارس"
    assert article.text.startswith(f"{article.title}\n\nعمّان – المرفأ: قال رئيس هيئة الأركان")
    assert article.text.endswith("جندي، بحسب بيان للقيادة العامة.")
    assert (article.outlet, article.author) == ("صحيفة المرفأ", "رنا العجلوني")
    assert article.url == "https://marfa.example/2023/11/08/khasawneh-spain/"
    assert (article.published, article.published_from) == (dt.date(2023, 11, 8), "metadata")
    assert article.format == "html"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("theme.html", "الرئيسية سياسة اقرأ أيضاً المحطة الوسوم التعليقات أبو خالد الأكثر قراءة جميع الحقوق فيسبوك"),
        ("app.html", "cookies Home Sign More Topics briefing inbox Floods Copyright boarded"),
        ("portal.html", "الدخول الرئيسية طباعة إعلان ذات صلة الأكثر مشاهدة بالفيديو الاستخدام"),
        ("tables.htm", "الصفحة محليات متعلقة الخدمة معرض"),
    ],
)
def test_menus_boxes_comments_and_related_links_are_no_text(name: str, words: str) -> None:
    text = page(name).text
    assert [word for word in words.split() if word in text] == []


@pytest.mark.parametrize(
    ("name", "paragraph"),
    [
        ("theme.html", "وأضاف الخصاونة في مؤتمر صحفي عقده أمس في العاصمة: «لن يبقى جندي إسباني واحد بعد هذا الموعد»."),
        (
            "app.html",
            '"Nobody is leaving in a hurry," said Alvaro Ruiz, a spokesman for the army. "The plan has not changed."',
        ),
    ],
)
def test_a_repeated_paragraph_stays_as_often_as_it_stands(name: str, paragraph: str) -> None:
    assert page(name).text.splitlines().count(paragraph) == 2


def test_an_old_page_of_tables_in_its_own_code_page_keeps_its_paragraphs() -> None:
    lines = page("tables.htm").text.splitlines()
    assert lines[:3] == ["وزير الخارجية يلتقي نظيره الإسباني", "", "نشر في: 9 نوفمبر 2023"]
    assert sum(line.endswith(".") for line in lines) == 4


def test_a_page_of_an_application_names_its_authors_and_the_day_it_first_stood_there() -> None:
    article = page("app.html")
    assert article.author == "Lucia Ferrer, Tom Baxter"
    assert article.published == dt.date(2023, 12, 31)
    assert article.url == "https://iberian.example/world/jordan-troops-4412"


def test_a_title_is_rid_of_the_outlet() -> None:
    article = page("portal.html")
    assert article.title == "إسبانيا: لا بقاء لقوات قتالية في الأردن"
    assert article.published == dt.date(2023, 11, 10)


def test_a_relative_day_on_the_page_is_no_day(tmp_path: Path) -> None:
    """Nothing is counted from the day on which the page is read."""
    html = f"<h1>إسبانيا تسحب قواتها</h1><time datetime='منذ ساعتين'>منذ ساعتين</time><p>{SAID}</p>"
    (article,) = read(tmp_path, html).articles
    assert article.published is None


@pytest.mark.parametrize(
    "given",
    ["Wed, 08 Nov 2023 01:30:00 +0300", "2023-11-08T01:30:00+03:00", "2023-11-08 01:30", "2023-11-08T01:30:00Z"],
)
def test_the_day_is_that_of_the_time_zone_it_is_written_in(tmp_path: Path, given: str) -> None:
    html = f'<meta property="article:published_time" content="{given}"><h1>إسبانيا تسحب قواتها</h1><p>{SAID}</p>'
    (article,) = read(tmp_path, html).articles
    assert article.published == dt.date(2023, 11, 8)


@pytest.mark.parametrize(
    "linked", ["{", "[[[", '"x"', '{"@type": 7, "@graph": "x"}', "[" * 50_000, '{"@type": "NewsArticle"}']
)
def test_broken_data_in_a_page_loses_no_article(tmp_path: Path, linked: str) -> None:
    html = f'<title>إسبانيا تسحب قواتها</title><script type="application/ld+json">{linked}</script><p>{SAID}</p>'
    (article,) = read(tmp_path, html).articles
    assert article.text == f"إسبانيا تسحب قواتها\n\n{SAID}"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "no HTML in it"),
        ("just words", "no HTML in it"),
        (
            "<html><title>صور اليوم</title><ul><li><a href=x>صورة</a></ul>",
            "a page without running text under the title 'صور اليوم'",
        ),
        (b"\x89PNG\r\n\x1a\n\x00\x00<", "binary data (character U+001A)"),
        ("<div>" * 3000 + SAID, "more than 1,000 elements inside each other"),
        (b"<p>" + b"x" * (16 << 20), "16,777,219 bytes; allowed are 16,777,216 in a .html file"),
    ],
    ids=["empty", "text", "links", "picture", "deep", "large"],
)
def test_a_page_that_gives_nothing_says_why(tmp_path: Path, content: str | bytes, complaint: str) -> None:
    batch = read(tmp_path, content)
    assert batch.articles == []
    (warning,) = batch.warnings
    assert warning.code == SKIPPED
    assert "page.html" in warning.message
    assert complaint in warning.message


def test_a_declared_code_page_is_believed_where_the_bytes_are_no_utf_8(tmp_path: Path) -> None:
    html = f'<meta charset="iso-8859-6"><h1>إسبانيا تسحب قواتها</h1><p>{SAID}</p>'
    (article,) = read(tmp_path, html.encode("iso-8859-6")).articles
    assert SAID in article.text


def test_an_index_gives_what_a_page_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<h1>إسبانيا تسحب قواتها</h1><p>{SAID}</p>", "utf-8")
    (tmp_path / "index.jsonl").write_text('{"id": "page", "published": "2023-11-08", "outlet": "Dar"}', "utf-8")
    (article,) = read_articles([tmp_path]).articles
    assert (article.published, article.outlet) == (dt.date(2023, 11, 8), "Dar")


def test_a_page_of_a_folder_without_anything_in_it_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("", "utf-8")
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    (warning,) = read_articles([tmp_path]).warnings
    assert warning.code == SKIPPED


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert page("app.html").text
