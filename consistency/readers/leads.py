"""The day on which the first sentence of a story says that something was said («أكد التحالف، الأربعاء، أن …»)."""

from __future__ import annotations

import datetime as dt

from consistency.dates.terms import At, Current, Named, Term, Told
from consistency.model import Document, Mention, Span, Story
from consistency.readers.clues import whole_day
from consistency.readers.datelines import narrated
from consistency.readers.page import PageLine, lines_of

_SPEAKERS = (
    "person", "given_name", "title", "rank", "office", "body", "body_word", "government", "force", "place", "nationality",
    "media", "source", "document", "attribute", "of", "preposition",
)  # fmt: skip
NEWS = dt.timedelta(days=31)
"""What was said longer ago is no news: the story only looks back."""
_LONGEST_BYLINE, _SHORTEST_LEAD = 60, 30
_LONGEST_SUBJECT = 20
_OTHER_WORDS = 1
_SMALL = 2
_LAST_OPENING = 2


def said_day(document: Document, story: Story, published: dt.date) -> dt.date | None:
    """The day that the reporting clause of the lead names; None where it is long past, or may be another."""
    date = _reporting_date(document, story)
    found = date.value.resolve(published).start if date else None
    if found is None or not dt.timedelta(0) <= published - found <= NEWS:
        return None
    others = [m for m in narrated(document, story) if m is not date]
    return None if any(_contradicts(m, found, published) for m in others) else found


def _contradicts(other: Mention, found: dt.date, published: dt.date) -> bool:
    """Whether another date shows that the story was written later: «أمس», or a weekday after the day found."""
    meaning = other.value.meaning
    if isinstance(meaning, Current):
        return meaning.unit == "day"
    later = other.value.resolve(published).start if _is_bare_weekday(meaning) else None
    return later is not None and later > found


def _is_bare_weekday(meaning: Term) -> bool:
    return isinstance(meaning, Named) and meaning.cycle.kind == "weekday" and meaning.lean == "since"


def _reporting_date(document: Document, story: Story) -> Mention | None:
    sentence = _lead(document, story)
    cue = _first_verb(document, sentence) if sentence else None
    if sentence is None or cue is None:
        return None
    dates = [m for m in document.mentions_in(sentence, "date") if _names_day(m.value.meaning)]
    limit = _content(document, cue, sentence)
    if "weak" in cue.features and limit == sentence[1]:
        return None
    behind = next((m for m in dates if cue.end <= m.start and m.end <= limit), None)
    if behind and _is_near(document, cue, behind):
        return behind
    return next((m for m in dates if m.end <= cue.start and _leads_in(document, m, cue, sentence)), None)


def _lead(document: Document, story: Story) -> Span | None:
    """The first sentence behind the title, bylines and «بغداد – الوكالة.» passed over."""
    start = story.title_span[1] if story.title_span else story.span[0]
    texts = (line.span[0] for line in lines_of(document, story) if line.span[0] >= start and _is_text(line))
    first = next(texts, story.span[1])
    inside = (s for s in document.sentences if first <= s[0] and s[1] <= story.span[1])
    return next((s for s in inside if s[1] - s[0] >= _SHORTEST_LEAD), None)


def _is_text(line: PageLine) -> bool:
    return line.is_sentence or len(line.text) > _LONGEST_BYLINE


def _first_verb(document: Document, sentence: Span) -> Mention | None:
    quoted = [q.outer for q in document.quotations]
    cues = (m for m in document.mentions_in(sentence, "cue") if m.features.get("tense"))
    return next((m for m in cues if not any(a <= m.start < b for a, b in quoted)), None)


def _content(document: Document, cue: Mention, sentence: Span) -> int:
    """Where that, or a quotation, begins behind the cue."""
    marks = [m.start for m in document.mentions_in((cue.end, sentence[1]), "that")]
    quotes = [q.outer[0] for q in document.quotations if cue.end <= q.outer[0] < sentence[1]]
    return min([*marks, *quotes, sentence[1]])


def _names_day(meaning: Term) -> bool:
    plain = isinstance(meaning, Named) and meaning.cycle.kind == "date" and meaning.within is None
    return plain or _is_bare_weekday(meaning) or isinstance(meaning, At | Told) or whole_day(meaning) is not None


def _is_near(document: Document, cue: Mention, date: Mention) -> bool:
    """Whether only the speaker stands between a cue and a date."""
    between = document.tokens[cue.last : date.first]
    named = {i for m in document.mentions_in((cue.end, date.start), *_SPEAKERS) for i in range(m.first, m.last)}
    words = [t for i, t in enumerate(between, cue.last) if i not in named and len(t.text) > _SMALL and t.text.isalpha()]
    comma = bool(between) and between[-1].text in (",", "،")
    return len(between) <= _LONGEST_SUBJECT and len(words) <= _OTHER_WORDS * (1 + 2 * comma)


def _leads_in(document: Document, date: Mention, cue: Mention, sentence: Span) -> bool:
    """Whether a date stands right before the cue, or opens the sentence."""
    opens = sum(t.start >= sentence[0] for t in document.tokens[: date.first]) < _LAST_OPENING
    return opens or date.last == cue.first
