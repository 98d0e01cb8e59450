"""The articles as they were read, with statements and the words of claims marked, and notes on both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from consistency.model import ReportedArticle, Span, Statement
from consistency.report.addresses import is_address
from consistency.report.escape import direction
from consistency.report.headings import ORIGINS
from consistency.report.html.cards import Sections
from consistency.report.html.desk import Desk, Tags
from consistency.report.html.marking import Piece, Saying, pieces
from consistency.report.html.notes import Note, Notes
from consistency.report.html.remembered import remembered
from consistency.report.tables import LANGUAGES

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the notes on the statements that begin in it; ``skipped``: characters left out before it."""

    direction: Literal["ltr", "rtl"]
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    is_title: bool = False
    skipped: int = 0


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
    earlier: bool
    origin: str
    language: str


def articles(desk: Desk, sections: Sections) -> tuple[Told, ...]:
    """Every article, by day."""
    told = _Teller(desk, Notes(desk, sections))
    by_day = sorted(desk.index.report.articles, key=lambda article: article.published or dt.date.max)
    return tuple(map(told.article, by_day))


class _Teller:
    """Tells article by article."""

    def __init__(self, desk: Desk, notes: Notes) -> None:
        self._desk, self._notes = desk, notes
        self._earlier = remembered(desk).earlier
        self._statements: dict[str, list[Statement]] = {}
        for statement in desk.index.report.statements:
            self._statements.setdefault(statement.article, []).append(statement)

    def article(self, article: ReportedArticle) -> Told:
        """One article with all its paragraphs."""
        statements = self._statements.get(article.id, [])
        facts = [fact for statement in statements for fact in self._notes.facts(statement)]
        paragraphs, skipped = self._paragraphs(article, statements)
        return Told(
            number=self._desk.articles[article.id],
            article=article,
            source=self._desk.page.source(article.id),
            url=article.url if is_address(article.url) else None,
            whole=self._desk.text(article.id) is not None,
            paragraphs=paragraphs,
            skipped=skipped,
            statements=len(statements),
            claims=len(facts),
            tags=self._desk.tags(facts),
            earlier=article.id in self._earlier,
            origin=ORIGINS.get(article.published_from or "", ""),
            language=LANGUAGES.get(article.language, article.language),
        )

    def _paragraphs(
        self, article: ReportedArticle, statements: Sequence[Statement]
    ) -> tuple[tuple[Paragraph, ...], int]:
        """The paragraphs, and how many characters are left out after the last of them."""
        titles = {story.title_span for story in article.stories}
        text = self._desk.text(article.id)
        found, skipped = [], 0
        stretches, among = (_alone(statements), _contains) if text is None else (_stretches(text), _touches)
        for start, words in stretches:
            end = start + len(words)
            inside = [statement for statement in statements if among((start, end), statement.span)]
            if inside or self._desk.detail.whole or (start, end) in titles:
                paragraph = self._paragraph(start, words, inside)
                found.append(replace(paragraph, is_title=(start, end) in titles, skipped=skipped))
                skipped = 0
            else:
                skipped += len(words)
        return tuple(found), skipped

    def _paragraph(self, start: int, words: str, inside: Sequence[Statement]) -> Paragraph:
        sayings = [Saying(self._desk.statements[s.id], s.span) for s in inside]
        marks = [fact.span for statement in inside for fact in self._notes.facts(statement)]
        return Paragraph(
            direction="rtl" if direction(words) == "rtl" else "ltr",
            pieces=tuple(pieces(words, start, marks, sayings)),
            notes=tuple(self._notes.note(statement) for statement in inside if start <= statement.span[0]),
        )


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs, each with its place."""
    for found in _PARAGRAPH.finditer(text):
        yield found.start(), found.group()


def _alone(statements: Sequence[Statement]) -> Iterator[tuple[int, str]]:
    """The statements, each with its place, without those that stand inside others: all there is where no text is known."""
    shown: list[Span] = []
    for statement in sorted(statements, key=lambda statement: (statement.span[0], -statement.span[1])):
        if not any(_contains(span, statement.span) for span in shown):
            shown.append(statement.span)
            yield statement.span[0], statement.text


def _contains(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
