"""Which statements may be copies of given ones, or their originals, as a quick look tells."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.model import Statement
from consistency.runs import runs_of, words_of

_SHARED = 3
"""A copy has one in so many of its runs of words from its original at least; mostly it has nearly all of them."""


class Likely:
    """Statements that have many runs of words in common with those given at first."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._runs = {run for statement in statements for run in runs_of(words_of(statement.text))}

    def has(self, statement: Statement) -> bool:
        """Whether a statement is one of them."""
        runs = runs_of(words_of(statement.text))
        return bool(runs) and len(runs & self._runs) * _SHARED >= len(runs)
