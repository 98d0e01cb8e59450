"""Periods that have names: quarters, halves, seasons, weekends, feasts, decades."""

from __future__ import annotations

from consistency.dates.cycle import Cycle
from consistency.dates.interval import months
from consistency.dates.portion import Part
from consistency.dates.terms import Current, Named, Portion
from consistency.language.dates.frames import bare_unit, placed, relative, year_frame
from consistency.language.dates.months import month
from consistency.language.dates.parts import DASHES, Count, Found, direction_before, longest, ordinal
from consistency.language.dates.years import plain_year
from consistency.language.wordindex import WordIndex

_HALVES: dict[int, Part] = {1: "half1", 2: "half2"}


def frame(index: WordIndex, i: int) -> Found | None:
    """The month, year or current unit that something is counted in."""
    return longest(month(index, i), plain_year(index, i), relative(index, i), bare_unit(index, i))


def framed(index: WordIndex, i: int) -> Found | None:
    """The same behind its link; Arabic may do without one («آخر أسبوع في سبتمبر», «ثلاثاء الشهر»)."""
    start = index.after(i, "link", "of", "in")
    return frame(index, start)


def quarter(index: WordIndex, i: int) -> Found | None:
    """«الربع الأول من 2024», "second quarter", "Q3 2024", "2018Q4"."""
    marked = _marked(index, i, "quarter")
    number = marked or _quarter_number(index, i)
    if number is None or not (1 <= number.number <= 4 or number.number == -1):
        return _glued_quarter(index, i)
    found = placed(index, number.last, Cycle("quarter", (4 if number.number == -1 else number.number,)))
    return found if number.number > 0 or found.last > number.last else None


def _quarter_number(index: WordIndex, i: int) -> Count | None:
    if index.language == "en":
        number = ordinal(index, i)
        unit = index.word(number.last, "calendar_unit", "quarter") if number else None
        return Count(unit.last, number.number) if number and unit and unit.features.get("number") != "p" else None
    unit = index.word(i, "calendar_unit", "quarter")
    return ordinal(index, unit.last) if unit and "article" in unit.features else None


def _marked(index: WordIndex, i: int, kind: str) -> Count | None:
    """A letter with its number: "Q3", "H1"."""
    mark = index.word(i, "mark", kind)
    text = index.text(i + 1)
    return Count(i + 2, int(text)) if mark and text in ("1", "2", "3", "4") and index.glued(i + 1) else None


def _glued_quarter(index: WordIndex, i: int) -> Found | None:
    """A year with its quarter: "2018Q4", "18q4"."""
    text = index.text(i)
    marked = (
        _marked(index, i + 1, "quarter") if text.isdecimal() and len(text) in (2, 4) and index.glued(i + 1) else None
    )
    if marked is None:
        return None
    year = int(text) if len(text) == 4 else 2000 + int(text)
    return Found(marked.last, months(year * 12 + 3 * (marked.number - 1), 3, "quarter"))


def half(index: WordIndex, i: int) -> Found | None:
    """«النصف الثاني من العام», "the first half of June", "H1 2024"."""
    marked = _marked(index, i, "half")
    number = marked or _half_number(index, index.after(i, "link", "the"))
    if number is None or number.number not in _HALVES:
        return None
    whole = year_frame(index, number.last) if marked else framed(index, number.last)
    return Found(whole.last, Portion(_HALVES[number.number], whole.term)) if whole else None


def _half_number(index: WordIndex, i: int) -> Count | None:
    if index.language == "en":
        number = ordinal(index, i)
        word = index.word(number.last, "half") if number else None
        return Count(word.last, 2 if number.number == -1 else number.number) if number and word else None
    word = index.word(i, "half")
    number = ordinal(index, word.last) if word and "article" in word.features else None
    return number and Count(number.last, 2 if number.number == -1 else number.number)


def season(index: WordIndex, i: int) -> Found | None:
    """«صيف 2011», «شتاء 2011-2012», «الصيف المقبل», "this summer": only with a year or a direction."""
    before = direction_before(index, i)
    start = index.after(before.last if before else index.after(i, "link", "the"), "filler", "season")
    word = index.word(start, "season")
    if word is None:
        return None
    found = placed(index, word.last, Cycle("season", (int(word.id),)), before)
    if not before and found.last == word.last:
        return None
    second = plain_year(index, found.last + 1) if index.text(found.last) in DASHES | {"/"} else None
    return Found(second.last, found.term) if second else found


def weekend(index: WordIndex, i: int) -> Found | None:
    """«عطلة نهاية الأسبوع الماضي», "this weekend"."""
    before = direction_before(index, i)
    word = index.word(before.last if before else index.after(i, "link", "the"), "weekend")
    if word is None:
        return None
    cycle = Cycle("weekend", (int(word.features["weekday"]),))
    if before and before.id == "next":
        return Found(word.last, Named(cycle, Current("week", 1)))
    return placed(index, word.last, cycle, before)


def feast(index: WordIndex, i: int) -> Found | None:
    """«عيد الفطر 2013», "next Thanksgiving"."""
    before = direction_before(index, i)
    word = index.word(before.last if before else i, "feast")
    if word is None:
        return None
    found = placed(index, word.last, Cycle("feast", rule=word.features["rule"]), before)
    return None if word.features.get("doubt") == "yes" and found.last == word.last and not before else found


def decade(index: WordIndex, i: int) -> Found | None:
    """«تسعينيات القرن الماضي», "the 1990s", "the nineties"."""
    start = index.after(index.after(i, "link", "the"), "filler", "decade")
    text = index.text(start)
    suffix = index.word(start + 1, "suffix", "decade") if index.glued(start + 1) else None
    if (
        suffix
        and text.isdecimal()
        and len(text) == 4
        and text.endswith("0")
        and (text >= "2" or not text.endswith("00"))
    ):
        return Found(suffix.last, months(int(text) * 12, 120, "decade"))
    if suffix and text.isdecimal() and len(text) == 2 and text >= "20" and text.endswith("0") and _is_the(index, start):
        return Found(suffix.last, months((1900 + int(text)) * 12, 120, "decade"))
    word = index.word(start, "decade")
    if word is None or (index.language == "en" and not _is_the(index, start)):
        return None
    century = index.word(index.after(word.last, "link", "of"), "century")
    return Found(century.last if century else word.last, months((1900 + int(word.id)) * 12, 120, "decade"))


def _is_the(index: WordIndex, i: int) -> bool:
    """Whether the article, or an apostrophe for the century, stands before token ``i``."""
    return index.ending(i, "link", "the") is not None or (index.text(i - 1) == "'" and index.glued(i))
