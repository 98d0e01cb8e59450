"""When a found statement, speaker, fact or finding is the same as a gold one.

Statements match by intersection over union of their spans, facts by kind, core value and polarity
inside overlapping statements, findings by verdict, kind and the statements they bring together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from consistency.evaluation.gold import GoldFact, GoldFinding, GoldStatement
from consistency.model import Fact, Finding, Span, Speaker, Statement

P = TypeVar("P")
Q = TypeVar("Q")
Key = tuple[Any, ...]
Reference = tuple[str, Span]
"""A gold statement as (article id, span)."""

_EXIT = frozenset({"withdrawal", "mission_end", "presence_end"})
_PART_OF = {
    "org.us-forces": {"org.coalition", "org.foreign-forces"},
    "org.uk-forces": {"org.coalition", "org.foreign-forces"},
    "org.coalition": {"org.foreign-forces", "org.us-forces"},
    "org.foreign-forces": {"org.coalition", "org.us-forces"},
    "org.nato": {"org.foreign-forces"},
}
_DIACRITICS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي")


def overlap(a: Span, b: Span) -> int:
    """The length of the intersection of two spans."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def intersection_over_union(a: Span, b: Span) -> float:
    """Between 0 (disjoint) and 1 (equal); the union runs from the first start to the last end."""
    union = max(a[1], b[1]) - min(a[0], b[0])
    return overlap(a, b) / union if union else 0.0


def pair(found: Sequence[P], gold: Sequence[Q], score: Callable[[P, Q], float]) -> list[tuple[int, int, float]]:
    """One-to-one pairs (index, index, score) with a score above 0, the best first."""
    scored = ((score(p, q), i, j) for i, p in enumerate(found) for j, q in enumerate(gold))
    pairs: list[tuple[int, int, float]] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for value, i, j in sorted((t for t in scored if t[0] > 0), key=lambda t: (-t[0], t[1], t[2])):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j, value))
    return pairs


def same_speaker(speaker: Speaker | None, gold: GoldStatement) -> bool:
    """Whether the speaker's id, or one of its names or its role, is one that gold accepts."""
    if speaker is None:
        return False
    mine = {_plain(n) for n in (speaker.name, speaker.role, *speaker.names) if n} - {""}
    accepted = {_plain(n) for n in gold.speaker} - {""}
    return speaker.id == gold.speaker_id or any(_named(m, w) for m in mine for w in accepted)


def _named(a: str, b: str) -> bool:
    contained = (len(b) > 3 and f" {b} " in f" {a} ") or (len(a) > 3 and f" {a} " in f" {b} ")
    return a == b or contained


def _plain(name: str) -> str:
    folded = _DIACRITICS.sub("", unicodedata.normalize("NFKC", name).lower()).translate(_LETTERS)
    return re.sub(r"[^\w]+", " ", folded).strip()


def core(fact: Fact | GoldFact) -> set[Key]:
    """The canonical value of a fact as a set of keys; two facts agree when they share one."""
    value = fact.value
    match fact.kind:
        case "deadline":
            return {(_group(fact.event), (value.get("by") or {}).get("end"))}
        case "role_change":
            return _role_core(fact)
        case "troop_location":
            relation = value.get("relation")
            slot = {"leave": "from", "move": "to", "arrive": "to", "remain": "at"}.get(str(relation), "")
            return {(relation, value.get(slot) or value.get("at") or value.get("to") or value.get("from"))}
        case "event_status":
            return {(_group(fact.event), fact.phase)}
        case "count":
            bounds = (value.get("min"), value.get("max"))
            return {bounds} if bounds != (None, None) else {(value.get("word"),)}
        case "nature":
            return {(value.get("is"),)}
        case "cooperation":
            return {(area,) for area in value.get("areas") or ["any"]}
        case "protection":
            return {(value.get("by"),)}
    return {(repr(sorted(value.items())),)}


def _role_core(fact: Fact | GoldFact) -> set[Key]:
    if fact.phase == "unchanged":
        return {("unchanged",)}
    to, source = fact.value.get("to") or [], fact.value.get("from") or []
    return {("to", role) for role in to} or {("from", role) for role in source}


def _group(event: str | None) -> str | None:
    return "exit" if event in _EXIT else event


def same_subject(fact: Fact, gold: GoldFact) -> bool:
    """Whether party (or a whole it belongs to) and component are those of gold."""
    mine, theirs = fact.subject.party, gold.subject.party
    party = mine == theirs or theirs in _PART_OF.get(mine, set()) or mine in (gold.parties or ())
    return party and (fact.subject.component or "all") in {gold.subject.component or "all", *(gold.components or ())}


def fact_score(fact: Fact, span: Span, gold: GoldFact, gold_span: Span) -> int:
    """0: another fact; 1: the same claim; 2: and about the same subject. Spans are the statements'."""
    if fact.kind != gold.kind or not overlap(span, gold_span) or not core(fact) & core(gold):
        return 0
    if (fact.polarity == "denied") != (gold.polarity == "denied"):
        return 0
    return 1 + same_subject(fact, gold)


def finding_matches(
    finding: Finding, gold: GoldFinding, sides: Sequence[Sequence[Statement]], references: dict[str, Reference]
) -> bool:
    """Whether ``finding``, whose positions rest on the statements ``sides``, is the gold one."""
    if not gold.accepts(finding.verdict) or (gold.kinds and finding.kind not in gold.kinds):
        return False
    if gold.verdict == "agreement":
        flat = [s for side in sides for s in side]
        return sum(_touches([r], flat, references) for side in gold.sides for r in side) >= 2
    first, second = gold.sides[0], gold.sides[1]
    return any(
        _touches(first, sides[i], references) and _touches(second, sides[j], references)
        for i in range(len(sides))
        for j in range(len(sides))
        if i != j
    )


def _touches(side: Iterable[str], statements: Sequence[Statement], references: dict[str, Reference]) -> bool:
    known = [references[r] for r in side if r in references]
    return any(s.article == article and overlap(s.span, span) for article, span in known for s in statements)
