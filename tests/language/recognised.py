"""What the pipelines recognise in a text, for the tests of dates and numbers."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from consistency.language import Reader
from consistency.model import Article, Document, Language
from consistency.rulepack import load_packs
from tests.shared import SHARED

CORPUS = Path(__file__).parent / "corpus"
BENCH = SHARED / "bench"
ODD = ("9" * 5000, "²", "½", "१२", "٢٠١١", "\n", "000", "1/0")
"""Digits that are no plain digits, or too many of them."""
LANGUAGES: tuple[Language, ...] = ("ar", "en")


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader(load_packs())


def read(text: str, language: Language) -> Document:
    """The text as an article of its own, read."""
    (document,) = _reader().read([Article(id="a", text=text, language=language)])
    return document


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a corpus file."""
    found: list[dict[str, Any]] = yaml.safe_load((CORPUS / name).read_text("utf-8"))
    return found


def bench(name: str) -> list[dict[str, Any]]:
    """The rows of a public test set of the development set."""
    return [json.loads(line) for line in (BENCH / name).read_text("utf-8").splitlines()]


def words(text: str) -> list[str]:
    """The words of a table."""
    return text.split()
