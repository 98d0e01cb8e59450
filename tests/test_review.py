"""The walk through findings, with answers from a stream."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from consistency.dismissals import read_decisions
from consistency.model import Report
from consistency.report import Page
from consistency.review import Terminal, review
from tests.report.checked import checked
from tests.report.sample import sample_report

FINGERPRINTS = ("a" * 16, "b" * 16, "c" * 16)


def three(text: str = "سنغادر") -> Report:
    sample = sample_report(text)
    findings = tuple(replace(sample.findings[0], fingerprint=fingerprint) for fingerprint in FINGERPRINTS)
    return sample.model_copy(update={"findings": findings})


def walk(report: Report, answers: str, file: Path) -> tuple[int, str]:
    out = io.StringIO()
    made = review(report, Page(), Terminal(out, io.StringIO(answers)), file)
    return made, out.getvalue()


@pytest.mark.parametrize(
    ("answers", "dismissed", "accepted"),
    [
        ("a\nd\nwrong day\ns\n", {FINGERPRINTS[1]: "wrong day"}, {FINGERPRINTS[0]}),
        ("accept\nskip\nDismiss\n wrong  day \n", {FINGERPRINTS[2]: "wrong day"}, {FINGERPRINTS[0]}),
        ("a\nq\na\n", {}, {FINGERPRINTS[0]}),
        ("a\n", {}, {FINGERPRINTS[0]}),
        ("d\n\na\nq\n", {}, {FINGERPRINTS[0]}),
        ("what\nadd\na\nq\n", {}, {FINGERPRINTS[0]}),
        ("d\n", {}, set()),
        ("", {}, set()),
    ],
)
def test_answers_become_decisions(tmp_path: Path, answers: str, dismissed: dict[str, str], accepted: set[str]) -> None:
    file = tmp_path / "decided"
    made, _ = walk(three(), answers, file)
    decisions = read_decisions(file, required=False)
    assert {f: d.reason for f, d in decisions.dismissed.items()} == dismissed
    assert decisions.accepted == accepted
    assert made == len(dismissed) + len(accepted)


def test_each_finding_is_shown_with_both_quotations_and_why() -> None:
    report, page = checked()
    out = io.StringIO()
    review(report, page, Terminal(out, io.StringIO("s\n")), Path("none"))
    shown = out.getvalue()
    assert shown.startswith(f"--- 1 of {len(report.findings)} ---\ntension (high")
    assert "A: by 2024-06-30 (expected)" in shown
    assert "“All Spanish troops will leave Jordan by March 31, 2024”" in shown
    assert (
        "— Pablo Serrano, Spanish Defence Minister, Iberian Courier, 2023-11-09, examples/iberian-2023-11-09.md:8"
        in shown
    )
    assert "Why: فارس الخصاونة (2023-11-08): by 2024-06-30" in shown
    assert "[a]ccept, [d]ismiss, [s]kip, [q]uit?" in shown


def test_an_article_cannot_write_on_the_terminal(tmp_path: Path) -> None:
    _, shown = walk(three("\x1b[2Jred\x07"), "q\n", tmp_path / "decided")
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_signs_that_join_or_turn_letters_are_shown_as_they_are(tmp_path: Path) -> None:
    _, shown = walk(three("می\u200cرویم \u200f2024\u202e"), "q\n", tmp_path / "decided")
    assert "“می\u200cرویم \u200f2024\ufffd”" in shown


def test_an_answer_that_is_none_is_explained_and_asked_again(tmp_path: Path) -> None:
    _, shown = walk(three(), "x\nq\n", tmp_path / "decided")
    assert shown.count("[q]uit?") == 2
    assert "set it aside in every later run" in shown
