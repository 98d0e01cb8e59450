"""When and through whom something was said, as a reporting clause tells it."""

from __future__ import annotations

import datetime as dt

from consistency.attribution.english.clause import Clause
from consistency.attribution.line import Line
from consistency.attribution.saying import Telling, day_of_saying

_LEAD = 6


def telling_of(line: Line, clause: Clause, end: int) -> Telling:
    """The cue, the day and the carrier of a clause whose adjuncts end at an item."""
    cue = clause.cue.mention.span
    carrier = (
        clause.via
        or next(
            (
                line.text(f.first, f.last).removesuffix("'s").removesuffix("’s")
                for f in line.within(clause.cue.last, end, "media")
            ),
            None,
        )
        or _posted(line, clause, end)
    )
    return Telling(cue, _day(line, clause, end), carrier)


def _lead(line: Line, clause: Clause) -> int:
    """The start of the clause, or of "On Monday," before it."""
    at = clause.start
    if at > 0 and line.items[at - 1].comma:
        date = line.ending(at - 1, "date")
        return date.first if date and date.first <= 2 else at
    return at


def _day(line: Line, clause: Clause, end: int) -> dt.date | None:
    """The day of the first date in the clause, outside its subject, that is over."""
    story = line.document.story_at(line.span[0])
    anchor = story.reported_on or line.document.article.published
    subject = clause.source.span if clause.source else (0, 0)
    dates = (f.mention for f in line.within(_lead(line, clause), end, "date"))
    return day_of_saying((d.value.resolve(anchor) for d in dates if not subject[0] <= d.start < subject[1]), anchor)


def _posted(line: Line, clause: Clause, end: int) -> str | None:
    """The network of "said on Twitter", which is no mention."""
    led = clause.start if 0 < clause.start <= _LEAD and line.items[clause.start - 1].comma else 0
    places = (*range(led), *range(clause.end, min(end, len(line.items))))
    return next((line.items[i].text for i in places if line.isa(i, "networks")), None)
