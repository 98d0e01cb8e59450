"""Guards of rules: what they may say, what is said of their faults, and what they cannot do."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from consistency.compare.guards import Guard, compile_guard
from consistency.model import Fact, Subject
from consistency.rulepack import Packs, Rule, load_packs
from consistency.rulepack.kinds import kinds_of
from consistency.rulepack.yamlfile import read_yaml

pytest.importorskip("cel_expr_python")

RULE: dict[str, Any] = {
    "id": "a-rule", "verdict": "tension", "severity": "low", "confidence": 0.5, "comparator": "exclusive", "why": "",
    "relation": ["conflicts"], "message": {"en": "", "ar": ""},
}  # fmt: skip


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


def compiled(packs: Packs, folder: Path, guard: str, left: str = "deadline", right: str = "count") -> Any:
    """The guard and the messages of its faults."""
    path = folder / "rule.yaml"
    path.write_text("id: a-rule\nguard: x\n", "utf-8")
    rule = Rule(**RULE, guard=guard, left={"kind": left}, right={"kind": right})
    made, faults = compile_guard(rule, read_yaml(path, "rule.yaml"), kinds_of(packs.frames), packs.entities)
    assert all((fault.line, fault.column) == (2, 8) for fault in faults)
    return made, [fault.message for fault in faults]


def fact(kind: str, value: Mapping[str, Any], **fields: Any) -> Fact:
    subject = Subject(party=fields.pop("party", "org.us-forces"))
    return Fact(id="f", statement="s", kind=kind, subject=subject, value=dict(value), span=(0, 1), text="x", **fields)


MARCH = fact("deadline", {"by": {"start": "2024-03-01", "end": "2024-03-31"}}, place="place.iq", event="withdrawal")
OPEN = fact("deadline", {"by": {"start": None, "end": None, "words": "soon"}})
FEW = fact("count", {"of": "troops", "min": 900, "max": None}, place="place.baghdad", party="org.coalition")


@pytest.mark.parametrize(
    ("guard", "left", "holds"),
    [
        ("right.value.min > 800.0", MARCH, True),
        ("right.value.min > 900.0", MARCH, False),
        ("has(right.value.min) && !has(right.value.max)", MARCH, True),
        ('left.event == "withdrawal" && left.kind != right.kind', MARCH, True),
        ('days_between(left.value.by.start, left.value.by.end) == 30', MARCH, True),
        ('days_between(left.value.by.start, left.value.by.end) == 30', OPEN, False),
        ('left.value.by.words.startsWith("so")', OPEN, True),
        ("part_of(right.place, left.place)", MARCH, True),
        ("part_of(left.place, right.place)", MARCH, False),
        ("country(right.place) == country(left.place)", MARCH, True),
        ("part_of(left.party, right.party)", MARCH, True),
        # what neither fact has makes nothing true, unless the guard asks
        ("left.phase == right.phase", MARCH, False),
        ("left.phase != right.phase", MARCH, False),
        ("alike(left.phase, right.phase)", MARCH, True),
        ("alike(left.event, right.event)", MARCH, False),
        ('left.phase == "" && right.phase == ""', MARCH, True),
        ('left.value.by.end != "" && left.place != ""', MARCH, True),
        ("!has(left.value.part) || left.value.part == right.value.of", MARCH, True),
        ("!has(left.value.by) || left.value.by.end > left.value.by.start", MARCH, True),
        ('left.value.part != "left.phase"', MARCH, False),
    ],
)  # fmt: skip
def test_a_guard_holds_where_its_condition_is_true_of_both_facts(
    packs: Packs, tmp_path: Path, guard: str, left: Fact, holds: bool
) -> None:
    made, messages = compiled(packs, tmp_path, guard)
    assert messages == []
    assert isinstance(made, Guard)
    assert made.holds(left, FEW) is holds


@pytest.mark.parametrize(
    ("guard", "message"),
    [
        ("left.value.bye.end == ''", "left.value has no field 'bye'; allowed are by, earliest, exact, part"),
        ("left.value.bye.end == ''", "did you mean 'by'?"),
        ("right.value.by.end == ''", "right.value has no field 'by'; allowed are approximate, changed, max, min, of"),
        ("left.said_on == ''", "left has no field 'said_on'; allowed are certainty, component, event"),
        ("left.value.by.stop == ''", "at column 14: a date has no field 'stop'; allowed are end, precision, start"),
        ("lefty.kind == ''", "no name 'lefty'; allowed are alike, country, days_between"),
        ("right.value.min > 800", "numbers of facts are written with a point, as in 3.0"),
        ("right.value.min >", "at column 18: Syntax error"),
        ("right.value.min", "gives DOUBLE; allowed is a condition"),
        ("open('/etc/passwd') == ''", "no name 'open'"),
        ("__import__('os') == ''", "no name '__import__'"),
        ("left.__class__ == ''", "left has no field '__class__'"),
    ],
)
def test_a_fault_says_where_and_what_is_allowed(packs: Packs, tmp_path: Path, guard: str, message: str) -> None:
    made, messages = compiled(packs, tmp_path, guard)
    assert made is None
    assert any(message in one for one in messages), messages


def test_a_guard_cannot_run_on_for_ever(packs: Packs, tmp_path: Path) -> None:
    inner = "true"
    for i in range(9):
        inner = f"[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].all(v{i}, {inner})"
    evil = fact("deadline", {"by": {"words": "a" * 100_000 + "b"}})
    begun = time.process_time()
    for guard in (inner, 'left.value.by.words.matches("^(a+)+$")'):
        made, messages = compiled(packs, tmp_path, guard)
        assert messages == []
        assert made.holds(evil, FEW) is False
    assert time.process_time() - begun < 2
