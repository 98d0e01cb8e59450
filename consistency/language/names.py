"""Persons and institutions of one text, added to its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.language.arabic_names import ArabicNames
from consistency.language.english_names import EnglishNames
from consistency.language.institutions import find_institutions
from consistency.language.persons import NameFinder, NameWords
from consistency.model import Language, Mention, Token
from consistency.orthography import fold
from consistency.rulepack import Packs

_FINDERS: Mapping[Language, type[NameFinder]] = {"ar": ArabicNames, "en": EnglishNames}
_PARTS = ("particles", "compounds", "joints", "suffixes", "nevers", "institutional")


def name_words(packs: Packs) -> NameWords:
    """The small words of names from every pack's ``attribution/names.yaml``."""
    found: dict[str, set[str]] = {part: set() for part in _PARTS}
    for file in packs.documents("attribution/names"):
        for part in _PARTS:
            found[part] |= {
                fold(word)
                for row in (file.value or {}).get(part, ())
                for word in ([row] if isinstance(row, str) else row)
            }
    listed = (name for one in packs.entities.values() if one.kind == "person" for name in (*one.ar, *one.en))
    surnames = frozenset(map(_surname, listed))
    return NameWords(**{part: frozenset(words) for part, words in found.items()}, surnames=surnames)


def _surname(name: str) -> str:
    """The last word of a full name, folded."""
    return fold(name).rpartition(" ")[2]


class NameReader:
    """Adds names to the mentions of texts in one language."""

    def __init__(self, packs: Packs, language: Language) -> None:
        self._registry, self._words, self._language = packs.entities, name_words(packs), language

    def read(
        self, tokens: Sequence[Token], mentions: Sequence[Mention], starts: frozenset[int] = frozenset()
    ) -> list[Mention]:
        """The mentions with persons and composed institutions, in text order; ``starts``: the tokens that begin a paragraph."""
        at: dict[int, list[Mention]] = {}
        until: dict[int, list[Mention]] = {}
        for mention in mentions:
            at.setdefault(mention.first, []).append(mention)
            until.setdefault(mention.last, []).append(mention)
        bodies = find_institutions(at, until, self._registry, self._language)
        for body in bodies:
            at.setdefault(body.first, []).append(body)
        persons = _FINDERS.get(self._language, EnglishNames)(tokens, at, self._words, starts).persons()
        return sorted([*mentions, *bodies, *persons], key=lambda m: (m.start, -m.end, m.type, m.id))
