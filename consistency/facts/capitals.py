"""Capitals that stand for their governments («أبلغت باريس حلفاءها», "Kabul had been told")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.facts.frames import Frames
from consistency.model import Mention

_BEFORE = frozenset({"boundary", "cue", "modality"})
_LEADS, _VERBS = frozenset({"preposition", "of"}), frozenset({"cue", "modality"})
_AFTER = frozenset({"auxiliary", "aspect", "modality", "cue", "negation"})


def with_governments(mentions: Iterable[Mention], capitals: Mapping[str, str], frames: Frames) -> Iterable[Mention]:
    """The mentions with the country in place of its capital, where the capital acts and no preposition leads it in."""
    rows = list(mentions)
    if not any(m.type == "place" and m.id in capitals for m in rows):
        return rows
    return _with_governments(rows, capitals, frames)


def _with_governments(rows: Sequence[Mention], capitals: Mapping[str, str], frames: Frames) -> Iterator[Mention]:
    before: dict[int, set[str]] = {}
    after: dict[int, set[str]] = {}
    for m in rows:
        before.setdefault(m.last, set()).add(m.type)
        after.setdefault(m.first, set()).add("auxiliary" if "tense" in m.features else m.type)
    done = {
        m.last for m in rows if m.features.get("object") == "yes" and "tense" in m.features
    }  # «ستسحب واشنطن قواتها»
    for m in rows:
        if m.type == "place" and m.id in capitals and frames.preposition(m.proclitics) is None:
            ahead, behind = before.get(m.first, set()), after.get(m.last, set())
            led = ahead & _LEADS and not ahead & _VERBS  # not the "on" of "called on Washington to withdraw"
            if not led and (ahead & _BEFORE or behind & _AFTER or m.first in done):
                m = replace(m, id=capitals[m.id])
        yield m
