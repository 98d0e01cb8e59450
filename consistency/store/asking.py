"""What a store is asked while a batch is compared with it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Select,
    and_,
    cast,
    column,
    func,
    literal,
    select,
    type_coerce,
)  # fmt: skip

from consistency.model import Fact, ReportedArticle, Statement
from consistency.recall import Kept, Passage, Profile, Wanted
from consistency.runs import claim_prints
from consistency.store.bodies import read
from consistency.store.tables import articles, facts, passages, speaker_keys, speakers, statements, themes, wordings

_AT_ONCE = 500
"""How many values one question names; databases limit them."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that a store holds: the digests of itself and of the rules it was read by, and its source."""

    article: ReportedArticle
    digest: str
    rules: str
    source: str
    batch: int


class Asking:
    """Questions to a store on one connection, all answered from one state of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, ids: Iterable[str]) -> dict[str, Stored]:
        """Those of the articles that the store holds."""
        chosen = select(articles.c.body, articles.c.digest, articles.c.rules, articles.c.source, articles.c.batch)
        rows = self._of(chosen, articles.c.id, ids)
        found = (Stored(read(ReportedArticle, row.body), row.digest, row.rules, row.source, row.batch) for row in rows)
        return {stored.article.id: stored for stored in found}

    # --- speakers ----------------------------------------------------------------------

    def profiles(self, keys: Collection[str]) -> Sequence[Profile]:
        """The profile of every speaker that one of the keys leads to, by id."""
        named = {row.speaker for row in self._of(select(speaker_keys.c.speaker), speaker_keys.c.key, keys)}
        return list(self.speakers(named).values())

    def speakers(self, ids: Iterable[str]) -> dict[str, Profile]:
        """The profiles of speakers, by id in order."""
        rows = self._of(select(speakers.c.id, speakers.c.body), speakers.c.id, ids)
        return {row.id: read(Profile, row.body) for row in sorted(rows, key=lambda row: str(row.id))}

    def numbers(self, bases: Collection[str]) -> Mapping[str, int]:
        """The highest number in use of each base of an id."""
        highest = select(speakers.c.base, func.max(speakers.c.number).label("number")).group_by(speakers.c.base)
        return {row.base: row.number for row in self._of(highest, speakers.c.base, bases)}

    # --- claims ------------------------------------------------------------------------

    def claims(self, wants: Iterable[Wanted], most: int) -> list[Kept]:
        """The claims that are wanted, at most so many for some at a time, the latest first."""
        shapes: dict[tuple[bool, ...], list[_Row]] = {}
        for w in wants:
            row = (w.kind, w.party, w.country, w.days.first, w.days.last, w.by.first, w.by.last)
            shapes.setdefault(tuple(value is not None for value in row), []).append(row)
        found: dict[str, Kept] = {}
        for shape, alike in shapes.items():
            wanted, part, day = self._given(alike)
            like = [column == part(n) for n, column in _VALUES.items() if shape[n]]
            like += [column.between(day(n), day(n + 1)) for n, column in _SPANS.items() if shape[n]]
            chosen = _FACTS.join_from(wanted, facts, and_(facts.c.claim, *like))
            latest = chosen.order_by(facts.c.day.desc(), facts.c.id).limit(most)
            found.update((row.id, _kept(row)) for row in self._connection.execute(latest))
        return list(found.values())

    def _given(self, rows: Sequence[_Row]) -> tuple[FromClause, _Part, _Part]:
        """Rows as a table, with what stands in one of its columns, as text and as a day."""
        written = literal(json.dumps(rows, default=str))
        if self._connection.dialect.name == "sqlite":
            table = func.json_each(written).table_valued(column("value", JSON), name="wanted")
            return (
                table,
                lambda n: table.c.value[n].as_string(),
                lambda n: type_coerce(table.c.value[n].as_string(), Date),
            )
        table = func.json_array_elements(cast(written, JSON)).table_valued(column("value", JSON), name="wanted")
        return table, lambda n: table.c.value[n].as_string(), lambda n: cast(table.c.value[n].as_string(), Date)

    def worded_like(self, claims: Iterable[tuple[str, str]]) -> list[Statement]:
        """The statements that claim the same as one of the claims, each a text and a position, in much the same words."""
        prints = {each for text, position in claims for each in claim_prints(text, position)}
        alike = {row.statement for row in self._of(select(wordings.c.statement), wordings.c.print, prints)}
        return sorted((statement for _, statement in self.statements(alike)), key=lambda statement: statement.id)

    def facts(self, ids: Iterable[str]) -> list[Kept]:
        """Facts by their ids."""
        return [_kept(row) for row in self._of(_FACTS, facts.c.id, ids)]

    def facts_of(self, statement_ids: Iterable[str]) -> list[Kept]:
        """Every fact of some statements."""
        return [_kept(row) for row in self._of(_FACTS, facts.c.statement, statement_ids)]

    def facts_in(self, article_ids: Iterable[str]) -> list[Kept]:
        """Every fact of some articles."""
        rows = self._of(select(statements.c.id), statements.c.article, article_ids)
        return self.facts_of(row.id for row in rows)

    def statements(self, ids: Iterable[str]) -> list[tuple[dt.date | None, Statement]]:
        """Statements with the day of their article."""
        return [(row.day, read(Statement, row.body)) for row in self._of(_STATEMENTS, statements.c.id, ids)]

    def passages_of(self, statement_ids: Iterable[str]) -> list[Passage]:
        """The paragraphs that statements begin in."""
        inside = and_(
            passages.c.article == statements.c.article,
            passages.c.start <= statements.c.start,
            passages.c.end > statements.c.start,
        )
        chosen = select(passages).join(statements, inside)
        rows = self._of(chosen, statements.c.id, statement_ids)
        return [Passage(row.article, (row.start, row.end), row.text) for row in rows]

    def countries_of(self, parties: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The parties, each with every country that claims name for it."""
        return ((row.party, row.country) for row in self._of(_THEMES, themes.c.party, parties))

    def themes_in(self, countries: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The same for the parties that claims name in one of the countries."""
        here = themes.alias()
        chosen = _THEMES.join(here, here.c.party == themes.c.party).distinct()
        return ((row.party, row.country) for row in self._of(chosen, here.c.country, countries))

    def _of(self, chosen: Select[Any], column: ColumnElement[Any], values: Iterable[str | int]) -> Iterator[Any]:
        """The rows whose column has one of the values, asked for some at a time."""
        listed = sorted(set(values))
        for start in range(0, len(listed), _AT_ONCE):
            yield from self._connection.execute(chosen.where(column.in_(listed[start : start + _AT_ONCE])))


_Row = tuple[Any, ...]
_Part = Callable[[int], ColumnElement[Any]]
_VALUES: Mapping[int, Column[Any]] = {0: facts.c.kind, 1: facts.c.party, 2: facts.c.country}
_SPANS: Mapping[int, Column[Any]] = {3: facts.c.day, 5: facts.c.by}
"""Where in a row that is asked for what stands of claims; of spans the first of two."""
_THEMES = select(themes.c.party, themes.c.country)
_STATEMENTS = select(statements.c.body, articles.c.day).join_from(
    statements, articles, articles.c.id == statements.c.article
)
_FACTS = select(facts.c.id, facts.c.claim, facts.c.country, facts.c.day, facts.c.position, facts.c.body)


def _kept(row: Any) -> Kept:
    return Kept(read(Fact, row.body), row.claim, row.country, row.day, row.position)
