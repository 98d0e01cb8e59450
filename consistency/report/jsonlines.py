"""A finding a line, each with its quotations, so that a line is understood alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from consistency.model import Fact, Finding, Report
from consistency.report.index import Index
from consistency.report.page import Page
from consistency.report.quotes import Quote, quotes
from consistency.report.tables import title

_FINDING, _FACT = TypeAdapter(Finding), TypeAdapter(Fact)


def as_jsonl(report: Report, page: Page) -> str:
    """One JSON object a line: the finding by the contract, what it is about, and the ``quotations`` of its positions."""
    index = Index(report)
    return json_lines(_row(index, page, finding) for finding in report.findings)


def json_lines(rows: Iterable[dict[str, Any]]) -> str:
    """Rows as JSON, one a line; half a surrogate pair becomes a question mark."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return text.encode("utf-8", "replace").decode("utf-8")


def _row(index: Index, page: Page, finding: Finding) -> dict[str, Any]:
    row: dict[str, Any] = _FINDING.dump_python(finding, mode="json")
    row["about"] = title(index, page, finding)
    row["quotations"] = [_quotation(page, quote) for quote in quotes(index, finding)]
    return row


def _quotation(page: Page, quote: Quote) -> dict[str, Any]:
    statement, article = quote.statement, quote.article
    return {
        "position": quote.letter,
        "summary": quote.position.summary,
        "speaker": quote.speaker.id,
        "name": quote.speaker.name,
        "role": quote.speaker.role,
        "text": statement.text,
        "via": statement.via,
        "article": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "source": page.source(article.id),
        "span": list(statement.span),
        "fact": _FACT.dump_python(quote.fact, mode="json"),
    }
