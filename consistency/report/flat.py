"""Facts and findings as flat tables with stable columns, as pandas and Polars read them.

The columns never change their names, their order or their types within a schema version of the report; new ones are added
at the end. Days are ISO 8601. What is a list or an object in the report is one JSON text here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from consistency.model import Fact, Finding, Report
from consistency.report.cells import Cell, comma_separated
from consistency.report.index import Index, told_apart
from consistency.report.jsonlines import json_lines
from consistency.report.page import Page
from consistency.report.quotes import letter

FACTS = (
    "fact", "kind", "party", "component", "event", "place", "value", "phase", "polarity", "certainty", "said_on",
    "confidence", "words", "start", "end", "saying", "statement", "mode", "quotation", "quotation_start", "quotation_end",
    "via", "speaker", "speaker_name", "speaker_role", "speaker_affiliation", "article", "story", "outlet", "url",
    "published", "language", "source",
)  # fmt: skip
FINDINGS = (
    "fingerprint", "finding", "pack", "rule", "verdict", "scope", "severity", "confidence", "kind", "event", "party",
    "component", "position", "summary", "fact", "speaker", "said_on", "explanation", "explanation_ar", "dismissed",
)  # fmt: skip
Row = dict[str, Cell]


def facts_csv(report: Report, page: Page) -> str:
    """A row a fact, with its statement, speaker and article."""
    return comma_separated(FACTS, _facts(report, page))


def facts_jsonl(report: Report, page: Page) -> str:
    """The same rows, to the letter."""
    return json_lines(_facts(report, page))


def findings_csv(report: Report, page: Page) -> str:
    """A row for each fact of each position of each finding; ``fact`` joins it to the table of facts."""
    return comma_separated(FINDINGS, _findings(report))


def findings_jsonl(report: Report, page: Page) -> str:
    """The same rows, to the letter."""
    return json_lines(_findings(report))


def _facts(report: Report, page: Page) -> Iterator[Row]:
    index = Index(report)
    for fact in report.facts:
        yield dict(zip(FACTS, _fact(index, page, fact), strict=True))


def _fact(index: Index, page: Page, fact: Fact) -> Iterator[Cell]:
    statement = index.statements[fact.statement]
    article = index.articles[statement.article]
    speaker = index.speakers.get(statement.speaker)
    yield from (fact.id, fact.kind, fact.subject.party, fact.subject.component, fact.event, fact.place)
    yield from (_json(fact.value), fact.phase, fact.polarity, fact.certainty, _iso(fact.said_on), fact.confidence)
    yield from (fact.text, *fact.span, page.phrases.saying(fact))
    yield from (statement.id, statement.mode, statement.text, *statement.span, statement.via, statement.speaker)
    yield from (speaker.name, speaker.role, speaker.affiliation) if speaker else (None, None, None)
    yield from (article.id, statement.story, article.outlet, article.url, _iso(article.published), article.language)
    yield page.source(article.id)


def _findings(report: Report) -> Iterator[Row]:
    index = Index(report)
    marked = [*((f, None) for f in report.findings), *((d.finding, d.reason) for d in report.dismissed)]
    for finding, reason in marked:
        for number, position in enumerate(told_apart(finding)):
            for fact in position.facts:
                place = (letter(number), position.summary, fact)
                yield dict(zip(FINDINGS, _finding(index, finding, place, reason), strict=True))


def _finding(index: Index, finding: Finding, place: tuple[str, str, str], reason: str | None) -> Iterator[Cell]:
    fact = index.facts.get(place[2])
    yield from (finding.fingerprint, finding.id, finding.pack, finding.rule, finding.verdict, finding.scope)
    yield from (finding.severity, finding.confidence, finding.kind, finding.event)
    yield from (finding.subject.party, finding.subject.component, *place)
    yield from (index.speaker_of(fact), _iso(fact.said_on)) if fact else (None, None)
    yield from (finding.explanation, finding.explanation_ar, reason)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
