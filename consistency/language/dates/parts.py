"""Small parts that the rules of dates share: ordinals, days of a month, edges, what stands before."""

from __future__ import annotations

from typing import NamedTuple

from consistency.dates.portion import Part
from consistency.dates.terms import Lean, Term
from consistency.language.wordindex import CONJUNCTION, WordIndex
from consistency.model import Mention

DASHES = frozenset({"-", "–", "—"})
PARTS: dict[str, Part] = {"end": "end", "beginning": "beginning", "early": "early", "middle": "middle", "late": "late"}
COMMAS = frozenset({",", "،"})
_LEANS: dict[str, Lean] = {"past": "past", "coming": "next", "next": "next"}


class Found(NamedTuple):
    """A term that was read before token ``last``."""

    last: int
    term: Term


class Count(NamedTuple):
    """A number that was read before token ``last``."""

    last: int
    number: int


def longest(*found: Found | None) -> Found | None:
    """The reading that goes furthest, the first of equals."""
    return max((f for f in found if f is not None), key=lambda f: f.last, default=None)


def ordinal(index: WordIndex, i: int) -> Count | None:
    """«الثالث», «الحادي والثلاثين», «الثلاثين», "third", "twenty-first", "24th"; -1 for "last"."""
    if i not in index.openings:
        return None
    text = index.text(i)
    if text.isdecimal():
        suffix = index.word(i + 1, "suffix", "ordinal") if index.glued(i + 1) else None
        return Count(suffix.last, int(text)) if suffix and len(text) <= 2 else None
    word = index.word(i, "ordinal")
    if word is None:
        return _tens(index, i)
    number = int(word.features.get("number", word.id if word.id.isdecimal() else "1"))
    return _compound(index, word, number) or (None if "compound" in word.features else Count(word.last, number))


def _compound(index: WordIndex, word: Mention, number: int) -> Count | None:
    """An Arabic ordinal of units with its tens: «الثالث عشر», «الحادي والثلاثين»."""
    if index.language != "ar" or not 1 <= number <= 9:
        return None
    ten = index.word(word.last, "cardinal", "10")
    if ten:
        return Count(ten.last, number + 10)
    apart = index.text(word.last) == CONJUNCTION
    tens = index.word(word.last + 1, "cardinal") if apart else index.joined(word.last, "cardinal")
    return Count(tens.last, number + value) if tens and 20 <= (value := _value(tens)) <= 90 else None


def _tens(index: WordIndex, i: int) -> Count | None:
    """«الثلاثين»; "twenty-first"."""
    word = index.word(i, "cardinal")
    value = _value(word) if word else 0
    if word is None or not 20 <= value <= 90:
        return None
    if index.language == "ar":
        return Count(word.last, value) if "article" in word.features else None
    unit = index.word(word.last + (index.text(word.last) == "-"), "ordinal")
    return Count(unit.last, value + int(unit.id)) if unit and unit.id.isdecimal() and int(unit.id) <= 9 else None


def _value(word: Mention) -> int:
    return int(float(word.features["value"]))


def day_of_month(index: WordIndex, i: int) -> Count | None:
    """A day from 1 to 31, in digits (with or without a suffix) or as an ordinal."""
    found = ordinal(index, i) or _digits(index, i)
    return found if found and 1 <= found.number <= 31 else None


def _digits(index: WordIndex, i: int) -> Count | None:
    text = index.text(i)
    mark = index.text(i + 1)
    if not text.isdecimal() or len(text) > 2 or (mark in (":", ".", "/") and index.glued(i + 2) and index.glued(i + 1)):
        return None
    return Count(i + 1, int(text))


class EdgeWord(NamedTuple):
    """A word for a part of the period that begins at token ``last``."""

    last: int
    part: Part | None


def edge_word(index: WordIndex, i: int) -> EdgeWord | None:
    """«نهاية», "the end of", "mid-"; ``part`` is None for "later", which leaves the period whole."""
    word = index.word(index.after(i, "link", "the"), "edge")
    if word is None or "named" in word.features:
        return None
    last = word.last
    if index.text(last) in DASHES and index.glued(last) and index.glued(last + 1):
        last += 1
    part = word.features["part"]
    return EdgeWord(index.after(last, "link", "of"), None if part == "whole" else PARTS[part])


def direction_before(index: WordIndex, i: int) -> Mention | None:
    """«هذا», "last", "next"; behind an article or without."""
    if i not in index.openings:
        return None
    word = index.word(index.after(i, "link", "the"), "direction")
    return (
        word
        if word and (index.language == "en" or "before" in word.features) and "plural" not in word.features
        else None
    )


def direction_after(index: WordIndex, i: int) -> Mention | None:
    """«المقبل», «الماضي»: an Arabic adjective of direction behind its noun."""
    word = index.word(i, "direction") if index.language == "ar" else None
    return word if word and "before" not in word.features and "plural" not in word.features else None


def lean_of(direction: Mention) -> Lean | None:
    """Which occurrence a word of direction points to; None for the current one."""
    return _LEANS.get(direction.id)


def is_led(index: WordIndex, i: int) -> bool:
    """Whether a word that leads in times stands before token ``i``."""
    at = i - 1 if index.text(i - 1) in COMMAS and index.glued(i) else i
    return any(m.features.get("time") == "yes" or kind in ("lead", "edge") for kind, m in index.ends.get(at, ()))


def is_alone(index: WordIndex, first: int, last: int) -> bool:
    """Whether no letters or digits stand next to the tokens from ``first`` to ``last``."""
    return not index.text(first - 1)[:1].isalnum() and not index.text(last)[:1].isalnum()
