"""What the reading stages recognised in an article, as a row for rule authors."""

from __future__ import annotations

from typing import Any

from consistency.model import Document, Mention, NumberValue


def mention_row(document: Document) -> dict[str, Any]:
    """``{"id", "mentions": [{"type", "span", "text", "value"}]}``; dates are resolved against the story's day, or else
    the article's."""
    rows = [
        {"type": m.type, "span": list(m.span), "text": document.slice(m.span), "value": _value(document, m)}
        for m in document.mentions
    ]
    return {"id": document.article.id, "mentions": rows}


def _value(document: Document, mention: Mention) -> Any:
    """A date's interval, a number's range; of other mentions the canonical id and features."""
    if isinstance(mention.value, NumberValue):
        return {"min": _whole(mention.value.min), "max": _whole(mention.value.max)}
    if mention.type == "date":
        anchor = document.story_at(mention.start).reported_on or document.article.published
        interval = mention.value.resolve(anchor)
        return {"start": _iso(interval.start), "end": _iso(interval.end), "precision": interval.precision}
    return {"id": mention.id, **mention.features} if mention.id else dict(mention.features) or None


def _whole(number: float | None) -> float | None:
    """Whole numbers without a point."""
    return int(number) if number is not None and number.is_integer() else number


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
