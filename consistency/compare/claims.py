"""Claims: facts with who said them, when and where, as they are compared."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.model import NARRATOR, Fact, Speaker, Statement
from consistency.orthography import fold

_WORD = re.compile(r"\w+")
_LONG_ENOUGH = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact as somebody's position; ``voice`` is whose: a spokesman speaks for his body, a wire copy for its original."""

    fact: Fact
    statement: Statement
    voice: str

    @property
    def day(self) -> dt.date | None:
        """The day on which it held: when it was said, or the day on which something was done by then."""
        on = (self.fact.value.get("on") or {}).get("end") if self.fact.phase == "completed" else None
        said = self.fact.said_on
        return min(dt.date.fromisoformat(on), said) if on and said else said


def claims(facts: Sequence[Fact], statements: Sequence[Statement], speakers: Sequence[Speaker]) -> Iterator[Claim]:
    """The claims of a batch in the order of the facts; the article's own narration claims nothing."""
    said = {s.id: s for s in statements}
    voices = _voices(statements, speakers)
    for fact in facts:
        statement = said[fact.statement]
        if statement.speaker != NARRATOR:
            yield Claim(fact, statement, voices[statement.id])


def _voices(statements: Sequence[Statement], speakers: Sequence[Speaker]) -> dict[str, str]:
    """The voice of each statement; the same words in another article are the voice of the first."""
    behind = {s.id: s.speaks_for or s.id for s in speakers}
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    found = {}
    for statement in statements:
        voice = behind.get(statement.speaker, statement.speaker)
        words = tuple(_WORD.findall(fold(statement.text)))
        if len(words) >= _LONG_ENOUGH:
            article, known = first.setdefault(words, (statement.article, voice))
            voice = known if article != statement.article else voice
        found[statement.id] = voice
    return found
