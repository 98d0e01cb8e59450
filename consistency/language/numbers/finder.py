"""Finds the numbers of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.language.numbers.labels import is_label
from consistency.language.numbers.quantities import Quantity, read_quantity
from consistency.language.wordindex import NUMBERS, WordIndex, index_words
from consistency.model import Language, Mention, Token

_STARTERS = frozenset({"approximator", "cardinal", "fraction", "minus", "bound", "scale", "vague"})
_PERCENT = frozenset({"%", "٪", "؉"})
_SIGNS = frozenset({"-", "−", "."})


def find_numbers(tokens: Sequence[Token], words: Sequence[Mention], language: Language) -> list[Mention]:
    """Every number in digits or words: type "number" with a NumberValue, or "percent" for a share of a hundred."""
    index = index_words(tokens, words, (NUMBERS,), language)
    found: list[Mention] = []
    taken = 0
    for i in _starts(index):
        if i >= taken:
            read = next(_readings(index, i, taken), None)
            if read:
                taken = read[1].last
                if not is_label(index, i, taken):
                    found.append(_mention(index, *read))
                    taken = found[-1].last
    return found


def _starts(index: WordIndex) -> list[int]:
    """The tokens at which a number may begin, in order."""
    words = (i for i, here in index.at.items() if any(kind in _STARTERS for kind, _ in here))
    return sorted({*words, *index.digits})


def _readings(index: WordIndex, i: int, floor: int) -> Iterator[tuple[int, Quantity]]:
    """(start, quantity) for what begins at token ``i``, the reading with a lead ("between", "a", a sign) first."""
    for start in (*_leads(index, i, floor), i):
        quantity = read_quantity(index.opened(start), start)
        if quantity and quantity.last > i:
            yield start, quantity


def _leads(index: WordIndex, i: int, floor: int) -> Iterator[int]:
    at = i - 1 if index.clitic(i - 1) else i
    for word in (index.ending(at, "link", "between", "from"), index.ending(i, "link", "a")):
        if word and word.first >= floor:
            yield word.first
    if i > floor and index.text(i - 1) in _SIGNS and index.glued(i):
        yield i - 1


def _mention(index: WordIndex, start: int, quantity: Quantity) -> Mention:
    """The mention, with the percent sign or words around it."""
    first, last = start, quantity.last
    sign = index.text(start - 1) in _PERCENT and index.glued(start)
    word = index.word(last, "percent")
    if word or index.text(last) in _PERCENT:
        last = word.last if word else last + 1
    elif sign:
        first -= 1
    kind = "percent" if (first, last) != (start, quantity.last) else "number"
    start, proclitics = index.opening_of(first)
    return Mention(kind, "", start, index.tokens[last - 1].end, first, last, proclitics, value=quantity.value)
