"""English sources that are named without a verb of their own, and carriers of what others say.

"According to X", "X was quoted (by Y) as saying", "Y quoted X as saying", "Y, citing X, said".
"""

from __future__ import annotations

from dataclasses import replace

from consistency.attribution.english.clause import Clause
from consistency.attribution.english.left import left_region
from consistency.attribution.english.right import right_region
from consistency.attribution.english.source import read_source, somebody
from consistency.attribution.line import Found, Line

_CITABLE = ("person", "group", "body")


def according(line: Line, cue: Found) -> Clause | None:
    """According to X."""
    region = right_region(line, cue.last, whole=True)
    source = (read_source(line, *region) or somebody(line, *region)) if region else None
    return Clause("source", cue, cue.first, region[1], source) if source and region else None


def quoted(line: Line, cue: Found, floor: int) -> Clause | None:
    """X was quoted (by Y) as saying, or Y quoted X as saying."""
    verb = next((i for i in range(cue.first - 1, floor - 1, -1) if line.isa(i, "quoting")), None)
    if verb is None:
        return _by_subject(line, cue, cue.first, floor)
    if line.isa(verb - 1, "be") or line.isa(verb - 2, "be"):
        clause = _by_subject(line, cue, verb, floor)
        carrier = line.text(verb + 2, cue.first) if line.isa(verb + 1, "by") else ""
        return replace(clause, end=cue.last, via=carrier or None) if clause else None
    source = read_source(line, verb + 1, cue.first) or somebody(line, verb + 1, cue.first)
    region = left_region(line, _verb_start(line, verb, floor), floor)
    start = region[0] if region else verb
    via = line.text(*region) if region else None
    return Clause("quoted", cue, start, cue.last, source, via=via) if source else None


def _verb_start(line: Line, at: int, floor: int) -> int:
    while at > floor + 1 and line.isa(at - 1, "adverbs", "have", "be"):
        at -= 1
    return at


def _by_subject(line: Line, cue: Found, verb: int, floor: int) -> Clause | None:
    region = left_region(line, _verb_start(line, verb, floor), floor)
    source = read_source(line, *region) if region else None
    return Clause("quoted", cue, region[0], cue.last, source) if source and region else None


def behind(line: Line, clause: Clause, floor: int) -> Clause:
    """The clause with the source that its carrier cites, wherever that stands: before, inside or after it."""
    if clause.kind != "finite" or clause.source is None or not _is_carrier(line, clause):
        return clause
    at = next(
        (i for i in range(floor, len(line.items)) if line.isa(i, "citing") and _cites_here(line, clause, i)), None
    )
    region = right_region(line, at + 1, whole=True) if at is not None else None
    source = read_source(line, *region) if region else None
    if at is None or source is None or source.kind not in _CITABLE:
        return clause
    start = at if at < clause.start else clause.start
    stop = at - 1 if at >= clause.end and line.items[at - 1].comma else clause.stop
    return replace(clause, start=start, source=source, via=_carrier(line, clause, at), stop=stop)


def _is_carrier(line: Line, clause: Clause) -> bool:
    """Whether the speaker is a paper, an agency or a station."""
    source = clause.source
    if source is None or source.kind == "pronoun":
        return False
    head = source.head in line.words["media_nouns"]
    return head or any(
        source.span[0] <= f.mention.start < source.span[1] for f in line.found if f.mention.type == "media"
    )


def _cites_here(line: Line, clause: Clause, at: int) -> bool:
    """Whether "citing" at an item belongs to a clause: at the very beginning, in its subject, or after a comma behind it."""
    if at < clause.end:
        return True
    return line.items[at - 1].comma and not any(f.first > clause.cue.first and f.last <= at for f in line.found
                                                if f.mention.type == "cue")  # fmt: skip


def _carrier(line: Line, clause: Clause, at: int) -> str:
    """The carrier's name, without what it cites."""
    assert clause.source is not None
    start, end = clause.source.span
    if start <= line.items[at].start < end:
        end = line.items[at - 2].end if line.items[at - 1].comma else line.items[at - 1].end
    return line.document.slice((start, end))
