"""The words that dates and numbers are made of, by the token they begin at; both grammars ask this index only."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Any, TypeVar

from consistency.dates.terms import Term
from consistency.model import Language, Mention, Token
from consistency.orthography import analyses, fold

NUMBERS, DATES = "number.", "date."
"""What the mention types of these words begin with; the kind of word follows."""
COUNTED = "unit"
"""The mention type of what numbers count."""

CONJUNCTION = "و"
"""The clitic that joins the parts of a number and the ends of a range, as ``orthography`` splits it off."""
_POSSESSIVE = "'s"
_TANWEEN, _DRAWN_OUT = "\u064b", "\u0640"
_LONG = 4

Word = tuple[str, Mention]
"""A word with its kind."""


@dataclass(slots=True)
class WordIndex:
    """Tokens with the words of some types at them. A word behind the conjunction is only found where one may begin:
    at token ``opening``, or by asking for ``joined`` words. ``referent`` is the date that was named last,
    ``told`` the token behind it.
    """

    tokens: Sequence[Token]
    at: Mapping[int, Sequence[Word]]
    ends: Mapping[int, Sequence[Word]]
    digits: Sequence[int]
    """The tokens that begin with a digit."""
    openings: Container[int]
    """The tokens at which anything can begin: words, digits, and what may be glued to digits."""
    language: Language
    opening: int = -1
    referent: Term | None = None
    told: int = 0
    readings: dict[tuple[object, int, int], Any] = field(default_factory=dict)
    """What ``once`` has read, by rule, token and opening."""

    def word(self, i: int, kind: str, *ids: str) -> Mention | None:
        """The word of a kind (and id) that begins at token ``i``."""
        for name, mention in self.at.get(i, ()):
            if name != kind or (ids and mention.id not in ids):
                continue
            if i == self.opening or not mention.proclitics.startswith(CONJUNCTION):
                return mention
        return None

    def joined(self, i: int, kind: str) -> Mention | None:
        """The word of a kind that begins at token ``i`` behind the glued conjunction."""
        return next((m for name, m in self.at.get(i, ()) if name == kind and m.proclitics == CONJUNCTION), None)

    def is_joined(self, i: int) -> bool:
        """Whether a word of any kind begins at token ``i`` behind the glued conjunction."""
        return any(m.proclitics == CONJUNCTION for _, m in self.at.get(i, ()))

    def ending(self, i: int, kind: str, *ids: str) -> Mention | None:
        """The word of a kind (and id) that ends before token ``i``."""
        found = (m for name, m in self.ends.get(i, ()) if name == kind and (not ids or m.id in ids))
        return next(found, None)

    def kinds(self, i: int) -> set[str]:
        """The kinds of the words that begin at token ``i``; "digits" for digits."""
        return {name for name, _ in self.at.get(i, ())} | ({"digits"} if self.text(i)[:1].isdecimal() else set())

    def opening_of(self, first: int) -> tuple[int, str]:
        """(offset, proclitics) at which a phrase from token ``first`` begins."""
        for _, mention in self.at.get(first, ()):
            return mention.start, mention.proclitics
        return self.tokens[first].start, ""

    def after(self, i: int, kind: str, *ids: str) -> int:
        """The token after an optional word at ``i``."""
        found = self.word(i, kind, *ids)
        return found.last if found else i

    def opened(self, i: int) -> WordIndex:
        """The same index with a phrase beginning at token ``i``."""
        return WordIndex(
            self.tokens, self.at, self.ends, self.digits, self.openings, self.language, i, self.referent, self.told,
            self.readings,
        )  # fmt: skip

    def text(self, i: int) -> str:
        """The folded token ``i``; empty beyond the ends."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Whether no space stands between token ``i`` and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def clitic(self, i: int) -> bool:
        """Whether token ``i`` is a clitic of the digits after it, glued or drawn out to them («بـ16», «ال100», «الـ 100»)."""
        digits = self.text(i + 1)
        if not (digits[:1].isdecimal() and (self.glued(i + 1) or self.tokens[i].text.endswith(_DRAWN_OUT))):
            return False
        number = digits.zfill(_LONG)  # so that it is a stem for its length
        return any(a.stem == number for a in analyses(self.text(i) + number))

    def is_word(self, i: int) -> bool:
        """Whether any word of the index begins at token ``i``."""
        return i in self.at

    def is_definite(self, i: int) -> bool:
        """Whether the word at token ``i`` may carry the Arabic article."""
        return any(a.article for a in analyses(self.text(i)))


Read = TypeVar("Read")


def once(rule: Callable[[WordIndex, int], Read]) -> Callable[[WordIndex, int], Read]:
    """A rule that reads every place of an index once, however many other rules ask for it."""

    @wraps(rule)
    def read(index: WordIndex, i: int) -> Read:
        key = rule, i, index.opening
        if key not in index.readings:
            index.readings[key] = rule(index, i)
        known: Read = index.readings[key]
        return known

    return read


def index_words(
    tokens: Sequence[Token], words: Sequence[Mention], prefixes: tuple[str, ...], language: Language
) -> WordIndex:
    """The index of the words whose types begin with ``prefixes``; words with a pronoun («يومها») are none of them."""
    at: dict[int, list[Word]] = {}
    ends: dict[int, list[Word]] = {}
    for word in words:
        kind = _kind(word.type, prefixes)
        if kind and (not word.features or _meant(word, tokens)):
            at.setdefault(word.first, []).append((kind, word))
            ends.setdefault(word.last, []).append((kind, word))
    digits = [i for i, token in enumerate(tokens) if token.norm[:1].isdecimal()]
    return WordIndex(tokens, at, ends, digits, {*at, *digits, *(i - 1 for i in digits)}, language)


def words_apart(mentions: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """(the words that these grammars ask for, the mentions without those that only serve them)."""
    words = [m for m in mentions if _kind(m.type, (NUMBERS, DATES, COUNTED))]
    return words, [m for m in mentions if not _kind(m.type, (NUMBERS, DATES))]


@lru_cache(maxsize=1000)
def _kind(name: str, prefixes: tuple[str, ...]) -> str | None:
    """What follows the prefix of a type, or the type if it is one of ``prefixes`` as a whole."""
    if name in prefixes:
        return name
    return next((name[len(p) :] for p in prefixes if name.startswith(p) and p.endswith(".")), None)


def _meant(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the clitics of a word fit: a pronoun only where it spells a dual, the article where the entry asks for it."""
    if mention.enclitic and mention.enclitic != _POSSESSIVE:
        return is_dual(mention, tokens)
    return True


def is_dual(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the word is written as its own dual in construct («ألفي جندي», but not «ألفاً»)."""
    token = tokens[mention.first]
    spellings = mention.features.get("dual", "").split()
    return token.norm.removeprefix(mention.proclitics) in map(fold, spellings) and _TANWEEN not in token.text
