"""The grammar of ``--fail-on``."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.errors import InputError
from consistency.failing import fail_on
from consistency.model import Severity, Verdict
from tests.report.sample import sample_report

(FINDING,) = sample_report().findings


@pytest.mark.parametrize(
    ("text", "verdict", "severity", "fails"),
    [
        ("low", "tension", "low", True),
        ("medium", "tension", "low", False),
        ("medium", "tension", "medium", True),
        ("high", "tension", "medium", False),
        ("high", "update", "high", False),
        ("never", "tension", "high", False),
        ("update", "update", "low", True),
        ("update", "tension", "high", False),
        ("tension:medium,update", "tension", "medium", True),
        ("tension:medium,update", "tension", "low", False),
        ("tension:medium, update", "update", "low", True),
        ("tension: medium", "tension", "low", False),
        ("agreement:high", "agreement", "medium", False),
        ("high,tension:low", "tension", "low", True),
    ],
)
def test_what_fails(text: str, verdict: Verdict, severity: Severity, fails: bool) -> None:
    assert fail_on(text).fails(replace(FINDING, verdict=verdict, severity=severity)) is fails


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("mild", "'mild' is no verdict or level"),
        ("hihg", "did you mean 'high'?"),
        ("tensions", "did you mean 'tension'?"),
        ("tension:hi", "'hi' is no verdict or level"),
        ("tenson:high", "did you mean 'tension'?"),
        ("high:tension", "'high' is no verdict or level"),
        ("never,high", "'never' stands alone"),
        ("", "'' is no verdict or level"),
        ("low,", "'' is no verdict or level"),
    ],
)
def test_what_is_not_understood_is_explained(text: str, complaint: str) -> None:
    with pytest.raises(InputError, match="allowed are never, a level") as caught:
        fail_on(text)
    assert complaint in str(caught.value)
