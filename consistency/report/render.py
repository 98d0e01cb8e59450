"""A report in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from consistency.model import Report
from consistency.report.json import as_json
from consistency.report.markdown import as_markdown
from consistency.report.page import Page

FORMATS: Mapping[str, Callable[[Report, Page], str]] = {
    "markdown": as_markdown,
    "json": lambda report, page: as_json(report),
}


def render(report: Report, format: str = "markdown", page: Page | None = None) -> str:
    """The report as text; ``page`` adds what a reader sees beside it. Raises KeyError for an unknown format."""
    return FORMATS[format](report, page or Page())
