"""The kinds of facts that the frames of the packs give: their events, phases, and the fields of their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from consistency.rulepack.frames import Emit, Frame, Pick

FieldType = Literal["text", "date", "number", "flag", "list"]
"""What a field of a value holds: a word or an id, an interval, a number, a truth value, or a list of ids."""
OPEN = "*"
"""Stands for words that no frame names: those that the reading gives."""


@dataclass
class Kind:
    """What the facts of one kind may hold; ``OPEN`` among words says that the reading may give others."""

    fields: dict[str, FieldType] = field(default_factory=dict)
    events: set[str] = field(default_factory=set)
    phases: set[str] = field(default_factory=set)
    words: dict[str, set[str]] = field(default_factory=dict)
    """The words that a field of the value may hold."""


def kinds_of(frames: Iterable[Frame]) -> Mapping[str, Kind]:
    """The kinds by name; a field of two frames has the type that the first gives it."""
    found: dict[str, Kind] = {}
    for frame in frames:
        for emit in frame.facts:
            kind = found.setdefault(emit.kind, Kind())
            kind.events |= set(_events(emit, frame))
            kind.phases.add(OPEN if emit.phase == "reading" else "" if emit.phase == "none" else emit.phase)
            for name, pick in emit.value.items():
                if pick.const != "none":
                    kind.fields.setdefault(name, field_type(pick))
                kind.words.setdefault(name, set()).update(_words(pick))
    return found


def _events(emit: Emit, frame: Frame) -> Iterator[str]:
    if emit.event == "trigger":
        yield from frame.ids or (OPEN,)
    elif emit.event in ("end", "event", "about"):
        yield OPEN
    else:
        yield emit.event or ""


def field_type(pick: Pick) -> FieldType:
    """What a slot puts into a value."""
    if pick.date is not None:
        return "date"
    if pick.number is not None or pick.length is not None:
        return "flag" if "approximate" in (pick.number, pick.length) else "number"
    return "list" if pick.roles is not None else "text"


def _words(pick: Pick) -> Iterator[str]:
    if pick.const is None:
        yield OPEN
    elif pick.const != "none":
        yield pick.const
