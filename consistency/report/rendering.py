"""A report in one of the formats."""

from __future__ import annotations

from consistency.model import Report
from consistency.report.formats import DEFAULT, format_named
from consistency.report.page import Page, shipped_page


def render(report: Report, format: str = DEFAULT, page: Page | None = None) -> str:
    """The report as text; ``page`` says where articles came from and how facts are put into words.

    Without it the words are those of the shipped packs; with packs of your own, give ``checker.page()``. Raises InputError for
    an unknown format.
    """
    return format_named(format).renderer()(report, page or shipped_page())
