"""The quotations behind a finding, position by position, for the renderers of programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.model import Fact, Finding, Position, ReportedArticle, Speaker, Statement
from consistency.report.index import Index, told_apart

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement that a position rests on, with the first fact that it gives; ``letter`` names the position."""

    letter: str
    position: Position
    fact: Fact
    statement: Statement
    speaker: Speaker
    article: ReportedArticle

    def line(self) -> str:
        """Who says what, in one line."""
        words = " ".join(self.statement.text.split())
        return f"{self.letter}: {self.position.summary} — {self.speaker.name}: “{words}”"


def quotes(index: Index, finding: Finding) -> list[Quote]:
    """Each statement of each position once, in the order of the positions; those in the same words are one."""
    return [quote for number, position in enumerate(told_apart(finding)) for quote in _of(index, number, position)]


def _of(index: Index, number: int, position: Position) -> Iterator[Quote]:
    seen: set[str] = set()
    for fact in (index.facts[id_] for id_ in position.facts if id_ in index.facts):
        if fact.statement not in seen:
            seen.add(fact.statement)
            statement = index.statements[fact.statement]
            speaker = index.speakers.get(statement.speaker) or Speaker(
                id=statement.speaker, name=index.name(statement.speaker)
            )
            yield Quote(letter(number), position, fact, statement, speaker, index.articles[statement.article])


def letter(number: int) -> str:
    """ "A" for the position 0; after "Z" come "A2", "B2" and so on."""
    round_, place = divmod(number, len(_LETTERS))
    return _LETTERS[place] + (str(round_ + 1) if round_ else "")


def newest(found: Sequence[Quote]) -> Quote:
    """The quotation that was said last, where a finding is shown; the first of those of one day."""
    return max(found, key=lambda quote: quote.fact.said_on or dt.date.min)
