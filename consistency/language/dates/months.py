"""Months of both calendars, by any of their names, and days of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consistency.dates.cycle import Cycle
from consistency.dates.portion import Part
from consistency.dates.terms import Current, Named, Portion
from consistency.language.dates.frames import placed, relative
from consistency.language.dates.parts import (
    PARTS,
    Count,
    Found,
    day_of_month,
    direction_before,
    is_alone,
    is_led,
    ordinal,
)
from consistency.language.numbers.cardinals import read_cardinal
from consistency.language.wordindex import WordIndex, once
from consistency.model import Mention

_Kind = Literal["month", "hijri_month"]
_KINDS: tuple[_Kind, _Kind] = ("month", "hijri_month")
_OPENERS = {"/": "", "(": ")", "[": "]", "-": "", "–": "", "\\": ""}


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month's name that ends before token ``last``, doubled or not; ``doubtful`` if it may be another word,
    ``named`` if it may be the name of a person.
    """

    last: int
    kind: _Kind
    number: int
    part: Part | None = None
    doubtful: bool = False
    named: bool = False

    @property
    def hijri(self) -> bool:
        return self.kind == "hijri_month"


def month_name(index: WordIndex, i: int) -> MonthName | None:
    """«أيلول», «شهر أغسطس/آب», «حزيران (يونيو)», «شهر 3», "Sept.", "the month of May", "mid-June"."""
    if i not in index.openings:
        return None
    filler = index.word(i, "filler", "month") or _month_of(index, i)
    start = filler.last if filler else i
    kind = _KINDS[index.word(start, "month") is None]
    word = index.word(start, kind)
    if word is None:
        return _numbered(index, start) if filler else None
    last = _doubled(index, _stopped(index, word), kind, word.id)
    doubled = last > word.last + 1
    doubtful = word.features.get("doubt") == "yes" and not (filler or doubled or _is_sure(index, word))
    part = PARTS.get(word.features.get("part", ""))
    return MonthName(last, kind, int(word.id), part, doubtful, "name" in word.features)


def _month_of(index: WordIndex, i: int) -> Mention | None:
    unit = index.word(i, "calendar_unit", "month")
    return index.word(unit.last, "link", "of") if unit and index.language == "en" else None


def _is_sure(index: WordIndex, word: Mention) -> bool:
    text = index.tokens[word.first].text
    return any(spelling in text for spelling in word.features.get("sure", "").split())


def _stopped(index: WordIndex, word: Mention) -> int:
    """The token after an abbreviation's full stop, if the sentence goes on behind it."""
    last, following = word.last, index.tokens[word.last + 1].text[:1] if word.last + 1 < len(index.tokens) else ""
    stop = word.features.get("short") == "yes" and index.text(last) == "." and index.glued(last)
    return last + 1 if stop and not following.isupper() else last


def _doubled(index: WordIndex, i: int, kind: str, number: str) -> int:
    """The token after the same month's other name: «ديسمبر/ كانون الأول», «حزيران (يونيو)»."""
    closer = _OPENERS.get(index.text(i))
    second = index.word(i if closer is None else i + 1, kind, number)
    if second is None or (closer and index.text(second.last) != closer):
        return i
    return second.last + bool(closer)


def _numbered(index: WordIndex, i: int) -> MonthName | None:
    """«شهر 3», «شهر ثلاثة», «الشهر التاسع»; «شهر واحد» is a length."""
    number = _small_digits(index, i) or ordinal(index, i) or _cardinal(index, i)
    return MonthName(number.last, "month", number.number) if number and 1 <= number.number <= 12 else None


def _small_digits(index: WordIndex, i: int) -> Count | None:
    text = index.text(i)
    return Count(i + 1, int(text)) if text.isdecimal() and len(text) <= 2 else None


def _cardinal(index: WordIndex, i: int) -> Count | None:
    found = read_cardinal(index, i)
    return Count(found.last, int(found.value)) if found and 2 <= found.value <= 12 and found.value % 1 == 0 else None


def month(index: WordIndex, i: int) -> Found | None:
    """A month with its year or direction; a name that is another word too only where its neighbours make it a month."""
    before = direction_before(index, i)
    start = before.last if before else i
    name = month_name(index, start)
    if name is None:
        return None
    found = placed(index, name.last, Cycle(name.kind, (name.number,)), before)
    if not (before or found.last > name.last) and _is_other_word(index, i, name):
        return None
    return Found(found.last, Portion(name.part, found.term)) if name.part else found


def _is_other_word(index: WordIndex, i: int, name: MonthName) -> bool:
    """Whether a month's name by itself is rather a verb («مارس», "may") or a person ("April Glaspie")."""
    following = index.tokens[name.last].text if name.last < len(index.tokens) else ""
    person = name.named and following[:1].isupper() and not is_led(index, i)
    return person or (name.doubtful and not _is_supported(index, i, name))


def _is_supported(index: WordIndex, i: int, name: MonthName) -> bool:
    if index.language == "ar":
        return is_led(index, i)
    joint = index.word(name.last, "link", "and", "or")
    listed = joint is not None and index.word(joint.last, "month") is not None
    return index.tokens[i].text[:1].isupper() and (listed or is_led(index, i) or is_alone(index, i, name.last))


@once
def date(index: WordIndex, i: int) -> Found | None:
    """A day of a month, in either order: «الثالث من أيار 2010», «14 شهر شباط», "May 5, 2011", "the 3rd of next month"."""
    return _day_first(index, i) or _month_first(index, i)


def _day_first(index: WordIndex, i: int) -> Found | None:
    start = index.after(i, "link", "the")
    filler = index.word(start, "filler", "day")
    day = _day(index, filler.last if filler else start)
    if day is None:
        return None
    after = index.after(day.last, "filler", "day")
    name = month_name(index, index.after(after, "link", "of"))
    if name is None:
        return _day_of_relative(index, day.number, after)
    return _dated(index, name, day.number, name.last)


def _day(index: WordIndex, i: int) -> Count | None:
    word = index.word(i, "ordinal")
    if word and word.features.get("agreement", "").startswith("f"):
        return None
    found = day_of_month(index, i)
    return found or (_day_in_words(index, i) if index.language == "ar" else None)


def _day_in_words(index: WordIndex, i: int) -> Count | None:
    """«عشرين أيار»: a cardinal right before the month."""
    found = read_cardinal(index, i)
    led = found is not None and 1 <= found.value <= 31 and found.value % 1 == 0 and month_name(index, found.last)
    return Count(found.last, int(found.value)) if found and led else None


def _month_first(index: WordIndex, i: int) -> Found | None:
    """The English order: "May 5", "March the 3rd", "February fifteenth"."""
    name = month_name(index, i) if index.language == "en" else None
    day = day_of_month(index, index.after(name.last, "link", "the")) if name else None
    if name is None or name.part or day is None or index.word(day.last, "scale") or index.word(day.last, "unit"):
        return None
    if name.doubtful and index.tokens[i].text.islower() and index.text(day.last)[:1].isalpha():
        return None
    return _dated(index, name, day.number, day.last)


def _dated(index: WordIndex, name: MonthName, day: int, last: int) -> Found:
    return placed(index, last, Cycle("hijri_date" if name.hijri else "date", (name.number, day)))


def _day_of_relative(index: WordIndex, day: int, i: int) -> Found | None:
    """«الثلاثين من ذلك الشهر», "the 20th of next month"."""
    link = index.word(i, "link", "of")
    frame = relative(index, link.last) if link else None
    if frame is None or not isinstance(frame.term, Current) or frame.term.unit != "month":
        return None
    return Found(frame.last, Named(Cycle("monthday", (day,)), frame.term))
