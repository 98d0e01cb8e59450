"""The tokenizer of both languages: words, numbers, marks; never whitespace inside a token."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

import consistency.language.layers as layers
from consistency.model import Token
from consistency.orthography import TOKEN, fold

REGISTERED = "consistency.news_tokenizer.v1"
"""The name under which spaCy configurations ask for the tokenizer."""


_REMEMBERED = 50_000
"""The words whose folded form is kept; then all are forgotten, so that memory stays bounded."""
_token = partial(tuple.__new__, Token)


class NewsTokenizer:
    """Splits text with one regular expression; glued punctuation (``العراق“،``) comes apart.

    A space between two tokens is a token's trailing space; any other whitespace is a token of the
    Doc, but none of the folded tokens that it leaves in ``doc.user_data``.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._known: dict[str, tuple[str, str | None]] = {}

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        tokens: list[Token] = []
        start = 0
        for found in TOKEN.findall(text):
            end = start + len(found)
            if found == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                word, norm = self._known.get(found) or self._learn(found)
                if norm is not None:
                    tokens.append(_token((start, end, word, norm)))
                words.append(word)
                spaces.append(False)
            start = end
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[layers.TEXT], doc.user_data[layers.TOKENS] = text, tokens
        return doc

    def _learn(self, word: str) -> tuple[str, str | None]:
        """A word, the same object for all its tokens, with its folded form; None for whitespace."""
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        known = self._known[word] = word, None if word.isspace() else fold(word)
        return known

    def to_bytes(self, **_: Any) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> NewsTokenizer:
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Has no state to save."""

    def from_disk(self, _path: str | Path, **_: Any) -> NewsTokenizer:
        return self


def create_news_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """Makes the tokenizer for spaCy configurations."""
    return lambda nlp: NewsTokenizer(nlp.vocab)


registry.tokenizers(REGISTERED, func=create_news_tokenizer)
