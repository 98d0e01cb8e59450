"""Finds the dates of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.dates import DateExpression
from consistency.dates.terms import Lean, Reach, Term, leaning
from consistency.language.dates.durations import duration
from consistency.language.dates.parts import Found, longest
from consistency.language.dates.points import point
from consistency.language.dates.ranges import Range, date_range
from consistency.language.dates.starts import starts
from consistency.language.wordindex import COUNTED, DATES, NUMBERS, WordIndex, index_words
from consistency.model import Language, Mention, Token

_LEANS: dict[str, Lean] = {"since": "since", "ahead": "ahead", "until": "until"}


def find_dates(tokens: Sequence[Token], words: Sequence[Mention], language: Language) -> list[Mention]:
    """Every date, period and duration that lies in time: type "date" with a DateExpression."""
    index = index_words(tokens, words, (NUMBERS, DATES, COUNTED), language)
    found: list[Mention] = []
    taken = 0
    for i in starts(index):
        if i >= taken:
            read = _first_read(index, i, taken)
            if read:
                first = read.first if read.first >= taken else i
                taken = read.last
                if not index.ending(first, "every"):
                    found.append(_mention(index, first, read))
                    index = replace(index, referent=read.term, told=read.last, readings={})
    return found


def _first_read(index: WordIndex, i: int, floor: int) -> Range | None:
    """The date that begins at token ``i``, or at the article before it ("a year ago")."""
    article = index.ending(i, "link", "a")
    led = read_date(index.opened(article.first), article.first) if article and article.first >= floor else None
    return led if led and led.last > i else read_date(index.opened(i), i)


def read_date(index: WordIndex, i: int) -> Range | None:
    """The longest date that begins at token ``i``; a range takes in the word before it that leads it in."""
    found = longest(point(index, i), duration(index, i))
    stretch = date_range(index, i, found)
    if stretch and (found is None or stretch.last > found.last):
        return stretch
    return Range(i, found.last, _leaning(index, i, found)) if found else None


def _leaning(index: WordIndex, i: int, found: Found) -> Term:
    """The term with the direction of the word before it: "since March", «بحلول آذار»."""
    before = (m.features["lean"] for _, m in index.ends.get(i, ()) if "lean" in m.features)
    lean = next(before, None)
    return found.term if lean is None or isinstance(found.term, Reach) else leaning(found.term, _LEANS[lean])


def _mention(index: WordIndex, first: int, read: Range) -> Mention:
    start, proclitics = index.opening_of(first)
    end = _end(index, read.last)
    expression = DateExpression(_words(index.tokens[first : read.last], start, end), read.term)
    return Mention("date", "", start, end, first, read.last, proclitics, value=expression)


def _words(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words from ``start`` to ``end`` as written, any white space between them as one space."""
    pieces = []
    for token, following in zip(tokens, (*tokens[1:], None), strict=True):
        apart = following is not None and following.start > token.end
        pieces.append(token.text[max(0, start - token.start) : end - token.start] + " " * apart)
    return "".join(pieces)


def _end(index: WordIndex, last: int) -> int:
    """The end of the last word without its possessive ("last week's")."""
    closing = [m.end for _, m in index.ends.get(last, ()) if m.enclitic]
    return closing[0] if closing else index.tokens[last - 1].end
