"""Word documents to articles: paragraphs, tracked changes, and packages that are none or unpack to anything."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from consistency.readers import SKIPPED, Batch, read_articles

SAID = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستغادر الأردن قبل نهاية العام."
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
CORE = '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>رنا العجلوني</dc:creator></cp:coreProperties>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def document(*paragraphs: str) -> str:
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {SPACES}><w:body>{body}</w:body></w:document>'


def package(story: str | None, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in {"word/document.xml": story, **parts}.items():
            if content is not None:
                made.writestr(name, content)
    return out.getvalue()


def read(folder: Path, data: bytes) -> Batch:
    (folder / "story.docx").write_bytes(data)
    return read_articles([folder / "story.docx"])


def text_of(folder: Path, *paragraphs: str) -> str:
    (article,) = read(folder, package(document(*paragraphs))).articles
    return article.text


def test_a_document_is_an_article_with_its_headline_first(tmp_path: Path) -> None:
    data = package(
        document(run("إسبانيا تسحب ") + run("قواتها"), "", run(SAID), run(SAID)), **{"docProps/core.xml": CORE}
    )
    (article,) = read(tmp_path, data).articles
    assert article.text == f"إسبانيا تسحب قواتها\n\n{SAID}\n{SAID}"
    assert (article.id, article.author, article.published, article.format) == ("story", "رنا العجلوني", None, "docx")


def test_words_under_tracked_changes_are_those_after_the_change(tmp_path: Path) -> None:
    struck = (
        '<w:del w:author="x"><w:r><w:delText>لن </w:delText></w:r></w:del><w:moveFrom>' + run("هناك ") + "</w:moveFrom>"
    )
    put_in = f'<w:ins w:author="x">{run("ستغادر ")}</w:ins><w:hyperlink>{run("الأردن")}</w:hyperlink>'
    assert text_of(tmp_path, run("القوات ") + struck + put_in) == "القوات ستغادر الأردن"


def test_breaks_tables_and_text_boxes_keep_their_words_once(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('خلية')}</w:p></w:tc></w:tr></w:tbl>"
    box = "<w:txbxContent><w:p>{}</w:p></w:txbxContent>".format(run("إطار"))
    twice = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    field = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
    found = text_of(tmp_path, run("أول") + "<w:r><w:br/></w:r>" + run("ثان"), field + twice + run("بعده"), table)
    assert found.split("\n") == ["أول", "ثان", "إطار", "بعده", "خلية", ""][:5]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "no whole Word document"),
        (b"PK\x03\x04 cut off", "no whole Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, "locked with a password, or of the old Word format"),
        (package(None, **{"xl/workbook.xml": "<x/>"}), "it holds no word/document.xml"),
        (package(document("")), "a document without words"),
        (package(document(run(SAID))[:-30]), "word/document.xml is no plain XML"),
        (package('<!DOCTYPE x [<!ENTITY a "b">]>' + document(run("&a;")).partition("?>")[2]), "is no plain XML"),
        (package(document(run("ا" * (17 << 20)))), "word/document.xml unpacks to more than 33,554,432 bytes"),
        (package(document(run(SAID)))[:200], "no whole Word document"),
    ],
    ids=["empty", "cut", "locked", "sheet", "wordless", "broken", "entities", "bomb", "truncated"],
)
def test_a_document_that_gives_nothing_says_why(tmp_path: Path, data: bytes, complaint: str) -> None:
    batch = read(tmp_path, data)
    assert batch.articles == []
    (warning,) = batch.warnings
    assert (warning.code, complaint in warning.message) == (SKIPPED, True), warning.message


def test_deep_nesting_ends(tmp_path: Path) -> None:
    deep = "<w:sdt>" * 20_000 + f"<w:p>{run(SAID)}</w:p>" + "</w:sdt>" * 20_000
    (article,) = read(tmp_path, package(f"<w:document {SPACES}>{deep}</w:document>")).articles
    assert article.text == SAID


def test_a_damaged_part_is_told(tmp_path: Path) -> None:
    data = bytearray(package(document(run(SAID))))
    data[60] ^= 0xFF
    batch = read(tmp_path, bytes(data))
    assert (batch.articles, len(batch.warnings)) == ([], 1)
    assert batch.warnings[0].code == SKIPPED
