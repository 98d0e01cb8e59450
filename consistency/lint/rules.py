"""Faults of comparison rules: names that nothing has, and rules that can never find anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import get_args

from consistency.compare.guards import compile_guard, value_fields
from consistency.compare.judges import judge_faults
from consistency.errors import Fault
from consistency.lint.known import Known, Row
from consistency.model import Certainty, Phase, Polarity
from consistency.nearest import allowed
from consistency.rulepack import Rule
from consistency.rulepack.kinds import OPEN, Kind
from consistency.rulepack.rules import Selector
from consistency.rulepack.yamlfile import Key, plain_words

PRESENCE = ("absent", "present")
FIELDS = ("certainty", "component", "event", "phase", "place", "polarity")
"""What ``where`` may ask of a fact beside ``value.NAME``."""
_NAMING = ("of", "between")
"""The parameters that name fields of the value."""
_NEEDED = {"interval": "by", "quantity": "of"}
"""The field of the value without which a comparator compares nothing."""


def rule_faults(known: Known) -> Iterator[Fault]:
    """What is wrong with each rule."""
    for row, rule in known.rules():
        name = PurePath(row.source.path).name.removesuffix(".yaml")
        if rule.id != name:
            yield row.fault(("id",), f"rule {rule.id!r} in a file of another name; its file is {rule.id}.yaml")
        if not rule.what.strip():
            yield row.fault((), "field 'what' is missing: say in one sentence what the rule finds")
        yield from judge_faults(rule, row.source.file, known.comparators)
        yield from compile_guard(rule, row.source.file, known.kinds, known.registry)[1]
        for side in ("left", "right"):
            yield from _side(row, rule, side, known)
        yield from _fields(row, rule, known)
        yield from _groups(row, rule, known)
        yield from _apart(row, rule)


def _side(row: Row, rule: Rule, side: str, known: Known) -> Iterator[Fault]:
    selectors = rule.lefts if side == "left" else rule.rights
    for i, selector in enumerate(selectors):
        key: Key = (side, i) if isinstance(getattr(rule, side), tuple) else (side,)
        for j, kind in enumerate(selector.kinds):
            if kind not in known.kinds:
                at = (*key, "kind") if isinstance(selector.kind, str) else (*key, "kind", j)
                yield row.fault(at, f"no frame gives facts of kind {kind!r}{allowed(kind, known.kinds)}")
        kinds = [known.kinds[kind] for kind in selector.kinds if kind in known.kinds]
        if kinds:
            yield from _where(row, key, selector, kinds, known)


def _where(row: Row, key: Key, selector: Selector, kinds: Sequence[Kind], known: Known) -> Iterator[Fault]:
    for name, wanted in selector.where.items():
        at, options = (*key, "where", name), (wanted,) if isinstance(wanted, str) else wanted
        possible = _possible(name, kinds, known)
        if possible is None:
            fields = [*FIELDS, *(f"value.{field}" for kind in kinds for field in kind.fields)]
            yield row.fault_of_key(at, f"no field {name!r}{allowed(name, fields)}")
            continue
        for i, option in enumerate(options):
            if possible and option not in (*possible, *PRESENCE):
                place = at if isinstance(wanted, str) else (*at, i)
                yield row.fault(place, f"{name} is never {option!r}{allowed(option, [*possible, *PRESENCE])}")


def _possible(name: str, kinds: Sequence[Kind], known: Known) -> set[str] | None:
    """The words that a field may hold; none if it may hold any; None if there is no such field."""
    if name == "phase":
        phases = set().union(*(kind.phases for kind in kinds))
        return set(get_args(Phase)) if OPEN in phases else phases - {""}
    if name == "polarity":
        return set(get_args(Polarity))
    if name == "certainty":
        return set(get_args(Certainty))
    if name == "component":
        return {"all", *known.ids.get("component", ()), *known.ids.get("unit", ())}
    if name == "event":
        events = set().union(*(kind.events for kind in kinds)) - {""}
        return events - {OPEN} | known.events if OPEN in events else events
    if name == "place":
        return set()
    field = name.removeprefix("value.")
    if name == field or not any(field in kind.fields for kind in kinds):
        return None
    words = set().union(*(kind.words.get(field, set()) for kind in kinds))
    return set() if OPEN in words else words


def _fields(row: Row, rule: Rule, known: Known) -> Iterator[Fault]:
    """Parameters that name fields which no fact of the rule has."""
    fields = value_fields((*rule.lefts, *rule.rights), known.kinds)
    for parameter in _NAMING:
        named = rule.parameters.get(parameter, ())
        for i, name in enumerate([named] if isinstance(named, str) else named):
            if isinstance(name, str) and fields and name not in fields:
                key: Key = ("parameters", parameter) if isinstance(named, str) else ("parameters", parameter, i)
                yield row.fault(key, f"no field {name!r} in the value{allowed(name, fields)}")
    yield from _exclusive(row, rule, known)
    needed = _NEEDED.get(rule.comparator)
    if needed is not None and fields and needed not in fields:
        what = f"the rule can never find anything: {rule.comparator} compares 'value.{needed}', which facts of its kinds lack"
        yield row.fault(("comparator",), what)


def _exclusive(row: Row, rule: Rule, known: Known) -> Iterator[Fault]:
    """Words that exclude each other in a field which never holds them."""
    kinds = [known.kinds[kind] for s in (*rule.lefts, *rule.rights) for kind in s.kinds if kind in known.kinds]
    field, groups = rule.parameters.get("of"), rule.parameters.get("exclusive")
    if not isinstance(field, str) or not isinstance(groups, list | tuple):
        return
    possible = _possible(f"value.{field}", kinds, known) if kinds else set()
    for key, word in plain_words(groups, ("parameters", "exclusive")):
        if possible and word not in possible:
            yield row.fault(key, f"value.{field} is never {word!r}{allowed(word, possible)}")


def _groups(row: Row, rule: Rule, known: Known) -> Iterator[Fault]:
    """Events in groups that no frame gives."""
    kinds = [known.kinds[kind] for s in (*rule.lefts, *rule.rights) for kind in s.kinds if kind in known.kinds]
    possible = _possible("event", kinds, known) if kinds else set()
    for i, group in enumerate(rule.same.events):
        for j, event in enumerate(group):
            if possible and event not in (*possible, ""):
                yield row.fault(("same", "events", i, j), f"no event {event!r}{allowed(event, possible)}")


def _apart(row: Row, rule: Rule) -> Iterator[Fault]:
    """Rules whose sides take facts that can never be about the same event, or be told apart from each other."""
    if rule.same.event == "same" and rule.rights:
        left, right = (_asked(selectors, "event", rule) for selectors in (rule.lefts, rule.rights))
        if left and right and not left & right:
            what = f"the rule can never find anything: its sides take the events {_listed(left)} and {_listed(right)}"
            yield row.fault(("same",) if "same" in row.source.file.value else (), f"{what}, and 'same' wants one event")
    asked = [_asked(selectors, "polarity", rule) for selectors in (rule.lefts, rule.rights or rule.lefts)]
    alike = asked[0] == asked[1] and len(asked[0]) == 1
    if rule.comparator == "polarity" and set(rule.relation) == {"conflicts"} and alike:
        what = f"the rule can never find anything: both sides are {_listed(asked[0])}, and only opposites conflict"
        yield row.fault(("comparator",), what)


def _asked(selectors: Sequence[Selector], field: str, rule: Rule) -> set[str]:
    """The words that all selectors together ask of a field, grouped events as one; empty if some asks for none."""
    group = {event: events[0] for events in rule.same.events for event in events}
    found: set[str] = set()
    for selector in selectors:
        wanted = selector.where.get(field)
        options = {wanted} if isinstance(wanted, str) else set(wanted or ())
        if not options or options & set(PRESENCE):
            return set()
        found |= {group.get(option, option) for option in options}
    return found


def _listed(words: set[str]) -> str:
    return " or ".join(repr(word) for word in sorted(words))
