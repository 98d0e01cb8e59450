"""Frames applied to readings: the facts of the contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from consistency.facts.frames import Allowed, Emit, Frames, Pick
from consistency.facts.readings import Led, Reading, StatementReader
from consistency.model import Fact, NumberValue, Subject

_MISSING = object()


def facts_of(reader: StatementReader, frames: Frames) -> Iterator[Fact]:
    """The facts of one statement, each core once, in text order."""
    seen: set[str] = set()
    rows = [row for reading in reader.read() for row in _emitted(reading, reader, frames)]
    rows.sort(key=lambda row: (row["span"], row["kind"], str(row["value"])))
    for row in rows:
        key = repr({name: value for name, value in row.items() if name not in ("span", "text")})
        if key not in seen:
            seen.add(key)
            yield Fact(id=f"{reader.statement.id}.f{len(seen)}", statement=reader.statement.id, **row)


def _emitted(reading: Reading, reader: StatementReader, frames: Frames) -> Iterator[dict[str, Any]]:
    for frame in frames.frames:
        if not frame.concerns(reading.trigger.type, reading.trigger.id):
            continue
        for emit in frame.facts:
            if _holds(emit.when, reading.facets):
                yield from _filled(emit, reading, reader)


def _holds(when: Mapping[str, Allowed], facets: Mapping[str, str]) -> bool:
    return all(_allowed(facets.get(name, ""), wanted) for name, wanted in when.items())


def _allowed(found: str, wanted: Allowed) -> bool:
    if isinstance(wanted, tuple):
        return found in wanted
    if wanted == "any":
        return bool(found)
    return found == ("" if wanted == "none" else wanted)


def _filled(emit: Emit, reading: Reading, reader: StatementReader) -> Iterator[dict[str, Any]]:
    """The facts of one emit; one for each date when a slot takes dates."""
    date_slot = next((name for name, pick in emit.value.items() if pick.date is not None), None)
    dates: Sequence[Led | None] = [None]
    if date_slot is not None:
        allowed = emit.value[date_slot].date or ()
        dates = [d for d in reading.dates if d.lead in allowed and _possible(d, reading, reader.anchor)]
    subject = _subject(emit, reading, reader)
    if subject is None:
        return
    for date in dates:
        value = {name: _slot(pick, reading, reader, date) for name, pick in emit.value.items()}
        if _MISSING not in value.values():
            start, end = reading.span
            yield {
                "kind": emit.kind,
                "subject": subject,
                "event": _event(emit, reading),
                "place": reading.place,
                "value": value,
                "phase": (reading.view.phase if reading.view.phase in _PHASES else None) if emit.phase == "reading" else _none(emit.phase),
                "polarity": reading.view.polarity if emit.polarity == "reading" else emit.polarity,
                "certainty": reading.view.certainty,
                "said_on": reader.anchor,
                "span": (start, end),
                "text": reader.context.document.text[start:end],
            }


_PHASES = ("planned", "begun", "ongoing", "completed", "unchanged")


def _none(word: str) -> str | None:
    return None if word == "none" else word


def _event(emit: Emit, reading: Reading) -> str | None:
    if emit.event == "trigger":
        return reading.trigger.id
    if emit.event in ("end", "event"):
        return reading.facets.get(emit.event) or None
    return emit.event


def _subject(emit: Emit, reading: Reading, reader: StatementReader) -> Subject | None:
    party = reading.party
    if emit.subject == "partner":
        party = reader.side_of(reading)
    if party is None:
        return None
    return Subject(party=party, component=emit.component or reading.component)


def _possible(led: Led, reading: Reading, anchor: dt.date | None) -> bool:
    """Whether the date can be a term: not over when the words were said."""
    interval = led.mention.value.resolve(anchor)
    return anchor is None or interval.end is None or interval.end >= anchor


def _slot(pick: Pick, reading: Reading, reader: StatementReader, date: Led | None) -> Any:
    found = _pick(pick, reading, reader, date)
    if found in (None, [], "") and pick.otherwise is not None:
        found = reading.place if pick.otherwise == "here" else _none(pick.otherwise)
    return _MISSING if found in (None, [], "") and pick.required else found


def _pick(pick: Pick, reading: Reading, reader: StatementReader, date: Led | None) -> Any:
    if pick.const is not None:
        return _none(pick.const)
    if pick.facet is not None:
        found = reading.facets.get(pick.facet) or None
        return pick.choose.get(found or "", found) if pick.choose else found
    if pick.date is not None:
        return _interval(date, reader.anchor)
    if pick.number is not None:
        return _bound(reading, pick.number)
    if pick.place is not None:
        return reader.place_led(reading, pick.place)
    if pick.party is not None:
        return reader.party_led(reading, pick.party)
    return _roles(reading.roles, pick.roles or ())


def _interval(date: Led | None, anchor: dt.date | None) -> dict[str, Any] | None:
    if date is None:
        return None
    interval = date.mention.value.resolve(anchor)
    value = {
        "start": interval.start.isoformat() if interval.start else None,
        "end": interval.end.isoformat() if interval.end else None,
        "precision": interval.precision,
    }
    return value if interval.end else {**value, "words": date.mention.value.words}


def _bound(reading: Reading, side: str) -> int | float | None:
    number = reading.group.number if reading.group else None
    value = getattr(number, side) if isinstance(number, NumberValue) else None
    return int(value) if value is not None and value == int(value) else value


def _roles(roles: Iterable[Led], leads: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(r.mention.id for r in roles if r.lead in leads))
