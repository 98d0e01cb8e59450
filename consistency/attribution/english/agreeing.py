"""Agreeing that somebody else reports ("X said A and B had agreed to a truce"): it is what X says, no words of A and B."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.attribution.english.clause import Clause
from consistency.attribution.line import Line

_AGREE = "agree"


def without_reported_agreeing(line: Line, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without those whose agreeing another clause reports, and which give no words of their own."""
    return [
        clause for at, clause in enumerate(clauses) if not (_gives_no_words(line, clause) and _told(line, clauses, at))
    ]


def _gives_no_words(line: Line, clause: Clause) -> bool:
    following = clause.end < len(line.items) and (line.isa(clause.end, "that") or line.items[clause.end].quote)
    return clause.manner == _AGREE and not following


def _told(line: Line, clauses: Sequence[Clause], at: int) -> bool:
    """Whether the clause before leads on to the agreeing, or the next one is set off behind it (", X said")."""
    before = clauses[at - 1] if at else None
    if before is not None and before.manner != _AGREE and (before.kind != "source" or before.start <= 1):
        return not line.isa(clauses[at].start, "conjunctions")
    after = clauses[at + 1] if at + 1 < len(clauses) else None
    set_off = after is not None and after.start > 0 and line.items[after.start - 1].comma
    return set_off and after is not None and after.manner != _AGREE and after.source is not None
