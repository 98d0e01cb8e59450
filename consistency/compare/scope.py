"""Whether two facts are about the same thing, and which of them is about more: force, part of the force, place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from consistency.model import Fact
from consistency.rulepack import Registry
from consistency.rulepack.rules import Rule, Same, Selector

Bucket = tuple[str, ...]
Bearing = Literal["same", "left", "right"]
"""Which of two facts is about the wider force, part or place; "same": both are about the same."""
_LEFT, _SAME, _RIGHT = 1, 0, -1
WHOLE = ("", "all", "none")


def takes(selectors: Sequence[Selector], floor: float, fact: Fact) -> bool:
    """Whether one side of a rule takes a fact: if it is as sure as it asks."""
    return fact.confidence >= floor and any(_takes(selector, fact) for selector in selectors)


def refused(selector: Selector, fact: Fact) -> list[str]:
    """What a selector has against a fact of its kind."""
    wrong = ((name, options) for name, options in selector.conditions if not _allowed(fact, name, options))
    return [f"{name} is {_field(fact, name) or 'absent'}, not {' or '.join(options)}" for name, options in wrong]


def _takes(selector: Selector, fact: Fact) -> bool:
    return fact.kind in selector.kinds and all(_allowed(fact, name, some) for name, some in selector.conditions)


def _allowed(fact: Fact, name: str, options: Sequence[str]) -> bool:
    """Whether a field has one of the values; ``value.NAME`` looks into the value, which may be ``absent`` or ``present``."""
    found = _field(fact, name)
    if found in (None, "", []):
        return "absent" in options
    return "present" in options or str(found) in options


def _field(fact: Fact, name: str) -> Any:
    if name.startswith("value."):
        return fact.value.get(name.removeprefix("value."))
    return fact.subject.component if name == "component" else getattr(fact, name)


def sides(fact: Fact, same: Same, registry: Registry) -> tuple[str, ...]:
    """The countries or bodies of both sides of a fact, where a rule asks for two."""
    named = (fact.subject.party, str(fact.value.get(same.sides) or "")) if same.sides else ()
    return tuple(sorted({registry.country(party) or party for party in named}))


class Scope:
    """What a rule asks two facts to have in common."""

    def __init__(self, rule: Rule, registry: Registry) -> None:
        self._same, self.registry = rule.same, registry
        self._group = {event: events[0] for events in rule.same.events for event in events}

    def bucket(self, fact: Fact) -> Bucket:
        """What must be equal outright, as the rule asks for it: the event (or its group), the country or the two sides."""
        event = self._group.get(fact.event or "", fact.event or "") if self._same.event == "same" else ""
        if self._same.sides:
            return event, *sides(fact, self._same, self.registry)
        return event, "" if self._same.place == "any" else self._country(fact.place)

    def bearing(self, left: Fact, right: Fact) -> Bearing | None:
        """Which of two facts of one bucket is about more; None if they are about different things."""
        steps = (
            self._parties(left, right),
            self._components(left, right),
            self._places(left, right),
            _parts(left, right),
        )
        if None in steps or (_LEFT in steps and _RIGHT in steps):
            return None
        return "left" if _LEFT in steps else "right" if _RIGHT in steps else "same"

    def differences(self, left: Fact, right: Fact) -> Iterator[str]:
        """What keeps two facts from being about the same, in words."""
        if self.bucket(left)[0] != self.bucket(right)[0]:
            yield f"the events differ: {left.event} and {right.event}"
        if self._same.sides and self.bucket(left)[1:] != self.bucket(right)[1:]:
            yield "they are about other sides"
        if self._parties(left, right) is None:
            yield f"the parties differ: {left.subject.party} and {right.subject.party}"
        if self._components(left, right) is None:
            yield f"they are about other parts: {left.subject.component} and {right.subject.component}"
        if self._places(left, right) is None or self._elsewhere(left, right):
            yield f"the places differ: {left.place or 'none'} and {right.place or 'none'}"

    def _elsewhere(self, left: Fact, right: Fact) -> bool:
        return not self._same.sides and self.bucket(left)[1:] != self.bucket(right)[1:]

    def meets(self, left: Fact, right: Fact) -> bool:
        """Whether two facts of one bucket may say the same: of forces, parts and places one holds the other, either way."""
        return None not in (self._parties(left, right), self._components(left, right), self._places(left, right))

    def _parties(self, left: Fact, right: Fact) -> int | None:
        a, b, mode = left.subject.party, right.subject.party, self._same.party
        if a == b or mode == "any":
            return _SAME
        if mode == "same":
            return None
        return _LEFT if self._holds(a, b, left.place) else _RIGHT if self._holds(b, a, right.place) else None

    def _holds(self, whole: str, part: str, place: str | None) -> bool:
        """Whether one party contains the other; any force abroad is one of the foreign forces there."""
        if self.registry.part_of(part, whole):
            return True
        abroad = self.registry.country(part) != self.registry.country(place)
        return whole == self.registry.foreign and self.registry.kind(part) == "force" and abroad

    def _components(self, left: Fact, right: Fact) -> int | None:
        a, b, mode = left.subject.component, right.subject.component, self._same.component
        if a == b or mode == "any":
            return _SAME
        if mode == "same":
            return None
        return _LEFT if a == "all" else _RIGHT if b == "all" else None

    def _places(self, left: Fact, right: Fact) -> int | None:
        a, b = left.place, right.place
        if a == b or self._same.place in ("country", "any"):
            return _SAME
        if a is None or b is None or self._same.place == "same":
            return None
        return _LEFT if self._contains(a, b) else _RIGHT if self._contains(b, a) else None

    def _contains(self, whole: str, part: str) -> bool:
        """Whether one place lies in the other («place.iq.cities» are the cities of a country)."""
        return part.startswith(f"{whole}.") or self.registry.part_of(part, whole) or self._country(part) == whole

    def _country(self, place: str | None) -> str:
        if place is None:
            return ""
        return self.registry.country(place) or place


def _parts(left: Fact, right: Fact) -> int | None:
    """How much of the force is meant: of two unnamed parts nobody knows whether they are the same."""
    a, b = (_is_whole(fact) for fact in (left, right))
    if a and b:
        return _SAME
    if a or b:
        return _LEFT if a else _RIGHT
    part = left.value.get("part")
    alike = part == right.value.get("part") and (part == "rest" or _denies_the_other(left, right))
    return _SAME if alike else None


def _is_whole(fact: Fact) -> bool:
    """Whether all of a force is meant; who denies that some have left means that none has («نفى انسحاب بعض القوات»)."""
    part = str(fact.value.get("part") or "")
    none = part == "some" and fact.polarity == "denied" and bool(fact.value.get("outright"))
    return part in WHOLE or none


def _denies_the_other(left: Fact, right: Fact) -> bool:
    """Whether one of two facts denies just what the other says: it denies that this happened, or has the same words."""
    if left.polarity == right.polarity:
        return False
    denied = left if left.polarity == "denied" else right
    return bool(denied.value.get("outright")) or left.text == right.text
