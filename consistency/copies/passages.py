"""Paragraphs that stand in an earlier article too, nearly word for word, found by hashes of their runs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from consistency.recall import Passage
from consistency.runs import runs_of, words_of

_FEWEST = 8
_SHARED = 0.5
"""The share of the runs of the shorter paragraph that a copy has in common with its original."""


Copy = tuple[Passage, Passage]
"""A paragraph and the earlier one that it is a copy of."""


def copied_passages(passages: Iterable[Passage]) -> Iterator[Copy]:
    """The paragraphs that an earlier article has; the time grows with the words, not with the pairs."""
    known: list[tuple[Passage, int]] = []
    first: dict[int, int] = {}
    for passage in passages:
        words = words_of(passage.text)
        runs = runs_of(words) if len(words) >= _FEWEST else set()  # too short to tell
        original = _original(passage, runs, known, first) if runs else None
        if original:
            yield passage, original
        for run in runs:
            first.setdefault(run, len(known))
        known.append((passage, len(runs)))


def _original(
    passage: Passage, runs: set[int], known: list[tuple[Passage, int]], first: dict[int, int]
) -> Passage | None:
    """The earlier paragraph of another article that has enough of the runs; the earliest of those that have most."""
    shared = Counter(first[run] for run in runs if run in first)
    foreign = [(-many, at) for at, many in shared.items() if known[at][0].article != passage.article]
    if not foreign:
        return None
    many, at = min(foreign)
    return known[at][0] if -many >= _SHARED * min(len(runs), known[at][1]) else None
