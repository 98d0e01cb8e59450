"""Articles read as far as the days of their stories, for the tests of readers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from consistency.language import Reader
from consistency.model import Article, Document
from consistency.readers import date_stories, prepare
from consistency.rulepack import Packs, load_packs


@lru_cache(maxsize=1)
def packs() -> Packs:
    return load_packs()


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader(packs())


def dated(text: str, **fields: Any) -> Document:
    """The document of a text with its days."""
    ready, warnings = prepare([Article(id="a", text=text, **fields)], packs())
    assert not warnings
    (document,) = _reader().read(ready)
    return date_stories(document, packs())
