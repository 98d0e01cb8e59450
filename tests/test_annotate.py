"""``consistency annotate``: inputs of every kind in, a row an article out."""

from __future__ import annotations

import io
import json
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import consistency.rulepack
from consistency.cli import main
from consistency.rulepack import Packs, load_packs

TEXT = "افتتاح رصيف جديد\r\nأعلن رئيس البلدية أن الرصيف يكلف 2500 دينار وأن العمل يكتمل بنهاية العام الجاري.\r\n"


@lru_cache(maxsize=1)
def _shipped() -> Packs:
    return load_packs()


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped packs are compiled once for all the tests of this file."""
    monkeypatch.setattr(consistency.rulepack, "load_packs", lambda *_: _shipped())


def annotated(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[dict[str, Any]], list[str]]:
    """The exit code, the rows and the lines of complaint."""
    code = main(["annotate", *map(str, arguments)])
    out, err = capfd.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err.splitlines()


def deadline(row: dict[str, Any]) -> str | None:
    (value,) = [m["value"] for m in row["mentions"] if m["text"] == "نهاية العام الجاري"]
    day: str | None = value["end"]
    return day


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_offsets_are_of_the_text_as_read(tmp_path: Path, capfd: pytest.CaptureFixture[str], encoding: str) -> None:
    (tmp_path / "quay.txt").write_bytes(TEXT.encode(encoding))
    code, (row,), complaints = annotated(capfd, tmp_path / "quay.txt")
    assert (code, row["id"], complaints) == (0, "quay", [])
    assert row["mentions"]
    assert all(TEXT[slice(*m["span"])] == m["text"] for m in row["mentions"])


@pytest.mark.parametrize(
    ("head", "options", "expected"),
    [
        ("", [], None),
        ("", ["--published", "2019-04-17"], "2019-12-31"),
        ("نشر في: 2018/04/17\r\n", [], "2018-12-31"),
        ("نشر في: 2018/04/17\r\n", ["--published", "2019-04-17"], "2019-12-31"),
    ],
)
def test_dates_are_resolved_against_the_option_or_else_the_text(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], head: str, options: list[str], expected: str | None
) -> None:
    title, body = TEXT.split("\r\n", 1)
    (tmp_path / "quay.txt").write_bytes(f"{title}\r\n{head}{body}".encode())
    _, (row,), _ = annotated(capfd, tmp_path, *options)
    assert deadline(row) == expected


def test_metadata_comes_before_the_option(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": "a", "text": TEXT, "published": "2017-01-01"}, {"id": "b", "text": TEXT}]
    (tmp_path / "day.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    _, found, _ = annotated(capfd, tmp_path / "day.jsonl", "--published", "2019-04-17")
    assert {row["id"]: deadline(row) for row in found} == {"a": "2017-12-31", "b": "2019-12-31"}


def test_standard_input_is_annotated(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode("utf-16"))))
    code, (row,), _ = annotated(capfd, "-", "--format", "jsonl")
    assert (code, row["id"]) == (0, "stdin")


def test_rows_come_by_id_and_every_input_without_one_says_why(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("b.txt", "a.md"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.jsonl").write_bytes(b"\n")
    (tmp_path / "e.pdf").write_bytes(b"%PDF")
    code, rows, complaints = annotated(capfd, tmp_path)
    assert (code, [row["id"] for row in rows]) == (2, ["a", "b"])
    assert complaints == [
        f"consistency: {tmp_path}: other files left alone: 1 (e.pdf)",
        f"consistency: {tmp_path / 'c.txt'}:1: text is empty; allowed is a text that is not empty",
        f"consistency: {tmp_path / 'd.jsonl'}: empty; allowed is one JSON object a line",
    ]


def test_files_left_alone_are_told_but_are_no_failure(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    code, rows, complaints = annotated(capfd, tmp_path)
    assert (code, len(rows)) == (0, 1)
    assert complaints == [f"consistency: {tmp_path}: other files left alone: 1 (photo.jpg)"]
