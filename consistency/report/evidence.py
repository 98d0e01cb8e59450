"""The statements that a position rests on, to the letter, with who, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model import Fact, Position, Statement
from consistency.report.escape import directed, inline, quoted
from consistency.report.flow import flowing, placed
from consistency.report.grounds import SHOWN, grounds
from consistency.report.index import Index
from consistency.report.page import Page

_ALSO = 3
"""How many articles with copies are named."""


def evidence(index: Index, page: Page, position: Position) -> Iterator[str]:
    """Each statement of a position once; a statement of every speaker first, and more than a few folded."""
    facts = grounds(index, position)
    for fact in facts[:SHOWN]:
        yield from _shown(index, page, fact)
    folded = facts[SHOWN:]
    if folded:
        more = index.wording.many(len(folded), "more statement")
        yield f"<details>\n<summary>{more} {index.wording.label('to the same effect')}</summary>"
        for fact in folded:
            yield from _shown(index, page, fact)
        yield "</details>"


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
    comma, label = index.wording.label(", "), index.wording.label
    role = f"{comma}{directed(speaker.role)}" if speaker and speaker.role else ""
    via = f"{comma}{label('via')} {directed(statement.via)}" if statement.via else ""
    outlet = f" · {directed(article.outlet)}" if article.outlet else ""
    place = placed(page, page.source(article.id), statement.span)
    also = _also_in(index, page, statement)
    when_and_where = f"{flowing(page, index.day(fact))} · {place}"
    return f"— **{directed(index.name(statement.speaker))}**{role}{via}{outlet} · {when_and_where}{also}"


def _also_in(index: Index, page: Page, statement: Statement) -> str:
    """The articles that carry the same statement as a copy."""
    articles = list(dict.fromkeys(copy.article for copy in index.copies.get(statement.id, ())))
    if not articles:
        return ""
    words = index.wording
    further = words.many(len(articles) - _ALSO, "further article")
    more = words.label(" and {further}", further=further) if len(articles) > _ALSO else ""
    shown = words.label(", ").join(_article(index, page, article) for article in articles[:_ALSO])
    return f" · {words.label('also in:')} {shown}{more}"


def _article(index: Index, page: Page, article: str) -> str:
    outlet = index.articles[article].outlet
    place = inline(page.source(article))
    return f"{directed(outlet)} ({place})" if outlet else place
