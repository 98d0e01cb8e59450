"""Decisions about findings: the file, what it does to a report, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consistency.dismissals import Decisions, decide, read_decisions, set_aside
from consistency.errors import InputError
from consistency.model import Report
from consistency.report import render
from tests.report.sample import sample_report

ONE, TWO = "0123456789abcdef", "fedcba9876543210"


def report(*fingerprints: str) -> Report:
    sample = sample_report()
    findings = tuple(replace(sample.findings[0], fingerprint=fingerprint) for fingerprint in fingerprints)
    return sample.model_copy(update={"findings": findings, "warnings": ()})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".consistency-dismissed"


def test_what_is_decided_is_read_back(file: Path) -> None:
    decide(file, "dismiss", ONE, "أخطأت الصحيفة في التاريخ", "tension, high: withdrawal\nof all")
    decide(file, "accept", TWO)
    decisions = read_decisions(file, required=True)
    assert {f: d.reason for f, d in decisions.dismissed.items()} == {ONE: "أخطأت الصحيفة في التاريخ"}
    assert decisions.accepted == {TWO}
    lines = file.read_text("utf-8").splitlines()
    assert lines[decisions.dismissed[ONE].line - 1].startswith(f"dismiss {ONE} ")
    assert "# tension, high: withdrawal of all" in lines


def test_the_last_line_about_a_finding_counts(file: Path) -> None:
    file.write_text(f"accept {ONE}\ndismiss {ONE} first\n\n# no\ndismiss {ONE} second", "utf-8")
    decide(file, "accept", TWO)
    decisions = read_decisions(file, required=True)
    assert decisions.dismissed[ONE].reason == "second"
    assert decisions.accepted == {TWO}
    decide(file, "accept", ONE)
    assert read_decisions(file, required=True).dismissed == {}


def test_no_file_is_no_decision_unless_it_was_named(file: Path) -> None:
    assert read_decisions(file, required=False) == Decisions(file)
    with pytest.raises(InputError, match=r"cannot be read: No such file"):
        read_decisions(file, required=True)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (f"dismis {ONE} why", "'dismis' is no decision; did you mean 'dismiss'?; allowed are 'dismiss FINGERPRINT"),
        (ONE, f"{ONE!r} is no decision"),
        ("dismiss 123 why", "'123' is no fingerprint; allowed are 16 digits"),
        (f"dismiss {ONE}", "no reason; say why"),
        ("accept", "'' is no fingerprint"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(file: Path, line: str, complaint: str) -> None:
    file.write_text(f"# head\n{line}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        read_decisions(file, required=True)
    assert str(caught.value).startswith(f"{file}:2: ")
    assert complaint in str(caught.value)


def test_a_dismissed_finding_stands_apart_and_others_stay(file: Path) -> None:
    decide(file, "dismiss", ONE, "a slip")
    found = set_aside(report(ONE, TWO), read_decisions(file, required=True))
    assert [finding.fingerprint for finding in found.findings] == [TWO]
    assert [(d.finding.fingerprint, d.reason) for d in found.dismissed] == [(ONE, "a slip")]
    assert found.warnings == ()
    markdown = render(found)
    assert "## Dismissed" in markdown
    assert f"a slip · `{ONE}`" in markdown


def test_an_accepted_finding_stays(file: Path) -> None:
    decide(file, "accept", ONE)
    assert set_aside(report(ONE), read_decisions(file, required=True)).findings == report(ONE).findings


def test_a_dismissal_that_matches_nothing_is_listed(file: Path) -> None:
    decide(file, "dismiss", ONE, "a slip")
    (warning,) = set_aside(report(TWO), read_decisions(file, required=True)).warnings
    assert warning.code == "stale-dismissal"
    assert warning.message == f"{file}:3: the dismissal of {ONE} (a slip) matches no finding of these articles"


def test_the_report_shows_a_command_to_copy() -> None:
    assert f'`consistency dismiss {ONE} --reason "…"`' in render(report(ONE))


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        decide(tmp_path / "no" / "file", "accept", ONE)
