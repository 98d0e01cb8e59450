"""A report in one of the formats."""

from __future__ import annotations

from consistency.model import Report
from consistency.report.formats import DEFAULT, format_named
from consistency.report.page import Page


def render(report: Report, format: str = DEFAULT, page: Page | None = None) -> str:
    """The report as text; ``page`` adds what a reader sees beside it. Raises InputError for an unknown format."""
    return format_named(format).renderer()(report, page or Page())
