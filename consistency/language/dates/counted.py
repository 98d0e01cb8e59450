"""Periods that are counted: the second Tuesday of a month, its last week, the first months of a year."""

from __future__ import annotations

from consistency.dates.cycle import Cycle
from consistency.dates.terms import At, Current, Distance, Either, Named, Ordinal, Portion, Stretch
from consistency.language.dates.days import day
from consistency.language.dates.frames import relative
from consistency.language.dates.months import date
from consistency.language.dates.parts import Found, longest, ordinal
from consistency.language.dates.periods import feast, frame, framed
from consistency.language.numbers.cardinals import read_cardinal
from consistency.language.wordindex import WordIndex, once


@once
def nth(index: WordIndex, i: int) -> Found | None:
    """«ثالث ثلاثاء من أيلول», «الأسبوع الأول من الشهر», "the last Monday of March", "the third last week of 2018"."""
    counted = _number_first(index, index.after(i, "link", "the")) or _number_last(index, i)
    if counted is None:
        return None
    last, number, cycle = counted
    after = _after(index, last, number, cycle)
    inside = framed(index, last)
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


def day_of_feast(index: WordIndex, i: int) -> Found | None:
    """«ثاني أيام عيد الأضحى», "the second day of Eid al-Adha"."""
    number = ordinal(index, index.after(i, "link", "the"))
    unit = index.word(number.last, "calendar_unit", "day") if number else None
    found = feast(index, index.after(unit.last, "link", "of")) if unit else None
    if number is None or found is None or number.number < 1:
        return None
    return Found(found.last, Distance(number.number - 1, "day", found.term))


def closest(index: WordIndex, i: int) -> Found | None:
    """A day by its nearness to another: "the second closest Monday to October 5"."""
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


def week_of(index: WordIndex, i: int) -> Found | None:
    """The week from Monday that holds a day, or its next day: "the week of October 6" (a Sunday) begins on the 7th."""
    unit = index.word(index.after(i, "link", "the"), "calendar_unit", "week")
    link = index.word(unit.last, "link", "of") if unit else None
    base = date(index, link.last) if link else None
    return Found(base.last, Current("week", 0, Distance(1, "day", base.term))) if base else None


def weekday_of_week(index: WordIndex, i: int) -> Found | None:
    """The week before its day: "last week's Sunday"."""
    week = relative(index, i)
    if week is None or not isinstance(week.term, Current) or week.term.unit != "week":
        return None
    word = index.word(week.last, "weekday")
    return Found(word.last, Named(Cycle("weekday", (int(word.id),)), week.term)) if word else None
