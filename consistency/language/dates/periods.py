"""Periods that are counted or named: quarters, halves, seasons, feasts, decades, the second Tuesday of a month."""

from __future__ import annotations

from typing import cast

from consistency.dates.cycle import Cycle
from consistency.dates.interval import months
from consistency.dates.portion import Part
from consistency.dates.terms import At, Current, Distance, Either, Named, Ordinal, Portion, Stretch
from consistency.language.dates.days import day
from consistency.language.dates.frames import bare_unit, placed, relative, year_frame
from consistency.language.dates.months import date, month
from consistency.language.dates.parts import DASHES, Count, Found, direction_before, longest, ordinal
from consistency.language.dates.years import plain_year
from consistency.language.numbers.cardinals import read_cardinal
from consistency.language.wordindex import WordIndex

_HALVES: dict[int, Part] = {1: "half1", 2: "half2"}


def frame(index: WordIndex, i: int) -> Found | None:
    """The month, year or current unit that something is counted in."""
    return longest(month(index, i), plain_year(index, i), relative(index, i), bare_unit(index, i))


def _framed(index: WordIndex, i: int) -> Found | None:
    """The same behind its link; Arabic may do without one («آخر أسبوع في سبتمبر», «ثلاثاء الشهر»)."""
    start = index.after(i, "link", "of", "in")
    return frame(index, start)


def nth(index: WordIndex, i: int) -> Found | None:
    """«ثالث ثلاثاء من أيلول», «الأسبوع الأول من الشهر», "the last Monday of March", "the third last week of 2018"."""
    counted = _number_first(index, index.after(i, "link", "the")) or _number_last(index, i)
    if counted is None:
        return None
    last, number, cycle = counted
    after = _after(index, last, number, cycle)
    inside = _framed(index, last)
    if after or inside is None:
        return after
    return Found(inside.last, Ordinal(number, cycle, inside.term))


def _number_first(index: WordIndex, i: int) -> tuple[int, int, Cycle] | None:
    """«ثالث يوم ثلاثاء», "the third week", "the second last week"."""
    number = ordinal(index, i)
    if number is None:
        return None
    again = index.word(number.last, "ordinal", "last") if number.number > 0 else None
    start = again.last if again else number.last
    filler = index.word(start, "filler", "day") if index.language == "ar" else None
    found = (_weekday(index, filler.last) if filler else None) or _counted(index, start)
    return found and (found[0], -number.number if again else number.number, found[1])


def _number_last(index: WordIndex, i: int) -> tuple[int, int, Cycle] | None:
    """«الأسبوع الأول», «اليوم الأخير»: Arabic only."""
    found = _counted(index, i) if index.language == "ar" else None
    number = ordinal(index, found[0]) if found else None
    return (number.last, number.number, found[1]) if found and number else None


def _counted(index: WordIndex, i: int) -> tuple[int, Cycle] | None:
    weekday = _weekday(index, i)
    if weekday:
        return weekday
    unit = index.word(i, "calendar_unit", "day", "week", "month")
    single = unit and unit.features.get("number") != "p" and "count" not in unit.features
    return (unit.last, Cycle("unit", rule=unit.id)) if unit and single else None


def _weekday(index: WordIndex, i: int) -> tuple[int, Cycle] | None:
    word = index.word(i, "weekday")
    return (word.last, Cycle("weekday", (int(word.id),))) if word else None


def _after(index: WordIndex, last: int, number: int, cycle: Cycle) -> Found | None:
    """«ثالث ثلاثاء بعد عيد الميلاد»."""
    link = index.word(last, "link", "after")
    base = longest(feast(index, link.last), date(index, link.last)) if link and cycle.kind == "weekday" else None
    if base is None or number < 1:
        return None
    return Found(base.last, At(Named(cycle, lean="next", skip=number - 1), base.term))


def weekday_of_month(index: WordIndex, i: int) -> Found | None:
    """«الأربعاء الثاني من تشرين الأول»: the second of the month if that is a Wednesday, else its second Wednesday."""
    counted, group = nth(index, i), day(index, i)
    if counted is None or group is None or counted.last != group.last or counted.term == group.term:
        return longest(counted, group)
    if isinstance(group.term, Either):
        return Found(group.last, Either((group.term.options[0], counted.term)))
    if isinstance(counted.term, Ordinal) and counted.term.number > 0 and counted.term.cycle.kind == "weekday":
        return Found(group.last, Either((Named(counted.term.cycle, group.term), counted.term)))
    return counted


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
    """"Q3", "H1"."""
    mark = index.word(i, "mark", kind)
    text = index.text(i + 1)
    return Count(i + 2, int(text)) if mark and text in ("1", "2", "3", "4") and index.glued(i + 1) else None


def _glued_quarter(index: WordIndex, i: int) -> Found | None:
    """"2018Q4", "18q4"."""
    text = index.text(i)
    marked = _marked(index, i + 1, "quarter") if text.isdecimal() and len(text) in (2, 4) and index.glued(i + 1) else None
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
    whole = year_frame(index, number.last) if marked else _framed(index, number.last)
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
    if suffix and text.isdecimal() and len(text) == 4 and text.endswith("0") and (text >= "2" or not text.endswith("00")):
        return Found(suffix.last, months(int(text) * 12, 120, "decade"))
    if suffix and text.isdecimal() and len(text) == 2 and text >= "20" and text.endswith("0") and _is_the(index, start):
        return Found(suffix.last, months((1900 + int(text)) * 12, 120, "decade"))
    word = index.word(start, "decade")
    if word is None or (index.language == "en" and not _is_the(index, start)):
        return None
    century = index.word(index.after(word.last, "link", "of"), "century")
    return Found(century.last if century else word.last, months((1900 + int(word.id)) * 12, 120, "decade"))


def first_of(index: WordIndex, i: int) -> Found | None:
    """«الأشهر الثلاثة الأولى من عام 2021», "the last two weeks of May", "the first days of June"."""
    read = _first_english(index, index.after(i, "link", "the")) if index.language == "en" else _first_arabic(index, i)
    link = index.word(read[0], "link", "of", "in") if read else None
    whole = frame(index, link.last) if link else None
    if read is None or whole is None:
        return None
    _, end, count, unit = read
    if count is None:
        return Found(whole.last, Portion("late" if end < 0 else "early", whole.term))
    cycle = Cycle("unit", rule=unit)
    first, last = (1, count) if end > 0 else (-count, -1)
    return Found(whole.last, Stretch(Ordinal(first, cycle, whole.term), Ordinal(last, cycle, whole.term)))


_Counted = tuple[int, int, int | None, str]
"""(last, 1 or -1 for the first or last ones, how many, of which unit)."""


def _first_english(index: WordIndex, i: int) -> _Counted | None:
    end = ordinal(index, i)
    number = read_cardinal(index, end.last) if end else None
    unit = index.word(number.last if number else end.last, "calendar_unit") if end else None
    if end is None or unit is None or unit.features.get("number") != "p" or abs(end.number) != 1:
        return None
    return unit.last, end.number, int(number.value) if number else None, unit.id


def _first_arabic(index: WordIndex, i: int) -> _Counted | None:
    unit = index.word(i, "calendar_unit")
    number = read_cardinal(index, unit.last) if unit else None
    end = ordinal(index, number.last if number else unit.last) if unit else None
    if end is None or unit is None or unit.features.get("number") != "p" or abs(end.number) != 1:
        return None
    return end.last, end.number, int(number.value) if number else None, unit.id


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


def day_of_feast(index: WordIndex, i: int) -> Found | None:
    """«ثاني أيام عيد الأضحى», "the second day of Eid al-Adha"."""
    number = ordinal(index, index.after(i, "link", "the"))
    unit = index.word(number.last, "calendar_unit", "day") if number else None
    found = feast(index, index.after(unit.last, "link", "of")) if unit else None
    if number is None or found is None or number.number < 1:
        return None
    return Found(found.last, Distance(number.number - 1, "day", found.term))


def closest(index: WordIndex, i: int) -> Found | None:
    """"the second closest Monday to October 5"."""
    number = ordinal(index, i)
    word = index.word(number.last if number else i, "closest")
    cycle = _cycle(index, word.last) if word else None
    link = index.word(cycle[0], "link", "to") if cycle else None
    base = day(index, link.last) if link else None
    if cycle is None or base is None or (number and number.number < 1):
        return None
    return Found(base.last, At(Named(cycle[1], lean="nearest", skip=number.number - 1 if number else 0), base.term))


def _cycle(index: WordIndex, i: int) -> tuple[int, Cycle] | None:
    word = index.word(i, "feast")
    return (word.last, Cycle("feast", rule=word.features["rule"])) if word else _counted(index, i)


def _is_the(index: WordIndex, i: int) -> bool:
    """Whether the article, or an apostrophe for the century, stands before token ``i``."""
    return index.ending(i, "link", "the") is not None or (index.text(i - 1) == "'" and index.glued(i))


def week_of(index: WordIndex, i: int) -> Found | None:
    """"the week of October 7": the week from Monday that holds the day, from the next day for a Sunday."""
    unit = index.word(index.after(i, "link", "the"), "calendar_unit", "week")
    link = index.word(unit.last, "link", "of") if unit else None
    base = date(index, link.last) if link else None
    return Found(base.last, Current("week", 0, Distance(1, "day", base.term))) if base else None


def weekday_of_week(index: WordIndex, i: int) -> Found | None:
    """"last week's Sunday"."""
    week = relative(index, i)
    word = index.word(week.last, "weekday") if week and cast(Current, week.term).unit == "week" else None
    return Found(word.last, Named(Cycle("weekday", (int(word.id),)), week.term)) if week and word else None
