"""The statements of one Arabic sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from consistency.attribution.arabic.clause import Clause, find_clauses
from consistency.attribution.arabic.content import content_of, length, quotation_before
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling

_CARRIERS = ("media",)
_SLIGHT = 1


def prose(line: Line, memory: Memory, *, title: bool = False) -> bool:
    """Records the statements of a line; says whether there are any."""
    clauses = find_clauses(line, title)
    spoken, floor = False, 0
    holder: int | Source | None = None
    for n, clause in enumerate(clauses):
        content = _content(line, clauses, n, floor)
        carried = clause.kind == "after" and spoken and _repeats(line, clauses, n)
        if content is not None and not carried and not _slight(line, clauses, n, content):
            telling = Telling(clause.cue.mention.span, _day(line, clause), clause.via or _carrier(line, clauses, n))
            said = memory.say(content, clause.source or (None if clause.nested else holder), telling)
            spoken = spoken or said is not None
            holder = holder if clause.nested or said is None else said
        elif clause.source is not None and not carried:
            holder = clause.source
        floor = max(floor, clause.end)
    return spoken


def _slight(line: Line, clauses: Sequence[Clause], n: int, content: Content) -> bool:
    """Whether the content is a word or two before another clause of the same speaker («أشاد بفلان قائلاً إن»)."""
    following = n + 1 < len(clauses) and clauses[n + 1].kind == "participle"
    return following and length(line, content.span) <= _SLIGHT and content.mode == "indirect"


def _repeats(line: Line, clauses: Sequence[Clause], n: int) -> bool:
    """Whether a closing «بحسب …» only carries what another clause of the sentence has reported."""
    before = clauses[n - 1] if n else None
    return (
        before is not None
        and before.content is not None
        and before.content < clauses[n].start
        and not (line.items[clauses[n].start - 1].quote is not None and before.content < clauses[n].start - 2)
    )


def _carrier(line: Line, clauses: Sequence[Clause], n: int) -> str | None:
    """Who carried the words: the agency of a closing «وفق ما نقلته وكالة …», or the one spoken to («قال لوكالة …»)."""
    clause = clauses[n]
    following = clauses[n + 1] if n + 1 < len(clauses) else None
    if following is not None and following.kind == "after" and following.source is not None:
        return following.source.name or following.source.title
    media = line.within(clause.start, clause.end if clause.content is None else clause.content, *_CARRIERS)
    if not media or (clause.source and clause.source.body == media[0].mention.id):
        return None
    return line.document.slice(media[0].mention.span)


def _content(line: Line, clauses: Sequence[Clause], n: int, floor: int) -> Content | None:
    clause = clauses[n]
    if clause.kind == "mute":
        return None
    if clause.content is None:
        return quotation_before(line, floor, clause.start) or content_of(line, floor, clause.start)
    end = next((c.start for c in clauses[n + 1 :] if not c.nested and c.start > clause.content), len(line.items))
    if clause.relative:
        return content_of(line, clause.content, clause.content + 1)
    content = content_of(line, clause.content, end)
    if content and clause.manner == "describe":
        return _description(line, clause, end) or content
    return content


def _description(line: Line, clause: Clause, end: int) -> Content | None:
    """«وصف … بأنه "…"»: the quotation alone when it is all that the describing words say."""
    at = clause.content or 0
    quotes = [i for i in range(at, end) if line.items[i].quote is not None]
    if not quotes or any(line.items[i].word for i in range(quotes[-1] + 1, end)):
        return None
    that = line.ending(quotes[0], "that")
    return content_of(line, quotes[0], quotes[0] + 1) if that and that.first >= at - 1 else None


def _day(line: Line, clause: Clause) -> dt.date | None:
    """The day that the clause itself gives."""
    story = line.document.story_at(line.span[0])
    anchor = story.reported_on or line.document.article.published
    end = clause.end if clause.content is None else clause.content
    for found in line.within(clause.start, end, "date"):
        interval = found.mention.value.resolve(anchor)
        if interval.start is not None and interval.start == interval.end:
            day: dt.date = interval.start
            return day
    return None
