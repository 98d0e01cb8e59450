"""Sentences of Markdown in the direction of the page, and those that keep their own."""

from __future__ import annotations

from consistency.report.escape import direction, mixed
from consistency.report.page import Page


def flowing(page: Page, text: str) -> str:
    """One line in the page's language, with names and dates of the other direction isolated."""
    return mixed(text, page.wording.direction)


def own(page: Page, text: str) -> str:
    """One line that may be in another language than the page, as a warning is; then it keeps its own direction."""
    base = direction(text)
    if base == page.wording.direction or page.wording.direction == "ltr":
        return mixed(text, page.wording.direction)
    return f'<span dir="{base}">{mixed(text)}</span>'
