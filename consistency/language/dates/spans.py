"""Lengths of time («ستة أشهر», «عامين ونصف العام», "a year and a half"), and years so far away."""

from __future__ import annotations

from typing import NamedTuple, cast

from consistency.dates.interval import Unit
from consistency.dates.terms import Current
from consistency.language.dates.parts import Found
from consistency.language.numbers.cardinals import read_cardinal
from consistency.language.numbers.quantities import read_range
from consistency.language.wordindex import CONJUNCTION, WordIndex
from consistency.model import Mention


class Span(NamedTuple):
    """A length of time that was read before token ``last``; ``amount`` is None for "some days".

    ``least`` is the lower end of "three to six months".
    """

    last: int
    amount: float | None
    unit: Unit
    least: float | None = None


def span(index: WordIndex, i: int) -> Span | None:
    """The length of time that begins at token ``i``."""
    return _counted(index, i) or _vague(index, i) or _single(index, i)


def _counted(index: WordIndex, i: int) -> Span | None:
    number = amount(index, i)
    unit = index.word(number.last, "calendar_unit") if number else None
    if number is None or unit is None or "count" in unit.features or number.most <= 0:
        return None
    return Span(unit.last, number.most, cast(Unit, unit.id), number.least)


class Amount(NamedTuple):
    """A number, or the range from ``least`` to ``most``, that was read before token ``last``."""

    last: int
    most: float
    least: float | None = None


def amount(index: WordIndex, i: int) -> Amount | None:
    """The number of units at token ``i``: «ستة», "three to six", «ما بين ثلاثة إلى خمسة»."""
    both = read_range(index.opened(i), i)
    if both and both.value.min is not None and both.value.max is not None:
        return Amount(both.last, both.value.max, both.value.min)
    number = read_cardinal(index.opened(i), i)
    return Amount(number.last, number.value) if number else None


def _vague(index: WordIndex, i: int) -> Span | None:
    """«بضعة أشهر», "a few days", «أيام»: of unknown length."""
    word = index.word(i, "vague")
    start = word.last if word and (word.features.get("duration") or word.features.get("multiple")) else i
    unit = index.word(start, "calendar_unit")
    plural = unit is not None and unit.features.get("number") == "p" and "article" not in unit.features
    return Span(unit.last, None, cast(Unit, unit.id)) if unit and plural else None


def _single(index: WordIndex, i: int) -> Span | None:
    """«أسبوع», «عامين», "a week", with the half that may follow."""
    start = index.after(i, "link", "a") if index.language == "en" else i
    unit = index.word(start, "calendar_unit")
    if unit is None or unit.features.get("number") == "p" or (index.language == "en" and start == i):
        return None
    if "article" in unit.features or _names_what_follows(index, unit):
        return None
    count = float(unit.features.get("count", 1))
    half = _half(index, unit)
    return Span(half or unit.last, count + 0.5 * bool(half), cast(Unit, unit.id))


def _half(index: WordIndex, unit: Mention) -> int:
    """The token after «ونصف العام», "and a half"; 0 without."""
    apart = index.text(unit.last) == CONJUNCTION or index.word(unit.last, "link", "and") is not None
    start = index.after(unit.last + 1, "link", "a") if apart else unit.last
    part = index.word(start, "fraction", "half") if apart else index.joined(start, "fraction")
    if part is None or part.id != "half":
        return 0
    again = index.word(part.last, "calendar_unit", unit.id)
    return again.last if again else part.last


def _names_what_follows(index: WordIndex, unit: Mention) -> bool:
    """Whether a single unit only says what the next word is («عام 2011», «يوم الأحد», «شهر رمضان»)."""
    i = unit.last
    kinds = (
        "month",
        "hijri_month",
        "weekday",
        "deictic",
        "ordinal",
        "direction",
        "cardinal",
        "feast",
        "season",
        "daypart",
    )
    numbered = index.text(i)[:1].isdecimal() or any(index.word(i, kind) for kind in kinds)
    return "count" not in unit.features and index.language == "ar" and numbered


def distance_frame(index: WordIndex, i: int) -> Found | None:
    """The unit that lies so far away, behind a date: "in a year", "three years ago"."""
    lead = index.word(i, "lead", "in")
    length = span(index, lead.last if lead else i)
    if length is None or length.amount is None or length.amount % 1 or length.unit == "hour":
        return None
    tail = index.word(length.last, "tail")
    if (lead is None) == (tail is None):
        return None
    word = cast(Mention, tail or lead)
    return Found(max(word.last, length.last), Current(length.unit, int(word.features["sign"]) * int(length.amount)))
