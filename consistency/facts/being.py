"""Being somewhere without a verb of its own: "the troops are still in the north", «لا تزال القوات في الشمال»."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.model import Mention

_BETWEEN = frozenset({"negation", "aspect", "adverb"})
_REACH, _FAR = 3, 8
_PLACES = frozenset({"place", "sites", "site", "spot"})
_PAST = frozenset({"was", "were"})


def with_being(mentions: Iterable[Mention], words: Sequence[str]) -> Iterable[Mention]:
    """The mentions with the prepositions of type "being" as states, where a form of "be" leads to them.

    ``words`` are the folded tokens of the document.
    """
    rows = list(mentions)
    return _with_being(rows, words) if any(m.type == "being" for m in rows) else rows


def _with_being(rows: Sequence[Mention], words: Sequence[str]) -> Iterator[Mention]:
    until: dict[int, list[Mention]] = {}
    for m in rows:
        until.setdefault(m.last, []).append(m)
    for m in rows:
        if m.type != "being":
            yield m
        elif (tense := _tense(m.first, until, words)) is not None:
            yield replace(m, type="state", features={**m.features, "pos": "verb", "tense": tense})


def with_staying(mentions: Iterable[Mention], stops: Container[str]) -> Iterable[Mention]:
    """The mentions with «لا يزال … في مالي» as a state: the mentions of type "staying" that a place follows.

    ``stops`` are the types of mentions that say on their own what somebody still does.
    """
    rows = list(mentions)
    return _with_staying(rows, stops) if any(m.type == "staying" for m in rows) else rows


def _with_staying(rows: Sequence[Mention], stops: Container[str]) -> Iterator[Mention]:
    at: dict[int, list[Mention]] = {}
    for m in rows:
        at.setdefault(m.first, []).append(m)
    for m in rows:
        if m.type != "staying":
            yield m
        elif _leads_to_a_place(m.last, at, stops):
            yield replace(m, type="state")


def _leads_to_a_place(first: int, at: Mapping[int, Sequence[Mention]], stops: Container[str]) -> bool:
    """Whether "in" and a place, or a word for one, come next, with nothing between but whom it is about."""
    for i in range(first, first + _FAR):
        here = at.get(i, ())
        if any(m.type in stops for m in here):
            return False
        led = any(m.type == "preposition" and m.id == "at" for m in here)
        if led or any(m.type == "spot" for m in here):
            near = [m for j in (i, i + 1, i + 2) for m in at.get(j, ())]
            bases = any(m.features.get("of") == "bases" for m in near)
            return bases or any(m.type in _PLACES for m in near if m.first < i + 2)
    return False


def _tense(i: int, until: Mapping[int, Sequence[Mention]], words: Sequence[str]) -> str | None:
    """The tense of the "be" before token ``i``, with only negation, "still" and the like between; None without any."""
    for _ in range(_REACH):
        before = until.get(i, ())
        if any(m.features.get("tense") == "be" for m in before):
            return "past" if words[i - 1] in _PAST else "base" if words[i - 1] == "be" else "present"
        i = min((m.first for m in before if m.type in _BETWEEN), default=0)
    return None
