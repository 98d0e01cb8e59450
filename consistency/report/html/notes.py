"""Notes on the statements of articles: whose each is, what it claims, and the findings that rest on that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.model import Fact, Statement
from consistency.report.html.cards import Card, Sections
from consistency.report.html.desk import Desk


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement says on a subject, and the findings that rest on it."""

    saying: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject and what a statement claims on it."""

    subject: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A statement's speaker, day and claims by subject; ``copied`` is the number of the statement that it is a copy of."""

    number: int
    name: str
    day: str
    via: str | None
    copied: int | None
    topics: tuple[Topic, ...]


class Notes:
    """The note on each statement."""

    def __init__(self, desk: Desk, sections: Sections) -> None:
        self._desk, self._sections = desk, sections
        self._facts: dict[str, list[Fact]] = {}
        for fact in desk.index.report.facts:
            self._facts.setdefault(fact.statement, []).append(fact)

    def facts(self, statement: Statement) -> Sequence[Fact]:
        """What a statement claims."""
        return self._facts.get(statement.id, ())

    def note(self, statement: Statement) -> Note:
        """The note on a statement; one that claims nothing has a day only if its own words give one."""
        facts = self.facts(statement)
        said_on = self._desk.words.label("said on {day}", day=statement.said_on) if statement.said_on else ""
        return Note(
            number=self._desk.statements[statement.id],
            name=self._desk.index.name(statement.speaker),
            day=self._desk.index.day(facts[0]) if facts else said_on,
            via=statement.via,
            copied=self._desk.statements.get(statement.copy_of or ""),
            topics=tuple(self._topics(facts)),
        )

    def _topics(self, facts: Sequence[Fact]) -> Iterator[Topic]:
        subjects: dict[str, list[Fact]] = {}
        for fact in facts:
            subjects.setdefault(self._desk.topic(fact), []).append(fact)
        for subject, found in subjects.items():
            yield Topic(subject, tuple(Claim(self._desk.saying(f), tuple(self._sections.on(f.id))) for f in found))
