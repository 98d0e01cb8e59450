"""The words that dates and numbers are made of, by the token they begin at; both grammars ask this index only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from consistency.model import Language, Mention, Token
from consistency.orthography import analyses, fold

NUMBER_WORDS = frozenset(
    {
        "approximator", "approximator_after", "bound_after", "cardinal", "change", "decimal", "fraction", "link", "minus", "part_name",
        "number_bound", "oclock", "ordinal", "percent", "pronoun_lead", "scale", "serial", "suffix", "vague",
    }
)  # fmt: skip
DATE_WORDS = frozenset(
    {
        "calendar_unit", "century", "daypart", "decade", "deictic", "direction", "direction_filler", "doubt", "edge", "era",
        "feast", "filler", "half", "hijri_month", "lead", "month", "same", "same_after", "season", "skip", "tail",
        "weekday",
    }
)  # fmt: skip
WORDS = NUMBER_WORDS | DATE_WORDS
"""The mention types that only serve these grammars."""

CONJUNCTION = "و"
"""The clitic that joins the parts of a number and the ends of a range, as ``orthography`` splits it off."""
_POSSESSIVE = "'s"
_TANWEEN = "\u064b"


@dataclass(frozen=True)
class WordIndex:
    """Tokens with the words of some types at them. A word behind the conjunction is only found where one may begin:
    at token ``opening``, or by asking for ``joined`` words.
    """

    tokens: Sequence[Token]
    at: dict[int, list[Mention]]
    ends: dict[int, list[Mention]]
    language: Language
    opening: int = -1

    def word(self, i: int, kind: str, *ids: str) -> Mention | None:
        """The word of a type (and id) that begins at token ``i``."""
        for mention in self.at.get(i, ()):
            if mention.type == kind and (not ids or mention.id in ids):
                if i == self.opening or not mention.proclitics.startswith(CONJUNCTION):
                    return mention
        return None

    def joined(self, i: int, kind: str) -> Mention | None:
        """The word of a type that begins at token ``i`` behind the glued conjunction."""
        found = (m for m in self.at.get(i, ()) if m.type == kind and m.proclitics == CONJUNCTION)
        return next(found, None)

    def ending(self, i: int, kind: str, *ids: str) -> Mention | None:
        """The word of a type (and id) that ends before token ``i``."""
        found = (m for m in self.ends.get(i, ()) if m.type == kind and (not ids or m.id in ids))
        return next(found, None)

    def after(self, i: int, kind: str, *ids: str) -> int:
        """The token after an optional word at ``i``."""
        found = self.word(i, kind, *ids)
        return found.last if found else i

    def opened(self, i: int) -> WordIndex:
        """The same index with a phrase beginning at token ``i``."""
        return replace(self, opening=i)

    def text(self, i: int) -> str:
        """The folded token ``i``; empty beyond the ends."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Whether no space stands between token ``i`` and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def clitic(self, i: int) -> bool:
        """Whether token ``i`` is a clitic glued to the digits after it («بـ16», «ال100»)."""
        digits = self.text(i + 1)
        if not (digits[:1].isdigit() and self.glued(i + 1)):
            return False
        return any(a.stem == digits for a in analyses(self.text(i) + digits))

    def is_definite(self, i: int) -> bool:
        """Whether the word at token ``i`` may carry the Arabic article."""
        return any(a.article for a in analyses(self.text(i)))


def index_words(tokens: Sequence[Token], mentions: Sequence[Mention], types: Collection[str], language: Language) -> WordIndex:
    """The index of the words of ``types`` among ``mentions``; words with a pronoun («يومها») are none of them."""
    at: dict[int, list[Mention]] = {}
    ends: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.type in types and (not mention.features or _meant(mention, tokens)):
            at.setdefault(mention.first, []).append(mention)
            ends.setdefault(mention.last, []).append(mention)
    return WordIndex(tokens, at, ends, language)


def _meant(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the clitics of a word fit: a pronoun only where it spells a dual, the article where the entry asks for it."""
    if mention.enclitic and mention.enclitic != _POSSESSIVE:
        return is_dual(mention, tokens)
    return mention.features.get("definite") != "yes" or "article" in mention.features


def is_dual(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the word is written as its own dual in construct («ألفي جندي», but not «ألفاً»)."""
    token = tokens[mention.first]
    spellings = mention.features.get("dual", "").split()
    return token.norm.removeprefix(mention.proclitics) in map(fold, spellings) and _TANWEEN not in token.text
