"""Annotations of a workflow: escaped as the runner reads them, and no more than GitHub shows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Report, Severity, Warning
from consistency.phrasing import Phrasebook
from consistency.report import Page, Place, render
from consistency.report.github import LIMIT
from consistency.rulepack.phrases import PhrasesFile
from tests.report.checked import ROOT, checked
from tests.report.sample import sample_report

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:]*)(?:,[a-zA-Z]+=[^,:]*)*)::(.*)")


def many(count: int, severity: Severity, verdict: str = "tension") -> Report:
    report = sample_report()
    finding = replace(report.findings[0], severity=severity, verdict=verdict)  # type: ignore[arg-type]
    return report.model_copy(update={"findings": (finding,) * count, "warnings": ()})


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_line_is_one_command_or_the_count(text: str) -> None:
    *commands, count = re.split(r"\r\n?|\n", render(sample_report(text), "github").removesuffix("\n"))
    assert all(COMMAND.fullmatch(line) for line in commands)
    assert len(commands) == 2
    assert (
        count
        == "consistency: 1 tension, 0 updates, 0 agreements, 0 refinements in 1 article; agreements and refinements are not annotated"
    )


def test_what_the_runner_would_take_apart_is_escaped() -> None:
    command = render(sample_report("50%: a,b\n::error::c"), "github").splitlines()[1]
    assert "%25: a,b" in command.replace("50", "")
    assert "%0A" in command
    assert "\n" not in command


@pytest.mark.parametrize(
    ("severity", "verdict", "kind"),
    [
        ("high", "tension", "error"),
        ("medium", "tension", "warning"),
        ("low", "tension", "notice"),
        ("high", "update", "notice"),
    ],
)
def test_the_kind_tells_the_severity(severity: Severity, verdict: str, kind: str) -> None:
    assert render(many(1, severity, verdict), "github").startswith(f"::{kind} ")


@pytest.mark.parametrize("verdict", ["agreement", "refinement"])
def test_what_agrees_is_counted_only(verdict: str) -> None:
    (line,) = render(many(3, "high", verdict), "github").splitlines()
    assert f"3 {verdict}s" in line


def test_no_more_than_github_shows_and_the_last_says_what_is_left_out() -> None:
    assert render(many(LIMIT, "high"), "github").count("::error") == LIMIT
    lines = [line for line in render(many(LIMIT + 5, "high"), "github").splitlines() if line.startswith("::error")]
    assert len(lines) == LIMIT
    assert "title=6 more are not shown::" in lines[-1]


def test_skipped_inputs_come_before_findings() -> None:
    warnings = tuple(Warning(code="input_skipped", message=f"file {n}") for n in range(LIMIT))
    report = many(1, "high").model_copy(update={"warnings": warnings})
    lines = render(report, "github").splitlines()
    assert lines[0] == "::error title=Input skipped::file 0"
    assert "title=2 more are not shown::" in lines[LIMIT - 1]


def test_an_annotation_stands_on_the_line_of_the_newest_quotation() -> None:
    report, page = checked()
    for line in render(report, "github", page).splitlines()[:-1]:
        found = re.search(r"file=([^,]+),line=([0-9]+)", line)
        assert found
        text = (ROOT / found[1]).read_text("utf-8").split("\n")[int(found[2]) - 1]
        words = re.findall("“(.*?)”", line)
        assert any(word[:20] in text for word in words)


def test_an_article_without_a_file_has_no_place() -> None:
    assert render(many(1, "high"), "github").startswith("::error title=")
    page = Page(places={"a": Place("n,1.txt", text="x" * 100, offset=0)})
    assert render(many(1, "high"), "github", page).startswith("::error file=n%2C1.txt,line=1,endLine=1,title=")


@pytest.mark.parametrize("length", [10, 1500, 3000, 9000])
@pytest.mark.parametrize("letter", ["س", "😀"])
def test_a_message_is_no_longer_than_the_runner_keeps_and_ends_with_the_fingerprint(length: int, letter: str) -> None:
    report = sample_report(letter * length).model_copy(update={"warnings": ()})
    finding = replace(report.findings[0], fingerprint="0123456789abcdef", explanation=letter * 3000)
    (line, _) = render(report.model_copy(update={"findings": (finding,)}), "github").splitlines()
    message = line.rpartition("::")[2].replace("%0A", "\n")
    assert len(message.encode("utf-16-le")) // 2 <= 4096
    assert message.endswith("\ndeadline-moved · 0123456789abcdef")
    assert ("more quotation" in message) == (message.count("“") < 2)


def test_a_long_title_is_cut() -> None:
    report = many(1, "high")
    page = Page(phrases=Phrasebook({}, (PhrasesFile(topics={"": "س" * 300}),), "en"))
    assert f"{'س' * 200}" in render(report, "github", page)
    assert "س" * 255 not in render(report, "github", page)
