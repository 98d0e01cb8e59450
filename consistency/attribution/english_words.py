"""The word classes that English reporting clauses are read with, as the packs give them."""

from __future__ import annotations

from functools import lru_cache

from consistency.rulepack import Packs


class Words:
    """Sets of folded words by the name of their class; an unknown class is empty."""

    def __init__(self, classes: dict[str, frozenset[str]]) -> None:
        self._classes = classes

    def __getitem__(self, name: str) -> frozenset[str]:
        return self._classes.get(name, frozenset())

    def are(self, name: str, word: str) -> bool:
        """Whether the folded ``word`` (with or without 's) belongs to the class."""
        known = self[name]
        return word in known or (word.endswith(("'s", "s'")) and word[:-2] in known)


@lru_cache(maxsize=8)
def english_words(packs: Packs) -> Words:
    """The classes of every pack's ``attribution/en.yaml``, joined."""
    classes: dict[str, frozenset[str]] = {}
    for file in packs.documents("attribution/en"):
        for name, listed in (file.value or {}).items():
            classes[name] = classes.get(name, frozenset()) | {word.casefold() for word in listed}
    return Words(classes)
