"""Claims: facts with who said them, when and where, as they are compared."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.model import NARRATOR, Fact, Span, Speaker, Statement
from consistency.orthography import fold

_WORD = re.compile(r"\w+")
UNNAMED = "anon."
_HEADLINE = "headline"
_About = tuple[str, str, str | None, str, str]
_SAYS = ("kind", "subject", "event", "place", "value", "phase", "polarity", "certainty")
"""What makes two facts say the same."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact as somebody's position; ``voice`` is whose: a spokesman speaks for his body, a wire copy for its original.

    ``origin`` is whom the words may come from: unnamed sources of one article may be one and the same. ``body`` is the id
    of the body that the speaker belongs to.
    ``day`` is the day on which it held; ``says`` is the same for facts that say the same, held the same way.
    """

    fact: Fact
    statement: Statement
    voice: str
    origin: str
    body: str | None
    day: dt.date | None
    says: str


def claims(facts: Sequence[Fact], statements: Sequence[Statement], speakers: Sequence[Speaker]) -> Iterator[Claim]:
    """The claims of a batch in the order of the facts; the article's own narration claims nothing, nor does a headline that says
    of all what the text below says of a part.
    """
    said = {s.id: s for s in statements}
    voices, inner, told = _voices(statements, speakers), _inner(statements), _told_in_part(facts, said)
    held: dict[str, list[Fact]] = {}
    for fact in facts:
        held.setdefault(fact.statement, []).append(fact)
    for fact in facts:
        statement = said[fact.statement]
        others = (s for s in inner.get(statement.id, ()) if s.speaker != statement.speaker)
        shortened = not fact.value.get("part") and not _is_below(fact, said) and _about(fact, statement) in told
        if statement.speaker != NARRATOR and not shortened and not any(_inside(fact.span, s.span) for s in others):
            yield Claim(fact, statement, *voices[_source(fact, said, held)], _day(fact), says(fact))


def _told_in_part(facts: Sequence[Fact], said: Mapping[str, Statement]) -> set[_About]:
    """What an article says below its headline of a part alone: a headline that leaves the part out claims no more."""
    below = [(fact.value.get("part"), _about(fact, said[fact.statement])) for fact in facts if _is_below(fact, said)]
    return {about for part, about in below if part} - {about for part, about in below if part in (None, "", "all")}


def _is_below(fact: Fact, said: Mapping[str, Statement]) -> bool:
    return said[fact.statement].mode != _HEADLINE


def _about(fact: Fact, statement: Statement) -> _About:
    return statement.article, fact.kind, fact.event, fact.subject.party, f"{fact.phase} {fact.polarity}"


def _day(fact: Fact) -> dt.date | None:
    """When it was said, or the day on which something was done by then."""
    done = fact.value.get("on")
    on = done.get("end") if fact.phase == "completed" and isinstance(done, Mapping) else None
    return min(dt.date.fromisoformat(on), fact.said_on) if on and fact.said_on else fact.said_on


def says(fact: Fact) -> str:
    """What a fact says, and how it is held; without whom it is about, and where."""
    parts = [fact.kind, fact.event, fact.value, fact.phase, fact.polarity, fact.certainty]
    return json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)


def _voices(statements: Sequence[Statement], speakers: Sequence[Speaker]) -> dict[str, tuple[str, str, str | None]]:
    """The voice, the origin and the speaker's body of each statement by itself."""
    behind = {s.id: s.speaks_for or s.id for s in speakers}
    bodies = {s.id: s.affiliation for s in speakers}
    found = {}
    for statement in statements:
        voice = behind.get(statement.speaker, statement.speaker)
        unnamed = statement.speaker.startswith(UNNAMED)
        origin = f"{UNNAMED}{statement.article}" if unnamed else voice
        found[statement.id] = (voice, origin, bodies.get(statement.speaker))
    return found


def _source(fact: Fact, said: Mapping[str, Statement], held: Mapping[str, Sequence[Fact]]) -> str:
    """The statement that a fact comes from: the original of a copy, where it says the same or has the fact's words."""
    copied = said[fact.statement].copy_of
    if copied is None or copied not in said:
        return fact.statement
    same = _words(fact.text) in _words(said[copied].text) or any(_alike(fact, other) for other in held.get(copied, ()))
    return copied if same else fact.statement


def _alike(fact: Fact, other: Fact) -> bool:
    return all(getattr(fact, name) == getattr(other, name) for name in _SAYS)


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _inner(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """For each statement the statements that it quotes: what these hold is not its own position.

    Of the same words two may hold the contrary («… انسحبت القوات، وهو ما نفته باريس»): neither quotes the other.
    """
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    return {
        outer.id: [s for s in row if s.span != outer.span and _inside(s.span, outer.span)]
        for row in by_article.values()
        for outer in row
    }


def _inside(part: Span, whole: Span) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]
