"""The report as one page for a browser, with no other file and no network."""

from consistency.report.html.document import as_html

__all__ = ["as_html"]
