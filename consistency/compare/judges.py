"""Rules made ready to compare: the comparator found, its parameters checked, the guard compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from consistency.compare.comparators import Comparison, Extent
from consistency.compare.guards import Guard, compile_guard
from consistency.compare.registry import Comparator, comparators
from consistency.compare.scope import Bearing, takes
from consistency.errors import Fault, RuleError
from consistency.model import Fact
from consistency.nearest import allowed
from consistency.rulepack import Packs, Registry, Rule
from consistency.rulepack.kinds import Kind, kinds_of
from consistency.rulepack.validation import validate
from consistency.rulepack.yamlfile import YamlFile


@dataclass(frozen=True)
class Judge:
    """How one rule compares two facts."""

    rule: Rule
    comparator: Comparator
    guard: Guard | None = None

    def between(self, left: Fact, right: Fact, bearing: Bearing) -> Comparison | None:
        """What the rule finds between two facts; None if nothing."""
        found = self.comparator.compare(left, right, bearing, self.rule.parameters)
        if found is None or found.relation not in self.rule.relation:
            return None
        return found if self.guard is None or self.guard.holds(left, right) else None

    def sides(self, fact: Fact) -> tuple[bool, bool]:
        """Whether the rule takes a fact on its left side, and on its right side; a rule without a right side has one for both."""
        left = takes(self.rule.lefts, self.rule.confidence, fact)
        return left, takes(self.rule.rights, self.rule.confidence, fact) if self.rule.rights else left

    def extent(self, fact: Fact) -> Extent | None:
        """Where a fact lies; None if the rule also finds something between facts that lie apart."""
        if self.comparator.extent is None or not set(self.rule.relation) <= set(self.comparator.touching):
            return None
        return self.comparator.extent(fact, self.rule.parameters)


@lru_cache(maxsize=8)
def judges(packs: Packs) -> tuple[tuple[str, Judge], ...]:
    """(pack id, judge) of every rule in force; raises RuleError with everything that keeps rules from being used."""
    ready: list[tuple[str, Judge]] = []
    faults: list[Fault] = []
    known, kinds = comparators(), kinds_of(packs.frames)
    for pack, rule in packs.rules():
        judge, wrong = _judge(rule, packs.rule_file(rule.id), known, kinds, packs.entities)
        faults += wrong
        if judge is not None:
            ready.append((pack, judge))
    if faults:
        raise RuleError(faults)
    return tuple(ready)


def judge_faults(rule: Rule, file: YamlFile, known: Mapping[str, Comparator]) -> list[Fault]:
    """What is wrong with the comparator of a rule and its parameters and relations."""
    if rule.comparator not in known:
        message = f"no comparator {rule.comparator!r}{allowed(rule.comparator, known)}"
        return [file.fault(("comparator",), message)]
    comparator = known[rule.comparator]
    faults = []
    try:
        validate(comparator.parameters, dict(rule.parameters), file, ("parameters",))
    except RuleError as error:
        faults += error.faults
    for i, relation in enumerate(rule.relation):
        if relation not in comparator.relations:
            what = (
                f"the comparator {rule.comparator!r} never says {relation!r}{allowed(relation, comparator.relations)}"
            )
            faults.append(file.fault(("relation", i), what))
    return faults


def _judge(
    rule: Rule, file: YamlFile, known: Mapping[str, Comparator], kinds: Mapping[str, Kind], registry: Registry
) -> tuple[Judge | None, list[Fault]]:
    faults = judge_faults(rule, file, known)
    guard, wrong = compile_guard(rule, file, kinds, registry)
    faults += wrong
    return (None if faults else Judge(rule, known[rule.comparator], guard)), faults
