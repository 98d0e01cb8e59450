"""Faults of examples, and rules that have too few of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from consistency.errors import Fault
from consistency.lint.known import Known, Row
from consistency.nearest import near
from consistency.rulepack import Rule
from consistency.rulepack.examples import Example
from consistency.rulepack.exampleset import complaints
from consistency.rulepack.parts import EXAMPLES

_Home = tuple[PurePath, str]
"""The folder of a rule and its name, which the examples share."""


def example_faults(known: Known) -> Iterator[Fault]:
    """What is wrong with each example; rules without enough of them in a language of their pack."""
    rules = {_home(row, ".yaml"): (row, rule) for row, rule in known.rules()}
    found: dict[_Home, list[Example]] = {}
    for row, example in known.rows("examples", Example):
        home = _home(row, EXAMPLES)
        if home not in rules:
            if row.key == (0,):
                message = f"no rule {home[1]!r} beside these examples{near(home[1], [name for _, name in rules])}"
                yield row.source.file.fault((), message)
            continue
        for key, message in complaints(example, rules[home][1], known.registry):
            yield row.fault(key, message)
        beside = found.setdefault(home, [])
        if any((e.name, e.language) == (example.name, example.language) for e in beside):
            yield row.fault(("name",), f"a second example {example.name!r} in {example.language!r}")
        beside.append(example)
    for home, (row, rule) in rules.items():
        yield from _too_few(row, rule, found.get(home, []))


def _home(row: Row, ending: str) -> _Home:
    path = PurePath(row.source.file.name)
    return path.parent, path.name.removesuffix(ending)


def _too_few(row: Row, rule: Rule, examples: list[Example]) -> Iterator[Fault]:
    needed = 2 if rule.verdict == "tension" else 1
    for language in row.source.pack.languages:
        mine = [e for e in examples if e.language == language and e.gap is None]
        if not any(e.expect for e in mine):
            yield row.fault(
                (), f"rule {rule.id!r} has no example in {language!r}; beside it stands its {EXAMPLES} file"
            )
        misses = sum(not e.expect for e in mine)
        if misses < needed:
            what = f"rule {rule.id!r} has {misses} near miss{'es' * (misses != 1)} in {language!r}"
            yield row.fault((), f"{what}; {needed} are the least for a rule that finds {rule.verdict}s")
