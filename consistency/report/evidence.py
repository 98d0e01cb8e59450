"""The statements that a position rests on, to the letter, with who, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.model import Fact, Position, Statement
from consistency.report.escape import directed, inline, quoted
from consistency.report.index import Index
from consistency.report.layout import many
from consistency.report.page import Page

_SHOWN = 3
"""How many statements of a position stand open; the others fold."""


def evidence(index: Index, page: Page, position: Position) -> Iterator[str]:
    """Each statement of a position once; a statement of every speaker first, and more than a few folded."""
    facts = _spread(index, _one_a_statement(index, position))
    for fact in facts[:_SHOWN]:
        yield from _shown(index, page, fact)
    folded = facts[_SHOWN:]
    if folded:
        yield f"<details>\n<summary>{many(len(folded), 'more statement')} to the same effect</summary>"
        for fact in folded:
            yield from _shown(index, page, fact)
        yield "</details>"


def _one_a_statement(index: Index, position: Position) -> list[Fact]:
    """The first fact of each statement, copies of another one left out, those of headlines last.

    The text below a headline is the better evidence.
    """
    first: dict[str, Fact] = {}
    for fact in (index.facts[id_] for id_ in position.facts if id_ in index.facts):
        first.setdefault(fact.statement, fact)
    own = [fact for id_, fact in first.items() if index.statements[id_].copy_of not in first]
    return sorted(own, key=lambda fact: index.statements[fact.statement].mode == "headline")


def _spread(index: Index, facts: Sequence[Fact]) -> list[Fact]:
    """The first fact of each speaker, then the others, otherwise in order."""
    seen: set[str] = set()
    first: list[Fact] = []
    others: list[Fact] = []
    for fact in facts:
        speaker = index.speaker_of(fact)
        (others if speaker in seen else first).append(fact)
        seen.add(speaker)
    return first + others


def _shown(index: Index, page: Page, fact: Fact) -> Iterator[str]:
    statement = index.statements[fact.statement]
    start = fact.span[0] - statement.span[0]
    inside = start >= 0 and fact.span[1] <= statement.span[1]
    yield quoted(statement.text, (start, start + fact.span[1] - fact.span[0]) if inside else None)
    yield _caption(index, page, fact)


def _caption(index: Index, page: Page, fact: Fact) -> str:
    statement = index.statements[fact.statement]
    speaker = index.speakers.get(statement.speaker)
    article = index.articles[statement.article]
    role = f", {directed(speaker.role)}" if speaker and speaker.role else ""
    via = f", via {directed(statement.via)}" if statement.via else ""
    outlet = f" · {directed(article.outlet)}" if article.outlet else ""
    place = f"{page.source(article.id)}, characters {statement.span[0]}–{statement.span[1]}"
    also = _also_in(index, page, statement)
    return f"— **{directed(index.name(statement.speaker))}**{role}{via}{outlet} · {_day(index, fact)} · {inline(place)}{also}"


def _also_in(index: Index, page: Page, statement: Statement) -> str:
    """The articles that carry the same statement as a copy."""
    articles = list(dict.fromkeys(copy.article for copy in index.copies.get(statement.id, ())))
    if not articles:
        return ""
    more = f" and {many(len(articles) - _SHOWN, 'further article')}" if len(articles) > _SHOWN else ""
    return f" · also in: {', '.join(_article(index, page, article) for article in articles[:_SHOWN])}{more}"


def _article(index: Index, page: Page, article: str) -> str:
    outlet = index.articles[article].outlet
    place = inline(page.source(article))
    return f"{directed(outlet)} ({place})" if outlet else place


def _day(index: Index, fact: Fact) -> str:
    """The day that the words themselves give, else that of the news item."""
    said_on = index.statements[fact.statement].said_on
    if said_on:
        return f"said on {said_on}"
    return f"reported on {fact.said_on}" if fact.said_on else "day unknown"
