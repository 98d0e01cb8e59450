"""Positions over time: who holds what on each subject, since when, and the deadlines that are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consistency.model import Fact
from consistency.report.html.desk import Desk, Tags
from consistency.report.html.scale import Scale, Tick, scale


@dataclass(frozen=True, slots=True)
class Holder:
    """A speaker who holds a position, with the days and the numbers of the statements."""

    name: str
    statements: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A day on which a position was held."""

    x: str
    words: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A position: what is held and by whom, the days, and the deadline with the line that leads to it."""

    saying: str
    holders: tuple[Holder, ...]
    dots: tuple[Dot, ...]
    deadline: str | None
    since: str | None
    tags: Tags


@dataclass(frozen=True, slots=True)
class Lane:
    """The positions on a subject; ``scale`` is the number of its scale, 0 where no day is known."""

    number: int
    subject: str
    scale: int
    lines: tuple[Line, ...]
    tags: Tags


@dataclass(frozen=True, slots=True)
class Timeline:
    """All subjects; ``scales`` are the ticks of each scale that lanes use, numbered from 1."""

    scales: tuple[tuple[Tick, ...], ...]
    lanes: tuple[Lane, ...]
    undated: int


def timeline(desk: Desk) -> Timeline:
    """A lane a subject, those with most tensions first; a line a position, in the order of the days."""
    facts = desk.index.report.facts
    scales: dict[Scale, int] = {}
    lanes = tuple(_lanes(desk, scales))
    return Timeline(tuple(over.ticks() for over in scales), lanes, sum(fact.said_on is None for fact in facts))


def _lanes(desk: Desk, scales: dict[Scale, int]) -> Iterator[Lane]:
    """The lanes; scales are numbered as they come up."""
    topics: dict[str, list[Fact]] = {}
    for fact in desk.index.report.facts:
        topics.setdefault(desk.topic(fact), []).append(fact)
    for subject in desk.contested_subjects():
        facts = topics[subject.label]
        over = scale((day for fact in facts for day in (fact.said_on, _deadline(fact)) if day), desk.words.direction)
        number = scales.setdefault(over, len(scales) + 1) if over else 0
        yield Lane(subject.number, subject.label, number, tuple(_lines(desk, over, facts)), desk.tags(facts))


def _lines(desk: Desk, over: Scale | None, facts: Iterable[Fact]) -> Iterator[Line]:
    said: dict[str, list[Fact]] = {}
    for fact in facts:
        said.setdefault(desk.saying(fact), []).append(fact)
    for saying, group in sorted(said.items(), key=lambda item: min(fact.said_on or dt.date.max for fact in item[1])):
        yield _line(desk, over, saying, group)


def _line(desk: Desk, over: Scale | None, saying: str, facts: Sequence[Fact]) -> Line:
    dots = tuple(_dots(desk, over, facts)) if over else ()
    due = next(filter(None, map(_deadline, facts)), None)
    end = over.x(due) if over and due else None
    return Line(
        saying=saying,
        holders=tuple(_holders(desk, facts)),
        dots=dots,
        deadline=end,
        since=dots[0].x if dots and end else None,
        tags=desk.tags(facts),
    )


def _holders(desk: Desk, facts: Iterable[Fact]) -> Iterator[Holder]:
    held: dict[str, dict[int, str]] = {}
    for fact in facts:
        day = fact.said_on.isoformat() if fact.said_on else desk.words.label("day unknown")
        held.setdefault(desk.index.speaker_of(fact), {}).setdefault(desk.statements[fact.statement], day)
    for speaker, said in held.items():
        yield Holder(desk.index.name(speaker), tuple(sorted(said.items(), key=lambda item: (item[1], item[0]))))


def _dots(desk: Desk, over: Scale, facts: Iterable[Fact]) -> Iterator[Dot]:
    days: dict[dt.date, list[Fact]] = {}
    for fact in facts:
        if fact.said_on:
            days.setdefault(fact.said_on, []).append(fact)
    for day, said in sorted(days.items()):
        names = list(dict.fromkeys(desk.index.name(desk.index.speaker_of(fact)) for fact in said))
        who = names[0] if len(names) == 1 else desk.words.many(len(names), "speaker")
        yield Dot(over.x(day), f"{day}: {who}", said[0].polarity == "denied")


def _deadline(fact: Fact) -> dt.date | None:
    """The last day of a deadline; None where the fact names none, or one that no day anchors."""
    by = fact.value.get("by")
    end = by.get("end") if fact.kind == "deadline" and isinstance(by, dict) else None
    try:
        return dt.date.fromisoformat(end) if isinstance(end, str) else None
    except ValueError:
        return None
