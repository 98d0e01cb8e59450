"""Which reporting clauses of a sentence stand beside each other, and which lie in what another one reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.attribution.english.adjuncts import skip
from consistency.attribution.english.clause import Clause
from consistency.attribution.english.content import content_start
from consistency.attribution.english.verbs import finite, is_strong
from consistency.attribution.line import Line

_OPINION = frozenset({"think", "hope", "expect"})
_CARRIERS = ("body", "document")


def siblings(line: Line, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that carry a statement of their own; a carrier of another's words becomes its ``via``."""
    kept: list[Clause] = []
    for clause in clauses:
        if _subordinate(line, clause):
            continue
        if not kept or clause.kind == "gerund":
            kept.append(clause)
        elif clause.kind == "source":
            _add_source(line, kept, clause)
        elif clause.source is None:
            if _parallel(line, kept[-1], clause):
                kept.append(clause)
        elif _closing(line, kept[-1], clause) and (aside := _aside(line, kept[-1], clause)):
            kept[-1] = replace(kept[-1], stop=aside)
            kept.append(clause)
        elif _closing(line, kept[-1], clause):
            kept[-1] = replace(kept[-1], via=kept[-1].via or _name(line, clause), stop=clause.start)
        elif _beside(line, kept[-1], clause):
            kept.append(clause)
        elif _carries(line, kept[-1], clause):
            outer = kept.pop()
            kept.append(replace(clause, start=outer.start, via=outer.via or _name(line, outer)))
    return kept


def _subordinate(line: Line, clause: Clause) -> bool:
    """Whether a clause only sets the scene ("if X says", "what X called", "as X said"), or has nothing of its own to report."""
    at = clause.start - 1
    if clause.kind != "finite" or clause.source is None or line.isa(at, "that"):
        return False
    if line.isa(at, "hypothetical", "which"):
        return True
    return line.isa(at, "subordinators", "as") and at > 0 and content_start(line, clause, len(line.items)) is None


def _add_source(line: Line, kept: list[Clause], clause: Clause) -> None:
    """Keeps "according to Y", or makes Y the carrier of what X is already said to have said."""
    last = kept[-1]
    if content_start(line, last, clause.start) is not None:
        kept[-1] = replace(last, via=last.via or _name(line, clause))
    kept.append(clause)


def _parallel(line: Line, before: Clause, clause: Clause) -> bool:
    """Whether "and warned" goes on with the speaker rather than with what he says."""
    if line.items[clause.start].comma or is_strong(line, clause.cue) or clause.takes & {"object", "order"}:
        return True
    start = content_start(line, before, clause.start)
    if start is not None and not line.isa(start - 1, "that") and not finite(line, start, clause.start):
        return True
    return finite(line, clause.end, len(line.items))


def _beside(line: Line, before: Clause, clause: Clause) -> bool:
    """Whether a clause stands beside the one before it, not inside what that reports."""
    at = clause.start - 1
    if clause.source is not None and clause.source.kind == "pronoun" and clause.manner in _OPINION:
        return False
    if line.items[at].quote or line.items[at].norm == ";" or line.isa(at, "conjunctions", "contrast"):
        return True
    if line.items[at].comma and (line.items[at - 1].quote or _leads(line, before) or before.kind == "relative"):
        return True
    start = content_start(line, before, len(line.items))
    return before.inverted or start is None or start > clause.start


def _leads(line: Line, before: Clause) -> bool:
    """Whether a clause leads in the main one: "Noting that …, X said", "While Y insists …, X says"."""
    return (before.kind == "gerund" and before.source is None) or (
        before.start == 1 and line.isa(0, "contrast", "subordinators", "as")
    )


def _closing(line: Line, before: Clause, clause: Clause) -> bool:
    """Whether a clause only closes the sentence of another speaker: "X said that …, state television reported."."""
    if clause.kind != "finite" or clause.inverted or not line.items[clause.start - 1].comma or before.inverted:
        return False
    n = len(line.items)
    at = skip(line, clause.end, n)
    ended = at >= n or line.items[at].stop
    return ended and (start := content_start(line, before, clause.start)) is not None and start < clause.start - 1


def _aside(line: Line, before: Clause, clause: Clause) -> int | None:
    """The "where" of a relative clause that is all that a closing clause reports ("denied …, where a bomb …, police said")."""
    at = next((i for i in range(clause.start - 2, before.end, -1) if line.items[i].comma), None)
    return at + 1 if at is not None and line.isa(at + 1, "where") else None


def _carries(line: Line, outer: Clause, clause: Clause) -> bool:
    """Whether all that a body or a document reports is another clause: "state television said the minister had announced"."""
    if clause.source is None or clause.source.kind == "pronoun" or clause.manner in _OPINION:
        return False
    carrier = outer.source is not None and outer.source.kind in _CARRIERS and outer.source.name is None
    return carrier and content_start(line, outer, len(line.items)) == clause.start


def _name(line: Line, clause: Clause) -> str | None:
    source = clause.source
    return line.document.slice(source.span) if source and source.kind != "pronoun" else None
