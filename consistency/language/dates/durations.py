"""Durations: stretches from the day of writing («الأشهر الستة المقبلة», "within 60 days") and days so far from it."""

from __future__ import annotations

from typing import cast

from consistency.dates.cycle import Cycle
from consistency.dates.interval import Unit
from consistency.dates.terms import Current, Distance, Lean, Named, Reach, Stretch, Term
from consistency.language.dates.parts import Found, longest
from consistency.language.dates.points import point
from consistency.language.dates.spans import Span, amount, span
from consistency.language.numbers.cardinals import read_cardinal
from consistency.language.wordindex import WordIndex
from consistency.model import Mention

_OPENERS = frozenset({"calendar_unit", "cardinal", "digits", "direction", "lead", "link", "scale", "vague"})
_DOUBT_REACH = 4
_FEW_YEARS = 5


def duration(index: WordIndex, i: int) -> Found | None:
    """The longest reading of a duration that begins at token ``i``."""
    if index.kinds(index.after(i, "link", "the")).isdisjoint(_OPENERS):
        return None
    return longest(_directed(index, i), _led(index, i), _tailed(index, i), _weekdays(index, i))


# --- stretches with a direction -------------------------------------------------------


def _directed(index: WordIndex, i: int) -> Found | None:
    """«الأشهر الستة المقبلة», «العامين الماضيين», "the next six months", "two upcoming weeks", "recent days"."""
    start = index.after(i, "link", "the")
    length = _directed_arabic(index, start) if index.language == "ar" else _directed_english(index, start)
    if length is None:
        return None
    stretch, sign = length
    return Found(stretch.last, Reach(stretch.amount, stretch.unit, sign)) if sign else None


def _directed_english(index: WordIndex, i: int) -> tuple[Span, int] | None:
    word = index.word(i, "direction")
    number = None if word else amount(index, i)
    word = word or (index.word(number.last, "direction") if number else None)
    if word is None:
        return None
    length = span(index, word.last)
    unit = index.word(word.last, "calendar_unit")
    if number and unit:
        length = Span(unit.last, number.most, cast(Unit, unit.id))
    return (length, int(word.features["offset"])) if length and (length.amount or not number) else None


def _directed_arabic(index: WordIndex, i: int) -> tuple[Span, int] | None:
    length = _arabic_length(index, i)
    word = index.word(length.last, "direction") if length else None
    if length is None or word is None or "before" in word.features:
        return None
    return length._replace(last=word.last), int(word.features["offset"])


def _arabic_length(index: WordIndex, i: int) -> Span | None:
    """«الأشهر الستة», «الستة أشهر», «العامين», «الأيام القليلة», «الـ24 ساعة»."""
    unit = index.word(i, "calendar_unit")
    if unit is None:
        start = i + index.clitic(i)
        number = read_cardinal(index.opened(start), start)
        unit = index.word(number.last, "calendar_unit") if number else None
        return Span(unit.last, number.value, cast(Unit, unit.id)) if number and unit else None
    if "count" in unit.features:
        return Span(unit.last, float(unit.features["count"]), cast(Unit, unit.id))
    if unit.features.get("number") != "p":
        return None
    start = unit.last + index.clitic(unit.last)
    number = read_cardinal(index.opened(start), start)
    few = index.word(unit.last, "direction_filler")
    last = number.last if number else few.last if few else unit.last
    return Span(last, number.value if number else None, cast(Unit, unit.id))


# --- lengths behind a lead ------------------------------------------------------------


def _led(index: WordIndex, i: int) -> Found | None:
    """«في غضون ستة أشهر», «قبل ثلاثة أيام», «بعد أسبوع من عيد الفطر», "in two weeks"."""
    lead = index.word(i, "lead")
    start = lead.last + index.clitic(lead.last) if lead else i
    length = span(index, start) if lead else None
    if lead is None or length is None or _is_doubtful(index, lead, length) or index.word(length.last, "direction"):
        return None
    tail = index.word(length.last, "tail")
    last = tail.last if tail else _after_time(index, length.last)
    link = None if tail else index.word(last, "link", "of", "on")
    if link is None:
        return Found(last, _meant(lead, length))
    return _based(index, link.last, length, int(lead.features["sign"])) if lead.features["kind"] == "distance" else None


def _is_doubtful(index: WordIndex, lead: Mention, length: Span) -> bool:
    """Whether "in two years" looks back ("the third time in two years") or says nothing ("in years")."""
    if lead.features["kind"] == "distance" and lead.features["sign"] == "1" and _is_long(length):
        return True
    if lead.features.get("doubt") != "yes":
        return False
    before = range(max(0, lead.first - _DOUBT_REACH), lead.first)
    backward = any(index.word(k, "doubt") or index.word(k, "ordinal") for k in before)
    return backward or (length.amount is None and index.word(lead.last, "vague") is None)


def _is_long(length: Span) -> bool:
    """Whether so much time rather lies behind («عاد بعد عشرين عاماً»)."""
    return length.unit in ("year", "decade") and (length.amount or 0) > _FEW_YEARS


def _after_time(index: WordIndex, i: int) -> int:
    """The token after "time" in "in two years' time"."""
    quote = index.text(i) == "'"
    word = index.word(i + quote, "time")
    return word.last if word else i


def _meant(word: Mention, length: Span) -> Term:
    sign = int(word.features["sign"])
    if word.features["kind"] == "reach" or length.amount is None:
        return Reach(length.amount, length.unit, sign)
    base = Current("day") if word.features.get("base") == "today" else None
    most = Distance(sign * length.amount, length.unit, base)
    if length.least is None:
        return most
    least = Distance(sign * length.least, length.unit, base)
    return Stretch(least, most) if sign > 0 else Stretch(most, least)


def _based(index: WordIndex, i: int, length: Span, sign: int) -> Found | None:
    """A day so far from another date."""
    base = point(index, i)
    if base is None or length.amount is None:
        return None
    return Found(base.last, Distance(sign * length.amount, length.unit, base.term))


# --- lengths before a tail ------------------------------------------------------------


def _tailed(index: WordIndex, i: int) -> Found | None:
    """A length with its direction behind it: "two years ago", "16 months from now", "three days after Easter"."""
    length = span(index, i) if index.language == "en" else None
    if length is None:
        return None
    tail = index.word(length.last, "tail")
    if tail:
        return Found(tail.last, _meant(tail, length))
    link = index.word(length.last, "link", "after", "before", "from")
    return _based(index, link.last, length, -1 if link.id == "before" else 1) if link else None


def _weekdays(index: WordIndex, i: int) -> Found | None:
    """Weekdays as a measure: "three Fridays from now", "two Thursdays ago"."""
    number = read_cardinal(index, i) if index.language == "en" else None
    word = index.word(number.last, "weekday") if number else None
    tail = index.word(word.last, "tail") if word else None
    if number is None or word is None or tail is None or number.value % 1 or number.value < 1:
        return None
    lean: Lean = "next" if tail.features["sign"] == "1" else "past"
    return Found(tail.last, Named(Cycle("weekday", (int(word.id),)), lean=lean, skip=int(number.value) - 1))
