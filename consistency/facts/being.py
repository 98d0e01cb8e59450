"""Being somewhere in English: "the troops are still in the north" has no verb of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.model import Mention

_BETWEEN = frozenset({"negation", "aspect", "adverb"})
_REACH = 3
_PAST = frozenset({"was", "were"})


def with_being(mentions: Iterable[Mention], words: Sequence[str]) -> Iterator[Mention]:
    """The mentions with the prepositions of type "being" as states, where a form of "be" leads to them.

    ``words`` are the folded tokens of the document.
    """
    rows = list(mentions)
    until: dict[int, list[Mention]] = {}
    for m in rows:
        until.setdefault(m.last, []).append(m)
    for m in rows:
        if m.type != "being":
            yield m
        elif (tense := _tense(m.first, until, words)) is not None:
            yield replace(m, type="state", features={**m.features, "pos": "verb", "tense": tense})


def _tense(i: int, until: Mapping[int, Sequence[Mention]], words: Sequence[str]) -> str | None:
    """The tense of the "be" before token ``i``, with only negation, "still" and the like between; None without any."""
    for _ in range(_REACH):
        before = until.get(i, ())
        if any(m.features.get("tense") == "be" for m in before):
            return "past" if words[i - 1] in _PAST else "base" if words[i - 1] == "be" else "present"
        i = min((m.first for m in before if m.type in _BETWEEN), default=0)
    return None
