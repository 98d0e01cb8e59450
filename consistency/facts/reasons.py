"""Why words give facts, and why they give none: what is read of a statement, and what each frame says to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consistency.facts.context import Context
from consistency.facts.engine import MISSING, allows, dates_of, filled, slot_of, subject_of
from consistency.facts.frames import Frames
from consistency.facts.passage import Passage
from consistency.facts.reader import StatementReader
from consistency.facts.reading import Led, Reading
from consistency.model import Document, Mention, Speaker, Statement
from consistency.rulepack import Packs
from consistency.rulepack.frames import FACETS, TOPIC, Allowed, Emit, Pick, Whom

_FINDERS: tuple[Whom, ...] = ("agent", "owner", "target", "speaker")
_UNTOLD = frozenset({"given_name", "title", "saying", "namesake", "institution"})
"""Words that matter to who speaks, not to what is said."""
_UNDER = "under."


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fact of a kind that a frame did not make, told with its fixed words, and what stood against it."""

    kind: str
    fact: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A word that frames are on, as it was read; ``facts`` are those that it gave, in words of the pack."""

    words: str
    meaning: str
    clause: str
    facets: Mapping[str, str]
    parties: Mapping[str, str]
    led: tuple[str, ...]
    facts: tuple[str, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A statement, its words with what they mean (nothing for unknown ones), and the words that frames are on."""

    statement: Statement
    words: tuple[tuple[str, tuple[str, ...]], ...]
    looked: tuple[Looked, ...]


def explained(
    document: Document, statement: Statement, speaker: Speaker | None, frames: Frames, packs: Packs
) -> Explained:
    """What the packs of one family make of a statement."""
    passage = Passage(Context(document, packs.entities, frames), statement)
    reader = StatementReader(passage, speaker)
    looked = tuple(
        _looked(reading, reader, frames) for reading in reader.read() if any(frames.concerning(reading.trigger))
    )
    return Explained(statement, tuple(_words(passage)), looked)


def _words(passage: Passage) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of a statement one after the other, phrases together, with the types and ids of what they mean."""
    tokens, i = passage.context.document.tokens, passage.first
    while i < passage.last:
        here = [m for m in passage.at.get(i, ()) if m.type not in _UNTOLD]
        last = max((m.last for m in here), default=i + 1)
        inner = (m for j in range(i + 1, last) for m in passage.at.get(j, ()) if m.type not in _UNTOLD)
        here += [m for m in inner if m.last <= last]
        start, end = tokens[i].start, tokens[last - 1].end
        yield passage.context.document.text[start:end], tuple(dict.fromkeys(map(_meaning, here)))
        i = last


def _meaning(m: Mention) -> str:
    return f"{m.type} {m.id}" if m.id else m.type


def _looked(reading: Reading, reader: StatementReader, frames: Frames) -> Looked:
    document = reader.passage.context.document
    facts: list[str] = []
    refusals: list[Refusal] = []
    for emit in (emit for frame in frames.concerning(reading.trigger) for emit in frame.facts):
        made = [_fact(row, emit) for row in _rows(emit, reading, reader)]
        facts += made
        if not made:
            refusals.append(Refusal(emit.kind, _named(emit), tuple(_against(emit, reading, reader))))
    found = {whom: reader.actors.find(whom, reading, None, _topics(reading)) for whom in _FINDERS}
    clause = document.tokens[reading.clause.first].start, document.tokens[reading.clause.last - 1].end
    return Looked(
        words=document.slice(reading.trigger.span),
        meaning=_meaning(reading.trigger),
        clause=document.slice(clause),
        facets={name: word for name, word in reading.facets.items() if word and _is_told(name)},
        parties={whom: acting.party if acting else "nobody" for whom, acting in found.items()},
        led=tuple(f"{document.slice(led.mention.span)} ({led.lead or 'no preposition'})" for led in _led(reading)),
        facts=tuple(facts),
        refusals=tuple(refusals),
    )


def _topics(reading: Reading) -> frozenset[str]:
    return frozenset(name.removeprefix(TOPIC) for name in reading.facets if name.startswith(TOPIC))


def _is_told(name: str) -> bool:
    return name in FACETS or name.startswith((TOPIC, _UNDER))


def _led(reading: Reading) -> Iterator[Led]:
    yield from (*reading.dates, *reading.places)


def _rows(emit: Emit, reading: Reading, reader: StatementReader) -> Sequence[Mapping[str, Any]]:
    held = all(allows(reading.facets.get(name, ""), wanted) for name, wanted in emit.when.items())
    return list(filled(emit, reading, reader)) if held else []


def _fact(row: Mapping[str, Any], emit: Emit) -> str:
    slots = ", ".join(f"{name}: {_shown(word)}" for name, word in row["value"].items())
    what = f"{emit.kind} ({slots})" if slots else emit.kind
    return f"{what} of {row['subject'].party}, place {row['place'] or 'unknown'}"


def _shown(word: object) -> object:
    return f"{word['start']} to {word['end']}" if isinstance(word, Mapping) and "end" in word else word


def _named(emit: Emit) -> str:
    fixed = ", ".join(f"{name}: {pick.const}" for name, pick in emit.value.items() if pick.const not in (None, "none"))
    return f"{emit.kind} ({fixed})" if fixed else emit.kind


def _against(emit: Emit, reading: Reading, reader: StatementReader) -> Iterator[str]:
    """What stands against a fact: conditions that do not hold, nobody that it could be about, slots that stay empty."""
    for name, wanted in emit.when.items():
        found = reading.facets.get(name, "")
        if not allows(found, wanted):
            yield f"{name} is {found or 'none'}, not {_wanted(wanted)}"
    if subject_of(emit, reading, reader) is None:
        yield f"nobody is named as {' or '.join(emit.subjects)}"
    dates = dates_of(emit, reading, reader.passage)
    for name, pick in emit.value.items():
        dated = pick.date is not None and pick.required
        if (dated and not dates) or (not dated and slot_of(pick, reading, reader, None) is MISSING):
            yield f"value.{name} is empty: {_lacking(pick, reader.passage.frames)}"


def _wanted(wanted: Allowed) -> str:
    return wanted if isinstance(wanted, str) else " or ".join(word or "none" for word in wanted)


def _lacking(pick: Pick, frames: Frames) -> str:
    """What would have to stand there."""
    for name in ("date", "place", "party", "roles", "clock"):
        leads = getattr(pick, name)
        if leads is not None:
            when = " that is not over" if name == "date" and not pick.past else ""
            return f"no {name}{when} after {', '.join(lead or 'nothing' for lead in frames.listed(leads))}"
    return f"no word of type {pick.mention}" if pick.mention else "nothing of the kind stands there"
