"""Where a date may begin: a cheap look at the neighbours, so that most words of dates cost nothing more."""

from __future__ import annotations

from consistency.language.wordindex import WordIndex

_ALONE = frozenset({"decade", "deictic", "feast", "hijri_month", "mark", "month", "weekday", "weekend"})
"""Kinds of words that can be a date by themselves."""
_NOUNS = frozenset({"calendar_unit", "era", "filler", "half", "season"})
"""Kinds that another word makes a date, before them or behind them."""
_LEADS = frozenset({"cardinal", "closest", "daypart", "direction", "edge", "lead", "ordinal", "same", "vague"})
"""Kinds that begin a date only with a noun of time soon behind them."""
_BEHIND = frozenset({"cardinal", "direction", "edge", "ordinal", "same_after", "scale", "tail"})
"""Kinds that make a date of a noun of time right before them."""
_REACH, _NEAR = 8, 4


def starts(index: WordIndex) -> list[int]:
    """The tokens at which a date may begin, in order."""
    figures = index.digits
    kinds = {i: {kind for kind, _ in here} for i, here in index.at.items()}
    years = {i for i in figures if len(index.text(i)) == 4}
    nouns = years.union([i for i, here in kinds.items() if here & _ALONE or here & _NOUNS])
    behind = nouns.union(figures, [i for i, here in kinds.items() if here & _BEHIND])
    found = [i for i in figures if i in years or index.glued(i + 1) or "." in index.text(i) or _among(i, nouns, _REACH)]
    for i, here in kinds.items():
        led = bool(here & _LEADS) and _among(i, nouns, _REACH)
        if led or here & _ALONE or (here & _NOUNS and _among(i, behind, _NEAR)):
            found.append(i)
    return sorted(set(found))


def _among(i: int, places: set[int], reach: int) -> bool:
    """Whether one of the places lies behind token ``i``, less than ``reach`` away."""
    return not places.isdisjoint(range(i + 1, i + reach))
