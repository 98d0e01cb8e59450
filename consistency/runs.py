"""Runs of words, by which texts that share much of their wording are known."""

from __future__ import annotations

import re
from zlib import crc32

from consistency.orthography import fold_text

_WORD = re.compile(r"\w+")
_RUN = 3
"""Words of a run: one word that was changed spoils three runs, and no more."""
_BITS = 0x7FFFFFFF
_MIXED = (0x5BD1E995, 0x1B873593, 0x2545F491, 0x6C62272F, 0x41C64E6D, 0x3C6EF35F)
PRINTS = len(_MIXED)
"""How many prints a text has."""


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold_text(text))


def runs_of(words: list[str]) -> set[int]:
    """A hash of each run of words, good within one process."""
    return set(map(hash, zip(*(words[i:] for i in range(_RUN)), strict=False)))


def prints_of(text: str) -> tuple[int, ...] | None:
    """The prints of a text, the same everywhere and always; none of one with fewer words than a run has.

    Two texts have a print in common as often as the runs of both are among those of either; of texts that share half of them
    all but one pair in 64 have one of six (Broder, "On the resemblance and containment of documents", 1997).
    """
    words = words_of(text)
    runs = {crc32(" ".join(words[i : i + _RUN]).encode(errors="replace")) for i in range(len(words) - _RUN + 1)}
    return tuple(min((run * mixed ^ run >> 7) & _BITS for run in runs) for mixed in _MIXED) if runs else None


def claim_prints(text: str, position: str) -> list[int]:
    """The prints of a text, of 63 bits, that only texts have in common in which the same position is taken."""
    mark = crc32(position.encode()) << _BITS.bit_length()
    return [mark | each for each in prints_of(text) or ()]
