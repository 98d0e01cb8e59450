"""The tables of short statements and the facts that they must give: how a row is read, and how facts are set beside it.

A table maps a class of language to its rows. A row is one short article::

    - text: The article.                  # every statement in it counts
      day: 2021-12-09                     # the day it was published; left out where no day is known
      who: french-forces                  # the party of every fact that names none ("org." is left out)
      where: ml                           # the place of every fact that names none ("place." is left out); none if left out
      facts: [...]                        # what must be found
      also: [...]                         # what may be found besides; a field that it leaves out may be anything
      gap: why                            # what the checker ought to do and does not do yet

The first field of a fact is its kind with the value that matters most::

    {status: withdrawal, phase: begun}        {deadline: withdrawal, by: 2021-12-31}      {location: leave, from: basra, to: kw}
    {count: 2500}  {count: 35000..50000}      {count: ..400, of: trainers}                {count: few, event: withdrawal}
    {role: combat > advise train, phase: planned}   {role: unchanged}                     {nature: non_combat}
    {cooperation: coalition, areas: [train]}  {protection: iraqi-forces}

Beside it stand ``who``, ``where``, ``component`` (all), ``phase``, ``denied`` (no), ``certainty`` (asserted), ``unsure`` (a confidence
under one half), ``said``, and any further field of the value (``exact``, ``earliest``, ``part``, ``total``, ``until``, ``after``, ``bounded``,
``approximate``, ``site``), where ``no`` means that it must not be there. A date is a day, ``first..last``, or ``unresolved``. Party,
component, place, polarity and certainty always count, the phase where it is the value (of a status or a change of role), the event
of a status, a deadline and a count; anything else counts where the row gives it. To leave a place says the same as a withdrawal
from it: it may be found or not, unless the row asks for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from consistency.model import Fact

Row = Mapping[str, Any]
KINDS = {
    "status": "event_status", "deadline": "deadline", "location": "troop_location", "count": "count", "role": "role_change",
    "nature": "nature", "cooperation": "cooperation", "protection": "protection",
}  # fmt: skip
_WORDS = ("few", "none", "unchanged")
_PHASED = ("event_status", "role_change")
_PLAIN = {"phase", "component", "certainty", "who", "where", "denied", "unsure", "said", "event"}
_HALF = 0.5


@dataclass(frozen=True)
class Case:
    """One row: ``name`` is language, class and number."""

    name: str
    language: str
    row: Row

    @property
    def wanted(self) -> list[dict[str, Any]]:
        """The facts that must be found, with every field that counts."""
        return [{**_unsaid(f), **_read(f, self.row)} for f in self.row.get("facts", ())]

    @property
    def allowed(self) -> list[dict[str, Any]]:
        """The facts that may be found besides."""
        return [_read(f, self.row) for f in self.row.get("also", ())]


@cache
def cases(language: str) -> list[Case]:
    """The cases of a language's table in order."""
    table = yaml.safe_load((Path(__file__).parent / f"{language}.yaml").read_text("utf-8"))
    return [
        Case(f"{language}-{name}-{number}", language, row)
        for name, rows in table.items()
        for number, row in enumerate(rows, 1)
    ]


def differences(case: Case, facts: list[Fact]) -> Iterator[str]:
    """A line for each fact that is missing, and for each that nothing in the row asks for or allows."""
    found = [_fields(f) for f in facts]
    wanted, allowed = case.wanted, case.allowed
    yield from (f"missing: {_shown(w)}" for w in wanted if not any(_meets(f, w) for f in found))
    for fields in found:
        if not any(_meets(fields, w) for w in (*wanted, *allowed)) and not _says_withdrawal(fields, found):
            yield f"unasked: {_shown(fields)}"


def _unsaid(fact: Row) -> dict[str, Any]:
    """What holds of a wanted fact that says nothing else."""
    kind = KINDS[next(iter(fact))]
    plain: dict[str, Any] = {"component": "all", "polarity": "affirmed", "certainty": "asserted"}
    return plain | ({"event": None} if kind == "count" else {})


def _read(fact: Row, row: Row) -> dict[str, Any]:
    (name, value), *rest = fact.items()
    fields: dict[str, Any] = {
        "kind": KINDS[name],
        "party": f"org.{fact.get('who', row.get('who'))}",
        "place": _place(fact.get("where", row.get("where"))),
        **_of_kind(name, value),
    }
    for key, given in rest:
        fields |= _beside(key, given)
    return fields


def _of_kind(name: str, value: Any) -> dict[str, Any]:
    match name:
        case "status" | "deadline":
            return {"event": value}
        case "location":
            return {"relation": value}
        case "count" if value in _WORDS:
            return {"word": value}
        case "count":
            low, _, high = str(value).partition("..")
            return {"min": _number(low), "max": _number(high if ".." in str(value) else low)}
        case "role" if value == "unchanged":
            return {"phase": value}
        case "role":
            before, _, after = value.partition(">")
            return {"from_roles": before.split(), "to_roles": after.split()}
        case "nature":
            return {"is": value}
        case "cooperation":
            return {"with": f"org.{value}"}
    return {"by": f"org.{value}"}


def _beside(key: str, given: Any) -> dict[str, Any]:
    match key:
        case "who" | "where":
            return {}
        case "denied":
            return {"polarity": "denied" if given else "affirmed"}
        case "by" | "until" | "after" | "on":
            return {key: _date(given)}
        case "from" | "to" | "at":
            return {key: _place(given)}
        case "said":
            return {key: str(given)}
        case "event" | "phase" | "component" | "certainty" | "unsure" | "areas" | "of" | "site" | "part":
            return {key: None if given is False else given}
    return {key: bool(given)}


def _place(given: str | None) -> str | None:
    return f"place.{given}" if given else None


def _number(text: str) -> int | None:
    return int(text) if text else None


def _date(given: Any) -> Any:
    if isinstance(given, dt.date):
        return (given.isoformat(), given.isoformat())
    if isinstance(given, str) and ".." in given:
        first, _, last = given.partition("..")
        return (first or None, last or None)
    return given


# --- what was found ------------------------------------------------------------------------


def _fields(fact: Fact) -> dict[str, Any]:
    value = fact.value
    fields = {name: _value(v) for name, v in value.items() if name not in ("from", "to")}
    roles = fact.kind == "role_change"
    fields |= {f"{name}_roles" if roles else name: value[name] for name in ("from", "to") if name in value}
    return fields | {
        "kind": fact.kind,
        "party": fact.subject.party,
        "component": fact.subject.component,
        "event": fact.event,
        "place": fact.place,
        "phase": fact.phase,
        "polarity": fact.polarity,
        "certainty": fact.certainty,
        "unsure": fact.confidence < _HALF,
        "said": fact.said_on.isoformat() if fact.said_on else None,
    }


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return (value.get("start"), value.get("end")) if value.get("end") else "unresolved"
    return value


def _meets(found: Row, wanted: Row) -> bool:
    return all(_same(found.get(name), value) for name, value in wanted.items())


def _same(found: Any, wanted: Any) -> bool:
    """Flags of a value are words; an open interval is told by the end that it has."""
    if isinstance(wanted, bool) or wanted is None:
        return bool(found) == bool(wanted)
    if isinstance(wanted, tuple) and isinstance(found, tuple):
        return all(w is None or w == f for w, f in zip(wanted, found, strict=True))
    if isinstance(wanted, list) and isinstance(found, list):
        return set(wanted) == set(found)
    return bool(found == wanted)


def _says_withdrawal(fields: Row, found: list[dict[str, Any]]) -> bool:
    """Whether a fact only says of a place what a withdrawal, begun or to come, says of it."""
    same = ("party", "component", "place", "polarity", "certainty", "phase")
    return fields["kind"] == "troop_location" and fields["relation"] == "leave" and any(
        f["kind"] in ("event_status", "deadline") and f["event"] == "withdrawal" and all(f[n] == fields[n] for n in same) for f in found
    )  # fmt: skip


def _shown(fields: Row) -> str:
    ordered = sorted(fields.items(), key=lambda item: (item[0] != "kind", item[0]))
    return ", ".join(f"{name}={value}" for name, value in ordered if value not in (None, False, []))
