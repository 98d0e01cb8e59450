"""Lines of Markdown in the direction of the page, and those that keep their own."""

from __future__ import annotations

from consistency.model import Span
from consistency.report.escape import inline, mixed, prevailing
from consistency.report.page import Page


def flowing(page: Page, text: str) -> str:
    """One line in the page's language, with names and dates of the other direction isolated."""
    return mixed(text, page.wording.direction)


def own(page: Page, text: str) -> str:
    """One line that may be in another language than the page; then it keeps the direction of most of its letters."""
    return flowing(page, text) if prevailing(text) == page.wording.direction else english(page, text)


def english(page: Page, text: str) -> str:
    """One line from left to right, as warnings are, whatever names they begin with."""
    return mixed(text) if page.wording.direction == "ltr" else f'<span dir="ltr">{mixed(text)}</span>'


def placed(page: Page, source: str, span: Span | None) -> str:
    """A place in an article: its source, which is from left to right, and the characters."""
    shown = inline(source) if page.wording.direction == "ltr" else f'<span dir="ltr">{inline(source)}</span>'
    if span is None:
        return shown
    return shown + flowing(page, page.wording.label(", characters {start}–{end}", start=span[0], end=span[1]))
