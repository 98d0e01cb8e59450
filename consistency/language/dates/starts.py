"""Where a date may begin: a cheap look at the neighbours, so that most words of dates cost nothing more."""

from __future__ import annotations

from consistency.language.wordindex import WordIndex

_ALONE = frozenset({"decade", "deictic", "feast", "hijri_month", "mark", "month", "weekday"})
"""Kinds of words that can be a date by themselves."""
_JOINT = frozenset(
    {
        "calendar_unit", "cardinal", "closest", "daypart", "direction", "edge", "filler", "half", "lead", "ordinal", "same",
        "season", "vague",
    }
)  # fmt: skip
"""Kinds of words that begin a date only with another one soon behind them."""
_DATED = (_ALONE | _JOINT | {"skip", "tail", "time", "era", "century"}) - {"cardinal", "ordinal", "vague"}
_REACH = 6


def starts(index: WordIndex) -> list[int]:
    """The tokens at which a date may begin, in order."""
    figures = index.digits()
    years = {i for i in figures if len(index.text(i)) == 4}
    near = years.union([i for i, here in index.at.items() if any(kind in _DATED for kind, _ in here)])
    found = [i for i in figures if i in years or index.glued(i + 1) or "." in index.text(i) or _has_company(i, near)]
    for i, here in index.at.items():
        joint = any(kind in _JOINT for kind, _ in here) and (_has_company(i, near) or _is_spelled_year(index, i))
        if joint or any(kind in _ALONE for kind, _ in here):
            found.append(i)
    return sorted(set(found))


def _has_company(i: int, near: set[int]) -> bool:
    return not near.isdisjoint(range(i + 1, i + _REACH))


def _is_spelled_year(index: WordIndex, i: int) -> bool:
    """«عام ألفين وأحد عشر», "the year two thousand"."""
    return "calendar_unit" in index.kinds(i) and not index.kinds(i + 1).isdisjoint({"cardinal", "scale"})
