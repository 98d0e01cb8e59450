"""The nouns that the stages hand to each other.

The first half is the report contract (what ``--format json`` prints); the second half is
what the reading stages pass on inside the package. All offsets are ``[start, end)`` in
Unicode code points of the article text exactly as it was read.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, dataclass_transform

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from consistency.nearest import allowed
from consistency.plugins import plugin_names

Span = tuple[int, int]
LANGUAGES = ("ar", "en")
"""The languages of the package; plug-ins may add others."""


def known_languages() -> tuple[str, ...]:
    """The codes of the languages that can be read, those of plug-ins last."""
    return (*LANGUAGES, *plugin_names("languages"))


def _known_language(code: str) -> str:
    if code not in LANGUAGES and code not in known_languages():
        raise ValueError(f"found {code!r}{allowed(code, known_languages())}")
    return code


Language = Annotated[
    str, AfterValidator(_known_language), WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}$"})
]
"""The code of a language."""
Mode = Literal["direct", "indirect", "mixed", "headline"]
Phase = Literal["planned", "begun", "ongoing", "completed", "unchanged"]
Polarity = Literal["affirmed", "denied"]
Certainty = Literal["asserted", "expected", "conditional", "sought"]
Verdict = Literal["agreement", "tension", "update", "refinement"]
Scope = Literal["between_speakers", "same_speaker", "same_statement"]
Severity = Literal["high", "medium", "low"]

NARRATOR = "article"
"""Speaker id of what nobody said: the article's own narration."""


_CLOSED = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)
Made = TypeVar("Made")


class Noun(BaseModel):
    """Base of the contract's nouns that are checked when they are made: frozen, no unknown fields."""

    model_config = _CLOSED


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def noun(cls: type[Made]) -> type[Made]:
    """A noun of the contract of which a batch makes thousands: a frozen dataclass takes a tenth of a model's memory.

    Nothing checks it when the package makes it; a Report that is read back checks all of its nouns.
    """
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    made.__pydantic_config__ = _CLOSED  # type: ignore[attr-defined]
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def light(cls: type[Made]) -> type[Made]:
    """A frozen dataclass, made five times faster: only type checkers refuse assignments. For what every text has hundreds of."""
    return dataclass(slots=True)(cls)


class Story(Noun):
    """One news item of an article; a plain article has one, a digest several.

    ``reported_on`` is the day that its own words give: of its dateline, of writing («اليوم الخميس»), or else the day
    on which its first sentence says that something was said; None where only the article's day is known.
    """

    id: str
    span: Span
    title_span: Span | None = None
    reported_on: dt.date | None = None


class Article(Noun):
    """A news article. The headline is the first line of ``text`` unless ``title`` is given.

    ``format`` tells that the text was taken out of something else ("html", "csv", …) and is no file's own characters.
    """

    id: str
    text: str = Field(repr=False)
    title: str | None = None
    language: Language | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: dt.date | None = None
    published_from: Literal["metadata", "text", "option"] | None = None
    stories: tuple[Story, ...] = ()
    format: str | None = None


@noun
class Speaker:
    """Somebody, or some body, that statements are ascribed to."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    speaks_for: str | None = None
    wikidata: str | None = None


@noun
class Statement:
    """Content that a source is said to have said; ``span`` is the content alone.

    ``copy_of`` is the statement of an earlier article that says the same nearly word for word, as wire copies do.
    """

    id: str
    article: str
    story: str
    speaker: str
    speaker_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    mode: Mode
    span: Span
    text: str
    said_on: dt.date | None = None
    via: str | None = None
    copy_of: str | None = None


@noun
class Subject:
    """Whom a fact is about: a party (entity id) and the part of it that is meant."""

    party: str
    component: str = "all"


@noun
class Fact:
    """A canonical claim; see the contract for the kinds and their ``value``."""

    id: str
    statement: str
    kind: str
    subject: Subject
    event: str | None = None
    place: str | None = None
    value: dict[str, Any] = field(default_factory=dict)
    phase: Phase | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    said_on: dt.date | None = None
    span: Span
    text: str
    confidence: float = 1.0


@noun
class Position:
    """One of the positions that a finding sets beside each other."""

    summary: str
    speakers: tuple[str, ...]
    facts: tuple[str, ...]


@noun
class Finding:
    """An agreement, tension, update or refinement between positions."""

    id: str
    rule: str
    pack: str
    verdict: Verdict
    scope: Scope
    severity: Severity
    confidence: float
    kind: str
    event: str | None = None
    subject: Subject
    positions: tuple[Position, ...]
    explanation: str
    explanation_ar: str = ""
    fingerprint: str = ""


@noun
class Dismissed:
    """A finding that somebody has set aside, and why."""

    finding: Finding
    reason: str


@noun
class FellAway:
    """A finding of an earlier run that a changed article took away: nothing in its new version upholds it."""

    rule: str
    verdict: Verdict
    severity: Severity
    fingerprint: str
    articles: tuple[str, ...]
    explanation: str
    explanation_ar: str = ""


@noun
class Memory:
    """What a run with a store was compared with and changed: ids of articles, and the findings that fell away.

    ``earlier``: articles of earlier runs that the report lists, because findings rest on them; ``unchanged``: given again as
    the store has them, and not read again; ``replaced``: those whose old version gave way to a new one.
    """

    earlier: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    fell_away: tuple[FellAway, ...] = ()


@noun
class Warning:
    """Something a reader of the report must know: a skipped input, an unresolved speaker."""

    code: str
    message: str
    article: str | None = None
    span: Span | None = None


@noun
class ReportedArticle:
    """An article as the report lists it; ``text`` only where ``format`` tells that no file holds it to the letter."""

    id: str
    title: str | None
    language: Language
    outlet: str | None
    url: str | None
    published: dt.date | None
    published_from: Literal["metadata", "text", "option"] | None
    stories: tuple[Story, ...]
    author: str | None = None
    format: str | None = None
    text: str | None = None


class Report(Noun):
    """The whole result of one check; ``model_dump(mode="json")`` is the contract's JSON."""

    schema_version: Literal["1"] = "1"
    articles: tuple[ReportedArticle, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    warnings: tuple[Warning, ...] = ()
    memory: Memory | None = None


# --- what the reading stages pass on -------------------------------------------------


class Token(NamedTuple):
    """One token of the source text; ``norm`` is its folded form, clitics included."""

    start: int
    end: int
    text: str
    norm: str


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number or a range of numbers; ``None`` leaves that side open ("more than 100")."""

    min: float | None
    max: float | None
    approximate: bool = False


@light
class Mention:
    """Something recognised in the text: its type, canonical id, place and features.

    ``start``/``end`` are code points and leave proclitics (و ف ب ل ك س) and enclitic
    pronouns out; ``first``/``last`` is the half-open range of its tokens. ``features`` come from the
    lexicon entry and from inflection (``tense``: past, present, future; ``person``: 3ms, …).
    ``value`` is a ``dates.DateExpression`` for type "date", a ``NumberValue`` for "number"; ``pack`` is the first of the
    packs that read the word, "" where all of them do.
    """

    type: str
    id: str
    start: int
    end: int
    first: int
    last: int
    proclitics: str = ""
    enclitic: str = ""
    features: Mapping[str, str] = field(default_factory=dict)
    value: Any = None
    pack: str = ""

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: ``content`` without its marks, ``outer`` with them.

    ``repaired`` says that a mark was missing or the wrong way round and was inferred.
    """

    content: Span
    outer: Span
    repaired: bool = False


@dataclass(frozen=True)
class Document:
    """An article as the language stage saw it; everything is in text order."""

    article: Article
    language: Language
    tokens: tuple[Token, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        return self.article.text

    def slice(self, span: Span) -> str:
        """The source's own characters at ``span``."""
        return self.article.text[span[0] : span[1]]

    def story_at(self, offset: int) -> Story:
        """The story that holds ``offset`` (the last one that begins at or before it)."""
        return next(s for s in reversed(self.article.stories) if s.span[0] <= offset or s is self.article.stories[0])

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def mentions_in(self, span: Span, *types: str) -> list[Mention]:
        """The mentions that lie inside ``span``, of the given types if any are given."""
        here = self.mentions[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]
        return [m for m in here if m.end <= span[1] and (not types or m.type in types)]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement before its speaker is resolved across the batch.

    ``source`` is the span of the words that name the speaker (None: left out, or a pronoun);
    ``name``/``title``/``body`` are what was recognised in them: a person's name, a title as
    written, an entity id. ``same_as`` gives the index, in the same document's attributions,
    of an earlier one whose speaker goes on. ``anonymous`` sources are never merged.
    """

    span: Span
    mode: Mode
    source: Span | None = None
    name: str | None = None
    title: str | None = None
    body: str | None = None
    affiliation: str | None = None
    anonymous: bool = False
    same_as: int | None = None
    cue: Span | None = None
    said_on: dt.date | None = None
    via: str | None = None


Attributions = Mapping[str, Sequence[Attribution]]
"""Attributions by article id."""
