"""The one line about a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.failing import fail_on
from consistency.model import NARRATOR, Dismissed, Report, Warning
from consistency.summary import summary
from tests.report.sample import sample_report

LOW = fail_on("low")
READ = sample_report().model_copy(update={"warnings": ()})
NOTHING = READ.model_copy(update={"findings": ()})
SKIPPED = Warning(code="input_skipped", message="no")


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (READ, "1 tension (1 high) in 1 article with 2 comparable claims; failed by --fail-on low: 1 finding"),
        (NOTHING, "nothing found in 1 article with 2 comparable claims"),
        (
            NOTHING.model_copy(update={"facts": ()}),
            "nothing to compare: 1 article read, 2 statements, no claim of a kind that the rules know",
        ),
        (Report(), "nothing read: no article could be used, so nothing was checked"),
        (
            Report(warnings=(SKIPPED,)),
            "nothing read: no article could be used, so nothing was checked; 1 input skipped",
        ),
        (
            NOTHING.model_copy(update={"warnings": (SKIPPED, Warning(code="stale-dismissal", message=""))}),
            "nothing found in 1 article with 2 comparable claims; 1 input skipped; 1 dismissal without a finding",
        ),
        (
            NOTHING.model_copy(update={"warnings": (Warning(code="undated-article", message=""),)}),
            "nothing found in 1 article with 2 comparable claims; 1 article without a day",
        ),
        (
            NOTHING.model_copy(update={"dismissed": (Dismissed(finding=READ.findings[0], reason=""),)}),
            "nothing found in 1 article with 2 comparable claims; 1 finding dismissed earlier",
        ),
    ],
)
def test_nothing_found_is_not_nothing_read(report: Report, line: str) -> None:
    assert summary(report, LOW) == line


def test_what_an_article_tells_in_its_own_voice_is_no_claim_to_compare() -> None:
    told = tuple(replace(statement, speaker=NARRATOR) for statement in READ.statements)
    report = NOTHING.model_copy(update={"statements": told})
    assert summary(report, LOW).startswith("nothing to compare: 1 article read, 0 statements")


def test_only_what_fails_is_called_failed() -> None:
    assert "failed" not in summary(READ, fail_on("never"))
