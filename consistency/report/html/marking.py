"""A stretch of text cut where marks begin and end, so that every letter stands in one piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consistency.model import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters in a row; ``marked`` if they are words that a claim rests on.

    ``statement`` is the number of the innermost statement that they belong to; ``begins`` are those that begin with them.
    """

    text: str
    marked: bool = False
    statement: int | None = None
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """Where a statement of some number stands."""

    number: int
    span: Span


def pieces(text: str, start: int, marks: Sequence[Span], sayings: Sequence[Saying] = ()) -> list[Piece]:
    """The pieces of ``text``, whose first letter stands at ``start``; spans are seen as from 0."""
    end = start + len(text)
    edges = {edge for span in (*marks, *(saying.span for saying in sayings)) for edge in span}
    cuts = sorted({start, end, *(edge for edge in edges if start < edge < end)})
    found: list[Piece] = []
    for low, high in pairwise(cuts):
        piece = Piece(
            text[low - start : high - start], _within(low, marks), _innermost(low, sayings), _begun(low, high, sayings)
        )
        if found and not piece.begins and (found[-1].marked, found[-1].statement) == (piece.marked, piece.statement):
            last = found.pop()
            piece = replace(last, text=last.text + piece.text)
        found.append(piece)
    return found


def _within(place: int, marks: Sequence[Span]) -> bool:
    return any(low <= place < high for low, high in marks)


def _innermost(place: int, sayings: Sequence[Saying]) -> int | None:
    around = [s for s in sayings if s.span[0] <= place < s.span[1]]
    return min(around, key=lambda s: (s.span[1] - s.span[0], s.number)).number if around else None


def _begun(low: int, high: int, sayings: Sequence[Saying]) -> tuple[int, ...]:
    return tuple(saying.number for saying in sayings if low <= saying.span[0] < high)
