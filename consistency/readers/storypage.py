"""One story of a page: everything on it that tells when it was published or reported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from consistency.model import Document, Story
from consistency.readers.clues import Clue, fixed_day, latest_day
from consistency.readers.datelines import dateline, likely_years, opening, opens, told_days
from consistency.readers.headers import header_day, labelled_day, labels, only, placed_day, title_day
from consistency.readers.leads import NEWS, said_day
from consistency.readers.page import PageLine, lines_of
from consistency.rulepack import Packs

_HEAD, _FOOT, _DATELINES = 8, 3, 4
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class StoryPage:
    """A story of a document with the lines that it stands on."""

    document: Document
    story: Story
    packs: Packs

    @cached_property
    def lines(self) -> list[PageLine]:
        """The lines of the story, the title among them."""
        return lines_of(self.document, self.story)

    @cached_property
    def body(self) -> list[PageLine]:
        """The lines behind the title."""
        title = self.story.title_span
        return [line for line in self.lines if title is None or line.span[0] >= title[1]]

    @cached_property
    def labelled(self) -> dt.date | None:
        """The day behind a label at the top."""
        return labelled_day(self.lines[:_HEAD], labels(self.packs))

    @property
    def labelled_below(self) -> dt.date | None:
        """The day behind a label at the bottom."""
        return labelled_day(self.lines[-_FOOT:], labels(self.packs))

    @cached_property
    def header(self) -> dt.date | None:
        """The day of a line of its own under the title, or at the end of the title; None where there are several."""
        found = {day: n for n, line in reversed(list(enumerate(self.body))) if (day := header_day(line))}
        if found:
            day = only(found)
            return day if day and found[day] < _DATELINES else None
        title = self.lines[0] if self.story.title_span else None
        return (placed_day(title) or title_day(title)) if title else None

    @cached_property
    def clues(self) -> list[Clue]:
        """What the dateline and the writer's own words tell of the day of writing."""
        datelines = [found for line in self.body[:_DATELINES] if (found := dateline(line))]
        return [*(datelines[:1] or self._opening), *told_days(self.document, self.story)]

    @property
    def _opening(self) -> list[Clue]:
        """What the day that opens a line near the top tells; where more lines open so, they are a chronology."""
        dated = [n for n, line in enumerate(self.body) if opens(line)]
        found = opening(self.body[dated[0]]) if len(dated) == 1 and dated[0] < _DATELINES else None
        return [found] if found else []

    @cached_property
    def told(self) -> dt.date | None:
        """The day of writing that the clues fix by themselves."""
        return fixed_day(self.clues, likely_years(self.document)) if self.clues else None

    def allows(self, day: dt.date) -> bool:
        """Whether the story can be written on a day or on the one before."""
        if not any(clue.names_day for clue in self.clues):
            return True
        written = latest_day(self.clues, day)
        return written is not None and abs(written - day) <= _DAY

    def reported(self, published: dt.date | None) -> dt.date | None:
        """The day on which the story was reported; None where only the article's day is known."""
        own = self.labelled or self.header
        base = own if own and _is_news(own, published) else published
        if any(clue.names_day for clue in self.clues):
            day = self.told or (latest_day(self.clues, base) if base else None)
            return day if day and _is_news(day, base) else None
        said = said_day(self.document, self.story, base) if base else None
        return said or (own if own == base else None)


def _is_news(day: dt.date, published: dt.date | None) -> bool:
    """Whether a story of a day can be news on the day of publication."""
    return published is None or -_DAY <= published - day <= NEWS
