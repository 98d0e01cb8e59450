"""Numbers written in digits, with the separators of both scripts."""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.language.wordindex import WordIndex

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_POINT_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_FULL_GROUPED = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:\.\d{3})+),(\d+)")
_LONGEST = 24
_GROUP = re.compile(r"\d{3}")
_MARKS = frozenset({"،"})


class Numeral(NamedTuple):
    """A number that ends before token ``last``."""

    last: int
    value: float


def read_digits(index: WordIndex, i: int) -> Numeral | None:
    """The number in digits that begins at token ``i``; groups of three may be separate tokens («12 000», «5،000»)."""
    text = index.text(i)
    if text == "." and index.glued(i + 1) and index.text(i + 1).isdecimal() and not index.glued(i):
        return Numeral(i + 2, float(f"0.{index.text(i + 1)}"))
    if not text[:1].isdecimal() or len(text) > _LONGEST:
        return None
    last = i + 1
    if text.isdecimal() and len(text) <= 3 and text[0] != "0":
        while step := _grouped(index, last):
            text, last = text + index.text(last + step - 1), last + step
    value = parse_digits(text, pointed=index.language == "ar")
    return None if value is None else Numeral(last, value)


def _grouped(index: WordIndex, i: int) -> int:
    """How many tokens at ``i`` go on with a group of three digits: 1 after a space, 2 after a glued mark, else 0."""
    if index.text(i) in _MARKS and index.glued(i) and index.glued(i + 1) and _GROUP.fullmatch(index.text(i + 1)):
        return 2
    return int(index.language == "ar" and bool(_GROUP.fullmatch(index.text(i))) and _stands_apart(index, i))


def _stands_apart(index: WordIndex, i: int) -> bool:
    """Whether one space comes before token ``i`` and no mark of a date or time is glued behind it."""
    return index.tokens[i].start - index.tokens[i - 1].end == 1 and not (
        index.glued(i + 1) and index.text(i + 1) in "/-:"
    )


def parse_digits(text: str, *, pointed: bool) -> float | None:
    """The value of one folded token of digits; ``pointed`` takes 3.000 for three thousand."""
    full = _FULL_GROUPED.fullmatch(text)
    if full:
        whole, part = (full[1], full[2]) if full[1] else (full[3], full[4])
        return float(f"{re.sub(r'[.,]', '', whole)}.{part}")
    match = _GROUPED.fullmatch(text)
    if match and (match[1] == "," or text.count(".") > 1 or (pointed and _POINT_GROUPED.fullmatch(text))):
        return float(re.sub(r"[.,]", "", text))
    if text.count(".") + text.count(",") <= 1:
        return float(text.replace(",", "."))
    return None
