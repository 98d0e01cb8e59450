"""From statements to canonical facts, by the frames of the rule packs."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.facts.context import Context, by_id
from consistency.facts.engine import facts_of
from consistency.facts.frames import load_frames
from consistency.facts.readings import StatementReader
from consistency.model import Document, Fact, Speaker, Statement, Warning
from consistency.rulepack import Packs, Registry

__all__ = ["canonicalize"]


def canonicalize(
    documents: Sequence[Document], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> tuple[list[Fact], list[Warning]]:
    """The facts of all statements in their order, and a warning for each date that no day anchors."""
    frames, registry = load_frames(packs), packs.entities
    people = by_id(speakers)
    concerned = {d.article.id: d for d in documents if any(m.type in frames.triggers for m in d.mentions)}
    contexts: dict[str, Context] = {}
    facts: list[Fact] = []
    warnings: list[Warning] = []
    for statement in statements:
        document = concerned.get(statement.article)
        if document is None or not document.mentions_in(statement.span, *frames.needed):
            continue
        if statement.article not in contexts:
            contexts[statement.article] = Context(document, registry, frames)
        found = list(facts_of(StatementReader(contexts[statement.article], statement, people.get(statement.speaker), frames), frames))
        warnings += [_unresolved(fact, statement) for fact in found if _floating(fact)]
        facts += found
    return facts, warnings


def _floating(fact: Fact) -> bool:
    by = fact.value.get("by")
    return isinstance(by, dict) and by.get("precision") == "unresolved"


def _unresolved(fact: Fact, statement: Statement) -> Warning:
    words = fact.value["by"].get("words", "")
    return Warning(code="unresolved-date", message=f"no day is known that “{words}” could be counted from", article=statement.article, span=fact.span)
