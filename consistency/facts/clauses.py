"""Clauses: the stretches of a statement within which words belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from consistency.facts.frames import Frames
from consistency.model import Mention, Token

STOP, COMMA, AND = "stop", "comma", "and"
_STOPS = frozenset({".", "..", "...", "…", "!", "?", "؟", ";", "؛"})
_COMMAS = frozenset({",", "،", ":", "(", ")", "–", "—", "-", "--"})
_SOFT = frozenset({COMMA, AND})


class Clause(NamedTuple):
    """Tokens [first, last) and what links them to what is before: stop, comma, and, relative, time, …"""

    first: int
    last: int
    link: str


def find_clauses(
    tokens: Sequence[Token],
    first: int,
    last: int,
    at: Mapping[int, Sequence[Mention]],
    predicates: Collection[str],
    frames: Frames,
) -> list[Clause]:
    """The clauses of tokens [first, last); ``at`` gives the mentions by their first token.

    A comma or an "and" parts two clauses only when there is a predicate on both sides.
    """
    cuts = [(first, STOP)]
    for i in range(first, last):
        link = _link(tokens[i].text, at.get(i, ()), predicates, frames)
        if link and i > first:
            cuts.append((i, link))
    pieces = [
        Clause(start, end, link)
        for (start, link), (end, _) in zip(cuts, [*cuts[1:], (last, STOP)], strict=True)
        if end > start
    ]
    return _joined(pieces, at, predicates)


def _link(text: str, mentions: Sequence[Mention], predicates: Collection[str], frames: Frames) -> str | None:
    if text in _STOPS:
        return STOP
    boundary = next((m for m in mentions if m.type == "boundary"), None)
    if boundary is not None:
        return boundary.id
    if text in _COMMAS:
        return COMMA
    joined = any(frames.joins(m) and (m.type in predicates or m.type in ("unit", "share", "force")) for m in mentions)
    return AND if joined else None


def _joined(pieces: Sequence[Clause], at: Mapping[int, Sequence[Mention]], predicates: Collection[str]) -> list[Clause]:
    """Pieces without a predicate go with the one before, or at the beginning with the one after."""
    found: list[Clause] = []
    for piece in pieces:
        if (
            found
            and piece.link in _SOFT
            and not (_predicate(found[-1], at, predicates) and _predicate(piece, at, predicates))
        ):
            found[-1] = Clause(found[-1].first, piece.last, found[-1].link)
        else:
            found.append(piece)
    return found


def _predicate(clause: Clause, at: Mapping[int, Sequence[Mention]], predicates: Collection[str]) -> bool:
    return any(m.type in predicates for i in range(clause.first, clause.last) for m in at.get(i, ()))


def clause_at(clauses: Sequence[Clause], token: int) -> int:
    """The index of the clause that holds a token."""
    return max(0, bisect_right([c.first for c in clauses], token) - 1)
