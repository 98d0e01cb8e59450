"""English gerunds: they have no time of their own, and take it from what they are joined to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.facts.clauses import COMMA, STOP
from consistency.facts.outlook import Outlook, weaker
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node
from consistency.facts.reading import Reading

_TIMED = ("begun", "completed")


def held_as_before(passage: Passage, reading: Reading, node: Node, earlier: Sequence[Reading]) -> Outlook:
    """The outlook of an end or a beginning in a gerund that nothing governs ("plans on withdrawing and ending …")."""
    view, leading = reading.view, min((node, *node.above()), key=lambda n: n.mention.first)
    if leading.features.get("tense") != "gerund" or leading is node or view.phase not in _TIMED:
        return view
    first = _sentence(passage, reading)
    before = next((r for r in reversed(earlier) if r.trigger.first >= first), None)
    if before is not None and before.view.phase is not None:
        phase = before.view.phase if before.view.polarity == "affirmed" else None
        return replace(view, phase=phase, certainty=weaker(view.certainty, before.view.certainty))
    if _plans(passage, first, leading.mention.first):
        return replace(view, phase="planned")
    return view if _is_result(reading, leading) else replace(view, phase=None)


def _sentence(passage: Passage, reading: Reading) -> int:
    """The token at which the sentence of a reading begins."""
    return max(
        (c.first for c in passage.clauses if c.link == STOP and c.first <= reading.clause.first), default=passage.first
    )


def _plans(passage: Passage, first: int, last: int) -> bool:
    """Whether a word of planning, or "will", stands at tokens [first, last)."""
    words = (m for i in range(first, last) for m in passage.at.get(i, ()) if m.type in ("auxiliary", "modality"))
    return any(m.features.get("tense") == "future" or m.features.get("phase") == "planned" for m in words)


def _is_result(reading: Reading, leading: Node) -> bool:
    """Whether a comma makes the gerund what the sentence before it came to ("closed its base, ending the mission")."""
    return reading.clause.link == COMMA and leading.mention.first - reading.clause.first <= 1
