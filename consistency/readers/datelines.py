"""Datelines («بغداد، 14 كانون الأول 2021 –») and other words of the writer that tell the day of writing."""

from __future__ import annotations

import datetime as dt
import re

from consistency.dates.interval import one_day
from consistency.dates.terms import Current, Named, Portion, Term
from consistency.model import Document, Mention, Story
from consistency.readers.clues import Clue, clue, naming, whole_day
from consistency.readers.page import PageLine, written_day

_LONGEST_PLACE = 60
_DASHES = "-–—―ـ"
"""The tatweel stands for a dash between Arabic words."""
_CLOSED = re.compile(rf"\s*\)?\s*(?:\([^()]*\)|/[^/]*/|[^\W\d_ـ]+)?\s*(?:[{_DASHES}/]|$)")
_MARK = re.compile(r"(?:[^\w\s]|ـ)\s*$")
_BEHIND = re.compile(rf"(?P<where>[^{_DASHES}]{{0,60}})[{_DASHES}]++(?!\s*[a-z])")
_BRACKETS = re.compile(r"\([^()]*\)")
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
    first = next(token for token in line.tokens if token.text[:1].isalnum())
    names = {m.start for m in line.document.mentions_in(span, *_PLACES)}
    capitals = first.text.isupper() and len(first.text) >= _LETTERS
    words = [w for w in line.other_words(span) if not w.text[0].isupper() and len(w.text) > _SMALL]
    marked = _MARK.search(line.document.slice(span)) is not None
    arabic = line.document.language == "ar"
    return (first.start in names or capitals) and (marked or arabic) and len(words) <= (marked and arabic)


def opening(line: PageLine) -> Clue | None:
    """What a day that opens a line tells («25 تشرين الثاني 2024 – نيامي – قال …»): one with its year, before a dash."""
    date = line.dates[0] if line.dates else None
    if date is None or not opens(line) or written_day(line.document, date) is None:
        return None
    behind = _BEHIND.match(line.document.slice(line.behind(date)))
    if behind is None:
        return None
    spans = [(date.end + m.start(), date.end + m.end()) for m in _BRACKETS.finditer(behind["where"])]
    words = line.other_words((date.end, date.end + behind.end("where")))
    free = [word for word in words if not any(start <= word.start < end for start, end in spans)]
    return None if free else naming(date.value.meaning)


def opens(line: PageLine) -> bool:
    """Whether a date is the first thing that a line says."""
    first = next((token for token in line.tokens if token.text[:1].isalnum()), None)
    return bool(first and line.dates and line.dates[0].start <= first.start)


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
