"""Arabic clauses that point back to what was said: «صرح بذلك فلان»، «هكذا ردّ فلان»، «بهذه العبارة علّق فلان»."""

from __future__ import annotations

from consistency.attribution.arabic.adjuncts import over_adjuncts
from consistency.attribution.arabic.clause import Clause
from consistency.attribution.arabic.content import content_of
from consistency.attribution.arabic.leads import past_that
from consistency.attribution.arabic.source import grow_source
from consistency.attribution.line import Found, Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content


def pointing_back(line: Line, cue: Found) -> Clause | None:
    """The clause whose verb has «ذلك»، «هكذا» or «بهذه العبارة» beside it, when nothing leads in words of its own."""
    start, end = _start(line, cue.first), len(line.items)
    that = line.isa(cue.last, "with_that")
    if start == cue.first and not that:
        return None
    grown = grow_source(line, over_adjuncts(line, cue.last + that, end), end)
    if grown is None or any(_leads_in(line, i) for i in range(grown[1], end)):
        return None
    return Clause("after", cue, start, grown[1], grown[0], None, pointing=True)


def _start(line: Line, at: int) -> int:
    """Where «هكذا» or «بهذه العبارة» begins before a verb; the verb itself where neither stands."""
    if line.isa(at - 1, "thus"):
        return at - 1
    return at - 2 if at > 1 and line.isa(at - 1, "wording") and line.isa(at - 2, "by_this") else at


def _leads_in(line: Line, i: int) -> bool:
    return line.items[i].quote is not None or line.items[i].norm == ":" or past_that(line, i) is not None


def pointed_at(line: Line, memory: Memory) -> Content | None:
    """The sentence before, in the same paragraph, which nobody else is said to have said."""
    before = memory.lines[memory.at - 1] if memory.at and not line.opens else None
    if before is None or any(memory.notes[i].line == memory.at - 1 for i in memory.here()):
        return None
    return content_of(before, 0, len(before.items))
