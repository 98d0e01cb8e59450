"""Telling the editor that an article has no day, so that its relative dates stay open."""

from __future__ import annotations

from consistency.dates import Interval
from consistency.model import Document, Mention, Warning
from consistency.readers.datelines import likely_years, told_days

UNDATED = "undated-article"


def undated(document: Document) -> Warning | None:
    """The warning for an article without a day of which some dates depend; None for any other."""
    article = document.article
    open_dates = (
        [] if article.published else [m for m in document.mentions if m.type == "date" and _is_open(document, m)]
    )
    if not open_dates:
        return None
    many = f"{len(open_dates)} dates stay" if len(open_dates) > 1 else "a date stays"
    said = f"no day of publication in metadata, by option or in the text{_year(document)}"
    message = f"{said}; {many} unresolved, such as {open_dates[0].value.words!r}"
    return Warning(code=UNDATED, message=message, article=article.id, span=open_dates[0].span)


def _is_open(document: Document, mention: Mention) -> bool:
    resolved: Interval = mention.value.resolve(document.story_at(mention.start).reported_on)
    return resolved.precision == "unresolved"


def _year(document: Document) -> str:
    """What is said where the words fix the year of writing, or make one likely, but not the day."""
    told = {clue.year for story in document.article.stories for clue in told_days(document, story) if clue.year}
    if len(told) == 1:
        return f", which fixes only the year {told.pop()}"
    likely = likely_years(document)
    return f", whose dates suggest the year {likely.pop()}" if likely and not told else ""
