"""The statements of one sentence of running text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consistency.attribution.dateline import dateline
from consistency.attribution.english.adjuncts import skip
from consistency.attribution.english.agreeing import without_reported_agreeing
from consistency.attribution.english.clause import Clause
from consistency.attribution.english.clauses import find_clauses
from consistency.attribution.english.content import content_start
from consistency.attribution.english.pieces import pieces
from consistency.attribution.english.reach import reach
from consistency.attribution.english.siblings import siblings
from consistency.attribution.english.telling import telling_of
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source

_LOOSE = 4
_PARTICIPLE = "ing"


class Reported(NamedTuple):
    """What a clause reports, the item where its adjuncts end, the item up to which words are used."""

    contents: list[Content]
    adjuncts: int
    used: int


def prose(line: Line, memory: Memory) -> bool:
    """Records the statements of a line; says whether there are any."""
    if not line.document.mentions_in(line.span, "cue"):
        return False
    floor, spoken = dateline(line), False
    used = floor
    clauses = siblings(line, without_reported_agreeing(line, find_clauses(line, floor)))
    holder: int | Source | None = None
    for at, clause in enumerate(clauses):
        limit = reach(line, clauses, at)
        reported = _reported(line, clause, used, limit)
        holder = clause.source or (_coming(clauses, at, used) if holder is None else holder)
        used = reported.used
        if holder is None and clause.start == floor and _of_another(line, clause, clauses):
            continue
        for content in reported.contents:
            holder = memory.say(content, holder, telling_of(line, clause, reported.adjuncts))
            spoken = spoken or holder is not None
    return spoken


def _coming(clauses: Sequence[Clause], at: int, floor: int) -> Source | None:
    """The subject of the next clause, for a sentence that opens with "Noting that …, X said"."""
    first = at == 0 and clauses[at].kind == "gerund" and clauses[at].start == floor
    return next((c.source for c in clauses[at + 1 :] if c.source), None) if first else None


def _of_another(line: Line, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether somebody who reports nothing is the subject of a participle ("Criticising the delay, Dr Adams left the room")."""
    alone = clause.kind == "gerund" and len(clauses) == 1
    return alone and any(line.items[i].comma and line.capital(i + 1) for i in range(clause.end, len(line.items)))


def _reported(line: Line, clause: Clause, used: int, limit: int) -> Reported:
    right = content_start(line, clause, limit)
    left = _left(line, clause, used)
    if clause.kind == "source":
        return _of_source(line, clause, left, limit)
    after = pieces(line, right, limit) if right is not None else []
    if not left:
        if not after and (late := _after_lead(line, clause, used, limit)):
            return Reported(late, clause.end, limit)
        return Reported(after, right if right is not None else limit, limit)
    if (
        right is not None
        and not _marked(line, right)
        and (_quoted_before(line, clause) or line.isa(right, "prepositions"))
    ):
        return Reported(left + _later(line, right, limit), limit, limit)
    if (
        right is not None
        and line.items[right - 1].comma
        and not line.items[right].quote
        and not _quoted_before(line, clause)
    ):
        return Reported(left, limit, limit)  # "…, he told reporters, but only if …"
    if right is not None and (line.items[right].quote or not _set_off(line, clause, limit)):
        return Reported(
            left + after if line.items[clause.start - 1].quote or _quoted_before(line, clause) else after, right, limit
        )
    if _set_off(line, clause, limit) and not _quoted_before(line, clause):
        return _around(line, clause, used, limit, left)
    return Reported(left, limit, limit)


def _later(line: Line, at: int, limit: int) -> list[Content]:
    """The quotation that goes on behind the words of a clause (“…,” he said in the briefing room, “…”)."""
    opens = next((i for i in range(at + 1, limit) if line.items[i].quote and line.items[i - 1].comma), None)
    return pieces(line, opens, limit) if opens is not None else []


def _marked(line: Line, at: int) -> bool:
    """Whether a word or mark leads in the content that begins at an item."""
    return bool(line.items[at].quote) or line.isa(at - 1, "that") or line.items[at - 1].norm == ":"


def _quoted_before(line: Line, clause: Clause) -> bool:
    return any(line.items[i].quote for i in (clause.start - 1, clause.start - 2) if i >= 0)


def _left(line: Line, clause: Clause, used: int) -> list[Content]:
    """What stands before a reporting clause as its content: set off by a comma or a closing quotation mark."""
    at = clause.start - 1
    used += line.isa(used, "where")
    if clause.source is None or clause.kind in ("gerund", "relative") or at < used:
        return []
    if clause.kind == "quoted" and not (line.items[at].quote or (line.items[at].comma and line.items[at - 1].quote)):
        return []
    closed = (
        line.items[at].quote or line.items[at].comma or line.isa(at, "dashes") or line.items[at].norm in ("?", "!", "…")
    )
    if not closed and clause.kind != "source" and not clause.inverted:
        return []
    words = sum(1 for i in range(used, at + 1) if line.items[i].word)
    quoted = any(line.items[i].quote for i in range(used, at + 1))
    enough = quoted or words >= _LOOSE or (_set_off(line, clause, len(line.items)) and not _leads(line, used))
    return pieces(line, used, at + 1, 1) if enough else []


def _after_lead(line: Line, clause: Clause, used: int, limit: int) -> list[Content]:
    """What follows "As X has said, …" or "But, he said, …"."""
    led = line.isa(clause.start - 1, "as") and clause.start - 1 == used
    led = led or (clause.start > used and line.items[clause.start - 1].comma and _leads(line, used))
    return pieces(line, skip(line, clause.end, limit) + 1, limit) if led and _set_off(line, clause, limit) else []


def _leads(line: Line, at: int) -> bool:
    """Whether the words from ``at`` only lead in: "However", "On Monday"."""
    loose = line.isa(at, "adverbs") and not line.isa(at, "determiners")
    return (
        loose
        or line.isa(at, "prepositions", "conjunctions", "contrast", "subordinators")
        or line.starting(at, "date") is not None
    )


def _set_off(line: Line, clause: Clause, limit: int) -> bool:
    """Whether the clause is cut off from what follows by a comma ("…, Kirby said, …")."""
    at = skip(line, clause.end, limit)
    return at < limit and line.items[at].comma


def _around(line: Line, clause: Clause, used: int, limit: int, left: list[Content]) -> Reported:
    """A clause between two commas: its content is all around it, unless what follows is an afterthought."""
    comma = skip(line, clause.end, limit)
    after = pieces(line, comma + 1, limit)
    if (
        not after
        or line.isa(comma + 1, "trailers", "relative")
        or clause.inverted
        or _adds(line, clause, used, comma + 1)
    ):
        return Reported(left, comma, limit)
    span = (left[0].span[0], after[-1].span[1])
    quoted = any(line.items[i].quote for i in range(used, limit))
    return Reported([Content(span, "mixed" if quoted else "indirect")], comma, limit)


def _adds(line: Line, clause: Clause, used: int, at: int) -> bool:
    """Whether a participle after the clause tells what the writer adds ("France has left, it said, ending a mission")."""
    words = sum(1 for i in range(used, clause.start) if line.items[i].word)
    return words >= _LOOSE and line.items[at].norm.endswith(_PARTICIPLE)


def _of_source(line: Line, clause: Clause, left: list[Content], limit: int) -> Reported:
    """According to X, … or …, according to X."""
    if left and clause.start > 1:
        following = clause.end + 1
        quoted = following < limit and line.items[clause.end].comma and line.items[following].quote
        return Reported(left + pieces(line, following, limit) if quoted else left, limit, limit)
    at = clause.end + 1 if clause.end < limit and line.items[clause.end].comma else clause.end
    return Reported([] if _only_dates(line, at, limit) else pieces(line, at, limit), at, limit)


def _only_dates(line: Line, at: int, limit: int) -> bool:
    """Whether nothing but a day stands behind a source ("…, according to the ministry on Friday")."""
    dated = {i for f in line.within(at, limit, "date") for i in range(f.first, f.last)}
    return all(i in dated or not line.items[i].word or line.isa(i, "prepositions") for i in range(at, limit))
