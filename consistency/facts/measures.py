"""How long something lasts, and at what time of day it happens: «هدنة لمدة 48 ساعة», "from 23:59", "at noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.facts.clauses import Clause
from consistency.facts.passage import Passage
from consistency.model import Mention, NumberValue, Span

_NOT_LASTING = ("after", "until", "by", "from", "at", "before", "with")
_HYPHENS = frozenset({"-", "–", "‑"})
_DIGITS = re.compile(r"\d{1,4}")
_HALF_DAY, _DAY, _MINUTES = 12, 24, 60
_ONE = ("for", "to")
_NAMES = ("place", "state", "force", "body")


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts, in hours, and the words that say so."""

    hours: NumberValue
    span: Span


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as "23:59", with the preposition that leads it in ("" for none)."""

    time: str
    lead: str
    span: Span


# --- lengths -------------------------------------------------------------------------------


def length_in(passage: Passage, clause: Clause, near: Mention, leads: Sequence[str] | None = None) -> Length | None:
    """The length that a clause gives, the nearest to a word; a "period" has its ``hours``, and duals a ``count``.

    ``leads`` are the prepositions that may lead it in; without them all but those that make a time of it ("after two days").
    What belongs to another noun ("extend the four-day truce by two days") is not it.
    """
    periods = [m for m in passage.inside(clause, "period") if not _of_other(m, near, passage)]
    found = [m for m in periods if (_lasts(m, passage) if leads is None else _is_led(m, leads, passage))]
    for m in sorted(found, key=lambda m: abs(m.first - near.first)):
        number, start = _number_before(m, passage)
        if number is not None:
            hours = float(m.features["hours"])
            return Length(_times(number, hours), (start, m.end))
    return None


def _times(number: NumberValue, hours: float) -> NumberValue:
    low, high = (None if side is None else side * hours for side in (number.min, number.max))
    return NumberValue(low, high, number.approximate)


def _of_other(m: Mention, near: Mention, passage: Passage) -> bool:
    """Whether an English length stands right before another noun that lasts."""
    behind = (n for n in passage.at.get(m.last, ()) if n.type in passage.frames.triggers and n.span != near.span)
    return passage.context.document.language == "en" and any(n.features.get("pos") == "noun" for n in behind)


def _is_led(m: Mention, leads: Sequence[str], passage: Passage) -> bool:
    return (_lead_of_number(m, passage) or "") in leads


def _lasts(m: Mention, passage: Passage) -> bool:
    """Whether a period is how long something goes on, no time counted from another ("after two days", "48 hours ago")."""
    date = next((d for d in passage.mentions if d.type == "date" and d.first <= m.first < d.last), None)
    if date is None:
        return _lead_of_number(m, passage) not in _NOT_LASTING or _of_the_state(m, passage)
    return is_length(date, passage)


def _lead_of_number(m: Mention, passage: Passage) -> str | None:
    """The preposition before a period and its number; not that of a name between («الهدنة في غزة يومين»)."""
    number = next((n for n in passage.context.until.get(m.first, ()) if n.type == "number"), m)
    named = any(n.type in _NAMES for n in passage.context.until.get(number.first, ()))
    return passage.context.lead(number, 0 if named else 2)


def _of_the_state(m: Mention, passage: Passage) -> bool:
    """«هدنة من ثلاثة أيام»: "from" right behind a noun of state says how long that lasts."""
    number = next((n for n in passage.context.until.get(m.first, ()) if n.type == "number"), m)
    led = (p for p in passage.context.until.get(number.first, ()) if p.type == "preposition" and p.id == "from")
    states = (n for p in led for n in passage.context.until.get(p.first, ()) if n.type == "state")
    return passage.context.document.language == "ar" and any(states)


def is_length(date: Mention, passage: Passage) -> bool:
    """Whether "last" in what looks like a date is a verb ("it will last 48 hours")."""
    verb = any(n.type == "lasting" for n in passage.at.get(date.first, ()))
    tokens = passage.context.document.tokens
    return verb and tokens[date.first - 1].norm not in passage.frames.definite


def _number_before(m: Mention, passage: Passage) -> tuple[NumberValue | None, int]:
    """How many periods, and where the words for it begin."""
    tokens, i = passage.context.document.tokens, m.first
    if i > passage.first and tokens[i - 1].text in _HYPHENS:
        i -= 1
    number = next((n for n in passage.context.until.get(i, ()) if n.type == "number"), None)
    if number is not None and isinstance(number.value, NumberValue):
        return number.value, number.start
    if i > passage.first and _DIGITS.fullmatch(tokens[i - 1].norm):
        count = float(tokens[i - 1].norm)
        return NumberValue(count, count), tokens[i - 1].start
    if "count" in m.features:
        count = float(m.features["count"])
        return NumberValue(count, count), m.start
    near = (n for k in range(m.first - 2, m.first) for n in passage.at.get(k, ()))
    lasts = passage.context.lead(m, 2) in _ONE or any(n.type == "lasting" for n in near)  # "is to last one week"
    one = m.features.get("number") == "s" and (m.features.get("alone") or lasts)
    return (NumberValue(1.0, 1.0), m.start) if one else (None, m.start)


# --- times of day --------------------------------------------------------------------------


def clock_led(passage: Passage, clause: Clause, leads: Sequence[str]) -> Clock | None:
    """The time of day in a clause that one of these prepositions leads in."""
    return next((clock for clock in _clocks(passage, clause) if clock.lead in leads), None)


def _clocks(passage: Passage, clause: Clause) -> Iterator[Clock]:
    """The times of day of a clause: named («ظهرا»), in digits, or the number behind «الساعة» or before "p.m."."""
    taken = clause.first
    for i in range(clause.first, clause.last):
        if i < taken:
            continue
        found = _digital(passage, i) or _counted(passage, i) or _named(passage, i)
        if found is not None:
            time, taken = found
            tokens = passage.context.document.tokens
            yield Clock(time, _lead(passage, i), (tokens[i].start, tokens[taken - 1].end))


def _lead(passage: Passage, i: int) -> str:
    token = passage.context.document.tokens[i]
    here = passage.at.get(i, ())
    clitic = next((p for m in here if (p := passage.frames.preposition(m.proclitics))), None)
    return clitic or passage.context.lead(Mention("clock", "", token.start, token.end, i, i + 1), 3) or ""


def _digital(passage: Passage, i: int) -> tuple[str, int] | None:
    """ "23:59", "6.30 a.m." where the word for an hour or a half of the day stands beside it."""
    tokens = passage.context.document.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text != ":":
        return None
    hour, minute = tokens[i].norm, tokens[i + 2].norm
    if not (_DIGITS.fullmatch(hour) and _DIGITS.fullmatch(minute) and len(minute) == 2):
        return None
    return _at(int(hour), int(minute), passage, i + 3)


def _counted(passage: Passage, i: int) -> tuple[str, int] | None:
    """The number behind the word for an hour, or before a half of the day."""
    tokens, here = passage.context.document.tokens, passage.at.get(i, ())
    word = next((m for m in here if m.type == "clock_word"), None)
    if word is not None and _digital(passage, word.last) is not None:
        return _digital(passage, word.last)
    at = word.last if word is not None else i
    named = next((m for m in passage.at.get(at, ()) if m.type == "clock_hour"), None)
    last = named.last if named is not None else at + 1
    hour = int(named.id) if named is not None and (word or _half(passage, last)) else None
    if hour is None and at < len(tokens) and _DIGITS.fullmatch(tokens[at].norm):
        hour = int(tokens[at].norm)
    known = word is not None or _half(passage, last) is not None
    return _at(hour, 0, passage, last) if hour is not None and known else None


def _named(passage: Passage, i: int) -> tuple[str, int] | None:
    m = next((m for m in passage.at.get(i, ()) if m.type == "clock"), None)
    return (m.features["time"], m.last) if m is not None else None


def _half(passage: Passage, i: int) -> Mention | None:
    """The half of the day named at a token, behind one preposition there («الثامنة من صباح الجمعة») or with the day after it
    ("eight o'clock on Monday morning").
    """
    led = i + any(m.type == "preposition" and m.last == i + 1 for m in passage.at.get(i, ()))
    days = (m for m in passage.at.get(led, ()) if m.type == "date")
    beside = dict.fromkeys((i, led, *(k for m in days for k in (m.last - 1, m.last))))
    return next((m for k in beside for m in passage.at.get(k, ()) if m.type == "half_day"), None)


def _at(hour: int, minute: int, passage: Passage, after: int) -> tuple[str, int] | None:
    """The time of day with the half of the day that follows it taken into account."""
    half = _half(passage, after)
    if half is not None and hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + (_HALF_DAY if half.id == "pm" else 0)
    if hour > _DAY or minute >= _MINUTES:
        return None
    return f"{hour % _DAY:02}:{minute:02}", half.last if half is not None else after
