"""One sentence as its reporting clauses are looked for: words, with every quotation as one item."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from consistency.attribution.words import Words
from consistency.model import Document, Mention, Quotation, Span

NAMED = ("person", "title", "rank", "office", "body", "force", "government", "media", "place", "nationality")
BODIES = ("body", "force", "government", "media")
_COMMAS = frozenset({",", "،"})
DOT = "·"
"""The norm of an abbreviation's full stop."""
HYPHEN = "\u2010"
"""The norm of a hyphen inside a word."""
_STOPS = frozenset({".", "!", "?", "…", "..", "..."})


class Item(NamedTuple):
    """A word, a punctuation mark, or a whole quotation."""

    start: int
    end: int
    norm: str
    text: str
    quote: Quotation | None = None

    @property
    def word(self) -> bool:
        return self.quote is None and self.norm[:1].isalnum()

    @property
    def comma(self) -> bool:
        return self.norm in _COMMAS

    @property
    def stop(self) -> bool:
        return self.norm in _STOPS


class Found(NamedTuple):
    """A mention and the items that it covers, ``[first, last)``."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True)
class Line:
    """The items of one sentence with the mentions that lie outside its quotations."""

    document: Document
    words: Words
    span: Span
    items: tuple[Item, ...]
    opens: bool = False
    """Whether the line begins a paragraph."""
    small: frozenset[str] = frozenset()
    """Every word that the document writes without a capital."""

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every mention outside quotations, in text order."""
        first = {item.start: i for i, item in enumerate(self.items) if item.quote is None}
        bounds = {item.end: i + 1 for i, item in enumerate(self.items) if item.quote is None}
        tokens = self.document.tokens
        out = []
        for mention in self.document.mentions_in(self.span):
            a, b = first.get(tokens[mention.first].start), bounds.get(tokens[mention.last - 1].end)
            if a is not None and b is not None and b - a == mention.last - mention.first:
                out.append(Found(mention, a, b))
        return tuple(out)

    @property
    def quotation_only(self) -> bool:
        """Whether the line is quotations and punctuation alone."""
        return any(item.quote for item in self.items) and not any(item.word for item in self.items)

    @cached_property
    def _first(self) -> dict[int, list[Found]]:
        return _by(self.found, lambda f: f.first)

    @cached_property
    def _last(self) -> dict[int, list[Found]]:
        return _by(self.found, lambda f: f.last)

    def at(self, i: int) -> list[Found]:
        """The mentions that start at an item."""
        return self._first.get(i, [])

    def within(self, a: int, b: int, *types: str) -> list[Found]:
        """The mentions of the given types inside the items ``[a, b)``."""
        return [f for f in self.found if a <= f.first and f.last <= b and f.mention.type in types]

    def starting(self, at: int, *types: str) -> Found | None:
        """The longest mention of the given types that starts at an item."""
        longest = None
        for found in self._first.get(at, ()):  # a plain loop, since this is asked of every word
            if found.mention.type in types and (longest is None or found.last > longest.last):
                longest = found
        return longest

    def ending(self, at: int, *types: str) -> Found | None:
        """The longest mention of the given types that ends before an item."""
        at -= 0 < at <= len(self.items) and self.items[at - 1].norm == DOT
        here = [f for f in self._last.get(at, []) if f.mention.type in types]
        return min(here, key=lambda f: f.first, default=None)

    @cached_property
    def _classes(self) -> list[frozenset[str]]:
        return [self.words.of(item.norm) for item in self.items]

    def isa(self, at: int, *classes: str) -> bool:
        """Whether the item at a place is a word of one of the classes."""
        return 0 <= at < len(self.items) and not self._classes[at].isdisjoint(classes)

    def capital(self, at: int) -> bool:
        """Whether the item is a word with a capital letter, after a particle at most ("al-Kadhimi")."""
        if not 0 <= at < len(self.items) or self.items[at].quote is not None:
            return False
        text = self.items[at].text
        return text[:1].isupper() or (text[2:3] == "-" and text[3:4].isupper())

    def text(self, a: int, b: int) -> str:
        """The source's own characters of the items ``[a, b)``."""
        return self.document.slice((self.items[a].start, self.items[b - 1].end)) if a < b else ""


def _by(found: Iterable[Found], key: Callable[[Found], int]) -> dict[int, list[Found]]:
    out: dict[int, list[Found]] = {}
    for f in found:
        out.setdefault(key(f), []).append(f)
    return out


def is_title(line: Line) -> bool:
    """Whether a line belongs to the headline of its story."""
    title = line.document.story_at(line.span[0]).title_span
    return title is not None and title[0] <= line.span[0] and line.span[1] <= title[1]
