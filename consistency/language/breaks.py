"""Keeping dates and numbers inside their paragraphs: a headline's last figure is no part of the line below."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from consistency.model import Language, Mention, Span, Token

Recogniser = Callable[[Sequence[Token], Sequence[Mention], Language], list[Mention]]


def within_paragraphs(find: Recogniser, paragraphs: Sequence[Span]) -> Recogniser:
    """The recogniser made to begin anew at the paragraphs that something it finds would run into."""

    def find_within(tokens: Sequence[Token], words: Sequence[Mention], language: Language) -> list[Mention]:
        found = find(tokens, words, language)
        cuts = _crossed(found, tokens, paragraphs)
        if not cuts:
            return found
        pieces = pairwise((0, *cuts, len(tokens)))
        return [m for first, last in pieces for m in find(*_piece(tokens, words, first, last), language)]

    return find_within


def _crossed(found: Sequence[Mention], tokens: Sequence[Token], paragraphs: Sequence[Span]) -> list[int]:
    """The tokens that begin a paragraph in the middle of a mention."""
    starts = [start for start, _ in paragraphs]
    crossed = {starts[i] for m in found for i in range(bisect_right(starts, m.start), bisect_left(starts, m.end))}
    return [bisect_left(tokens, start, key=lambda token: token.start) for start in sorted(crossed)]


def _piece(
    tokens: Sequence[Token], words: Sequence[Mention], first: int, last: int
) -> tuple[list[Token], list[Mention]]:
    """The tokens up to ``last``, those before ``first`` made void so that all keep their numbers."""
    void = [Token(token.start, token.start, "", "") for token in tokens[:first]]
    return [*void, *tokens[first:last]], [m for m in words if first <= m.first and m.last <= last]
