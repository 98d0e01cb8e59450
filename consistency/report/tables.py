"""The report's tables: what was read, and who holds what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consistency.model import Fact, ReportedArticle
from consistency.report.escape import directed, inline
from consistency.report.index import Index
from consistency.report.page import Page

_LANGUAGES = {"ar": "Arabic", "en": "English"}


def articles_table(index: Index, page: Page) -> str:
    """One row an article."""
    rows = [_article_row(index, page, article) for article in index.report.articles]
    return _table(("Article", "Headline", "Outlet", "Published", "Language", "Stories", "Statements"), rows)


def _article_row(index: Index, page: Page, article: ReportedArticle) -> Sequence[str]:
    published = f"{article.published} (from {article.published_from})" if article.published else "unknown"
    statements = sum(s.article == article.id for s in index.report.statements)
    return (
        inline(page.sources.get(article.id, article.id)),
        directed(article.title or ""),
        directed(article.outlet or ""),
        published,
        _LANGUAGES[article.language],
        str(len(article.stories)),
        str(statements),
    )


def positions_table(index: Index, page: Page) -> str:
    """One row a position on a subject: what is held and by whom, in the order of the text."""
    topics: dict[str, dict[str, list[Fact]]] = {}
    for fact in index.report.facts:
        sayings = topics.setdefault(page.phrases.topic(fact), {})
        sayings.setdefault(page.phrases.saying(fact), []).append(fact)
    rows = []
    for topic in sorted(topics):
        for n, (saying, facts) in enumerate(topics[topic].items()):
            rows.append((inline(topic) if n == 0 else "", inline(saying), _holders(index, facts)))
    return _table(("Subject", "Position", "Held by"), rows)


def _holders(index: Index, facts: Iterable[Fact]) -> str:
    days: dict[str, list[str]] = {}
    for fact in facts:
        said_on = days.setdefault(index.speaker_of(fact), [])
        if fact.said_on and str(fact.said_on) not in said_on:
            said_on.append(str(fact.said_on))
    return "<br>".join(
        directed(index.name(speaker)) + (f" ({', '.join(sorted(on))})" if on else "") for speaker, on in days.items()
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
