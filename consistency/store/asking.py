"""What a store is asked while a batch is compared with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from consistency.model import Fact, ReportedArticle, Statement
from consistency.recall import Kept, Passage, Profile, Wanted
from consistency.store.bodies import read
from consistency.store.tables import articles, facts, passages, speaker_keys, speakers, statements

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
        """The claims that are wanted, at most so many for each question, the latest first."""
        found: dict[str, Kept] = {}
        for want in wants:
            chosen = (
                _FACTS.where(facts.c.claim, *_conditions(want)).order_by(facts.c.day.desc(), facts.c.id).limit(most)
            )
            found.update((row.id, _kept(row)) for row in self._connection.execute(chosen))
        return list(found.values())

    def same(self, positions: Collection[str], most: int) -> list[Kept]:
        """Claims that say the same of the same, at most about so many."""
        chosen = _FACTS.where(facts.c.claim).order_by(facts.c.day.desc(), facts.c.id).limit(most)
        return [_kept(row) for row in self._of(chosen, facts.c.position, positions)]

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
        chosen = select(statements.c.body, articles.c.day).join_from(
            statements, articles, articles.c.id == statements.c.article
        )
        return [(row.day, read(Statement, row.body)) for row in self._of(chosen, statements.c.id, ids)]

    def passages(self, article_ids: Iterable[str]) -> list[Passage]:
        """The paragraphs of articles that hold claims."""
        chosen = select(passages).order_by(passages.c.article, passages.c.start)
        rows = self._of(chosen, passages.c.article, article_ids)
        return [Passage(row.article, (row.start, row.end), row.text) for row in rows]

    def theatres(self, parties: Iterable[str]) -> dict[str, frozenset[str]]:
        """The country that claims name for each party; the first and the last where there are several."""
        found = {}
        for party in sorted(set(parties)):
            ends = (self._country(party, facts.c.country), self._country(party, facts.c.country.desc()))
            found[party] = frozenset(end for end in ends if end)
        return found

    def _country(self, party: str, order: ColumnElement[Any]) -> str | None:
        named = select(facts.c.country).where(facts.c.party == party, facts.c.country != "", facts.c.claim)
        return self._connection.execute(named.order_by(order).limit(1)).scalar()

    def _of(self, chosen: Select[Any], column: ColumnElement[Any], values: Iterable[str]) -> Iterator[Any]:
        """The rows whose column has one of the values, asked for some at a time."""
        listed = sorted(set(values))
        for start in range(0, len(listed), _AT_ONCE):
            yield from self._connection.execute(chosen.where(column.in_(listed[start : start + _AT_ONCE])))


_FACTS = select(facts.c.id, facts.c.claim, facts.c.country, facts.c.day, facts.c.position, facts.c.body)


def _kept(row: Any) -> Kept:
    return Kept(read(Fact, row.body), row.claim, row.country, row.day, row.position)


def _conditions(want: Wanted) -> Iterator[ColumnElement[bool]]:
    yield facts.c.kind == want.kind
    if want.parties is not None:
        yield facts.c.party.in_(sorted(want.parties))
    if want.countries is not None:
        yield facts.c.country.in_(sorted(want.countries))
    if want.first is not None and want.last is not None:
        yield and_(facts.c.day >= want.first, facts.c.day <= want.last)
