"""Whether two facts are about the same thing: force, part of the force, place, event."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.compare.claims import Claim
from consistency.model import Fact, Subject
from consistency.rulepack import Registry
from consistency.rulepack.rules import Allowed, Rule, Selector

WHOLE = "all"


def selected(claims: Iterable[Claim], selector: Selector) -> list[Claim]:
    """The claims that one side of a rule takes."""
    kinds = (selector.kind,) if isinstance(selector.kind, str) else selector.kind
    return [
        c for c in claims if c.fact.kind in kinds and all(_allowed(c.fact, n, w) for n, w in selector.where.items())
    ]


def _allowed(fact: Fact, name: str, wanted: Allowed) -> bool:
    """Whether a field has one of the values; ``value.NAME`` looks into the value, ``none`` means absent, ``any`` present."""
    if name.startswith("value."):
        found = fact.value.get(name.removeprefix("value."))
    elif name == "component":
        found = fact.subject.component
    else:
        found = getattr(fact, name)
    options = (wanted,) if isinstance(wanted, str) else wanted
    if found in (None, "", []):
        return "none" in options
    return "any" in options or str(found) in options


class Scope:
    """What a rule asks two facts to have in common."""

    def __init__(self, rule: Rule, registry: Registry) -> None:
        self._same, self._registry = rule.same, registry
        self._group = {event: events[0] for events in rule.same.events for event in events}

    def bucket(self, fact: Fact) -> tuple[str, str]:
        """What must be equal outright: event (or its group) and place."""
        event = self._group.get(fact.event or "", fact.event or "") if self._same.event == "same" else ""
        return event, (fact.place or "") if self._same.place == "same" else ""

    def comparable(self, left: Fact, right: Fact) -> bool:
        """Whether subjects and components meet as the rule asks."""
        return self._parties(left, right) and self._components(left.subject, right.subject)

    def _parties(self, left: Fact, right: Fact) -> bool:
        a, b = left.subject.party, right.subject.party
        if a == b or self._same.party == "any":
            return True
        if self._same.party == "same":
            return False
        if self._holds(a, b, left.place):
            return True
        return self._same.party == "overlapping" and self._holds(b, a, left.place)

    def _holds(self, whole: str, part: str, place: str | None) -> bool:
        """Whether one party contains the other; any force abroad is one of the foreign forces there."""
        if self._registry.part_of(part, whole):
            return True
        abroad = self._registry.country(part) != place
        return whole == self._registry.foreign and self._registry.kind(part) == "force" and abroad

    def _components(self, left: Subject, right: Subject) -> bool:
        a, b, mode = left.component, right.component, self._same.component
        if a == b or mode == "any":
            return True
        if mode == "whole-part":
            return a == WHOLE
        return mode == "either-whole" and WHOLE in (a, b)
