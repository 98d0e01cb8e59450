"""What agencies deliver, NewsML-G2 and ninjs, to articles; what is withdrawn or no text is left out, with the reason."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from consistency.readers import IGNORED, SKIPPED, Batch, read_articles

SAID = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستغادر الأردن قبل نهاية العام."
ITEM = """<newsItem guid="urn:newsml:difaf.example:20231108:41" version="3" standard="NewsML-G2" xml:lang="ar">
<itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:DIFAF"><name>وكالة الضفاف</name></provider>
<versionCreated>2023-11-08T23:45:00+03:00</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><by>رنا العجلوني</by><headline>إسبانيا تسحب <i>قواتها</i></headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
XHTML = f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>لا</title></head>
<body><p>{SAID}</p><p>ولم يذكر <em>عدداً</em>.</p></body></html></inlineXML>"""
NITF = f"""<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>
<hedline><hl1>لا</hl1></hedline></body.head><body.content><p>{SAID}</p><p>ولم يذكر عدداً.</p></body.content></body></nitf></inlineXML>"""
PLAIN = f"<inlineData contenttype='text/plain'>{SAID}\n\nولم يذكر عدداً.</inlineData>"


def message(content: str, status: str = "usable", kind: str = "text") -> str:
    item = ITEM.format(content=content, status=status, kind=kind)
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}</itemSet></newsMessage>'


def item(**fields: Any) -> dict[str, Any]:
    found = {
        "uri": "https://difaf.example/41",
        "type": "text",
        "versioncreated": "2023-11-08T23:45:00+03:00",
        "headline": "إسبانيا تسحب قواتها",
        "byline": "رنا العجلوني",
        "body_html": f"<p>{SAID}</p><p>ولم يذكر عدداً.</p>",
        **fields,
    }
    return {name: value for name, value in found.items() if value is not None}


def read(folder: Path, content: object, name: str) -> Batch:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / name).write_text(text, "utf-8")
    return read_articles([folder / name])


@pytest.mark.parametrize("content", [XHTML, NITF, PLAIN], ids=["xhtml", "nitf", "plain"])
def test_a_news_item_is_an_article(tmp_path: Path, content: str) -> None:
    batch = read(tmp_path, message(content), "41.xml")
    (article,) = batch.articles
    assert article.text == f"إسبانيا تسحب قواتها\n\n{SAID}\n\nولم يذكر عدداً."
    assert (article.id, article.outlet) == ("urn:newsml:difaf.example:20231108:41", "وكالة الضفاف")
    assert (article.author, article.published) == ("رنا العجلوني", dt.date(2023, 11, 8))
    assert str(batch.sources[article.id]).endswith("41.xml, item 1, extracted text")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (message(XHTML, status="canceled"), "item 1: its status is 'canceled'; allowed are items that are usable"),
        (message(XHTML, kind="picture"), "item 1: it is a picture; allowed are texts"),
        (message('<remoteContent href="a.xml"/>'), "item 1: only remoteContent, and nothing is fetched"),
        (message(""), "item 1: no content"),
        (message(XHTML)[:-40], "not well-formed XML"),
        ("<newsMessage><itemSet/></newsMessage>", "<newsMessage> without a newsItem"),
        ("<newsMessage>" + "<a>" * 5000 + "</a>" * 5000 + "</newsMessage>", "more than 200 elements inside each other"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + message("&e;"), "declares entities of its own"),
    ],
)
def test_a_message_that_gives_nothing_says_why(tmp_path: Path, content: str, complaint: str) -> None:
    batch = read(tmp_path, content, "41.xml")
    assert batch.articles == []
    (warning,) = batch.warnings
    assert (warning.code, complaint in warning.message) == (SKIPPED, True), warning.message


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"body_html": None, "body_text": f"{SAID}\n\nولم يذكر عدداً."},
        {
            "body_html": None,
            "headline": None,
            "headlines": [{"role": "main", "value": "إسبانيا تسحب قواتها"}],
            "bodies": [{"role": "main", "contentType": "text/html", "value": f"<p>{SAID}</p><p>ولم يذكر عدداً.</p>"}],
        },
    ],
    ids=["html", "text", "version 3"],
)
def test_a_ninjs_item_is_an_article_in_every_version(tmp_path: Path, fields: dict[str, Any]) -> None:
    (article,) = read(tmp_path, item(**fields), "41.json").articles
    assert article.text == f"إسبانيا تسحب قواتها\n\n{SAID}\n\nولم يذكر عدداً."
    assert (article.id, article.url) == ("https://difaf.example/41", "https://difaf.example/41")
    assert (article.author, article.published, article.format) == ("رنا العجلوني", dt.date(2023, 11, 8), "ninjs")


def test_lists_and_answers_hold_items_and_a_bad_one_loses_no_other(tmp_path: Path) -> None:
    items = [
        item(uri="urn:1"),
        item(uri="urn:2", pubstatus="canceled"),
        item(uri="urn:3", type="picture"),
        item(uri="urn:4"),
    ]
    for content in (items, {"_items": items}, {"items": items}):
        batch = read(tmp_path, content, "day.json")
        assert [article.id for article in batch.articles] == ["urn:1", "urn:4"]
        assert [w.message.partition(", ")[2].partition(";")[0] for w in batch.warnings] == [
            "item 2: its status is 'canceled'",
            "item 3: it is a picture",
        ]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ([], "JSON without news items"),
        ({"name": "package", "version": "1.0"}, "JSON without news items"),
        ([{"id": "a", "text": SAID}], "rows of id and text belong in a .jsonl file"),
        (item(body_html=None), "item 1: no body"),
        (item(body_html=7), "item 1: no body"),
    ],
    ids=["broken", "deep", "empty", "other", "rows", "bodiless", "number"],
)
def test_json_that_gives_nothing_says_why(tmp_path: Path, content: object, complaint: str) -> None:
    batch = read(tmp_path, content, "41.json")
    assert batch.articles == []
    (warning,) = batch.warnings
    assert (warning.code, complaint in warning.message) == (SKIPPED, True), warning.message


def test_other_json_and_xml_of_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    (tmp_path / "package.json").write_text('{"name": "x"}', "utf-8")
    (tmp_path / "sitemap.xml").write_text("<urlset/>", "utf-8")
    batch = read_articles([tmp_path])
    assert ([a.id for a in batch.articles], [w.code for w in batch.warnings]) == (["a"], [IGNORED, IGNORED])


@pytest.mark.parametrize("content", ["<!DOCTYPE html><p>x", "\n<?xml version='1.0'?><rss/>", "<html>"])
def test_markup_on_standard_input_is_not_taken_for_text(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode("utf-8"))))
    (warning,) = read_articles(["-"]).warnings
    assert "keep it in a file that ends in .html or .xml" in warning.message
