"""Facts and ids in plain English words; nothing here is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from consistency.model import Fact, Subject

Names = Mapping[str, str]


def name_of(entity: str | None, names: Names) -> str:
    """What to call an entity id: its name, or the readable part of the id."""
    if entity is None:
        return "?"
    return names.get(entity) or spaced(entity.rpartition(".")[2])


def spaced(word: str) -> str:
    """An id's words: ``mission_end`` is "mission end"."""
    return word.replace("_", " ").replace("-", " ")


def topic_of(fact: Fact, names: Names) -> str:
    """What a fact is about, without what it says: "withdrawal of combat US forces, Iraq"."""
    what = spaced(fact.event or fact.kind)
    place = f", {name_of(fact.place, names)}" if fact.place else ""
    return f"{what}: {subject_of(fact.subject, names)}{place}"


def subject_of(subject: Subject, names: Names) -> str:
    """Whom a fact is about."""
    party = name_of(subject.party, names)
    return party if subject.component == "all" else f"{party} ({spaced(subject.component)})"


def saying_of(fact: Fact, names: Names) -> str:
    """What a fact says: its value, with denial and certainty."""
    said = _VALUES.get(fact.kind, _other)(fact, names)
    said = f"denied: {said}" if fact.polarity == "denied" else said
    return said if fact.certainty == "asserted" else f"{said} ({fact.certainty})"


def interval_words(value: Mapping[str, Any] | None) -> str:
    """A date as its start and end: one day, "2021-12-01 to 2021-12-31", or the unresolved words."""
    if not value or (value.get("start") is None and value.get("end") is None):
        words = (value or {}).get("words")
        return f"“{words}” (unresolved)" if words else "an unresolved date"
    start, end = value.get("start"), value.get("end")
    return str(end or start) if start == end or not start or not end else f"{start} to {end}"


def _role_change(fact: Fact, names: Names) -> str:
    before, after = (_roles(fact.value.get(side)) for side in ("from", "to"))
    change = f"role from {before} to {after}" if before and after else f"role: {after or before or 'change'}"
    return f"{change} ({fact.phase})" if fact.phase else change


def _roles(roles: Sequence[str] | str | None) -> str:
    return roles if isinstance(roles, str) else ", ".join(map(spaced, roles or ()))


def _deadline(fact: Fact, names: Names) -> str:
    return f"by {interval_words(fact.value.get('by'))}"


def _troop_location(fact: Fact, names: Names) -> str:
    value = fact.value
    ways = [(word, value[word]) for word in ("from", "to", "at") if value.get(word)]
    where = "".join(f" {word} {name_of(place, names)}" for word, place in ways)
    site = f" in {spaced(value['site'])}" if value.get("site") else ""
    return f"{value.get('relation', 'is')}{where}{site}"


def _event_status(fact: Fact, names: Names) -> str:
    return fact.phase or "mentioned"


def _count(fact: Fact, names: Names) -> str:
    value = fact.value
    low, high, unit = value.get("min"), value.get("max"), spaced(str(value.get("of") or ""))
    if low is None and high is None:
        number = str(value.get("word") or "a number")
    elif low == high:
        number = _number(low)
    elif low is None or high is None:
        number = f"at least {_number(low)}" if high is None else f"at most {_number(high)}"
    else:
        number = f"{_number(low)} to {_number(high)}"
    return f"{number} {unit}".strip()


def _number(value: Any) -> str:
    return f"{value:,.0f}" if isinstance(value, int | float) and float(value).is_integer() else str(value)


def _nature(fact: Fact, names: Names) -> str:
    return spaced(str(fact.value.get("is"))).replace("non combat", "not combat")


def _cooperation(fact: Fact, names: Names) -> str:
    partner, areas = fact.value.get("with"), _roles(fact.value.get("areas"))
    return f"cooperation{f' with {name_of(partner, names)}' if partner else ''}{f' in {areas}' if areas else ''}"


def _protection(fact: Fact, names: Names) -> str:
    return f"protected by {name_of(fact.value.get('by'), names)}"


def _other(fact: Fact, names: Names) -> str:
    pairs = ", ".join(f"{spaced(k)} {v}" for k, v in sorted(fact.value.items()) if v is not None)
    return pairs or fact.phase or "mentioned"


_VALUES: Mapping[str, Callable[[Fact, Names], str]] = {
    "role_change": _role_change,
    "deadline": _deadline,
    "troop_location": _troop_location,
    "event_status": _event_status,
    "count": _count,
    "nature": _nature,
    "cooperation": _cooperation,
    "protection": _protection,
}
