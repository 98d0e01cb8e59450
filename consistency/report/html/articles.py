"""The articles as they were read, with statements and the words of claims marked, and notes on both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from consistency.model import NARRATOR, Fact, ReportedArticle, Span, Statement
from consistency.report.addresses import is_address
from consistency.report.escape import direction
from consistency.report.html.cards import Card, Sections
from consistency.report.html.desk import Desk, Tags
from consistency.report.html.marking import Piece, Saying, pieces

_WHOLE = 150_000
"""Up to so many characters in all, articles are shown whole; beyond that, only their paragraphs with statements."""
_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement claims, and the findings that rest on it."""

    subject: str
    saying: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A statement's speaker, day and claims; ``copied`` is the number of the statement that it is a copy of."""

    number: int
    name: str
    narrated: bool
    day: str
    via: str | None
    copied: int | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the notes on the statements that begin in it; ``skipped``: characters left out before it."""

    direction: Literal["ltr", "rtl"]
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    is_title: bool
    skipped: int


@dataclass(frozen=True, slots=True)
class Told:
    """An article; ``skipped``: characters left out at its end."""

    number: int
    article: ReportedArticle
    source: str
    url: str | None
    whole: bool
    paragraphs: tuple[Paragraph, ...]
    skipped: int
    statements: int
    claims: int
    tags: Tags


def articles(desk: Desk, sections: Sections) -> tuple[Told, ...]:
    """Every article, by day."""
    told = _Teller(desk, sections)
    by_day = sorted(desk.index.report.articles, key=lambda article: article.published or dt.date.max)
    return tuple(map(told.article, by_day))


class _Teller:
    """Tells article by article, with the statements and facts of each at hand."""

    def __init__(self, desk: Desk, sections: Sections) -> None:
        self._desk, self._sections = desk, sections
        self._statements: dict[str, list[Statement]] = {}
        self._facts: dict[str, list[Fact]] = {}
        for statement in desk.index.report.statements:
            self._statements.setdefault(statement.article, []).append(statement)
        for fact in desk.index.report.facts:
            self._facts.setdefault(fact.statement, []).append(fact)
        self._whole = sum(len(desk.text(id_) or "") for id_ in desk.articles) <= _WHOLE

    def article(self, article: ReportedArticle) -> Told:
        """One article with all its paragraphs."""
        statements = self._statements.get(article.id, [])
        facts = [fact for statement in statements for fact in self._facts.get(statement.id, ())]
        text = self._desk.text(article.id)
        paragraphs, skipped = self._paragraphs(article, statements, text)
        return Told(
            number=self._desk.articles[article.id],
            article=article,
            source=self._desk.page.source(article.id),
            url=article.url if is_address(article.url) else None,
            whole=text is not None,
            paragraphs=paragraphs,
            skipped=skipped,
            statements=len(statements),
            claims=len(facts),
            tags=self._desk.tags(facts),
        )

    def _paragraphs(
        self, article: ReportedArticle, statements: Sequence[Statement], text: str | None
    ) -> tuple[tuple[Paragraph, ...], int]:
        found, skipped = [], 0
        titles = {story.title_span for story in article.stories}
        for start, words in _stretches(text, statements):
            inside = [s for s in statements if s.span[0] < start + len(words) and s.span[1] > start]
            if not (inside or self._whole or (start, start + len(words)) in titles):
                skipped += len(words)
                continue
            found.append(self._paragraph(start, words, inside, (titles, skipped)))
            skipped = 0
        return tuple(found), skipped

    def _paragraph(
        self, start: int, words: str, inside: Sequence[Statement], around: tuple[set[Span | None], int]
    ) -> Paragraph:
        titles, skipped = around
        sayings = [Saying(self._desk.statements[s.id], s.span) for s in inside]
        marks = [fact.span for s in inside for fact in self._facts.get(s.id, ())]
        begun = [s for s in inside if start <= s.span[0]]
        return Paragraph(
            direction="rtl" if direction(words) == "rtl" else "ltr",
            pieces=tuple(pieces(words, start, marks, sayings)),
            notes=tuple(map(self._note, begun)),
            is_title=(start, start + len(words)) in titles,
            skipped=skipped,
        )

    def _note(self, statement: Statement) -> Note:
        facts = self._facts.get(statement.id, [])
        day = self._desk.index.day(facts[0]) if facts else f"said on {statement.said_on}" if statement.said_on else ""
        return Note(
            number=self._desk.statements[statement.id],
            name=self._desk.index.name(statement.speaker),
            narrated=statement.speaker == NARRATOR,
            day=day,
            via=statement.via,
            copied=self._desk.statements.get(statement.copy_of or ""),
            claims=tuple(self._claim(fact) for fact in facts),
        )

    def _claim(self, fact: Fact) -> Claim:
        return Claim(self._desk.topic(fact), self._desk.saying(fact), tuple(self._sections.on(fact.id)))


def _stretches(text: str | None, statements: Sequence[Statement]) -> Iterator[tuple[int, str]]:
    """The paragraphs, each with its place; the statements alone where the text is not known."""
    if text is None:
        yield from ((statement.span[0], statement.text) for statement in statements)
        return
    for found in _PARAGRAPH.finditer(text):
        yield found.start(), found.group()
