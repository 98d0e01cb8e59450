"""What a store holds, for people: counts, articles, speakers; and all of it, a line each, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from consistency.model import Fact, ReportedArticle, Statement
from consistency.recall import Profile
from consistency.store.bodies import read
from consistency.store.opening import SCHEMA
from consistency.store.tables import articles, facts, speakers, statements, voices

_A_TIME = 1_000
"""Rows that are held at a time."""
_BY_DAY = (articles.c.day.is_(None), articles.c.day, articles.c.id)
"""The order of articles: those without a day come last."""


@dataclass(frozen=True, slots=True)
class Status:
    """How much a store holds, of which days, and by how many versions of the rules it was read."""

    schema: str
    batches: int
    articles: int
    speakers: int
    statements: int
    facts: int
    first: str
    last: str
    rules: int


def status(connection: Connection) -> Status:
    """How much a store holds."""
    count, day = func.count, articles.c.day
    chosen = select(
        count(articles.c.batch.distinct()), count(), func.min(day), func.max(day), count(articles.c.rules.distinct())
    )
    batches, number, first, last, rules = connection.execute(chosen).one()
    said, told, claimed = (_total(connection, table) for table in (speakers, statements, facts))
    return Status(SCHEMA, batches, number, said, told, claimed, str(first or ""), str(last or ""), rules)


def _total(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article, where it was read from, and how much it said."""

    article: ReportedArticle
    source: str
    batch: int
    statements: int


def list_articles(connection: Connection) -> Iterator[ListedArticle]:
    """The articles by day and id."""
    said = select(func.count()).where(statements.c.article == articles.c.id).scalar_subquery()
    chosen = select(articles.c.body, articles.c.source, articles.c.batch, said.label("said"))
    ordered = chosen.order_by(*_BY_DAY)
    for row in _streamed(connection, ordered):
        yield ListedArticle(read(ReportedArticle, row.body), row.source, row.batch, row.said)


def list_speakers(connection: Connection) -> Iterator[tuple[Profile, int, int]]:
    """The profiles by id, each with the number of its statements and of the articles that have them."""
    said = select(func.count()).where(statements.c.speaker == speakers.c.id).scalar_subquery()
    heard = select(func.count(voices.c.article.distinct())).where(voices.c.speaker == speakers.c.id).scalar_subquery()
    chosen = select(speakers.c.body, said.label("said"), heard.label("heard")).order_by(speakers.c.id)
    for row in _streamed(connection, chosen):
        yield read(Profile, row.body), row.said, row.heard


def all_statements(connection: Connection) -> list[Statement]:
    """Every statement, by the day of its article, the article, and its number."""
    chosen = select(statements.c.body).join_from(statements, articles, articles.c.id == statements.c.article)
    ordered = chosen.order_by(*_BY_DAY, statements.c.number)
    return [read(Statement, row.body) for row in _streamed(connection, ordered)]


def all_facts(connection: Connection) -> list[Fact]:
    """Every fact, in the order of the statements."""
    said = facts.join(statements, statements.c.id == facts.c.statement)
    chosen = select(facts.c.body).select_from(said.join(articles, articles.c.id == statements.c.article))
    ordered = chosen.order_by(*_BY_DAY, statements.c.number, facts.c.number)
    return [read(Fact, row.body) for row in _streamed(connection, ordered)]


def bodies(connection: Connection, table: Table) -> Iterator[str]:
    """The nouns of a table as they are written, by id."""
    return (row.body for row in _streamed(connection, select(table.c.body).order_by(table.c.id)))


def _streamed(connection: Connection, chosen: Any) -> Iterator[Any]:
    return iter(connection.execution_options(yield_per=_A_TIME).execute(chosen))
