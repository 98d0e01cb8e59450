"""Days: weekdays, today and yesterday, dates, and groups of them that mean one day («مساء اليوم الخميس 9 أيلول»)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consistency.dates.cycle import Cycle
from consistency.dates.terms import At, Current, Either, Named, Term, Told
from consistency.language.dates.frames import placed, relative
from consistency.language.dates.months import date
from consistency.language.dates.numeric import numeric, short_numeric
from consistency.language.dates.parts import COMMAS, DASHES, Found, day_of_month, direction_before
from consistency.language.wordindex import WordIndex, once

_WEEKDAY, _DEICTIC, _MONTHDAY, _DATE = range(4)
_MOST = 4
_MONTHS = 12
_LEAST = 10
"""An Arabic ordinal below it rather counts something («الأحد الثاني»)."""
_BRACKETS = {"(": ")", "[": "]"}


class _Item(NamedTuple):
    """One way to say which day: the more it says, the higher its rank."""

    last: int
    rank: int
    term: Term


@once
def day(index: WordIndex, i: int) -> Found | None:
    """A day in all the ways that stand side by side, with parts of the day before, between and behind them."""
    first = _first(index, i)
    if first is None:
        return None
    items = [first, *_further(index, first)]
    best = max(items, key=lambda item: item.rank)
    if best.rank == _MONTHDAY and len(items) == 1 and not _stands_free(index, i, best):
        return None
    last = _filled(index, items[-1].last, behind=True)
    return Found(last, _joined(items, best))


def _first(index: WordIndex, i: int) -> _Item | None:
    start = _filled(index, i)
    return _item(index, i, led=_is_on(index, i)) or (_item(index, start, led=True) if start > i else None)


def _filled(index: WordIndex, i: int, *, behind: bool = False) -> int:
    """The token after parts of the day and words like "day" («مساء يوم»)."""
    while i in index.openings:
        word = index.word(i, "daypart")
        filler = None if behind or word else index.word(i, "filler", "day")
        if filler and "article" not in filler.features and _names_day(index, filler.last):
            word = filler
        if word is None:
            break
        i = word.last if behind else index.after(word.last, "link", "of")
    return i


def _names_day(index: WordIndex, i: int) -> bool:
    """Whether the word for "day" before token ``i`` only leads in its name («يوم الأحد», «يوم 14»)."""
    if index.language == "en":
        return False
    kinds = ("weekday", "deictic", "daypart")
    return index.text(i)[:1].isdecimal() or any(index.word(i, kind) for kind in kinds) or date(index, i) is not None


def _is_on(index: WordIndex, i: int) -> bool:
    start = i - 1 if index.ending(i, "link", "the") else i
    return index.ending(start, "link", "on", "by") is not None or index.ending(i, "filler", "day") is not None


def _further(index: WordIndex, first: _Item) -> Iterator[_Item]:
    """The other items that follow: «، الخميس», «الموافق 14 شباط», "(Dec. 31)"."""
    ranks, last = {first.rank}, first.last
    while len(ranks) < _MOST:
        item = _next_item(index, last, ranks)
        if item is None:
            return
        ranks.add(item.rank)
        last = item.last
        yield item


def _next_item(index: WordIndex, i: int, ranks: set[int]) -> _Item | None:
    start = _filled(index, i, behind=True)
    named = index.word(start, "link", "named")
    closer = _BRACKETS.get(index.text(start))
    dashed = index.text(start) in DASHES
    marked = closer is not None or dashed or index.text(start) in COMMAS
    start = index.after(named.last if named else start + marked, "link", "in", "on")
    item = _item(index, _filled(index, start), led=True)
    if item is None or (item.rank in ranks and not (named and item.rank == _DATE)):
        return None
    if dashed and (item.rank != _DATE or ranks != {_WEEKDAY}):
        return None
    if closer:
        return item._replace(last=item.last + 1) if index.text(item.last) == closer else None
    return None if item.rank == _MONTHDAY and (marked or ranks != {_WEEKDAY}) else item


def _joined(items: list[_Item], best: _Item) -> Term:
    """One day of all items, with the word that places it by the day of writing."""
    term = _one(items, best)
    seen = next((item.term for item in items if item.rank == _DEICTIC), None)
    return term if seen is None or best.rank == _DEICTIC else Told(term, seen)


def _one(items: list[_Item], best: _Item) -> Term:
    """The last of the highest rank, and the weekday where that leaves a choice."""
    term = [item.term for item in items if item.rank == best.rank][-1]
    weekday = next((item.term for item in items if item.rank == _WEEKDAY), None)
    if weekday is None or best.rank == _WEEKDAY or not isinstance(weekday, Named):
        return term
    if best.rank == _DEICTIC:
        return At(Named(weekday.cycle), term)
    matching = Named(weekday.cycle, term)
    if best.rank == _MONTHDAY:
        return matching
    return Either((matching, term)) if term.floating else term


def _item(index: WordIndex, i: int, *, led: bool) -> _Item | None:
    """What names a day at token ``i``; ``led`` if the words before it say that one is due."""
    if i not in index.openings:
        return None
    found = numeric(index, i) or date(index, i)
    if found:
        return _Item(found.last, _DATE, found.term)
    short = short_numeric(index, i)
    if short and (led or (short[2] > _MONTHS and index.ending(i, "link", "in"))):
        return _Item(short[0], _DATE, Named(Cycle("date", (short[1], short[2]))))
    return _deictic(index, i) or _weekday(index, i, led=led) or (_monthday(index, i) if led else None)


def _deictic(index: WordIndex, i: int) -> _Item | None:
    word = index.word(i, "deictic")
    if word is None or (word.id == "today" and index.language == "ar" and _qualifies(index, word.last)):
        return None
    return _Item(word.last, _DEICTIC, Current("day", int(word.features["offset"])))


def _qualifies(index: WordIndex, i: int) -> bool:
    """Whether the next word makes «اليوم» a plain day («اليوم التالي», «اليوم الثالث»)."""
    return any(index.word(i, kind) for kind in ("direction", "ordinal", "same_after"))


def _weekday(index: WordIndex, i: int, *, led: bool) -> _Item | None:
    before = direction_before(index, i)
    start = before.last if before else i
    word = index.word(start, "weekday")
    if word is None or word.features.get("number") == "p":
        return None
    cycle = Cycle("weekday", (int(word.id),))
    last = word.last + (word.features.get("short") == "yes" and index.text(word.last) == "." and index.glued(word.last))
    found = _in_week(index, last, cycle) or placed(index, last, cycle, before)
    if before and before.id == "next":
        found = found if found.last > word.last else Found(found.last, Named(cycle, Current("week", 1)))
    plain = index.language == "ar" and "article" not in word.features
    if found.last == word.last and not before and (plain and not led):
        return None
    if word.features.get("doubt") == "yes" and not (before or led or _dated_next(index, last)):
        return None
    return _Item(found.last, _WEEKDAY, found.term)


def _in_week(index: WordIndex, i: int, cycle: Cycle) -> Found | None:
    """«الأحد من الأسبوع الماضي», "Wednesday next week"."""
    frame = relative(index, index.after(i, "link", "of", "from", "in"))
    if frame is None or not isinstance(frame.term, Current) or frame.term.unit != "week":
        return None
    return Found(frame.last, Named(cycle, frame.term))


def _dated_next(index: WordIndex, i: int) -> bool:
    """Whether a date follows an abbreviated weekday ("Fri, Jul 18", "Thu 15th")."""
    start = i + (index.text(i) in COMMAS)
    return date(index, start) is not None or day_of_month(index, start) is not None


def _monthday(index: WordIndex, i: int) -> _Item | None:
    """«السادس عشر», "the 19th": a day of some month."""
    start = index.after(i, "link", "the")
    found = day_of_month(index, start)
    if found is None or (index.text(start).isdecimal() and found.last == start + 1):
        return None
    if index.language == "ar" and found.number < _LEAST:
        return None
    return _Item(found.last, _MONTHDAY, Named(Cycle("monthday", (found.number,))))


def _stands_free(index: WordIndex, i: int, item: _Item) -> bool:
    """Whether a lone "the 15th" behind "on" counts no noun that follows."""
    figures = index.text(i).isdecimal() or index.text(i + 1).isdecimal()
    return _is_on(index, i) and figures and not index.text(item.last)[:1].isalpha()
