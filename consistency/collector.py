"""How often Python looks for cyclic garbage while it reads articles."""

from __future__ import annotations

import gc

_NEW_OBJECTS, _ROUNDS = 20_000, 20


def look_less_often() -> None:
    """Sets the process's collector for batches: what a check makes is nearly all kept, or goes without being looked for.

    Of 1,000 articles the cycles are 3 MB, and looking for them at Python's own rate takes a tenth of the time. For the
    package's own processes: a program that uses the library decides for itself.
    """
    gc.set_threshold(_NEW_OBJECTS, _ROUNDS, _ROUNDS)
