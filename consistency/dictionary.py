"""Whether an Arabic word is an ordinary word of the language, by a dictionary; names mostly are not."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=100_000)
def is_dictionary_word(word: str) -> bool:
    """Whether a dictionary of Arabic word forms has the word."""
    from simplemma import is_known

    return bool(is_known(word, lang="ar"))
