"""Datelines («بغداد، 14 كانون الأول 2021 –») and other words of the writer that tell the day of writing."""

from __future__ import annotations

import datetime as dt
import re

from consistency.dates.interval import one_day
from consistency.dates.terms import Current, Named, Portion, Term
from consistency.model import Document, Mention, Story
from consistency.readers.clues import Clue, clue, naming, whole_day
from consistency.readers.page import PageLine

_LONGEST_PLACE = 60
_CLOSED = re.compile(r"\s*(?:\([^()]*\)|/[^/]*/|[^\W\d_]+)?\s*(?:[-–—―/]|$)")
_MARK = re.compile(r"[^\w\s]\s*$")
_LETTERS, _SMALL = 3, 2
_PLACES = ("place", "media")
_MIDSUMMER = (7, 1)


def dateline(line: PageLine) -> Clue | None:
    """What the place and day before the first sentence of a story tell of the day of writing."""
    date = line.dates[0] if line.dates else None
    if date is None or line.is_announced(date) or not 0 < date.start - line.span[0] <= _LONGEST_PLACE:
        return None
    behind = line.document.slice(line.behind(date))
    return naming(date.value.meaning) if _CLOSED.match(behind) and _is_place(line, date) else None


def _is_place(line: PageLine, date: Mention) -> bool:
    """Whether a place, an agency and a reporter at most stand before the date."""
    span = line.before(date)
    first = line.tokens[0]
    names = {m.start for m in line.document.mentions_in(span, *_PLACES)}
    capitals = first.text.isupper() and len(first.text) >= _LETTERS
    words = [w for w in line.other_words(span) if not w.text[0].isupper() and len(w.text) > _SMALL]
    marked = _MARK.search(line.document.slice(span)) is not None
    arabic = line.document.language == "ar"
    return (first.start in names or capitals) and (marked or arabic) and len(words) <= (marked and arabic)


def told_days(document: Document, story: Story) -> list[Clue]:
    """What the writer's own «اليوم الخميس», «أمس، 8 أيلول», «العام الجاري 2021» tell of the day of writing."""
    found = (clue(m.value.meaning) for m in narrated(document, story))
    return [c for c in found if c]


def narrated(document: Document, story: Story) -> list[Mention]:
    """The dates of a story that stand in no quotation."""
    quoted = [q.outer for q in document.quotations]
    dates = document.mentions_in(story.span, "date")
    return [m for m in dates if not any(start <= m.start < end for start, end in quoted)]


def likely_years(document: Document) -> set[int]:
    """The one year in which a day told by the current year (the end of this year) is one that the text writes out."""
    meant = [m.value for m in document.mentions_in((0, len(document.text)), "date")]
    written = {day for value in meant if (day := whole_day(value.meaning))}
    floating = [value for value in meant if _of_this_year(value.meaning)]
    years = {d.year for d in written for v in floating if v.resolve(dt.date(d.year, *_MIDSUMMER)) == one_day(d)}
    return years if len(years) == 1 else set()


def _of_this_year(term: Term) -> bool:
    match term:
        case Portion(of=inner) | Named(within=inner) if inner is not None:
            return _of_this_year(inner)
    return term == Current("year")
