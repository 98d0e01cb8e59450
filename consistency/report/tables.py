"""The report's tables: what was read, the tensions at a glance, and who holds what."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from consistency.model import Fact, Finding, ReportedArticle, Warning
from consistency.report.escape import directed
from consistency.report.flow import english, flowing, placed
from consistency.report.headings import ORIGINS
from consistency.report.index import Index, told_apart
from consistency.report.layout import table
from consistency.report.page import Page

LANGUAGES = {"ar": "Arabic", "en": "English"}
_NAMED = 3


def articles_table(index: Index, page: Page, articles: Iterable[ReportedArticle]) -> str:
    """One row an article, by day."""
    by_day = sorted(articles, key=lambda article: article.published or dt.date.max)
    statements = Counter(statement.article for statement in index.report.statements)
    rows = [_article_row(page, article, statements[article.id]) for article in by_day]
    head = ("Article", "Headline", "Outlet", "Published", "Language", "Stories", "Statements")
    return table([page.wording.label(name) for name in head], rows)


def _article_row(page: Page, article: ReportedArticle, statements: int) -> Sequence[str]:
    label = page.wording.label
    origin = label(ORIGINS[article.published_from]) if article.published_from else ""
    published = f"{article.published} ({origin})" if article.published else label("unknown")
    return (
        placed(page, page.source(article.id), None),
        directed(article.title or ""),
        directed(article.outlet or ""),
        flowing(page, published),
        label(LANGUAGES.get(article.language, article.language)),
        str(len(article.stories)),
        str(statements),
    )


def tensions_table(index: Index, page: Page, findings: Sequence[Finding]) -> str:
    """One row a tension, in the order of their numbers."""
    label = page.wording.label
    rows = [
        (str(number), label(finding.severity), flowing(page, title(index, page, finding)), _sides(index, page, finding))
        for number, finding in enumerate(findings, 1)
    ]
    return table(("", label("Severity"), label("Subject"), label("Positions")), rows)


def _sides(index: Index, page: Page, finding: Finding) -> str:
    sides = ((page.summary(p, index.facts), _names(index, p.speakers)) for p in told_apart(finding))
    return "<br>".join(f"{flowing(page, summary)} — {names}" for summary, names in sides)


def _names(index: Index, speakers: Sequence[str]) -> str:
    shown = index.wording.label(", ").join(directed(index.name(speaker)) for speaker in speakers[:_NAMED])
    return f"{shown}{index.wording.label(', ')}…" if len(speakers) > _NAMED else shown


def title(index: Index, page: Page, finding: Finding) -> str:
    """What a finding is about."""
    facts = [index.facts[id_] for position in finding.positions for id_ in position.facts if id_ in index.facts]
    topic = page.phrases.topic(facts[0]) if facts else page.phrases.subject(finding.subject)
    return topic[:1].upper() + topic[1:]


def warning_line(page: Page, warning: Warning) -> str:
    """A warning with the place that it is about."""
    if not warning.article:
        return english(page, warning.message)
    return f"{english(page, warning.message)} ({placed(page, page.source(warning.article), warning.span)})"


def positions_table(index: Index, page: Page) -> str:
    """One row a position on a subject: what is held and by whom, in the order of the text."""
    topics: dict[str, dict[str, list[Fact]]] = {}
    for fact in index.report.facts:
        sayings = topics.setdefault(page.phrases.topic(fact), {})
        sayings.setdefault(page.phrases.saying(fact), []).append(fact)
    rows = []
    for topic in sorted(topics):
        for n, (saying, facts) in enumerate(topics[topic].items()):
            rows.append((flowing(page, topic) if n == 0 else "", flowing(page, saying), _holders(index, page, facts)))
    return table([page.wording.label(name) for name in ("Subject", "Position", "Held by")], rows)


def _holders(index: Index, page: Page, facts: Iterable[Fact]) -> str:
    days: dict[str, list[str]] = {}
    for fact in facts:
        said_on = days.setdefault(index.speaker_of(fact), [])
        if fact.said_on and str(fact.said_on) not in said_on:
            said_on.append(str(fact.said_on))
    return "<br>".join(
        directed(index.name(speaker)) + (f" ({flowing(page, ', '.join(sorted(on)))})" if on else "")
        for speaker, on in days.items()
    )
