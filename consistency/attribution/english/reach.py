"""Where what an English reporting clause reports ends: at the next clause, or where the writer goes on by himself."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.attribution.english.clause import Clause
from consistency.attribution.english.content import content_start
from consistency.attribution.english.verbs import finite
from consistency.attribution.line import Line

_VERBS = ("be", "modals", "have", "do", "negated_verbs", "refusing")
_LAPSE = 5
_DENYING = frozenset({"reject", "deny"})


def reach(line: Line, clauses: Sequence[Clause], at: int) -> int:
    """The item before which the content after the clause number ``at`` must end."""
    clause = clauses[at]
    limit = clauses[at + 1].start if at + 1 < len(clauses) else len(line.items)
    if clause.stop is not None:
        return clause.stop
    if _denies_claim(line, clauses, at):
        return reach(line, clauses, at + 1)
    if clause.kind == "relative" and line.items[clause.start - 1].comma:
        return next((i for i in range(clause.end + 2, limit) if line.items[i].comma), limit)
    start = content_start(line, clause, limit)
    if start is not None and clause.start == 1 and line.isa(0, "contrast"):
        return _before_main(line, start, limit)
    return _before_writer(line, start, limit) if start is not None else limit


def _denies_claim(line: Line, clauses: Sequence[Clause], at: int) -> bool:
    """Whether what is denied is what the next clause says is claimed ("rejected as false a rebel claim that")."""
    following = clauses[at + 1] if at + 1 < len(clauses) else None
    if following is None or clauses[at].manner not in _DENYING or following.cue.mention.features.get("noun") != "yes":
        return False
    between = range(clauses[at].end, following.cue.first)
    plain = all(line.items[i].word and not line.isa(i, "that", *_VERBS) for i in between)
    return plain and line.isa(following.cue.last, "that")


def _before_main(line: Line, start: int, limit: int) -> int:
    """Where the main clause behind "Although X said …" begins: after the last comma with a clause of its own behind it."""
    for i in range(limit - 1, start, -1):
        quote = line.items[i].quote
        closes = quote is not None and line.document.slice(quote.content).rstrip().endswith(",")
        plain = not line.isa(i + 1, "relative", "which", "conjunctions", "that") if i + 1 < limit else False
        if (closes or line.items[i].comma) and plain and finite(line, i + 1, limit):
            return i + closes
    return limit


def _before_writer(line: Line, start: int, limit: int) -> int:
    """Where the main verb goes on ("denied the report but declined to …") or a lapse of time is told (", a year after …")."""
    for i in range(start + 1, limit - 1):
        if line.isa(i, "conjunctions") and line.isa(i + 1, *_VERBS) and not finite(line, start, i):
            return i
        if line.isa(i, "contrast") and line.isa(i + 1, "refusing"):
            return i  # ", while refusing to rule out …"
        if line.items[i].comma and _tells_lapse(line, i + 1, limit):
            return i
    return limit


def _tells_lapse(line: Line, at: int, limit: int) -> bool:
    """Whether a length of time and "after" or "before" begin at an item."""
    if not (line.isa(at, "determiners", "adverbs") or line.items[at].norm.isdigit()):
        return False
    ahead = range(at + 1, min(limit, at + _LAPSE))
    return any(line.isa(i, "lapses") and line.isa(i + 1, "after") for i in ahead)
