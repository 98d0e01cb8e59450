"""The lines of a page that tell its day: «نشر في: …», or a date that stands alone, with a place or an outlet at most."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.model import Mention, Span
from consistency.orthography import fold
from consistency.readers.page import PageLine, written_day
from consistency.rulepack import Packs

_LONGEST, _LONGEST_GAP = 160, 40
_WORDS_BEFORE, _WORDS_BEHIND = 3, 5
_SMALL = 3
_SET_OFF = re.compile(r"(?:[^\w\s]|\s\s|\t)\s*$")
_TIME = re.compile(r"\d[:.]\d\d")
_DASH = re.compile(r"[-–—―|(]\s*$")

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The folded words that a page's day stands behind, those of its last change apart."""

    published: frozenset[Form]
    updated: frozenset[Form]


@lru_cache(maxsize=8)
def labels(packs: Packs) -> Labels:
    """The labels of every pack's ``datelines.yaml``, of both languages."""
    found: dict[str, set[Form]] = {"published": set(), "updated": set()}
    for file in packs.documents("datelines"):
        for name, languages in file.value.items():
            found[name] |= {tuple(fold(form).split()) for forms in languages.values() for form in forms}
    return Labels(frozenset(found["published"]), frozenset(found["updated"]))


def labelled_day(lines: Sequence[PageLine], labels: Labels) -> dt.date | None:
    """The one day of publication, or else of the last change, that stands behind a label."""
    published = {day for line in lines for day in _behind_labels(line, labels.published)}
    return only(published or {day for line in lines for day in _behind_labels(line, labels.updated)})


def _behind_labels(line: PageLine, forms: frozenset[Form]) -> set[dt.date]:
    if len(line.text) > _LONGEST or line.is_sentence or not line.dates:
        return set()
    days = set()
    for end in _label_ends(line, forms):
        date = next((m for m in line.dates if m.start >= end), None)
        if date and _is_time(line, (end, date.start)) and len(line.other_words(line.behind(date))) <= _WORDS_BEHIND:
            days.add(written_day(line.document, date))
    return {day for day in days if day}


def _label_ends(line: PageLine, forms: frozenset[Form]) -> set[int]:
    """Where the labels end that begin the line or stand behind a mark."""
    norms = [token.norm for token in line.tokens]
    ends = set()
    for i in range(len(norms)):
        if i == 0 or not norms[i - 1][:1].isalnum():
            fitting = [form for form in forms if tuple(norms[i : i + len(form)]) == form]
            if fitting:
                ends.add(line.tokens[i + max(map(len, fitting)) - 1].end)
    return ends


def _is_time(line: PageLine, span: Span) -> bool:
    """Whether no more than a time and small words such as "on" stand in a span."""
    small = all(len(word.text) <= _SMALL for word in line.other_words(span))
    return span[1] - span[0] <= _LONGEST_GAP and (small or _TIME.search(line.document.slice(span)) is not None)


def header_day(line: PageLine) -> dt.date | None:
    """The day of a line that says no more than a day, a time and where or by whom."""
    if len(line.dates) != 1 or len(line.text) > _LONGEST or line.is_sentence:
        return None
    (date,) = line.dates
    day = written_day(line.document, date)
    return day if day and _is_time(line, line.behind(date)) and _is_place(line, date) else None


def placed_day(line: PageLine) -> dt.date | None:
    """The same of a first line that says where too: a day alone above the headline may be that of a visit to the page."""
    return header_day(line) if line.dates and line.names(line.before(line.dates[0])) else None


def _is_place(line: PageLine, date: Mention) -> bool:
    """Whether a place, an outlet or a name at most stand before a date, with a few words that belong to them."""
    span = line.before(date)
    words, names = line.other_words(span), line.names(span)
    if line.is_announced(date):
        return False
    if not words or not names:
        return not words
    if line.document.language == "en" and not all(w.text[0].isupper() or len(w.text) <= _SMALL for w in words):
        return False
    if _SET_OFF.search(line.document.slice(span)):
        return len(words) <= _WORDS_BEFORE
    return len(words) == 1 and len(words[0].text) <= _SMALL and words[0].end > names[-1].end


def title_day(line: PageLine) -> dt.date | None:
    """The day at the end of a document's headline, behind a dash («Press briefing – June 24, 2024»)."""
    if not line.dates or line.is_sentence or not line.document.mentions_in(line.span, "document"):
        return None
    date = line.dates[-1]
    dashed = _DASH.search(line.document.slice(line.before(date)))
    ends = not line.other_words(line.behind(date))
    return written_day(line.document, date) if dashed and ends else None


def only(days: Collection[dt.date]) -> dt.date | None:
    """The one day of ``days``; None for none or several."""
    return next(iter(days)) if len(days) == 1 else None
