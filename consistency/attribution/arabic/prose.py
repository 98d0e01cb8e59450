"""The statements of one Arabic sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from consistency.attribution.arabic.clause import Clause
from consistency.attribution.arabic.clauses import find_clauses
from consistency.attribution.arabic.content import content_of, length, quotation_before
from consistency.attribution.arabic.phrase import has_article
from consistency.attribution.arabic.pointing import denied_back, pointed_at
from consistency.attribution.arabic.relays import name_of
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling, day_of_saying

_CARRIERS = ("media",)
_SLIGHT, _OBJECT_MAX = 1, 2
_OPENING = 2
"""How many words may stand before and behind a date that opens a line."""
_AFTER_SAYING = "بل"
"""The prepositions that nouns of saying lead in with («عن ثقتها بقدرة»، «رفضه لأي»)."""
_OF_HIM = ("ه", "ها", "هم", "هما")


def prose(line: Line, memory: Memory, *, title: bool = False) -> bool:
    """Records the statements of a line; says whether there are any."""
    clauses = find_clauses(line, title)
    spoken, floor = False, 0
    holder: int | Source | None = None
    day: dt.date | None = None
    for n, clause in enumerate(clauses):
        content = _content(line, clauses, n, floor)
        if content is None and clause.kind == "after" and clause.pointing and not clause.start:
            content = pointed_at(line, memory)
        denied = denied_back(line, clause, memory)
        content = denied or content
        carried = (clause.kind == "after" and spoken and _repeats(line, clauses, n)) or _relays(line, clauses, n)
        if content is not None and not carried and (denied or not _slight(line, clauses, n, content)):
            day = _day(line, clause) or (day if clause.source is None else None) or _then(line, clause, memory)
            telling = Telling(
                clause.cue.mention.span,
                day,
                clause.via or _relay(line, clauses, n) or _carrier(line, clauses, n),
            )
            said = memory.say(content, clause.source or (None if clause.nested else holder), telling)
            spoken = spoken or said is not None
            holder = holder if clause.nested or said is None else said
        elif clause.source is not None and not carried:
            holder = clause.source
        floor = max(floor, clause.end)
    return spoken


def _slight(line: Line, clauses: Sequence[Clause], n: int, content: Content) -> bool:
    """Whether the content is a word before another clause of the same speaker («أشاد بفلان قائلاً إن»), or only «ذلك»."""
    if length(line, content.span) == 1 and _is_empty(line, clauses[n].content or 0):
        return True
    following = n + 1 < len(clauses) and clauses[n + 1].kind == "participle"
    return following and length(line, content.span) <= _SLIGHT and content.mode == "indirect"


def _is_empty(line: Line, at: int) -> bool:
    """Whether a lone word says nothing («ذلك»، «أجاب بالنفي»)."""
    return line.isa(at, "pointing") or line.starting(at, "saying") is not None


def _repeats(line: Line, clauses: Sequence[Clause], n: int) -> bool:
    """Whether a closing «بحسب …» only carries what another clause of the sentence has reported."""
    before = clauses[n - 1] if n else None
    return (
        before is not None
        and before.content is not None
        and before.content < clauses[n].start
        and not (line.items[clauses[n].start - 1].quote is not None and before.content < clauses[n].start - 2)
    )


def _relays(line: Line, clauses: Sequence[Clause], n: int) -> bool:
    """Whether an agency or a paper reports nothing but what another clause says («ذكرت الوكالة أن الوزير أكد …»)."""
    clause = clauses[n]
    if (
        n + 1 >= len(clauses)
        or not clauses[n + 1].nested
        or clause.content != clauses[n + 1].start
        or clause.source is None
    ):
        return False
    spans = (f.mention.span for f in line.within(clause.start, clause.end, *_CARRIERS))
    return any(clause.source.span[0] <= start < clause.source.span[1] for start, _ in spans)


def _relay(line: Line, clauses: Sequence[Clause], n: int) -> str | None:
    """The agency that carries the words of a clause."""
    return name_of(clauses[n - 1].source) if n and _relays(line, clauses, n - 1) else None


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
    letters = clause.letters + (_AFTER_SAYING if line.ending(clause.content, "saying") else "")
    content = content_of(line, clause.content, end, letters)
    if content and clause.manner == "describe":
        return _description(line, clause, end) or content
    return content


def _description(line: Line, clause: Clause, end: int) -> Content | None:
    """«وصفه بأنه "…"»، «واصفاً وجودهم بأنه "…"»: the words after «بأنه» alone, where no noun of its own is described."""
    at = clause.content or 0
    that = next((i for i in range(at, min(at + _OBJECT_MAX, end)) if line.starting(i, "that")), None)
    if that is None or (that == at + 1 and not _has_pronoun(line.items[at].norm)):
        return None
    found = line.starting(that, "that")
    return content_of(line, found.last, end) if found else None


def _has_pronoun(norm: str) -> bool:
    return norm.endswith(_OF_HIM) and not has_article(norm)


def _day(line: Line, clause: Clause) -> dt.date | None:
    """The day that the clause itself gives, or that stands before it at the beginning («وقبل شهرين كان فلان قد أعلن»)."""
    story = line.document.story_at(line.span[0])
    anchor = story.reported_on or line.document.article.published
    end = clause.end if clause.content is None else clause.content
    name = clause.source.span if clause.source else (0, 0)
    dates = (f.mention for f in line.within(_lead(line, clause), end, "date"))
    return day_of_saying((d.value.resolve(anchor) for d in dates if not name[0] <= d.start < name[1]), anchor)


def _then(line: Line, clause: Clause, memory: Memory) -> dt.date | None:
    """The day of the statement before, of which a clause says that it was then («وأوضح حينئذ أن»)."""
    end = clause.end if clause.content is None else clause.content
    then = any(line.isa(i, "then") for i in range(clause.start, end))
    return memory.notes[memory.last].attribution.said_on if then and memory.last is not None else None


def _lead(line: Line, clause: Clause) -> int:
    """The start of the clause, or of a date at the beginning of the line right before it."""
    opening = next((f for f in line.within(0, clause.start, "date") if f.first <= _OPENING), None)
    near = opening is not None and 0 <= clause.start - opening.last <= _OPENING
    return opening.first if opening is not None and near else clause.start
