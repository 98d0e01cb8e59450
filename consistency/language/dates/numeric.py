"""Dates in figures: 14/12/2021, 2021-12-14, 31-Oct-74, 10.31.1974, 2014-10."""

from __future__ import annotations

import datetime as dt
import re

from consistency.dates.hijri import FIRST, LAST, hijri_day
from consistency.dates.interval import Interval, months, one_day
from consistency.language.dates.parts import Found
from consistency.language.wordindex import WordIndex

_SEPARATORS = frozenset({"/", "-", ".", "–", "\\"})
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_LONGEST = 4
_PIVOT = 50
"""Two figures from here on are a year of the last century."""


def numeric(index: WordIndex, i: int) -> Found | None:
    """A day or a month in figures; a month without a day only with a year of four figures."""
    fields, last = _spaced(index, i) or _fields(index, i)
    if len(fields) == 2:
        return _month(fields, last)
    if len(fields) != 3 or not all(fields):
        return None
    found = _day(index, fields)
    return Found(last, found) if found else None


def short_numeric(index: WordIndex, i: int) -> tuple[int, int, int] | None:
    """(last, month, day) of «14/12» or "2/15"; only the words around can say that it is a date."""
    fields, last = _fields(index, i)
    if len(fields) != 2 or not all(f.isdecimal() and len(f) <= 2 for f in fields):
        return None
    first, second = map(int, fields)
    day, month = (first, second) if second <= 12 and (index.language == "ar" or first > 12) else (second, first)
    return (last, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _fields(index: WordIndex, i: int) -> tuple[list[str], int]:
    """Up to three figures (a month may be a name) with one mark glued between them, and the token after."""
    text = index.text(i)
    if not text[:1].isdecimal():
        return [], i
    if _DOTTED.fullmatch(text):
        return text.split("."), i + 1
    fields, last = [text], i + 1
    while len(fields) < 3 and index.text(last) in _SEPARATORS and index.glued(last) and index.glued(last + 1):
        name = index.word(last + 1, "month")
        if not index.text(last + 1).isdecimal() and not name:
            break
        fields.append(name.id if name else index.text(last + 1))
        last += 2
    more = index.text(last) in _SEPARATORS - {".", "-"} and index.glued(last) and index.text(last + 1).isdecimal()
    return ([], i) if more or max(map(len, fields)) > _LONGEST else (fields, last)


def _spaced(index: WordIndex, i: int) -> tuple[list[str], int] | None:
    """«14 / 12 / 2021»: figures with a stroke that stands apart between them."""
    texts = [index.text(j) for j in range(i, i + 5)]
    fields = texts[::2]
    apart = texts[1] == texts[3] == "/" and not any(index.glued(j) for j in range(i + 1, i + 5))
    dated = all(f.isdecimal() for f in fields) and sorted(map(len, fields))[::2] in ([1, 4], [2, 4])
    return (fields, i + 5) if apart and dated and index.text(i + 5) != "/" else None


def _month(fields: list[str], last: int) -> Found | None:
    year, month = sorted(fields, key=len, reverse=True)
    if len(year) != 4 or not (year.isdecimal() and month.isdecimal()):
        return None
    if not 1900 <= int(year) < 2100 or not 1 <= int(month) <= 12:
        return None
    return Found(last, months(int(year) * 12 + int(month) - 1, 1, "month"))


def _day(index: WordIndex, fields: list[str]) -> Interval | None:
    if not all(f.isdecimal() for f in fields):
        return None
    if len(fields[0]) == 4:
        year, first, second = map(int, fields)
        return _built(year, first, second) or _built(year, second, first)
    first, second = int(fields[0]), int(fields[1])
    year = _century(fields[2])
    pairs = [(second, first), (first, second)]
    if index.language == "en" and not _day_comes_first(index):
        pairs.reverse()
    return next((found for month, day in pairs if (found := _built(year, month, day))), None)


def _century(text: str) -> int:
    if len(text) > 2:
        return int(text)
    return int(text) + (1900 if int(text) >= _PIVOT else 2000)


def _built(year: int, month: int, day: int) -> Interval | None:
    if FIRST <= year <= LAST:
        found = hijri_day(year, month, day)
        return one_day(found) if found else None
    try:
        return one_day(dt.date(year, month, day)) if 1900 <= year < 2100 else None
    except ValueError:
        return None


def _day_comes_first(index: WordIndex) -> bool:
    """Whether another date of the same text can only be read day first (31/12/2020); America writes the month first."""
    for i, token in enumerate(index.tokens):
        if token.norm.isdecimal() and len(token.norm) <= 2 and 12 < int(token.norm) <= 31:
            fields, _ = _fields(index, i)
            if len(fields) == 3 and fields[1].isdecimal() and int(fields[1]) <= 12 and len(fields[2]) == 4:
                return True
    return False
