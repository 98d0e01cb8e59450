"""The nearest of the allowed names, for whoever mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

_LIKE_ENOUGH = 60
_LISTED = 12


def near(name: str, names: Iterable[str]) -> str:
    """ "; did you mean 'x'?", or nothing where no name is like it."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(set(names)), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return f"; did you mean {found[0]!r}?" if found else ""


def allowed(name: str, names: Iterable[str]) -> str:
    """ "; allowed are a, b, c; did you mean 'b'?": all of a few names, the beginning of many if none of them is near."""
    known = sorted({name or '""' for name in names})
    nearest = near(name, known)
    if len(known) > _LISTED and nearest:
        return nearest
    listed = ", ".join(known[:_LISTED]) + (f" and {len(known) - _LISTED} more" if len(known) > _LISTED else "")
    return f"; allowed are {listed or 'none'}{nearest}"
