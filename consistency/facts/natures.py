"""What forces are said to be: «هذه القوات ليست قتالية»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from consistency.facts.groups import Group
from consistency.facts.outlook import Outlook
from consistency.facts.passage import Passage
from consistency.facts.reading import Reading
from consistency.facts.subjects import Subjects
from consistency.model import Mention

NATURE = "nature"
_OPPOSITE = {"combat": "non_combat", "non_combat": "combat"}
_GAP = 5


def natures(passage: Passage, subjects: Subjects) -> Iterator[Reading]:
    """A reading for each component that is said of a definite force before it."""
    for component in passage.mentions:
        if component.type != "component" or component.id not in _OPPOSITE:
            continue
        if component.features.get("article") or component.proclitics:
            continue
        subject = _predicated(component, passage)
        if subject is not None:
            yield _nature(component, subject, passage, subjects)


def _nature(component: Mention, subject: Group, passage: Passage, subjects: Subjects) -> Reading:
    between = [m for i in range(subject.last, component.first) for m in passage.at.get(i, ())]
    clause = passage.clauses[passage.clause_of(component.first)]
    negated = any(m.type == "negation" for m in between) or _is_none(subject, clause.first, passage)
    denied = negated != (passage.effect.polarity == "denied")
    reading = Reading(
        replace(component, type=NATURE), clause, Outlook(), subject, subjects.owners.party_of(subject), source="named"
    )
    reading.component = subject.component or "all"
    reading.spans = [(subject.start, subject.end), component.span]
    reading.facets["is"] = _OPPOSITE[component.id] if denied else component.id
    reading.facets["ceased"] = "yes" if any(m.id == "no-longer" for m in between) else ""
    return reading


def _is_none(subject: Group, first: int, passage: Passage) -> bool:
    """ "No coalition forces", "no US or coalition forces": a negation with no verb between it and the force."""
    before = [m for i in range(first, subject.head.first) for m in passage.at.get(i, ())]
    negation = next((m for m in reversed(before) if m.type == "negation"), None)
    return negation is not None and not any("tense" in m.features for m in before if m.first >= negation.last)


def _predicated(component: Mention, passage: Passage) -> Group | None:
    """What a component is said of, in its clause and near by: a definite force, or the mission of one."""
    arabic = passage.context.document.language == "ar"
    clause = passage.clauses[passage.clause_of(component.first)]
    inside = next((g for g in passage.groups if g.first <= component.first < g.last), None)
    if inside is not None and (inside.definite or inside.party or inside.number is not None):
        return None
    if inside is not None and arabic and inside.head.last > component.first:
        return None
    end = inside.first if inside else component.first
    subject = _subject(clause.first, end, inside, passage)
    if subject is None or not (subject.definite or subject.party or subject.owner):
        return None
    gap = [i for i in range(subject.last, end) if i not in passage.covered]
    between = [m for i in range(subject.last, end) for m in passage.at.get(i, ())]
    if any(m.features.get("tense") == "future" for m in between) and passage.inside(clause, "date"):
        return None  # "will not be in a combat role by the end of the year": what they are now is left open
    held = any(m.type in ("copula", "negation") or m.features.get("tense") == "be" for m in between)
    said = held or (arabic and (inside is not None or component.id == "non_combat"))
    return subject if len(gap) <= _GAP and said else None


def _subject(first: int, end: int, inside: Group | None, passage: Passage) -> Group | None:
    before = (g for g in reversed(passage.groups) if first <= g.first and g.last <= end and g is not inside)
    forces = list(before)
    force = next((g for g in forces if g.definite or g.party or g.owner), next(iter(forces), None))
    if force is not None:
        return force
    topics = (m for i in range(end - 1, first - 1, -1) for m in passage.at.get(i, ()) if m.type == "topic")
    mission = next((t for t in topics if t.id == "role"), None)
    return passage.around(mission) if mission is not None else None
