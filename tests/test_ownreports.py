"""A report in the folder that is checked next is no article."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.model import Language
from consistency.readers import IGNORED, SKIPPED, read_articles
from consistency.report import Page, render
from consistency.report.formats import format_of
from tests.report.sample import sample_report

ARTICLE = "افتتاح رصيف جديد\nأعلن رئيس البلدية أن الرصيف جاهز."
FILES = [
    "r.md",
    "r.txt",
    "r.html",
    "r.htm",
    "r.jsonl",
    "r.csv",
    "r.facts.csv",
    "r.facts.jsonl",
    "r.findings.csv",
    "r.findings.jsonl",
]
OTHERS = ["r.json", "r.junit.xml"]
"""Reports that no reader takes for news anyway."""


def written(folder: Path, name: str, page: Page) -> Path:
    """A report in the format that the ending of its file tells."""
    form = format_of(name)
    assert form is not None
    (folder / name).write_text(render(sample_report(), form.name, page), "utf-8", newline="")
    return folder / name


@pytest.mark.parametrize("name", [*FILES, *OTHERS])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_is_left_alone_in_a_folder_and_skipped_where_it_is_named(
    tmp_path: Path, name: str, language: Language
) -> None:
    (tmp_path / "a1.txt").write_text(ARTICLE, "utf-8")
    report = written(tmp_path, name, Page(language=language))
    batch = read_articles([tmp_path])
    assert ([a.id for a in batch.articles], [w.code for w in batch.warnings]) == (["a1"], [IGNORED])
    (warning,) = read_articles([report]).warnings
    assert warning.code == SKIPPED
    if name in FILES:
        assert warning.message == f"{report}: a report of this program, and no article"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "fingerprint,verdict,text\nx,y,The mayor said the quay was ready.\n"),
        ("a.jsonl", '{"id": "a", "text": "The mayor said so.", "verdict": "true", "fingerprint": "x"}\n'),
        ("a.txt", "The verdict and the fingerprint\nThe mayor said so.\n"),
    ],
)
def test_an_article_with_words_of_a_report_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert len(read_articles([tmp_path / name]).articles) == 1
