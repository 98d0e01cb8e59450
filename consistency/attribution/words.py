"""The word classes that reporting clauses are read with, as the packs give them."""

from __future__ import annotations

from functools import lru_cache

from consistency.model import Language
from consistency.orthography import fold
from consistency.rulepack import Packs

_NONE: frozenset[str] = frozenset()


class Words:
    """Sets of folded words by the name of their class; an unknown class is empty."""

    def __init__(self, classes: dict[str, frozenset[str]]) -> None:
        self._classes = classes
        self._of: dict[str, frozenset[str]] = {}
        for name, words in classes.items():
            for word in words:
                self._of[word] = self._of.get(word, _NONE) | {name}

    def __getitem__(self, name: str) -> frozenset[str]:
        return self._classes.get(name, frozenset())

    def of(self, word: str) -> frozenset[str]:
        """The classes that a folded word belongs to."""
        return self._of.get(word, _NONE)

    def are(self, name: str, word: str) -> bool:
        """Whether the folded ``word`` (with or without 's) belongs to the class."""
        known = self[name]
        return word in known or (word.endswith(("'s", "s'")) and word[:-2] in known)


@lru_cache(maxsize=8)
def word_classes(packs: Packs, language: Language) -> Words:
    """The classes of every pack's ``attribution/LANGUAGE.yaml``, joined."""
    classes: dict[str, frozenset[str]] = {}
    for file in packs.documents(f"attribution/{language}"):
        for name, listed in (file.value or {}).items():
            classes[name] = classes.get(name, frozenset()) | {fold(word) for word in listed}
    return Words(classes)
