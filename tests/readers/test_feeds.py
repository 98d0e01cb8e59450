"""Saved RSS and Atom feeds to articles, one an entry."""

from __future__ import annotations

import datetime as dt
import socket
from pathlib import Path

import pytest

from consistency.readers import SKIPPED, Batch, read_articles

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>صحيفة المرفأ</title><link>https://marfa.example/</link>
<item><title>الخصاونة: الانسحاب &quot;قبل نهاية مارس&quot;</title><link>https://marfa.example/1</link>
<guid isPermaLink="false">marfa:4411</guid><pubDate>Wed, 08 Nov 2023 01:30:00 +0300</pubDate><dc:creator>رنا العجلوني</dc:creator>
<description>ملخص قصير</description>
<content:encoded><![CDATA[<p>قال اللواء <b>فارس الخصاونة</b> إن القوات الإسبانية ستغادر الأردن.</p><p>ولم يذكر عدداً.</p>
<p>ولم يذكر عدداً.</p><script>track()</script>]]></content:encoded></item>
<item><title>ملاحظة</title><description>&lt;p&gt;سطر أول&lt;br/&gt;سطر ثان&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Iberian Courier</title>
<entry><id>tag:iberian.example,2023:7</id><title type="html">Spain &amp;amp; Jordan agree</title>
<link href="https://iberian.example/7"/><updated>2023-12-31T23:10:00Z</updated><author><name>Tom Baxter</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The army said all troops would leave.</p></div></content></entry></feed>"""


def read(folder: Path, content: str | bytes, name: str = "news.rss") -> Batch:
    (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_articles([folder / name])


def test_an_entry_of_a_feed_is_an_article_with_its_full_text(tmp_path: Path) -> None:
    batch = read(tmp_path, RSS)
    first, second = batch.articles
    assert first.text.splitlines() == [
        'الخصاونة: الانسحاب "قبل نهاية مارس"',
        "",
        "قال اللواء فارس الخصاونة إن القوات الإسبانية ستغادر الأردن.",
        "",
        "ولم يذكر عدداً.",
        "",
        "ولم يذكر عدداً.",
    ]
    assert (first.id, first.outlet, first.author) == ("marfa:4411", "صحيفة المرفأ", "رنا العجلوني")
    assert (first.url, first.published, first.format) == ("https://marfa.example/1", dt.date(2023, 11, 8), "feed")
    assert (second.id, second.text) == ("news-2", "ملاحظة\n\nسطر أول\nسطر ثان")
    assert str(batch.sources["news-2"]).endswith("news.rss, entry 2, extracted text")


@pytest.mark.parametrize("name", ["news.atom", "news.xml"])
def test_atom_is_told_by_its_root(tmp_path: Path, name: str) -> None:
    (article,) = read(tmp_path, ATOM, name).articles
    assert article.text == "Spain & Jordan agree\n\nThe army said all troops would leave."
    assert (article.published, article.author) == (dt.date(2023, 12, 31), "Tom Baxter")


def test_a_feed_in_a_declared_code_page_is_read(tmp_path: Path) -> None:
    content = RSS.replace('encoding="utf-8"', 'encoding="windows-1256"').encode("cp1256")
    assert len(read(tmp_path, content).articles) == 2


def test_html_entities_that_xml_does_not_know_lose_no_entry(tmp_path: Path) -> None:
    assert len(read(tmp_path, RSS.replace("ملخص قصير", "ملخص&nbsp;قصير")).articles) == 2


def test_a_feed_that_breaks_off_loses_its_last_entry_and_says_so(tmp_path: Path) -> None:
    batch = read(tmp_path, RSS[: RSS.index("سطر ثان")])
    assert [article.id for article in batch.articles] == ["marfa:4411"]
    (warning,) = batch.warnings
    assert (warning.code, "breaks off in entry 2" in warning.message) == (SKIPPED, True)


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "not XML: nothing in it"),
        ("hello", "not XML: syntax error"),
        ("<opml><body/></opml>", "XML of <opml>; allowed are RSS, Atom, NewsML-G2 and XHTML"),
        ('<rss version="2.0"><channel><title>x</title></channel></rss>', "a feed without entries"),
        (
            '<rss version="2.0"><channel><item><link>https://a.example</link></item></channel></rss>',
            "an entry without words",
        ),
        (BOMB + RSS.partition("?>")[2].replace("ملخص قصير", "&b;"), "declares entities of its own"),
        (OUTSIDE + RSS.partition("?>")[2].replace("ملخص قصير", "&a;"), "declares entities of its own"),
        ((OUTSIDE + RSS.partition("?>")[2]).encode("utf-16"), "declares entities of its own"),
    ],
)
def test_a_feed_that_gives_nothing_says_why(tmp_path: Path, content: str | bytes, complaint: str) -> None:
    batch = read(tmp_path, content)
    assert batch.articles == []
    (warning,) = batch.warnings
    assert (warning.code, complaint in warning.message) == (SKIPPED, True), warning.message


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    doctype = '<!DOCTYPE rss SYSTEM "https://marfa.example/rss.dtd">'
    assert len(read(tmp_path, doctype + RSS.partition("?>")[2]).articles) == 2
