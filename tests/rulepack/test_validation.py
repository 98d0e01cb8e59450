"""What is said of values that the pack format does not allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import RuleError
from consistency.rulepack.rules import Rule
from consistency.rulepack.validation import validate
from consistency.rulepack.yamlfile import read_yaml

RULE = """\
id: a-rule
verdict: tension
severity: low
confidence: 0.5
left: {kind: deadline}
when: {days: 30}
comparator: interval
relation: [conflicts]
message: {en: "{left}", ar: "{left}"}
why: It matters.
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("confidence: 0.5", "confidence: much", "4:13: confidence: found 'much'; allowed is a number"),
        ("confidence: 0.5", "confidence: 2", "4:13: confidence: found '2'; allowed is 1.0 at most"),
        ("days: 30", "days: soon", "6:14: when.days: found 'soon'; allowed is a whole number"),
        ("days: 30", "days: -3", "6:14: when.days: found '-3'; allowed is 0 or more"),
        ("relation: [conflicts]", "relation: conflicts", "8:11: relation: found 'conflicts'; allowed is a list"),
        ("relation: [conflicts]", "relation: []", "8:11: relation: found a list; allowed is a list of 1 or more"),
        ("left: {kind: deadline}", "left: deadline", "5:7: left: found 'deadline'; allowed is a mapping of fields"),
        ("{kind: deadline}", "{kind: {a: b}}", "5:14: left.kind: found a mapping; allowed is a text"),
        ("{kind: deadline}", "[{kind: a}, {kind: b, were: {}}]", "5:29: unknown field 'were'; allowed are kind, where"),
        ("{kind: deadline}", "[]", "5:7: left: found a list; allowed is a list of 1 or more"),
        ("verdict: tension", "verdict: tensions", "did you mean 'tension'?"),
        ("why: It matters.", f"guard: {'x' * 2000}", "10:8: guard: found 'xxx"),
        ("why: It matters.", "false_alarms: []", "1:1: field 'why' is missing"),
        ("{left}\", ar", "{lefts}\", ar", "9:15: message.en: no field {lefts}; allowed are "),
    ],
)  # fmt: skip
def test_a_fault_says_what_was_found_and_what_is_allowed(tmp_path: Path, old: str, new: str, fault: str) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text(RULE.replace(old, new), "utf-8")
    file = read_yaml(path, "rule.yaml")
    with pytest.raises(RuleError) as caught:
        validate(Rule, file.value, file)
    assert any(fault in str(one) for one in caught.value.faults), caught.value.faults
    assert all(len(str(one)) < 300 for one in caught.value.faults)
