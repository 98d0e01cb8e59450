"""Publication and reporting days, as far as the text itself tells them."""

from __future__ import annotations

from consistency.model import Document


def date_stories(document: Document) -> Document:
    """The document with its article's and stories' days filled in."""
    return document
