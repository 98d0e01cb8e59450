"""A further format of reports: a line a finding."""

from __future__ import annotations

from consistency.model import Report
from consistency.report import Page
from consistency.report.formats import Format


def as_lines(report: Report, page: Page) -> str:
    """The report as plain lines."""
    return "".join(f"{finding.verdict}: {finding.explanation}\n" for finding in report.findings)


DESK = Format("desk", (".desk",), "a line a finding", "desk_plugin.renderers:as_lines")
