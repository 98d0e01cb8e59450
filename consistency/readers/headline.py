"""A headline and what stands under it as one text."""

from __future__ import annotations

from consistency.orthography import fold

_SEARCHED = 5
"""The first lines, among which a page repeats its headline."""


def under(headline: str | None, body: str) -> str:
    """The body under its headline; the lines above a headline that the body has near its top fall away."""
    if not headline:
        return body
    lines = body.splitlines()
    wanted = _letters(headline)
    for number, line in enumerate(lines[:_SEARCHED]):
        if _letters(line) == wanted:
            return "\n".join([headline, *lines[number + 1 :]])
    return f"{headline}\n\n{body}" if body else headline


def _letters(line: str) -> str:
    return "".join(c for c in fold(line) if c.isalnum())
