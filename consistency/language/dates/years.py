"""Years: with a word for it («عام 2011»), in digits, in words, of either era."""

from __future__ import annotations

import unicodedata

from consistency.dates.hijri import FIRST, LAST, hijri_year
from consistency.dates.interval import year as gregorian
from consistency.language.dates.parts import DASHES, Count, Found, is_led
from consistency.language.numbers.cardinals import read_cardinal
from consistency.language.numbers.labels import is_label
from consistency.language.wordindex import CONJUNCTION, WordIndex, once

_EARLIEST, _LATEST = 1900, 2100
_LETTERS = {"ه": "hijri", "م": "common"}
"""The letters that stand for the eras («1442هـ», «2021م»)."""
_TANWEEN = "\u064b"


def year(index: WordIndex, i: int) -> Found | None:
    """«عام 2011», «عامي 2011», «العام 1442 هـ», "the year 2011", "2014 AD": a year that its words make certain."""
    word = index.word(index.after(i, "link", "the"), "calendar_unit", "year")
    if word:
        several = "count" in word.features or word.features.get("number") == "p"
        number = _digits(index, word.last) if several else _number(index, word.last)
        return _with_era(index, number) if number else None
    number = Count(i + 1, int(index.text(i))) if _is_short(index.text(i)) else None
    return _with_era(index, number) if number and _era(index, number.last) else None


@once
def plain_year(index: WordIndex, i: int) -> Found | None:
    """A year where one is due: four digits, or the words of a number from 1900 on."""
    i = _past_comma(index, i)
    found = year(index, i)
    number = None if found else _digits(index, i) or _words(index, i)
    return _with_era(index, number) if number else found


def _past_comma(index: WordIndex, i: int) -> int:
    """The token after a comma that belongs behind the year but was written before it («نيسان ،2010»)."""
    misplaced = index.text(i) == "،" and index.glued(i + 1) and not index.glued(i)
    return i + 1 if misplaced and _digits(index, i + 1) else i


def hijri_plain_year(index: WordIndex, i: int) -> Found | None:
    """A year behind a Hijri month: four digits within the tables, or a year of the other era."""
    text = index.text(i)
    if _is_short(text) and FIRST <= int(text) <= LAST:
        return _with_era(index, Count(i + 1, int(text)))
    return plain_year(index, i)


def bare_year(index: WordIndex, i: int) -> Found | None:
    """Four digits that nothing else claims: no count, no label, no part of a longer number."""
    number = _digits(index, i)
    if number is None or is_label(index, i, number.last) or _counts(index, number) or _is_money(index, i):
        return None
    return Found(number.last, gregorian(number.number))


def _is_money(index: WordIndex, i: int) -> bool:
    return index.glued(i) and unicodedata.category(index.tokens[i - 1].text[-1]) == "Sc"


def _counts(index: WordIndex, number: Count) -> bool:
    """Whether the number seems to count what follows it; round numbers are years only where a time is led in."""
    i = number.last
    if any(index.word(i, kind) for kind in ("unit", "scale", "percent", "calendar_unit")) or index.text(i) in (
        "%",
        "٪",
    ):
        return True
    following = index.tokens[i].text if i < len(index.tokens) else ""
    if _TANWEEN in following:
        return True
    apart = not following[:1].isalpha() or index.text(i) == CONJUNCTION or index.word(i, "link") is not None
    if number.number % 100 == 0:
        return not apart or not is_led(index, i - 1)
    return index.language == "ar" and not (apart or is_led(index, i - 1) or index.is_definite(i))


def _digits(index: WordIndex, i: int) -> Count | None:
    text = index.text(i)
    if len(text) != 4 or not text.isdecimal() or not _EARLIEST <= int(text) < _LATEST:
        return None
    mark = index.text(i + 1)
    joined = index.glued(i + 1) and index.glued(i + 2) and index.text(i + 2).isdecimal()
    if joined and (mark in ("/", ":", ".") or (mark in DASHES and len(index.text(i + 2)) < 4)):
        return None
    return None if index.glued(i + 1) and index.word(i + 1, "suffix") else Count(i + 1, int(text))


def _words(index: WordIndex, i: int) -> Count | None:
    found = None if index.text(i)[:1].isdecimal() else read_cardinal(index, i)
    if found is None or not _EARLIEST <= found.value < _LATEST or found.value % 1 or index.word(found.last, "unit"):
        return None
    return Count(found.last, int(found.value))


def _number(index: WordIndex, i: int) -> Count | None:
    """The number behind a word for "year"."""
    text = index.text(i)
    if _is_short(text) and len(text) == 4:
        return Count(i + 1, int(text))
    return _words(index, i)


def _is_short(text: str) -> bool:
    return text.isdecimal() and len(text) <= 4 and int(text) > 0


def _with_era(index: WordIndex, number: Count) -> Found | None:
    era = _era(index, number.last)
    last = number.last if era is None else era[0]
    hijri = FIRST <= number.number <= LAST and (era is None or era[1] != "common")
    if not hijri:
        return Found(last, gregorian(number.number))
    found = hijri_year(number.number)
    return None if found is None else Found(last, found)


def _era(index: WordIndex, i: int) -> tuple[int, str] | None:
    """(last, era) of the word or letter behind a year."""
    word = index.word(i, "era")
    if word and not (word.features.get("doubt") == "yes" and index.tokens[i].text.islower()):
        return word.last, word.id
    goes_on = index.glued(i + 1) and index.text(i + 1)[:1].isalnum()
    era = None if goes_on or not index.text(i - 1).isdecimal() else _LETTERS.get(index.text(i))
    return (i + 1, era) if era else None
