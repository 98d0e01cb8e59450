"""What ``consistency explain`` prints of a rule."""

from __future__ import annotations

from typing import Any

import pytest

from consistency.report import rule_page
from consistency.rulepack import Packs, Rule, load_examples, load_packs

MESSAGE = {"en": "{left_speakers} against {right_speakers}", "ar": "{left_speakers} و{right_speakers}"}


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


def rule(**fields: Any) -> Rule:
    plain = {
        "id": "gone-or-not",
        "verdict": "tension",
        "severity": "high",
        "confidence": 0.5,
        "left": {"kind": "event_status", "where": {"phase": "completed", "value.part": "absent"}},
        "right": {"kind": ["event_status", "count"], "where": {"phase": ["planned", "begun"]}},
        "when": {"days": 4, "own_days": 1},
        "comparator": "phase",
        "relation": ["conflicts"],
        "message": MESSAGE,
        "why": "Gone is gone.",
    }
    return Rule.model_validate({**plain, **fields})


def test_the_page_says_in_words_what_the_rule_compares() -> None:
    page = rule_page(rule(), "house", "rules/gone-or-not.yaml", [])
    assert page.startswith("# gone-or-not\n\nTension of high severity, in the pack house: rules/gone-or-not.yaml\n")
    assert "- One side: event_status with phase completed, value.part absent\n" in page
    assert "- The other side: event_status or count with phase planned or begun\n" in page
    assert "- Said by different speakers: at most 4 days apart; by one speaker: at most 1 day apart\n" in page
    assert "- Compared by phase; a finding where it says: conflicts\n" in page
    assert "Gone is gone." in page


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({}, "Said by different speakers: on any days; by one speaker: not compared"),
        ({"own_days": 0}, "Said by different speakers: not compared; by one speaker: on one day"),
        (
            {"days": 9, "order": "left-first"},
            "Said by different speakers: at most 9 days apart; by one speaker: not compared, the first side earlier",
        ),
    ],
)
def test_the_page_says_when_two_claims_meet(when: dict[str, Any], said: str) -> None:
    assert f"- {said}\n" in rule_page(rule(when=when), "house", "file", [])


def test_an_agreement_has_one_side() -> None:
    page = rule_page(rule(verdict="agreement", right=None, when={"days": 60}), "house", "file", [])
    assert "- Both sides: event_status" in page
    assert "- Said by different speakers, at most 60 days apart from one to the next\n" in page


def test_the_page_of_every_shipped_rule_shows_examples_of_both_languages_and_near_misses(packs: Packs) -> None:
    for pack, shipped in packs.rules():
        examples = load_examples(packs, shipped.id)
        page = rule_page(shipped, pack, "file", examples)
        assert f"- {shipped.message.ar}\n" in page
        assert all(f"- {alarm}\n" in page for alarm in shipped.false_alarms)
        if not examples:
            continue
        shown = page.split("## Examples\n", 1)[1]
        assert "(ar)\n" in shown
        assert "(en)\n" in shown
        assert "\nFound: " in shown
        assert "\nNothing is found: " in shown
