"""Paths, rows and standard input to articles; bad inputs lose no other."""

from __future__ import annotations

import datetime as dt
import io
import json
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
        (row(language="fr"), "language is 'fr'; allowed are ar and en"),
        (row(outlet=["x"]), "outlet is ['x']; allowed is a text, or null"),
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


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.jsonl").write_text(row() + "\n" + row(id="a2"), "utf-8")
    batch = read_articles([tmp_path])
    assert sorted(a.id for a in batch.articles) == ["a1", "a2"]
    assert [w.message for w in batch.warnings] == [
        f"{tmp_path / 'b.jsonl'}:1: the id 'a1' is taken by {tmp_path / 'a1.txt'}:1; every article needs an id of its own"
    ]


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


@pytest.mark.parametrize("front", ["---\nid: [\n---\n", "---\n- a\n---\n", "---\n---\n"])
def test_bad_front_matter_is_named(tmp_path: Path, front: str) -> None:
    (warning,) = read(tmp_path, "a.md", front + TEXT).warnings
    assert "front matter" in warning.message
    assert "\n" not in warning.message


@pytest.mark.parametrize(("content", "ids"), [(TEXT, ["stdin"]), (row() + "\n" + row(id="a2"), ["a1", "a2"])])
def test_standard_input_is_text_or_rows(monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode("utf-16"))))
    assert [a.id for a in read_articles(["-"]).articles] == ids
