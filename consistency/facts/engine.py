"""Frames applied to readings: the facts of the contract."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from consistency.facts.actors import Acting
from consistency.facts.frames import Frames
from consistency.facts.measures import Clock, Length, clock_led, length_in
from consistency.facts.passage import Passage
from consistency.facts.reader import StatementReader
from consistency.facts.reading import Led, Reading
from consistency.model import Fact, NumberValue, Span, Subject
from consistency.rulepack.frames import Allowed, Emit, Pick, Whom

MISSING = object()
"""What a required slot holds that nothing fills."""
_PHASES = ("planned", "begun", "ongoing", "completed", "unchanged")
_LETTERS = re.compile(r"(?:[\u064b-\u0652]|[^\W\d_])*")
_PARTNERS = 0.9
_SIDES = ("between", "with")
_FORCES = frozenset({"group", "partner"})
_CONFIDENCE = {"named": 1.0, "relative": 0.95, "own": 0.9, "inherited": 0.85, "guessed": 0.75, "discourse": 0.7}


def facts_of(reader: StatementReader, frames: Frames) -> Iterator[Fact]:
    """The facts of one statement, each once, in text order."""
    rows = [row for reading in reader.read() for row in _emitted(reading, reader, frames)]
    rows.sort(key=lambda row: (row["span"], row["kind"], str(row["value"])))
    seen: set[str] = set()
    for row in rows:
        key = repr({name: value for name, value in row.items() if name not in ("span", "text", "confidence")})
        if key not in seen:
            seen.add(key)
            yield Fact(id=f"{reader.passage.statement.id}.f{len(seen)}", statement=reader.passage.statement.id, **row)


def _emitted(reading: Reading, reader: StatementReader, frames: Frames) -> Iterator[dict[str, Any]]:
    for frame in frames.concerning(reading.trigger):
        for emit in frame.facts:
            if _holds(emit, reading.facets):
                yield from filled(emit, reading, reader)


def _holds(emit: Emit, facets: Mapping[str, str]) -> bool:
    for name, wanted in emit.when.items():  # noqa: SIM110 - a plain loop, since this is asked of every fact that may be
        if not allows(facets.get(name, ""), wanted):
            return False
    return True


def allows(found: str, wanted: Allowed) -> bool:
    """Whether a facet is as a frame wants it: a word, one of several, "any" or "none"."""
    if isinstance(wanted, tuple):
        return found in wanted or ("any" if found else "none") in wanted
    if wanted == "any":
        return bool(found)
    return found == ("" if wanted == "none" else wanted)


def filled(emit: Emit, reading: Reading, reader: StatementReader) -> Iterator[dict[str, Any]]:
    """The facts of one emit: one for each date where a slot takes dates."""
    found = subject_of(emit, reading, reader)
    if found is None:
        return
    subject, acting = found
    subjects = [subject, *(replace(subject, party=p) for p in (*acting.others, *_others(emit, reading)))]
    side_of = reader.actors.side_of if emit.sided else str
    subjects = [replace(s, party=side_of(str(s.party))) for s in subjects]
    confidence = acting.confidence * reading.confidence
    for subject, date in product(subjects, dates_of(emit, reading, reader.passage)):
        value = {name: slot_of(pick, reading, reader, date) for name, pick in emit.value.items()}
        if MISSING not in value.values():
            value |= {name: side_of(value[name]) for name, pick in emit.value.items() if pick.party and value[name]}
            kept = {k: v for k, v in value.items() if v is not None or emit.value[k].kept}
            yield {**_row(emit, reading, reader, subject, kept), "confidence": round(confidence, 2)}


def _row(
    emit: Emit, reading: Reading, reader: StatementReader, subject: Subject, value: dict[str, Any]
) -> dict[str, Any]:
    start, end = _span(emit, reading, reader.passage)
    phase = reading.view.phase if emit.phase == "reading" else _none(emit.phase)
    return {
        "kind": emit.kind,
        "subject": subject,
        "event": _event(emit, reading),
        "place": _place(emit, reading, reader, value),
        "value": value,
        "phase": phase if phase in _PHASES else None,
        "polarity": reading.view.polarity if emit.polarity == "reading" else emit.polarity,
        "certainty": reading.view.certainty if emit.certainty == "reading" else emit.certainty,
        "said_on": reader.passage.anchor,
        "span": (start, end),
        "text": reader.passage.context.document.text[start:end],
    }


def _place(emit: Emit, reading: Reading, reader: StatementReader, value: Mapping[str, Any]) -> str | None:
    """The place of a reading, or that of a slot; what is not about its force may be in anybody's country."""
    if emit.place == "none":
        return None
    if emit.place != "reading":
        named, registry = value.get(emit.place), reader.passage.context.registry
        return named if registry.kind(named) == "place" else registry.country(named)
    if not _FORCES.isdisjoint(emit.subjects):
        return reading.place
    alone = replace(reading, party=None)
    alone.places = [_within(led) for led in reading.places if not _acts_there(led, reader.passage)]
    told = None if alone.places else _told(emit, alone, reader.passage)
    return told or reader.slots.place_of_event(alone, [*_named_by(emit)])


def _told(emit: Emit, reading: Reading, passage: Passage) -> str | None:
    """The place beside what a reading is about, where the story tells of it elsewhere."""
    context, statement = passage.context, passage.statement
    return context.place_beside(_matter(reading), statement) or context.place_beside(None, statement)


def _named_by(emit: Emit) -> Iterator[str]:
    """The types of the words that slots take from the story."""
    return (pick.mention for pick in emit.value.values() if pick.mention is not None)


def _within(led: Led) -> Led:
    """ "The truce of Gaza" holds in Gaza."""
    return Led(led.mention, "at") if led.lead == "of" else led


def _matter(reading: Reading) -> str:
    """What a reading is about: the state beside its words, else its own."""
    return reading.facets.get("about") or reading.trigger.id


def _acts_there(led: Led, passage: Passage) -> bool:
    """Whether a country is who does it ("Israel has accepted", "between Israel and …"), no attribute ("the Yemen truce")."""
    m = led.mention
    if m.type != "place" or m.id not in passage.context.registry.countries or led.lead not in ("", *_SIDES):
        return False
    if led.lead:
        return True
    beside = (*passage.at.get(m.last, ()), *passage.context.until.get(m.first, ()))
    return not any(n.type == "state" for n in beside)


def _span(emit: Emit, reading: Reading, passage: Passage) -> Span:
    """The span of a reading with the roles, the length and the time of day that the fact takes from it."""
    leads = {lead for pick in emit.value.values() for lead in pick.roles or ()}
    spans = [
        reading.span,
        *(r.mention.span for r in reading.roles if r.lead in leads),
        *_measured(emit, reading, passage),
    ]
    return min(s[0] for s in spans), _word_end(max(s[1] for s in spans), passage.context.document.text)


def _word_end(end: int, text: str) -> int:
    """The end of the word that a span ends in («قوات» in «قواتها»)."""
    found = _LETTERS.match(text, end) if text[end - 1 : end].isalpha() else None
    return found.end() if found else end


def _measured(emit: Emit, reading: Reading, passage: Passage) -> Iterator[Span]:
    for pick in emit.value.values():
        found = _length(pick, reading, passage) if pick.length is not None else _clock(pick, reading, passage)
        if found is not None:
            yield found.span


def _length(pick: Pick, reading: Reading, passage: Passage) -> Length | None:
    leads = passage.frames.listed(pick.led) if pick.led is not None else None
    return length_in(passage, reading.clause, reading.trigger, leads)


def _clock(pick: Pick, reading: Reading, passage: Passage) -> Clock | None:
    leads = passage.frames.listed(pick.clock)
    return clock_led(passage, reading.clause, leads) if leads else None


def dates_of(emit: Emit, reading: Reading, passage: Passage) -> Sequence[Led | None]:
    """What a fact is repeated for: the dates that its one required date slot may take."""
    slot = next((pick for pick in emit.value.values() if pick.date is not None and pick.required), None)
    return [None] if slot is None else _led_dates(slot, reading, passage)


def _led_dates(slot: Pick, reading: Reading, passage: Passage) -> Sequence[Led]:
    leads = passage.frames.listed(slot.date)
    led = (d for d in reading.dates if d.lead in leads)
    if slot.past:
        return [d for d in led if _past(d, passage.anchor)]
    return [d for d in led if _possible(d, passage.anchor, ahead=slot.ahead)]


def _possible(led: Led, anchor: dt.date | None, *, ahead: bool) -> bool:
    """Whether the date can be a term: not over when the words were said."""
    end = led.mention.value.resolve(anchor, ahead=ahead).end
    return anchor is None or (end is not None and end >= anchor)


def _past(led: Led, anchor: dt.date | None) -> bool:
    """Whether a date began before the words were said."""
    interval = led.mention.value.resolve(anchor)
    return anchor is not None and interval.start is not None and interval.start < anchor


def _none(word: str) -> str | None:
    return None if word == "none" else word


def _event(emit: Emit, reading: Reading) -> str | None:
    if emit.event == "trigger":
        return reading.trigger.id
    if emit.event in ("end", "event", "about"):
        return reading.facets.get(emit.event) or None
    return emit.event


def _others(emit: Emit, reading: Reading) -> Sequence[str]:
    """Further forces of the group that a fact is about."""
    own = emit.subjects == ("group",) and reading.group is not None and reading.group.party == reading.party
    return reading.group.others if own and reading.group is not None else ()


def subject_of(emit: Emit, reading: Reading, reader: StatementReader) -> tuple[Subject, Acting] | None:
    """Whom a fact is about, and how sure the reading is of that."""
    component = reading.held_by if emit.component == "group" else emit.component or reading.component
    for whom in emit.subjects:
        found = _party(whom, emit, reading, reader)
        if found is not None:
            return Subject(party=found.party, component=component), found
    return None


def _party(whom: Whom, emit: Emit, reading: Reading, reader: StatementReader) -> Acting | None:
    if whom == "partner":
        side = reader.partners.side_of(reading)
        return Acting(side, _PARTNERS) if side else None
    if whom == "group":
        return Acting(reading.party, _CONFIDENCE.get(reading.source, 0.8)) if reading.party else None
    return reader.actors.find(whom, reading, _event(emit, reading), emit.topics)


# --- slots ---------------------------------------------------------------------------------


def slot_of(pick: Pick, reading: Reading, reader: StatementReader, date: Led | None) -> Any:
    """What fills a slot; MISSING where nothing does and the fact needs it."""
    found = _pick(pick, reading, reader, date)
    if found in (None, [], "") and pick.otherwise is not None:
        found = reading.place if pick.otherwise == "here" else _none(pick.otherwise)
    return MISSING if found in (None, [], "") and pick.required else found


def _pick(pick: Pick, reading: Reading, reader: StatementReader, date: Led | None) -> Any:
    if pick.const is not None:
        return _none(pick.const)
    if pick.facet is not None:
        return reading.facets.get(pick.facet) or None
    if pick.date is not None:
        found = date if pick.required else next(iter(_led_dates(pick, reading, reader.passage)), None)
        return _interval(found, reader.passage.anchor, ahead=pick.ahead)
    if pick.lead is not None:
        return "yes" if date is not None and _is_on(date, pick, reader.passage) else None
    if pick.number is not None:
        return _bound(reading, pick.number)
    if pick.length is not None:
        length = _length(pick, reading, reader.passage)
        return _whole(getattr(length.hours, pick.length)) if length is not None else None
    if pick.clock is not None:
        clock = _clock(pick, reading, reader.passage)
        return clock.time if clock is not None else None
    if pick.mention is not None:
        word = reader.passage.nearest(pick.mention, reading.trigger, after=_object_behind(pick, reading))
        return word.id if word is not None else None
    if pick.place is not None:
        return reader.slots.place_led(reading, pick.place)
    if pick.party is not None:
        party = reader.partners.led(reading, pick.party)
        registry = reader.passage.context.registry
        return registry.government(party) if party in registry.countries else party
    return _roles(reading.roles, pick.roles or ())


def _object_behind(pick: Pick, reading: Reading) -> bool | None:
    """Whether a place is the object behind its verb ("does not cover Rafah"), or its subject ("Rafah is not included")."""
    if pick.mention != "place" or reading.node is None:
        return None
    return not (reading.node.passive or reading.node.features.get("pos") == "adjective")


def _is_on(date: Led, pick: Pick, passage: Passage) -> bool:
    """Whether a day itself is meant, not the time up to it ("within three months")."""
    begins_now = date.mention.value.resolve(passage.anchor).start == passage.anchor
    return date.lead in passage.frames.listed(pick.lead) and not begins_now


def _interval(date: Led | None, anchor: dt.date | None, *, ahead: bool) -> Mapping[str, Any] | None:
    if date is None:
        return None
    interval = date.mention.value.resolve(anchor, ahead=ahead)
    value = {
        "start": interval.start.isoformat() if interval.start else None,
        "end": interval.end.isoformat() if interval.end else None,
        "precision": interval.precision,
    }
    return value if interval.end else {**value, "words": date.mention.value.words}


def _bound(reading: Reading, side: str) -> Any:
    """A bound of the count, or whether it is approximate."""
    number = reading.group.number if reading.group else None
    if not isinstance(number, NumberValue):
        return None
    if side == "approximate":
        return number.approximate or None
    return _whole(getattr(number, side))


def _whole(value: float | None) -> float | None:
    """Whole numbers without a point, and no flag that is not set."""
    if value is None or isinstance(value, bool):
        return value or None
    return int(value) if value == int(value) else value


def _roles(roles: Iterable[Led], leads: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(r.mention.id for r in roles if r.lead in leads))
