"""Web archives to articles: packed and plain, whole, cut and damaged ones; the archives are made here."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from consistency.readers import IGNORED, SKIPPED, Batch, read_articles
from consistency.readers.files import ENDINGS
from consistency.readers.formats import READERS

SAID = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستغادر الأردن قبل نهاية العام."
PAGE = f"<html><h1>إسبانيا تسحب قواتها</h1><p>{SAID}</p></html>".encode()
TEXT = f"إسبانيا تسحب قواتها\n\n{SAID}"


def record(
    content: bytes, kind: str = "response", media: str = "application/http; msgtype=response", **more: str
) -> bytes:
    """One record; ``more`` are further headers, or others in the place of those it has."""
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:0a1b2c3d-0000-4000-8000-000000000000>",
        "WARC-Date": "2023-11-08T10:00:00Z",
        "Content-Type": media,
        "Content-Length": str(len(content)),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + content + b"\r\n\r\n"


def answer(
    body: bytes = PAGE, status: str = "200 OK", media: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body


def page(number: int, **parts: object) -> bytes:
    return record(answer(**parts), WARC_Target_URI=f"https://dar.example/{number}")  # type: ignore[arg-type]


def read(folder: Path, data: bytes, name: str = "crawl.warc") -> Batch:
    (folder / name).write_bytes(data)
    return read_articles([folder / name])


def ids(batch: Batch) -> list[str]:
    return [article.id.rpartition("/")[2] for article in batch.articles]


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_of_an_archive_is_an_article(tmp_path: Path, packed: bool) -> None:
    records = [
        record(b"software: x", "warcinfo", "application/warc-fields"),
        page(1),
        record(b"GET /", "request"),
        page(2),
    ]
    data = b"".join(map(gzip.compress, records) if packed else records)
    batch = read(tmp_path, data, "crawl.warc.gz" if packed else "crawl.warc")
    assert [(a.id, a.url, a.text) for a in batch.articles] == [
        (f"https://dar.example/{n}", f"https://dar.example/{n}", TEXT) for n in (1, 2)
    ]
    assert str(batch.sources["https://dar.example/2"]).endswith(", record 4, extracted text")
    assert [w.code for w in batch.warnings] == [IGNORED]


def test_other_records_are_counted(tmp_path: Path) -> None:
    others = [
        page(3, status="404 Not Found"),
        page(4, media="image/png", body=b"x"),
        page(5, status="301 Moved", body=b""),
    ]
    (warning,) = read(tmp_path, page(1) + b"".join(others)).warnings
    assert (warning.code, "1 status 404, 1 image/png, 1 status 301" in warning.message) == (IGNORED, True)


def test_packed_and_chunked_pages_are_unpacked(tmp_path: Path) -> None:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    records = [
        page(1, body=gzip.compress(PAGE), more="Content-Encoding: gzip\r\n"),
        page(2, body=zlib.compress(PAGE), more="Content-Encoding: deflate\r\n"),
        page(3, body=chunked, more="Transfer-Encoding: chunked\r\n"),
        record(PAGE, "resource", "text/html", WARC_Target_URI="https://dar.example/4"),
        page(5, body=PAGE.decode().encode("cp1256"), media="text/html; charset=windows-1256"),
    ]
    batch = read(tmp_path, b"".join(records))
    assert [(a.id[-1], a.text) for a in batch.articles] == [(str(n), TEXT) for n in range(1, 6)]


def test_an_archive_that_breaks_off_keeps_what_is_whole(tmp_path: Path) -> None:
    for data, name in (
        ((page(1) + page(2))[:-60], "plain.warc"),
        ((gzip.compress(page(1)) + gzip.compress(page(2)))[:-40], "packed.warc.gz"),
    ):
        batch = read(tmp_path, data, name)
        assert ids(batch) == ["1"]
        (warning,) = batch.warnings
        assert warning.code == SKIPPED
        assert "record 2 (https://dar.example/2): breaks off after" in warning.message


BOMB = gzip.compress(b"<p>" + b"x" * (17 << 20))


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (page(9, body=b"no gzip", more="Content-Encoding: gzip\r\n"), "cannot be unpacked"),
        (page(9, body=BOMB, more="Content-Encoding: gzip\r\n"), "unpacks to more than 16,777,216 bytes"),
        (page(9, body=b"x" * (17 << 20)), "bytes; allowed are 16,777,216"),
        (
            record(answer(), WARC_Target_URI="https://dar.example/9", WARC_Truncated="length"),
            "cut short when it was saved (length)",
        ),
        (page(9, body=b"<h1>x</h1>"), "a page without running text"),
    ],
    ids=["unpackable", "bomb", "long", "truncated", "empty"],
)
def test_a_bad_record_is_named_and_the_others_go_on(tmp_path: Path, broken: bytes, complaint: str) -> None:
    batch = read(tmp_path, page(1) + broken + page(2))
    assert ids(batch) == ["1", "2"]
    (warning,) = batch.warnings
    assert (warning.code, complaint in warning.message) == (SKIPPED, True), warning.message
    assert "record 2 (https://dar.example/9)" in warning.message


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "no WARC records in it"),
        (b"hello world\n" * 50, "not a whole WARC file"),
        (page(1) + b"garbage\r\n\r\n" + page(2), "not a whole WARC file"),
        (gzip.compress(page(1))[:80] + b"\x00" * 60, "not a whole WARC file"),
    ],
    ids=["empty", "text", "garbage", "damaged"],
)
def test_an_archive_that_is_none_says_so(tmp_path: Path, data: bytes, complaint: str) -> None:
    warnings = read(tmp_path, data).warnings
    assert [w.code for w in warnings] == [SKIPPED]
    assert complaint in warnings[0].message


def test_every_ending_that_is_listed_has_its_reader() -> None:
    assert {".txt", ".md", ".jsonl", *READERS} == set(ENDINGS)
