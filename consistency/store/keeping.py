"""What is written into a store: a batch as a whole, and articles taken back."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, insert, select

from consistency.model import Statement
from consistency.recall import Kept, Passage, Profile
from consistency.runs import claim_prints
from consistency.store.asking import Asking, Stored
from consistency.store.bodies import read, written
from consistency.store.tables import (
    articles,
    facts,
    passages,
    speaker_keys,
    speakers,
    statements,
    themes,
    voices,
    wordings,
)

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Addition:
    """A batch as it is kept: ``pieces`` is what each article tells of its speakers."""

    articles: Sequence[Stored]
    statements: Sequence[Statement]
    facts: Sequence[Kept]
    passages: Sequence[Passage]
    pieces: Sequence[tuple[str, Profile]]


class Keeping(Asking):
    """Questions to a store, and changes of it, on the one connection that writes."""

    def next_batch(self) -> int:
        """The number of the next batch."""
        return int(self._connection.execute(select(func.max(articles.c.batch))).scalar() or 0) + 1

    def add(self, addition: Addition) -> None:
        """Adds a batch of articles that the store does not hold."""
        self._insert(articles, map(_article_row, addition.articles))
        self._insert(passages, map(_passage_row, addition.passages))
        self._insert(statements, map(_statement_row, addition.statements))
        self._insert(facts, map(_fact_row, addition.facts))
        self._insert(wordings, _wording_rows(addition.statements, addition.facts))
        self._count(Counter((k.fact.subject.party, k.country) for k in addition.facts if k.claim))
        self._insert(voices, _voice_rows(addition.pieces))
        self._learn(addition.pieces)

    def _count(self, more: Counter[tuple[str, str]]) -> None:
        """Counts claims of themes, those taken back as less than none."""
        rows = list(self._of(select(themes), themes.c.party, (party for party, _ in more)))
        before = Counter({(row.party, row.country): row.claims for row in rows})
        after = before + more
        self._delete(themes, themes.c.party, sorted({party for party, _ in before}))
        self._insert(themes, ({"party": p, "country": c, "claims": number} for (p, c), number in after.items()))

    def _learn(self, pieces: Sequence[tuple[str, Profile]]) -> None:
        """Joins what articles tell with what is known of each speaker."""
        told: dict[str, Profile] = {}
        for _, profile in pieces:
            told[profile.id] = told[profile.id].joined(profile) if profile.id in told else profile
        before = self.speakers(told)
        whole = {id_: before[id_].joined(profile) if id_ in before else profile for id_, profile in told.items()}
        self._replace(before, {id_: profile for id_, profile in whole.items() if profile != before.get(id_)})

    def _replace(self, before: Mapping[str, Profile], after: Mapping[str, Profile]) -> None:
        """Writes profiles in place of those that they were."""
        changed = [id_ for id_ in after if id_ in before]
        self._delete(speakers, speakers.c.id, changed)
        self._delete(speaker_keys, speaker_keys.c.speaker, changed)
        self._insert(speakers, map(_speaker_row, after.values()))
        self._insert(speaker_keys, ({"key": k, "speaker": p.id} for p in after.values() for k in p.keys))

    def remove(self, ids: Iterable[str]) -> None:
        """Takes articles back with all that they said, and what they told of speakers."""
        gone = sorted(set(ids))
        said = [row.id for row in self._of(select(statements.c.id), statements.c.article, gone)]
        rows = self._of(select(facts.c.party, facts.c.country).where(facts.c.claim), facts.c.statement, said)
        less = Counter((row.party, row.country) for row in rows)
        self._count(Counter({theme: -number for theme, number in less.items()}))
        self._unword(said)
        self._delete(facts, facts.c.statement, said)
        heard = sorted({row.speaker for row in self._of(select(voices.c.speaker), voices.c.article, gone)})
        for table, column in _BY_ARTICLE:
            self._delete(table, column, gone)
        self._unlearn(heard)

    def _unword(self, ids: Sequence[str]) -> None:
        """Takes the wordings of statements away, whose facts are still there."""
        gone = _wording_rows([statement for _, statement in self.statements(ids)], self.facts_of(ids))
        if gone:
            same = (column == bindparam(f"gone_{column.name}") for column in wordings.primary_key)
            rows = [{f"gone_{name}": value for name, value in row.items()} for row in gone]
            self._connection.execute(delete(wordings).where(*same), rows)

    def _unlearn(self, ids: Sequence[str]) -> None:
        """Makes profiles anew of the articles that are left; without any the speaker goes."""
        before = self.speakers(ids)
        left: dict[str, Profile] = {}
        chosen = select(voices.c.speaker, voices.c.body).order_by(voices.c.article, voices.c.number)
        for row in self._of(chosen, voices.c.speaker, ids):
            piece = read(Profile, row.body)
            left[row.speaker] = left[row.speaker].joined(piece) if row.speaker in left else piece
        self._delete(speakers, speakers.c.id, [id_ for id_ in before if id_ not in left])
        self._delete(speaker_keys, speaker_keys.c.speaker, [id_ for id_ in before if id_ not in left])
        self._replace(before, left)

    def _insert(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        listed = list(rows)
        if listed:
            self._connection.execute(insert(table), listed)

    def _delete(self, table: Table, column: Any, values: Sequence[str]) -> None:
        for start in range(0, len(values), _AT_ONCE):
            self._connection.execute(delete(table).where(column.in_(values[start : start + _AT_ONCE])))


_BY_ARTICLE = (
    (voices, voices.c.article),
    (passages, passages.c.article),
    (statements, statements.c.article),
    (articles, articles.c.id),
)


def _article_row(stored: Stored) -> dict[str, Any]:
    article = stored.article
    return {
        "id": article.id, "batch": stored.batch, "digest": stored.digest, "rules": stored.rules, "day": article.published,
        "source": stored.source, "body": written(article),
    }  # fmt: skip


def _passage_row(passage: Passage) -> dict[str, Any]:
    return {"article": passage.article, "start": passage.span[0], "end": passage.span[1], "text": passage.text}


def _statement_row(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id, "article": statement.article, "number": _number(statement.id), "speaker": statement.speaker,
        "start": statement.span[0], "body": written(statement),
    }  # fmt: skip


def _fact_row(kept: Kept) -> dict[str, Any]:
    fact = kept.fact
    by = fact.value.get("by")
    end = by.get("end") if isinstance(by, Mapping) else None
    return {
        "id": fact.id, "statement": fact.statement, "number": _number(fact.id), "claim": kept.claim, "kind": fact.kind,
        "party": fact.subject.party, "country": kept.country, "day": kept.day, "by": end and dt.date.fromisoformat(end),
        "position": kept.position, "body": written(fact),
    }  # fmt: skip


def _wording_rows(said: Iterable[Statement], held: Iterable[Kept]) -> list[dict[str, Any]]:
    texts = {statement.id: statement.text for statement in said}
    claims = {(one.fact.statement, one.position) for one in held if one.claim}
    prints = {(each, id_) for id_, position in claims for each in claim_prints(texts[id_], position)}
    return [{"print": each, "statement": id_} for each, id_ in sorted(prints)]


def _voice_rows(pieces: Sequence[tuple[str, Profile]]) -> Iterator[dict[str, Any]]:
    counted: dict[str, int] = {}
    for article, profile in pieces:
        counted[article] = counted.get(article, 0) + 1
        yield {"article": article, "number": counted[article], "speaker": profile.id, "body": written(profile)}


def _speaker_row(profile: Profile) -> dict[str, Any]:
    return {"id": profile.id, "base": profile.base, "number": profile.number, "body": written(profile)}


def _number(id_: str) -> int:
    """The number at the end of an id."""
    digits = id_[len(id_.rstrip("0123456789")) :]
    return int(digits or 0)
