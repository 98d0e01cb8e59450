"""The ways to compare two facts that the package has. Each is pure: two facts, which one is about more, and parameters in;
a comparison out. None means that the two cannot be compared, which is not the same as no conflict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from consistency.compare.scope import Bearing
from consistency.model import Fact
from consistency.rulepack.rules import Relation

Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two facts stand to each other; ``reason`` names a template of the phrases, ``values`` fill it."""

    relation: Relation
    reason: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


Extent = tuple[float, float]
"""From where to where something lies; both ends belong to it."""


def apart(one: Extent | None, other: Extent | None) -> bool:
    """Whether two extents do not touch; where one is not known, they may."""
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


_EVERYWHERE: Extent = (0.0, float("inf"))
_NEAR_THE_END = 14
"""How many days before the end of a month a date may lie to be told as that end."""
_HAIR = 1e-9
"""What rounding may take away."""
_COMPATIBLE = Comparison("compatible")


def interval(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """Two dates, ``by``, by which something happens: ``slack`` days apart are still the same day.

    A part may be done before the whole is; what is done on a day is done by a later one. Words that no day anchors are
    equal only to the same words.
    """
    a, b = left.value.get("by") or {}, right.value.get("by") or {}
    if not (a.get("end") and b.get("end")):
        return Comparison("equal") if a.get("words") and a.get("words") == b.get("words") else None
    if "denied" in (left.polarity, right.polarity):
        return _not_by(left, right, bearing)
    if left.value.get("earliest") or right.value.get("earliest"):
        return _earliest(left, right, bearing)
    if left.value.get("exact") and right.value.get("exact") and _inside(a, b):
        return Comparison("refines")
    apart = (_day(b["end"]) - _day(a["end"])).days
    if abs(apart) <= int(parameters.get("slack", 0)):
        return Comparison("equal")
    if _within(a, b) or _within(b, a):
        return Comparison("refines")
    if (bearing == "left" and apart < 0) or (bearing == "right" and apart > 0):
        return _COMPATIBLE
    if _passed(b, left) or _passed(a, right):
        return Comparison("advances", "deadline-passed")
    sooner, later = (left, right) if apart > 0 else (right, left)
    if _rounds_up(later, sooner) or (sooner.value.get("exact") and not later.value.get("exact")):
        return Comparison("refines")
    return Comparison("conflicts", "days-apart", {"days": str(abs(apart))})


def _rounds_up(later: Fact, sooner: Fact) -> bool:
    """Whether one date is the end of a month, or year, that the other lies near («بنهاية العام» and «بحلول 22 كانون الأول»).

    "On the 22nd" and "on the 31st" are two days; a week before the end of a year is near it ("next week").
    """
    end, by = _day(later.value["by"]["end"]), sooner.value["by"]
    single = by.get("start") in (None, by["end"])
    near = (end + dt.timedelta(days=1)).day == 1 and (end - _day(by["end"])).days <= _NEAR_THE_END
    return near and not (single and bool(later.value.get("exact")))


def _not_by(left: Fact, right: Fact, bearing: Bearing) -> Comparison | None:
    """«لن تنسحب في 18 شباط» against a date by which they go: what is not done by a day is not done by an earlier one."""
    if left.polarity == right.polarity:
        return Comparison("equal") if left.value["by"] == right.value["by"] else None
    affirmed, denied = (left, right) if left.polarity == "affirmed" else (right, left)
    part_affirmed = bearing != "same" and (bearing == "left") != (affirmed is left)
    late = _day(affirmed.value["by"]["end"]) > _day(denied.value["by"]["end"])
    return _COMPATIBLE if late or part_affirmed else Comparison("conflicts", "denied")


def _earliest(left: Fact, right: Fact, bearing: Bearing) -> Comparison | None:
    """«لن تغادر قبل أيلول» against a date by which they are gone."""
    if left.value.get("earliest") and right.value.get("earliest"):
        return None
    bound, term = (left, right) if left.value.get("earliest") else (right, left)
    wider = bearing != "same" and (bearing == "left") == (bound is left)
    first = bound.value["by"].get("start") or bound.value["by"]["end"]
    apart = (_day(first) - _day(term.value["by"]["end"])).days
    return _COMPATIBLE if apart <= 0 or wider else Comparison("conflicts", "days-apart", {"days": str(apart)})


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(str(text))


def _within(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return bool(a.get("start") and b.get("start")) and b["start"] <= a["start"] and a["end"] <= b["end"]


def _inside(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether one of two periods lies in the other and begins on another day ("in December", "in the second half")."""
    return bool(a.get("start")) and a.get("start") != b.get("start") and (_within(a, b) or _within(b, a))


def _passed(by: Mapping[str, Any], fact: Fact) -> bool:
    """Whether a date was over when the other fact was said."""
    return fact.said_on is not None and _day(by["end"]) < fact.said_on


def days_around(fact: Fact, parameters: Parameters) -> Extent | None:
    """The days half the ``slack`` around the last one by which something happens; None for words that no day anchors."""
    end = (fact.value.get("by") or {}).get("end")
    if not end:
        return None
    day, slack = _day(end).toordinal(), int(parameters.get("slack", 0))
    return day - slack / 2, day + slack / 2


_ORDER = {"planned": 0, "begun": 1, "ongoing": 1, "completed": 2}


def phase(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """How far something has come, as the ``phase`` of both says. What is denied has not come as far as that.

    What is completed is so in every part.
    """
    if left.phase not in _ORDER or right.phase not in _ORDER:
        return None
    a, b = _ORDER[left.phase], _ORDER[right.phase]
    if left.polarity != right.polarity:
        return _denied(left, right, bearing)
    if a == b:
        return Comparison("equal")
    if left.polarity == "denied":
        return _COMPATIBLE
    if a < b:
        return Comparison("advances", "phases")
    return Comparison("conflicts", "phases") if a < 2 or bearing != "right" else _COMPATIBLE


def _denied(left: Fact, right: Fact, bearing: Bearing) -> Comparison:
    affirmed, denied = (left, right) if left.polarity == "affirmed" else (right, left)
    said, unsaid = _ORDER[affirmed.phase or ""], _ORDER[denied.phase or ""]
    wider = bearing != "same" and (bearing == "left") == (affirmed is left)
    narrower = bearing != "same" and not wider
    if narrower and denied.value.get("part") == "all":
        return _COMPATIBLE  # what does not happen to all may happen to some
    outright = bool(denied.value.get("outright")) and not wider and said >= _ORDER["begun"]
    if said < unsaid and not outright:
        return _COMPATIBLE
    if unsaid == _ORDER["completed"]:
        none = (outright or denied.value.get("part") == "none") and affirmed.place == denied.place
        return _COMPATIBLE if narrower and not none else Comparison("conflicts", "denied")
    return _COMPATIBLE if wider and said == _ORDER["begun"] else Comparison("conflicts", "denied")


def quantity(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """Two numbers, ``min`` to ``max``, of the same unit, ``of``.

    ``tolerance`` is the share by which rounded numbers may differ, ``exact`` others.

    The number of a part may be smaller than that of the whole, never greater. With ``rises`` a greater number of a later day
    takes the place of the earlier one (a toll).
    """
    if not _same_unit(left, right):
        return None
    a, b = _bounds(left), _bounds(right)
    if a is None or b is None:
        same = left.value.get("word") and left.value.get("word") == right.value.get("word")
        return Comparison("equal") if same else None
    rounded = left.value.get("approximate") or right.value.get("approximate")
    tolerance = float(parameters.get("tolerance" if rounded else "exact", 0))
    if bearing != "same":
        whole, part = (a, b) if bearing == "left" else (b, a)
        apart = part[0] > whole[1] * (1 + tolerance)
        return _apart(left, right, parameters) if apart else _COMPATIBLE
    if _near(a, b, tolerance):
        return Comparison("equal")
    low, high = max(a[0], b[0]), min(a[1], b[1])
    if low <= high * (1 + tolerance):
        return Comparison("refines")
    return _apart(left, right, parameters)


def _apart(left: Fact, right: Fact, parameters: Parameters) -> Comparison:
    """Two numbers that cannot be one: with ``rises`` a greater one of a later day takes the place of the earlier one.

    What has become another number says itself that it was not the same before.
    """
    if _has_changed(left, right):
        return _COMPATIBLE
    return Comparison("advances" if parameters.get("rises") and _rises(left, right) else "conflicts", "numbers")


def _has_changed(left: Fact, right: Fact) -> bool:
    """Whether the number said on the later day is told as a change (``changed``)."""
    if left.said_on is None or right.said_on is None or left.said_on == right.said_on:
        return False
    later = max(left, right, key=lambda fact: fact.said_on or dt.date.min)
    return bool(later.value.get("changed"))


def _rises(left: Fact, right: Fact) -> bool:
    """Whether the number said on the later day is the greater one; none at all is no count that goes on."""
    a, b = _bounds(left), _bounds(right)
    if a is None or b is None or left.said_on is None or right.said_on is None or left.said_on == right.said_on:
        return False
    return (left.said_on < right.said_on) == (a[0] < b[0]) and (0.0, 0.0) not in (a, b)


def reach(fact: Fact, parameters: Parameters) -> Extent:
    """The numbers from which one fact's may differ and still be equal to it, or refine it."""
    low, high = _bounds(fact) or _EVERYWHERE
    share = max(float(parameters.get(name, 0)) for name in ("tolerance", "exact"))
    return low * (1 - _HAIR), high / (1 - share) * (1 + _HAIR)


_PEOPLE = {"troops", "trainers", "advisers"}


def _same_unit(left: Fact, right: Fact) -> bool:
    """Whether both count the same; those that are there in all may be counted by what they are or as troops."""
    units = {left.value.get("of"), right.value.get("of")}
    people = units <= _PEOPLE and bool(left.value.get("total") or right.value.get("total"))
    return len(units) == 1 or people


def _bounds(fact: Fact) -> tuple[float, float] | None:
    low, high = fact.value.get("min"), fact.value.get("max")
    if fact.value.get("word") == "none":
        return (0.0, 0.0)
    if low is None and high is None:
        return None
    return (float(low) if low is not None else 0.0, float(high) if high is not None else float("inf"))


def _near(a: tuple[float, float], b: tuple[float, float], tolerance: float) -> bool:
    return all(
        x == y or (abs(x - y) <= tolerance * max(x, y) and max(x, y) != float("inf")) for x, y in zip(a, b, strict=True)
    )


def members(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """Two lists of roles or areas under ``of``: equal, one inside the other, or with something in common."""
    a, b = (set(f.value.get(parameters["of"]) or ()) for f in (left, right))
    if not a or not b:
        return None
    if a == b:
        return Comparison("equal")
    if a <= b or b <= a:
        return Comparison("refines")
    return Comparison("overlaps") if a & b else _COMPATIBLE


def word(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """One word under ``of``: the same word is equal, two that ``exclusive`` names conflict, with ``distinct`` any two."""
    a, b = left.value.get(parameters["of"]), right.value.get(parameters["of"])
    if a is None or b is None:
        return None
    if a == b:
        return Comparison("equal")
    apart = parameters.get("distinct") or any({a, b} <= set(pair) for pair in parameters.get("exclusive", ()))
    return Comparison("conflicts", "words") if apart else None


def polarity(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """Being somewhere, affirmed and denied at the same time; ``of`` lists the fields that must be the same.

    Where none of a whole is, no part can be; that one part is not there says nothing of the whole.
    """
    if any(left.value.get(name) != right.value.get(name) for name in parameters.get("of", ())):
        return None
    if left.polarity == right.polarity:
        return Comparison("equal")
    affirmed, denied = (left, right) if left.polarity == "affirmed" else (right, left)
    wider = bearing != "same" and (bearing == "left") == (affirmed is left)
    of_all = denied.value.get("part") == "all" and bearing != "same"  # «لم تغادر بالكامل»: some may have left
    open_still = wider or of_all or _underway(affirmed, denied) or not _same_time(affirmed, denied)
    return _COMPATIBLE if open_still else Comparison("conflicts", "denied")


def _underway(affirmed: Fact, denied: Fact) -> bool:
    """Whether a movement has begun of which only the end is denied («بدأت الانسحاب» and «لم تكمل انسحابها»)."""
    begun = affirmed.phase in ("begun", "ongoing") and denied.phase == "completed"
    return begun and affirmed.value.get("relation") != "remain"


def _same_time(affirmed: Fact, denied: Fact) -> bool:
    """Whether what is affirmed reaches into the time of which it is denied."""
    until, after = affirmed.value.get("until") or {}, denied.value.get("after") or {}
    if until.get("end") and after.get("end"):
        return bool(until["end"] > after["end"])
    times = {None if f.phase is None else f.phase == "planned" for f in (affirmed, denied)}
    return None in times or len(times) == 1


def exclusive(left: Fact, right: Fact, bearing: Bearing, parameters: Parameters) -> Comparison | None:
    """Two facts that cannot both stand, whatever their values: the rule's sides say which.

    ``wider`` names the sides that may be about more than the other: "left", "right", or both; with ``universal`` only
    if that side says that it means all. What has ceased ("no longer") may have been otherwise before it was said.
    """
    if _before_it_ceased(left, right) or _before_it_ceased(right, left):
        return Comparison("advances")
    if bearing == "same":
        return Comparison("conflicts")
    wider = left if bearing == "left" else right
    meant = not parameters.get("universal") or wider.value.get("part") == "all"
    return Comparison("conflicts") if bearing in parameters.get("wider", ()) and meant else _COMPATIBLE


def _before_it_ceased(earlier: Fact, ceased: Fact) -> bool:
    """Whether the second fact says that something is so no longer, and the first was said before it."""
    said, then = earlier.said_on, ceased.said_on
    return bool(ceased.value.get("ceased") and said and then and said < then)
