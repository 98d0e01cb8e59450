"""From statements to canonical facts, by the frames of the rule packs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.facts.context import Context, own_party
from consistency.facts.engine import facts_of
from consistency.facts.frames import load_frames
from consistency.facts.passage import Passage
from consistency.facts.reader import StatementReader
from consistency.model import Document, Fact, Span, Speaker, Statement, Warning
from consistency.rulepack import Packs

__all__ = ["canonicalize"]


def canonicalize(
    documents: Sequence[Document], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> tuple[list[Fact], list[Warning]]:
    """The facts of all statements in their order, article by article, and a warning for each date that no day anchors."""
    frames = load_frames(packs)
    needed = frozenset(frames.needed)
    people = {speaker.id: speaker for speaker in speakers}
    concerned = {d.article.id: d for d in documents if any(m.type in needed for m in d.mentions)}
    facts: list[Fact] = []
    for article, said in _by_article(statements).items():
        document = concerned.get(article)
        telling = [s for s in said if document.mentions_in(s.span, *frames.needed)] if document else []
        if document is None or not telling:
            continue
        context = Context(document, packs.entities, frames, _sides(said, people, packs))
        for statement in telling:
            facts += facts_of(StatementReader(Passage(context, statement), people.get(statement.speaker)), frames)
    articles = {statement.id: statement.article for statement in statements}
    return facts, [_unresolved(fact, articles[fact.statement]) for fact in facts if _floating(fact)]


def _by_article(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.article, []).append(statement)
    return found


def _sides(statements: Sequence[Statement], people: Mapping[str, Speaker], packs: Packs) -> dict[Span, str]:
    """Whose "we" each statement of a document is: the party that its speaker speaks for, by the statement's span."""
    said = ((s.span, people.get(s.speaker)) for s in statements)
    parties = ((span, own_party(speaker, packs.entities)) for span, speaker in said)
    return {span: party for span, party in parties if party is not None}


def _floating(fact: Fact) -> bool:
    by = fact.value.get("by")
    return isinstance(by, dict) and by.get("precision") == "unresolved"


def _unresolved(fact: Fact, article: str) -> Warning:
    words = fact.value["by"].get("words", "")
    message = f"no day is known that “{words}” could be counted from"
    return Warning(code="unresolved-date", message=message, article=article, span=fact.span)
