"""Claims made by hand: who says what of the American forces in Iraq on one day, unless a test says otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from consistency.compare import compare
from consistency.copies import trace
from consistency.model import Fact, Finding, Speaker, Statement, Subject
from consistency.rulepack import Packs, load_packs

Found = tuple[str, str, str]
"""Verdict, rule and scope of a finding."""


@dataclass(frozen=True)
class Said:
    """One claim; ``fields`` are the fact's own, ``text`` the words of its statement, ``within`` the claim that quotes it."""

    who: str
    kind: str
    value: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    day: str | None = "2021-12-09"
    article: str | None = None
    text: str = ""
    speaks_for: str | None = None

    def but(self, **changes: Any) -> Said:
        """The same claim with other fields of the fact, or of the claim itself."""
        own = {name: changes.pop(name) for name in list(changes) if name in self.__dataclass_fields__}
        return replace(self, **{"fields": {**self.fields, **changes}, **own})


def status(who: str, phase: str, event: str = "withdrawal") -> Said:
    """How far something has come."""
    return Said(who, "event_status", fields={"event": event, "phase": phase})


def deadline(who: str, by: str, **value: str) -> Said:
    """A date by which they leave: a day, or "first..last"; further words of the value are ``exact`` or ``earliest``."""
    start, _, end = by.partition("..")
    dates = {"start": start, "end": end or start, "precision": "day"}
    return Said(who, "deadline", {"by": dates, **value}, {"event": "withdrawal", "phase": "planned"})


def someday(who: str, words: str) -> Said:
    """A date that no day anchors."""
    dates = {"start": None, "end": None, "precision": "unresolved", "words": words}
    return Said(who, "deadline", {"by": dates}, {"event": "withdrawal", "phase": "planned"})


def number(who: str, low: int | None, high: int | None, **value: str) -> Said:
    """How many are there in all."""
    return Said(who, "count", {"of": "troops", "min": low, "max": high, "word": None, "total": "yes", **value})


def word(who: str, name: str) -> Said:
    """How many, by a word: few, none, unchanged."""
    return Said(who, "count", {"of": "troops", "min": None, "max": None, "word": name})


def stays(who: str, **value: Any) -> Said:
    """That they remain in Iraq."""
    return Said(who, "troop_location", {"relation": "remain", "at": "place.iq", **value})


def nature(who: str, what: str) -> Said:
    """What the forces are: combat, non_combat."""
    return Said(who, "nature", {"is": what})


def role(who: str, phase: str, before: Sequence[str] = (), after: Sequence[str] = ()) -> Said:
    """A change of role, or none."""
    return Said(who, "role_change", {"from": list(before), "to": list(after)}, {"phase": phase})


@cache
def packs() -> Packs:
    """The shipped packs."""
    return load_packs()


def fact(claim: Said, number: int = 0) -> Fact:
    """The fact of a claim; ``number`` tells it from others."""
    given = dict(claim.fields)
    subject = Subject(party=given.pop("party", "org.us-forces"), component=given.pop("component", "all"))
    day = dt.date.fromisoformat(claim.day) if claim.day else None
    own = {
        "place": "place.iq",
        "span": (100 * number, 100 * number + 10),
        "text": claim.text or f"words {number}",
        **given,
    }
    return Fact(id=f"f{number:02}", statement=f"s{number:02}", kind=claim.kind, subject=subject, value=dict(claim.value), said_on=day, **own)  # fmt: skip


def statement(claim: Said, number: int) -> Statement:
    """The statement of a claim, in an article of its own unless the claim names one."""
    day = dt.date.fromisoformat(claim.day) if claim.day else None
    return Statement(id=f"s{number:02}", article=claim.article or f"a{number:02}", story="1", speaker=claim.who, mode="indirect",
                     span=(100 * number, 100 * number + 50), text=claim.text or f"words {number}", said_on=day)  # fmt: skip


def speakers(claims: Sequence[Said]) -> list[Speaker]:
    """The speakers of claims, in order."""
    found = {c.who: Speaker(id=c.who, name=c.who, speaks_for=c.speaks_for) for c in claims}
    return list(found.values())


def findings(*claims: Said) -> list[Finding]:
    """What the shipped rules find in these claims."""
    numbered = list(enumerate(claims))
    facts = [fact(claim, n) for n, claim in numbered]
    statements = trace([], [statement(claim, n) for n, claim in numbered])
    return compare(facts, statements, speakers(claims), packs())


def found(*claims: Said) -> set[Found]:
    """Verdict, rule and scope of what the shipped rules find in these claims."""
    return {(f.verdict, f.rule, f.scope) for f in findings(*claims)}


def tensions(*claims: Said) -> set[str]:
    """The rules that find a tension in these claims."""
    return {f.rule for f in findings(*claims) if f.verdict == "tension"}
