"""The findings as a table for a spreadsheet: a row a finding, in UTF-8 with a byte order mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.model import Finding, Report
from consistency.report.cells import MARK, Cell, comma_separated
from consistency.report.index import Index
from consistency.report.page import Page
from consistency.report.quotes import Quote, quotes
from consistency.report.tables import title

COLUMNS = (
    "verdict", "severity", "confidence", "scope", "about", "explanation", "explanation_ar", "positions", "quotations",
    "speakers", "outlets", "said_on", "sources", "rule", "fingerprint",
)  # fmt: skip
_VERDICTS = ("tension", "update", "agreement", "refinement")


def as_csv(report: Report, page: Page) -> str:
    """The tensions first; several quotations of a cell stand on lines of their own."""
    index = Index(report)
    findings = [finding for verdict in _VERDICTS for finding in index.findings(verdict)]
    return MARK + comma_separated(COLUMNS, (_row(index, page, finding) for finding in findings))


def _row(index: Index, page: Page, finding: Finding) -> dict[str, Cell]:
    found = quotes(index, finding)
    return {
        "verdict": finding.verdict,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "scope": finding.scope,
        "about": title(index, page, finding),
        "explanation": finding.explanation,
        "explanation_ar": finding.explanation_ar,
        "positions": _lines(f"{quote.letter}: {quote.position.summary}" for quote in found),
        "quotations": _lines(_quotation(quote) for quote in found),
        "speakers": _lines(quote.speaker.name for quote in found),
        "outlets": _lines(quote.article.outlet or "" for quote in found),
        "said_on": _days(found),
        "sources": _lines(page.source(quote.article.id) for quote in found),
        "rule": f"{finding.pack}/{finding.rule}",
        "fingerprint": finding.fingerprint,
    }


def _quotation(quote: Quote) -> str:
    return f"{quote.letter}: {quote.speaker.name}: “{' '.join(quote.statement.text.split())}”"


def _days(found: Sequence[Quote]) -> str:
    return _lines(sorted(quote.fact.said_on.isoformat() for quote in found if quote.fact.said_on))


def _lines(parts: Iterator[str] | Sequence[str]) -> str:
    """Each part once, on a line of its own."""
    return "\n".join(dict.fromkeys(part for part in parts if part))
