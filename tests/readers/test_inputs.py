"""Paths, rows and standard input to articles; bad inputs lose no other."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from consistency.readers import Batch, read_articles

TEXT = "وزير الدفاع يزور القاعدة\nقال الوزير إن الجنود سيغادرون قريباً."


def row(**fields: Any) -> str:
    return json.dumps({"id": "a1", "text": TEXT, **fields}, ensure_ascii=False)


def read(folder: Path, name: str, content: str) -> Batch:
    (folder / name).write_text(content, "utf-8")
    return read_articles([folder / name])


def test_a_text_file_is_an_article_under_its_name(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "visit-2019.03.txt", TEXT).articles
    assert (article.id, article.text, article.published) == ("visit-2019.03", TEXT, None)


def test_front_matter_is_metadata_and_no_text(tmp_path: Path) -> None:
    batch = read(
        tmp_path, "visit.md", f"---\ntitle: زيارة\npublished: 2019-03-04\noutlet: Dar\nlanguage: ar\n---\n\n{TEXT}"
    )
    (article,) = batch.articles
    assert article.text == TEXT
    assert (article.title, article.outlet, article.language) == ("زيارة", "Dar", "ar")
    assert (article.published, article.published_from) == (dt.date(2019, 3, 4), "metadata")
    assert str(batch.sources["visit"]).endswith("visit.md:8")


def test_rows_carry_their_metadata(tmp_path: Path) -> None:
    fields = {
        "title": "t",
        "published": "2019-03-04T10:00:00Z",
        "outlet": "Dar",
        "url": "https://dar.example/1",
        "page": 3,
    }
    (article,) = read(tmp_path, "day.jsonl", row(**fields) + "\n\n").articles
    assert article.published == dt.date(2019, 3, 4)
    assert article.url == "https://dar.example/1"


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"date": "2019-03-04"}, dt.date(2019, 3, 4)),
        ({"pub_date": "Mon, 04 Mar 2019 10:00:00 +0000"}, dt.date(2019, 3, 4)),
        ({"date": "2019-03-04", "published": "2019-03-05"}, dt.date(2019, 3, 5)),
        ({"date": "last week"}, None),
        ({"date": 1551693600}, None),
        ({"date": "2019-03-04", "published": None}, None),
    ],
)
def test_the_day_of_a_row_may_have_another_name(tmp_path: Path, fields: dict[str, Any], day: dt.date | None) -> None:
    (article,) = read(tmp_path, "day.jsonl", row(**fields)).articles
    assert article.published == day


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "not JSON"),
        ("[1]", "a JSON list; allowed is one object a line"),
        ('{"id": "a1"}', "no 'text'; a row needs id and text"),
        (row(id=""), "id is empty"),
        (row(text="  \n"), "text is empty"),
        (row(id=7), "id is 7; allowed is a text"),
        (row(published="31/12/2021"), "published is '31/12/2021'; allowed is an ISO 8601 date"),
        (row(published=2021), "published is 2021"),
        (row(published="0001-01-01"), "published is 0001-01-01; allowed are the years 1900 to 2099"),
        (row(language="fr"), "language is 'fr'; allowed are ar and en"),
        (row(outlet=["x"]), "outlet is ['x']; allowed is a text, or null"),
        (row(title=7), "title is 7; allowed is a text, or null"),
        (row(id=None), "id is empty; allowed is a text that is not empty"),
        ('{"text": "x"}', "no 'id'; a row needs id and text"),
        (row(published="2021-02-30"), "published is '2021-02-30'"),
        ('{"id": "a1", "text": "\\ud800"}', "half of a surrogate pair"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_row_is_named_and_the_others_go_on(tmp_path: Path, line: str, complaint: str) -> None:
    batch = read(tmp_path, "day.jsonl", f"{row(id='before')}\n{line}\n{row(id='after')}\n")
    assert [a.id for a in batch.articles] == ["before", "after"]
    (warning,) = batch.warnings
    assert warning.message.startswith(f"{tmp_path / 'day.jsonl'}:2: ")
    assert complaint in warning.message
    assert "\n" not in warning.message


@pytest.mark.parametrize("gap", ["\r\n", "\r"])
def test_rows_end_at_any_line_break_and_text_keeps_its_own(tmp_path: Path, gap: str) -> None:
    (tmp_path / "day.jsonl").write_bytes(gap.join([row(text="أول\r\nثان"), "", row(id="a2", text="x\u2028y")]).encode())
    batch = read_articles([tmp_path / "day.jsonl"])
    assert [a.text for a in batch.articles] == ["أول\r\nثان", "x\u2028y"]
    assert [s.line for s in batch.sources.values()] == [1, 3]
    assert not batch.warnings


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_the_text_is_as_written_in_every_encoding(tmp_path: Path, ending: str, encoding: str) -> None:
    text = "وزير الدفاع يزور القاعدة\r\n\r\n\tقال الوزير: «سيغادرون».\r"
    (tmp_path / f"a.{ending}").write_bytes(text.encode(encoding))
    (article,) = read_articles([tmp_path]).articles
    assert article.text == text


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.txt", b"", ":1: text is empty"),
        ("a.txt", b"\xef\xbb\xbf", ":1: text is empty"),
        ("a.txt", b"\xff\xfe", ":1: text is empty"),
        ("a.txt", b" \r\n\t", ":1: text is empty"),
        ("a.md", b"---\ntitle: x\n---\n \n", ":5: text is empty"),
        ("a.jsonl", b"", ": empty; allowed is one JSON object a line"),
        ("a.jsonl", b"\n \r\n", ": empty; allowed is one JSON object a line"),
        ("a.txt", b"\x00\x01", ": binary data"),
        ("a.txt", "قال الوزير\n".encode() + b"\xff\xfe\xfd", ":2: byte 20 is neither UTF-8 nor Windows-1256"),
        ("a.doc", b"text", ": ends in '.doc'; save it as .docx; allowed are .txt, .md, .jsonl"),
        (
            "a.pdf",
            b"%PDF-1.7",
            ": ends in '.pdf'; a PDF holds pages, not text: save its text as .txt, .md or .docx; allowed",
        ),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", ": a PDF, whatever its name says; save its text as .txt, .md or .docx"),
        ("a.xlsx", b"PK", ": ends in '.xlsx'; save the sheet as .csv; allowed"),
        ("a.rtfd", b"x", ": ends in '.rtfd'; allowed are .txt"),
        ("a", b"text", ": has no ending; allowed are .txt, .md, .jsonl"),
    ],
)
def test_a_file_that_gives_nothing_says_where_and_why(
    tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    (tmp_path / name).write_bytes(content)
    batch = read_articles([tmp_path / name])
    assert not batch.articles
    (warning,) = batch.warnings
    assert warning.code == "input_skipped"
    assert warning.message.startswith(f"{tmp_path / name}{complaint}")


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.jsonl").write_text(row() + "\n" + row(id="a2"), "utf-8")
    batch = read_articles([tmp_path])
    assert sorted(a.id for a in batch.articles) == ["a1", "a2"]
    assert [w.message for w in batch.warnings] == [
        f"{tmp_path / 'b.jsonl'}:1: the id 'a1' is taken by {tmp_path / 'a1.txt'}:1; every article needs an id of its own"
        ": its file's name, or its row's id"
    ]


@pytest.mark.parametrize("first", [0, 1])
def test_a_file_and_its_folder_are_one_input(tmp_path: Path, first: int) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "index.jsonl").write_text('{"id": "a1", "outlet": "Dar"}\n', "utf-8")
    (tmp_path / "in" / "a1.txt").write_text(TEXT, "utf-8")
    given = [tmp_path / "in" / "a1.txt", tmp_path / "in"]
    batch = read_articles([given[first], given[1 - first], f"{tmp_path}/in/../in/a1.txt", f"{tmp_path}/in/"])
    assert [(a.id, a.outlet) for a in batch.articles] == [("a1", "Dar")]
    assert batch.warnings == []


def test_a_folder_inside_another_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a1.txt").write_text(TEXT, "utf-8")
    batch = read_articles([tmp_path / "in", tmp_path])
    assert ([a.id for a in batch.articles], batch.warnings) == (["a1"], [])


def test_two_files_of_one_name_are_two_inputs(tmp_path: Path) -> None:
    for folder in ("b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a1.txt").write_text(TEXT, "utf-8")
    (warning,) = read_articles([tmp_path / "c", tmp_path / "b" / "a1.txt"]).warnings
    assert "the id 'a1' is taken by" in warning.message


@pytest.mark.parametrize(("name", "content"), [("plan.pdf", b"%PDF-1.4"), ("rows.json", b'{"rows": 3}')])
def test_what_is_left_alone_in_a_folder_is_skipped_where_it_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "a1.txt").write_text(TEXT, "utf-8")
    (tmp_path / name).write_bytes(content)
    assert [w.code for w in read_articles([tmp_path]).warnings] == ["files_ignored"]
    assert [w.code for w in read_articles([tmp_path, tmp_path / name]).warnings] == ["input_skipped"]


def test_a_folder_reads_its_index_and_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "index.jsonl").write_text('{"id": "a1", "published": "2019-03-04", "outlet": "Dar"}\n', "utf-8")
    (tmp_path / "a1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden.txt").write_text(TEXT, "utf-8")
    batch = read_articles([tmp_path])
    (article,) = batch.articles
    assert (article.outlet, article.published_from) == ("Dar", "metadata")
    assert [(w.code, w.message) for w in batch.warnings] == [
        ("files_ignored", f"{tmp_path}: other files left alone: 1 (photo.jpg)")
    ]


def test_a_folder_is_read_with_its_subfolders_by_name(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/A.TXT", "a/x.md", "c.jsonl", ".git/no.txt", "a/.no.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(row(id="row") if name.endswith("jsonl") else TEXT, "utf-8")
    batch = read_articles([tmp_path])
    assert [a.id for a in batch.articles] == ["row", "x", "A", "z"]
    assert not batch.warnings


@pytest.mark.parametrize("name", ["a.docx", "a.parquet", "a.rss", "a.warc", "a.html"])
def test_a_damaged_file_of_a_folder_is_skipped_and_not_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / name).write_bytes(b"\x07 no such thing")
    batch = read_articles([tmp_path])
    assert ([a.id for a in batch.articles], [w.code for w in batch.warnings]) == (["b"], ["input_skipped"])


def test_what_word_keeps_beside_an_open_document_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "~$b.docx").write_bytes(b"\x05owner")
    assert read_articles([tmp_path]).warnings == []


def test_a_link_to_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    batch = read_articles([tmp_path])
    assert [a.id for a in batch.articles] == ["a"]
    assert [w.message for w in batch.warnings] == [f"{tmp_path / 'b.txt'}: cannot be read: No such file or directory"]


def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (warning,) = read_articles([tmp_path]).warnings
    assert warning.message.startswith(f"{tmp_path / 'a.txt'}: no plain file; allowed are .txt, .md, .jsonl")


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    scan = os.scandir

    def refusing(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(closed))
        return scan(path)

    monkeypatch.setattr("os.scandir", refusing)
    batch = read_articles([tmp_path])
    assert [a.id for a in batch.articles] == ["a"]
    assert [(w.code, w.message) for w in batch.warnings] == [
        ("input_skipped", f"{closed}: cannot be read: Permission denied")
    ]


def test_an_index_gives_metadata_that_front_matter_overrules(tmp_path: Path) -> None:
    (tmp_path / "index.jsonl").write_text('{"id": "a1", "published": "2019-03-04", "outlet": "Dar"}\n', "utf-8")
    (tmp_path / "a1.md").write_text(f"---\noutlet: Hiwar\n---\n{TEXT}", "utf-8")
    (article,) = read_articles([tmp_path]).articles
    assert (article.outlet, article.published) == ("Hiwar", dt.date(2019, 3, 4))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"id": "a2"}', ":2: no text, and no file of the name 'a2' beside it"),
        ('{"id": "a1", "outlet": "x"}', ":2: 'a1' has its metadata at"),
        ('{"outlet": "x"}', ":2: no 'id'; a row without text needs the id of a file beside it"),
        ('{"id": "a3", "published": "soon"}', ":2: published is 'soon'"),
    ],
)
def test_a_row_of_an_index_that_serves_no_file_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "index.jsonl").write_text('{"id": "a1", "outlet": "Dar"}\n' + line, "utf-8")
    (tmp_path / "a1.txt").write_text(TEXT, "utf-8")
    batch = read_articles([tmp_path])
    assert [(a.id, a.outlet) for a in batch.articles] == [("a1", "Dar")]
    (warning,) = batch.warnings
    assert warning.code == "input_skipped"
    assert warning.message.startswith(f"{tmp_path / 'index.jsonl'}{complaint}")


def test_a_file_with_metadata_that_cannot_be_read_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "index.jsonl").write_text('{"id": "a1", "outlet": "Dar"}\n', "utf-8")
    (tmp_path / "a1.txt").write_bytes(b"\x00\x01")
    (warning,) = read_articles([tmp_path]).warnings
    assert warning.message.startswith(f"{tmp_path / 'a1.txt'}: binary data")


@pytest.mark.parametrize(
    ("name", "complaint"), [("missing.txt", "not there"), ("empty", "without articles"), ("a.pdf", "ends in '.pdf'")]
)
def test_a_path_that_gives_nothing_is_named(tmp_path: Path, name: str, complaint: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    (warning,) = read_articles([tmp_path / name]).warnings
    assert warning.code == "input_skipped"
    assert warning.message.startswith(f"{tmp_path / name}: ")
    assert complaint in warning.message


def test_a_folder_of_other_files_alone_is_named(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (warning,) = read_articles([tmp_path]).warnings
    assert warning.code == "input_skipped"
    assert (
        "without articles (there are 1 of other endings: photo.jpg); allowed are .txt, .md, .jsonl" in warning.message
    )


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (TEXT, ["stdin"]),
        (row() + "\n" + row(id="a2"), ["a1", "a2"]),
        (f"---\nid: a9\noutlet: Dar\n---\n{TEXT}", ["a9"]),
        (f"---\noutlet: Dar\n---\n{TEXT}", ["stdin"]),
    ],
)
def test_standard_input_is_text_or_rows(monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode("utf-16"))))
    batch = read_articles(["-"])
    assert [(a.id, a.text) for a in batch.articles] == [(id_, TEXT) for id_ in ids]
    assert not batch.warnings


def test_standard_input_without_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    (warning,) = read_articles(["-"]).warnings
    assert warning.message == "standard input:1: text is empty; allowed is a text that is not empty"
