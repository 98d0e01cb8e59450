"""Every example beside the shipped rules, run from end to end, and whether there are enough of them."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from consistency import Checker
from consistency.examples import run
from consistency.rulepack import Rule, RuleExample, all_packs, load_examples, load_sets
from consistency.rulepack.examples import Harmless

SETS = load_sets()
"""The packs that are used unasked, and each one on request."""
EXAMPLES = [(chosen, item) for chosen, packs in SETS for item in load_examples(packs)]
LANGUAGES = {header.id: header.languages for _, packs in SETS for header in packs.headers}
RULES = [
    pytest.param(rule, language, id=f"{rule.id}-{language}")
    for _, packs in SETS
    for pack, rule in packs.rules()
    for language in LANGUAGES[pack]
]

NO_NEAR_MISS_OF_A_TENSION = {"one speaker", "other value", "same surname"}
"""Two people of one surname may well contradict each other: there an example says that they are two (its scope)."""


TOGETHER = all_packs()
"""The names of all packs, which are used together too."""


def marked(chosen: tuple[str, ...], item: RuleExample) -> object:
    """The example as a test: a known gap must fail."""
    marks = [pytest.mark.xfail(reason=item.example.gap, strict=True)] if item.example.gap else []
    return pytest.param(chosen, item, id=item.id, marks=marks)


@cache
def checker_with(chosen: tuple[str, ...]) -> Checker:
    """A checker with the packs of one set, made once a process."""
    return Checker(packs=chosen)


@pytest.mark.parametrize(("chosen", "item"), [marked(*row) for row in EXAMPLES])
def test_the_rule_finds_what_its_example_says_and_nothing_else(chosen: tuple[str, ...], item: RuleExample) -> None:
    outcome = run(item, checker_with(chosen))
    assert outcome.state in ("ok", "gap closed"), outcome.text()


@pytest.mark.parametrize(("chosen", "item"), [marked(TOGETHER, item) for _, item in EXAMPLES])
def test_the_rule_finds_the_same_with_all_packs_together(chosen: tuple[str, ...], item: RuleExample) -> None:
    outcome = run(item, checker_with(chosen))
    assert outcome.state in ("ok", "gap closed"), outcome.text()


@pytest.mark.parametrize(("rule", "language"), RULES)
def test_every_rule_has_examples_and_near_misses_in_every_language(rule: Rule, language: str) -> None:
    mine = [
        i.example for _, i in EXAMPLES if i.rule.id == rule.id and i.example.language == language and not i.example.gap
    ]
    assert [e for e in mine if e.expect]
    assert len([e for e in mine if not e.expect]) >= (2 if rule.verdict == "tension" else 1)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_harmless_shape_has_a_near_miss_of_a_tension(language: str) -> None:
    seen = {i.example.harmless for _, i in EXAMPLES if i.example.language == language and i.rule.verdict == "tension"}
    assert set(get_args(Harmless)) - seen <= NO_NEAR_MISS_OF_A_TENSION
