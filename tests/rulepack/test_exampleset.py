"""Examples beside rules: what their authors may write, and what is said of their faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import RuleError
from consistency.rulepack import load_examples, load_packs

RULE = """\
id: two-dates
verdict: tension
severity: low
confidence: 0.5
left: {kind: deadline}
comparator: interval
relation: [conflicts]
message: {en: "{left}", ar: "{left}"}
why: It matters.
"""
EXAMPLE = """\
- name: {name}
  language: en
  articles:
  - {{id: a, text: "Troops will leave in May, Ann Lee said."}}
  - {{id: b, text: "Troops will leave in June, Bob Ray said."}}
  {rest}
"""
FOUND = """expect:
  - party: org.us-forces
    sides:
    - {speakers: Ann Lee, words: in May}
    - {speakers: Bob Ray, words: in June}"""


def write(folder: Path, examples: str, name: str = "two-dates") -> Path:
    """A pack of one rule with the given examples."""
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("id: extra\nversion: 1.0.0\n", "utf-8")
    (folder / "rules/two-dates.yaml").write_text(RULE, "utf-8")
    (folder / f"rules/{name}.examples.yaml").write_text(examples, "utf-8")
    return folder


def test_an_example_belongs_to_the_rule_that_it_stands_beside(tmp_path: Path) -> None:
    text = EXAMPLE.format(name="may-or-june", rest=FOUND) + EXAMPLE.format(
        name="hoped", rest="expect: nothing\n  harmless: hope"
    )
    found, near = [e for e in load_examples(load_packs([write(tmp_path, text)])) if e.rule.id == "two-dates"]
    assert found.id == "two-dates/en/may-or-june"
    assert found.example.expect[0].sides[0].speakers == ("Ann Lee",)
    assert (near.example.expect, near.example.harmless) == ((), "hope")
    assert near.place.endswith("two-dates.examples.yaml:11")


@pytest.mark.parametrize(
    ("rest", "line", "words"),
    [
        ("expect: nothing", 1, "say why it is harmless"),
        (f"harmless: hope\n  {FOUND}", 6, "say why it is harmless"),
        ("expect: nothing\n  harmless: hopeful", 7, "did you mean 'hope'"),
        ("expect: never", 6, "'nothing'"),
        ("expected: nothing", 6, "expected"),
        (FOUND.replace("in May", "in Mai"), 9, "'in Mai' stands in no article"),
        (FOUND.replace("us-forces", "us-force"), 7, "did you mean 'org.us-forces'"),
        (FOUND.replace("- party", "- kind: count\n    party"), 7, "allowed are deadline"),
        (FOUND.rsplit("\n", 1)[0], 9, "1 sides"),
    ],
)  # fmt: skip
def test_a_fault_says_where_and_what_is_allowed(tmp_path: Path, rest: str, line: int, words: str) -> None:
    packs = load_packs([write(tmp_path, EXAMPLE.format(name="may-or-june", rest=rest))])
    with pytest.raises(RuleError) as caught:
        load_examples(packs)
    assert any(f.line == line and words in f.message for f in caught.value.faults), caught.value.faults


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    two = EXAMPLE.format(name="one", rest="expect: never") + EXAMPLE.format(
        name="Two", rest="expect: nothing\n  harmless: hope"
    )
    with pytest.raises(RuleError) as caught:
        load_examples(load_packs([write(tmp_path, two)]))
    assert [fault.line for fault in caught.value.faults] == [6, 7]


def test_two_examples_of_one_name_are_a_fault(tmp_path: Path) -> None:
    one = EXAMPLE.format(name="same", rest="expect: nothing\n  harmless: hope")
    with pytest.raises(RuleError, match="a second example 'same'"):
        load_examples(load_packs([write(tmp_path, one + one)]))


def test_examples_without_a_rule_are_a_fault(tmp_path: Path) -> None:
    packs = load_packs([write(tmp_path, EXAMPLE.format(name="a", rest=FOUND), name="to-dates")])
    with pytest.raises(RuleError, match="no rule 'to-dates' for these examples; did you mean 'two-dates'"):
        load_examples(packs)
