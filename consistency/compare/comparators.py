"""The closed set of ways to compare two facts. Each is pure: two facts and parameters in, a comparison out.

None means that the two cannot be compared, which is not the same as no conflict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from consistency.model import Fact
from consistency.rulepack.rules import Relation

Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two facts stand to each other; ``reason`` names a template of the phrases, ``values`` fill it."""

    relation: Relation
    reason: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


Comparator = Callable[[Fact, Fact, Parameters], Comparison | None]


def interval(left: Fact, right: Fact, parameters: Parameters) -> Comparison | None:
    """Two dates by which something happens: ``slack`` days apart are still the same day.

    Words that no day anchors are equal only to the same words.
    """
    a, b = left.value.get("by") or {}, right.value.get("by") or {}
    if not (a.get("end") and b.get("end")):
        return Comparison("equal") if a.get("words") and a.get("words") == b.get("words") else None
    apart = abs((_day(a["end"]) - _day(b["end"])).days)
    if apart <= int(parameters.get("slack", 0)):
        same = a.get("start") == b.get("start") or a.get("precision") == b.get("precision")
        return Comparison("equal" if same else "refines")
    if _within(a, b) or _within(b, a):
        return Comparison("refines")
    if (left.said_on and _passed(b, left)) or (right.said_on and _passed(a, right)):
        return Comparison("advances", "deadline-passed")
    return Comparison("conflicts", "days-apart", {"days": str(apart)})


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(str(text))


def _within(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return bool(a.get("start") and b.get("start")) and b["start"] <= a["start"] and a["end"] <= b["end"]


def _passed(by: Mapping[str, Any], fact: Fact) -> bool:
    """Whether a date was over when the other fact was said."""
    return fact.said_on is not None and _day(by["end"]) < fact.said_on


_ORDER = {"planned": 0, "begun": 1, "ongoing": 1, "completed": 2}


def phase(left: Fact, right: Fact, parameters: Parameters) -> Comparison | None:
    """How far something has come; what is denied has not come as far as that."""
    if left.phase not in _ORDER or right.phase not in _ORDER:
        return None
    a, b = _ORDER[left.phase], _ORDER[right.phase]
    if left.polarity == right.polarity:
        if a == b:
            return Comparison("equal")
        return (
            Comparison("compatible")
            if left.polarity == "denied"
            else Comparison("advances" if a < b else "conflicts", "phases")
        )
    denied, affirmed = (a, b) if left.polarity == "denied" else (b, a)
    return Comparison("conflicts", "denied") if affirmed >= denied else Comparison("compatible")


def quantity(left: Fact, right: Fact, parameters: Parameters) -> Comparison | None:
    """Two numbers of the same unit: ``tolerance`` is the share by which rounded numbers may differ.

    ``part``: yes when the right one counts a part of the left one, which may only be smaller.
    """
    if left.value.get("of") != right.value.get("of"):
        return None
    a, b = _bounds(left), _bounds(right)
    if a is None or b is None:
        same = left.value.get("word") and left.value.get("word") == right.value.get("word")
        return Comparison("equal") if same else None
    rounded = left.value.get("approximate") or right.value.get("approximate")
    tolerance = float(parameters.get("tolerance" if rounded else "exact", 0))
    if _near(a, b, tolerance):
        return Comparison("equal")
    low, high = max(a[0], b[0]), min(a[1], b[1])
    if low <= high * (1 + tolerance):
        return Comparison("refines")
    return Comparison("conflicts", "numbers")


def _bounds(fact: Fact) -> tuple[float, float] | None:
    low, high = fact.value.get("min"), fact.value.get("max")
    if low is None and high is None:
        return None
    return (float(low) if low is not None else 0.0, float(high) if high is not None else float("inf"))


def _near(a: tuple[float, float], b: tuple[float, float], tolerance: float) -> bool:
    return all(
        x == y or (abs(x - y) <= tolerance * max(x, y) and max(x, y) != float("inf")) for x, y in zip(a, b, strict=True)
    )


def members(left: Fact, right: Fact, parameters: Parameters) -> Comparison | None:
    """Two lists of roles or areas under ``of``: equal, one inside the other, or with something in common."""
    a, b = (set(f.value.get(parameters["of"]) or ()) for f in (left, right))
    if not a or not b:
        return None
    if a == b:
        return Comparison("equal")
    if a <= b or b <= a:
        return Comparison("refines")
    return Comparison("overlaps") if a & b else Comparison("compatible")


def word(left: Fact, right: Fact, parameters: Parameters) -> Comparison | None:
    """One word under ``of``: the same word is equal, two that ``exclusive`` names conflict."""
    a, b = left.value.get(parameters["of"]), right.value.get(parameters["of"])
    if a is None or b is None:
        return None
    if a == b:
        return Comparison("equal")
    apart = any({a, b} <= set(pair) for pair in parameters.get("exclusive", ()))
    return Comparison("conflicts", "words") if apart else None


def polarity(left: Fact, right: Fact, parameters: Parameters) -> Comparison | None:
    """The same thing affirmed and denied; ``of`` lists the fields of the value that must be the same."""
    if any(left.value.get(name) != right.value.get(name) for name in parameters.get("of", ())):
        return None
    return Comparison("equal") if left.polarity == right.polarity else Comparison("conflicts", "denied")


def exclusive(left: Fact, right: Fact, parameters: Parameters) -> Comparison | None:
    """Two facts that cannot both stand, whatever their values: the rule's sides say which."""
    return Comparison("conflicts")


COMPARATORS: Mapping[str, Comparator] = {
    "interval": interval,
    "phase": phase,
    "quantity": quantity,
    "members": members,
    "word": word,
    "polarity": polarity,
    "exclusive": exclusive,
}
