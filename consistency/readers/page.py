"""The lines of an article's page, with the dates and the names in them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from consistency.model import Document, Mention, Span, Story, Token
from consistency.readers.clues import whole_day

_NAMES = ("place", "media", "person", "given_name", "body", "government", "nationality", "title", "rank", "office")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile("[.!?\u061f…][\"”»’')]*\\s*$")
_FIGURES = re.compile(r"(\d{1,2})[/.–-](\d{1,2})[/.–-]\d{2,4}")
_COLON = re.compile(r":\s*$")
_TATWEEL = "ـ"
"""The stroke that lengthens Arabic words; between blanks it stands for a dash."""
_MONTHS = 12


@dataclass(frozen=True)
class PageLine:
    """One line of a story."""

    document: Document
    span: Span

    @cached_property
    def text(self) -> str:
        """The line as written."""
        return self.document.slice(self.span)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the line."""
        return [t for t in self.document.tokens if self.span[0] <= t.start < self.span[1]]

    @cached_property
    def dates(self) -> list[Mention]:
        """The dates in the line."""
        return self.document.mentions_in(self.span, "date")

    @property
    def is_sentence(self) -> bool:
        """Whether the line ends as sentences do."""
        return _SENTENCE_END.search(self.text) is not None

    def before(self, mention: Mention) -> Span:
        """What stands before a mention."""
        return self.span[0], mention.start

    def behind(self, mention: Mention) -> Span:
        """What stands behind a mention."""
        return mention.end, self.span[1]

    def is_announced(self, mention: Mention) -> bool:
        """Whether a colon, or a word glued to it, leads a mention in: it is said of something, and no day of the page.

        What stands before the colon of «نيامي: 25 نوفمبر» is no more than where.
        """
        span = self.before(mention)
        places = {i for m in self.document.mentions_in(span, "place", "media") for i in range(m.start, m.end)}
        said = any(t.text[:1].isalnum() and t.start not in places for t in self.tokens if t.end <= span[1])
        return bool(mention.proclitics) or (said and _COLON.search(self.document.slice(span)) is not None)

    def names(self, span: Span) -> list[Mention]:
        """The places, media, persons and their like inside a span."""
        return self.document.mentions_in(span, *_NAMES)

    def other_words(self, span: Span) -> list[Token]:
        """The words inside a span that belong to no name."""
        named = {i for m in self.names(span) for i in range(m.start, m.end)}
        inside = (t for t in self.tokens if span[0] <= t.start and t.end <= span[1])
        return [t for t in inside if t.text.strip(_TATWEEL)[:1].isalpha() and t.start not in named]


def lines_of(document: Document, story: Story) -> list[PageLine]:
    """The lines of a story that are not blank."""
    spans = (m.span() for m in _LINE.finditer(document.text, *story.span))
    return [PageLine(document, span) for span in spans if document.slice(span).strip()]


def written_day(document: Document, mention: Mention) -> dt.date | None:
    """The day of a date with its year; None where its figures can be read in two ways ("3/4/2021")."""
    figures = _FIGURES.fullmatch(mention.value.words)
    if figures and document.language == "en":
        first, second = int(figures[1]), int(figures[2])
        if first != second and max(first, second) <= _MONTHS:
            return None
    return whole_day(mention.value.meaning)
