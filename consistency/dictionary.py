"""Whether an Arabic word is an ordinary word of the language, by a dictionary; names mostly are not."""

from __future__ import annotations

from functools import lru_cache

from consistency.orthography import PRONOUNS


def is_word_form(word: str) -> bool:
    """Whether the word, or what is left without an enclitic pronoun, is in the dictionary."""
    return is_dictionary_word(word) or any(
        word.endswith(pronoun) and len(word) > len(pronoun) + 2 and is_dictionary_word(word[: -len(pronoun)])
        for pronoun in PRONOUNS
    )


@lru_cache(maxsize=100_000)
def is_dictionary_word(word: str) -> bool:
    """Whether a dictionary of Arabic word forms has the word."""
    from simplemma import is_known

    return bool(is_known(word, lang="ar"))
