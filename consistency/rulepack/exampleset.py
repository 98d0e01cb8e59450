"""Every example of the loaded packs, checked against the rule that it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from consistency.errors import Fault, RuleError
from consistency.nearest import near
from consistency.rulepack.examples import Example, Expected
from consistency.rulepack.loader import Packs
from consistency.rulepack.parts import EXAMPLES
from consistency.rulepack.registry import EVENT, Registry
from consistency.rulepack.rules import Rule
from consistency.rulepack.validation import listed, validate
from consistency.rulepack.yamlfile import Key, YamlFile

Complaint = tuple[Key, str]


@dataclass(frozen=True, slots=True)
class RuleExample:
    """An example of a rule, and where it stands."""

    rule: Rule
    example: Example
    place: str

    @property
    def id(self) -> str:
        """``RULE/LANGUAGE/NAME``."""
        return f"{self.rule.id}/{self.example.language}/{self.example.name}"


def load_examples(packs: Packs, only: str | None = None) -> list[RuleExample]:
    """The examples of every rule in force, or of one, by pack and rule; a pack that overrides a rule brings its own.

    Raises RuleError with everything wrong with them.
    """
    rules = {rule.id: rule for _, rule in packs.rules()}
    found: list[RuleExample] = []
    faults: list[Fault] = []
    for file in packs.example_files(only):
        name = PurePath(file.name).name.removesuffix(EXAMPLES)
        if name not in rules:
            faults.append(file.fault((), f"no rule {name!r} for these examples{near(name, rules)}"))
            continue
        rule, home = rules[name], packs.rule_file(name)
        if PurePath(file.name).parent == PurePath(home.name).parent:
            loaded, wrong = _examples(file, rule, packs.entities)
            found, faults = found + loaded, faults + wrong
    if faults:
        raise RuleError(faults)
    return found


def _examples(file: YamlFile, rule: Rule, registry: Registry) -> tuple[list[RuleExample], list[Fault]]:
    found: list[RuleExample] = []
    faults: list[Fault] = []
    for i, row in enumerate(listed(file)):
        try:
            example = validate(Example, row, file, (i,))
        except RuleError as error:
            faults += error.faults
            continue
        line = file.places[(i,)][0]
        one = RuleExample(rule, example, f"{file.name}:{line}")
        wrong = [*complaints(example, rule, registry)]
        if one.id in {other.id for other in found}:
            wrong.append((("name",), f"a second example {example.name!r} in {example.language!r}"))
        faults += [file.fault((i, *key), message) for key, message in wrong]
        found.append(one)
    return found, faults


def complaints(example: Example, rule: Rule, registry: Registry) -> Iterator[Complaint]:
    """What no schema can say."""
    if bool(example.expect) == bool(example.harmless):
        yield ("harmless",), "say why it is harmless where nothing is expected, and only there"
    if example.expect and example.unread:
        yield ("unread",), "stands in a near miss only: one that expects nothing"
    ids = [article.id for article in example.articles]
    for i, id_ in enumerate(ids):
        if id_ in ids[:i]:
            yield ("articles", i, "id"), f"a second article {id_!r}"
    for i, expected in enumerate(example.expect):
        for key, message in _misfits(expected, rule, registry):
            yield ("expect", i, *key), message
        for key, words in _quoted(expected):
            if not any(words in article.text for article in example.articles):
                yield ("expect", i, *key), f"{words!r} stands in no article of the example"


def _misfits(expected: Expected, rule: Rule, registry: Registry) -> Iterator[Complaint]:
    """Where a finding could not be one of the rule."""
    kinds = tuple(dict.fromkeys(kind for selector in rule.lefts for kind in selector.kinds))
    if expected.kind not in (None, *kinds):
        yield ("kind",), f"kind {expected.kind!r}; allowed are {', '.join(kinds)}"
    if expected.party not in registry and not expected.party.startswith(EVENT):
        yield ("party",), f"no party {expected.party!r}{near(expected.party, registry)}"
    one_sided = rule.verdict == "agreement"
    if one_sided != (len(expected.sides) == 1):
        yield ("sides",), f"{len(expected.sides)} sides; an agreement has one, everything else two or more"


def _quoted(expected: Expected) -> Iterator[Complaint]:
    for i, side in enumerate(expected.sides):
        for words in side.words:
            yield ("sides", i, "words"), words
