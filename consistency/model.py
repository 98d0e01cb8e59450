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
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, dataclass_transform

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from consistency.nearest import allowed
from consistency.plugins import plugin_names

Span = tuple[int, int]
LANGUAGES = ("ar", "en")
"""The languages of the package; plug-ins may add others."""


@lru_cache(maxsize=1)
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
    """One news item of an article; a plain article has one, a digest several."""

    id: str
    """`ARTICLE/NUMBER`."""
    span: Span
    """From where to where it goes in the text."""
    title_span: Span | None = None
    """Its headline; null where it has none."""
    reported_on: dt.date | None = None
    """The day that its own words give (a dateline, «اليوم الخميس», or the day on which its first sentence says that
    something was said); its relative dates are seen from that day, and null stands for the day of the article."""


class Article(Noun):
    """A news article. The headline is the first line of ``text`` unless ``title`` is given.

    Raises pydantic's ValidationError, which is a ValueError, for a field that cannot be, as ``published="4 May 2026"``.
    """

    id: str
    """Its name in reports; every article of a batch needs one of its own."""
    text: str = Field(repr=False)
    """The whole text; offsets are into it."""
    title: str | None = None
    """The headline, if the text does not begin with it."""
    language: Language | None = None
    """`ar` or `en`; found out from the text if it is not given."""
    outlet: str | None = None
    """Who published it, as reports show it."""
    url: str | None = None
    """Where it was published."""
    author: str | None = None
    """Who wrote it."""
    published: dt.date | None = None
    """The day of publication; without it relative dates stay open."""
    published_from: Literal["metadata", "text", "option"] | None = None
    """Where that day comes from."""
    stories: tuple[Story, ...] = ()
    """Found when it is read."""
    format: str | None = None
    """What the text was taken out of (`html`, `csv`, …); null where it is the characters of a file or row."""


@noun
class Speaker:
    """Somebody, or some body, that statements are ascribed to."""

    id: str
    """The same in every article and language: `person.…`, `org.…`, `place.…`, `office.…`; `anon.ARTICLE.NUMBER` for
    an anonymous source, `article` for what the article tells in its own voice."""
    name: str
    """As first written."""
    names: tuple[str, ...] = ()
    """Every form seen."""
    role: str | None = None
    """The title as written."""
    affiliation: str | None = None
    """The id of the body that the speaker belongs to."""
    speaks_for: str | None = None
    """The id of the body that a spokesman speaks for."""
    wikidata: str | None = None
    """A Wikidata id, where the rule packs have one."""


@noun
class Statement:
    """Content that a source is said to have said."""

    id: str
    """`ARTICLE#sNUMBER`."""
    article: str
    """The article in which it stands."""
    story: str
    """The story in which it stands."""
    speaker: str
    """The id of the speaker whose it is."""
    speaker_span: Span | None = None
    """The words that say whose it is; null where they are left out."""
    cue: str | None = None
    """The reporting word, such as «قال» or "said", as written."""
    cue_span: Span | None = None
    """Where that word stands."""
    mode: Mode
    """Whether it stands in the speaker's words, in the article's, in both, or in a headline."""
    span: Span
    """The content alone: no quotation marks, and no «أن» or "that" before it."""
    text: str
    """The words at that span."""
    said_on: dt.date | None = None
    """The day on which it was said, where the words around it give one; the last day of a past month or year that they give."""
    via: str | None = None
    """The carrier: an agency, a broadcast, a post."""
    copy_of: str | None = None
    """The statement of an earlier article of which this is a copy, nearly word for word (a wire copy); it is no
    further voice."""


@noun
class Subject:
    """Whom a fact is about: a party and the part of it that is meant."""

    party: str
    """The id of the force, government or body that is meant."""
    component: str = "all"
    """Which part of it: `all`, `combat`, `advisers`, `support`, …"""


@noun
class Fact:
    """A canonical claim; the rule packs say which kinds there are."""

    id: str
    """`STATEMENT.fNUMBER`."""
    statement: str
    """The id of the statement that claims it."""
    kind: str
    """What sort of claim it is."""
    subject: Subject
    """Whom it is about."""
    event: str | None = None
    """`withdrawal`, `mission_end`, `presence_end`, `deployment`, …"""
    place: str | None = None
    """The id of the country or place that it concerns."""
    value: dict[str, Any] = field(default_factory=dict)
    """What is claimed; its fields depend on the kind."""
    phase: Phase | None = None
    """How far the event has come."""
    polarity: Polarity = "affirmed"
    """Whether it is affirmed or denied."""
    certainty: Certainty = "asserted"
    """Whether it is said to be so, expected, said under a condition, or asked for."""
    said_on: dt.date | None = None
    """The statement's day, else the story's, else the article's."""
    span: Span
    """The words that it rests on."""
    text: str
    """The words at that span."""
    confidence: float = 1.0
    """0 to 1: lower where the subject is not named in the same clause."""


@noun
class Position:
    """One of the positions that a finding sets beside each other."""

    summary: str
    """What is held, in words."""
    speakers: tuple[str, ...]
    """The ids of all who hold it."""
    facts: tuple[str, ...]
    """The ids of the facts that say so."""


@noun
class Finding:
    """An agreement, tension, update or refinement between positions."""

    id: str
    """Stable as long as the rule and the words that it rests on are the same."""
    rule: str
    """The rule that found it; `consistency explain RULE` says what it does."""
    pack: str
    """The rule pack of that rule."""
    verdict: Verdict
    """What the positions are to each other."""
    scope: Scope
    """Whether speakers meet each other, or one speaker or statement meets itself."""
    severity: Severity
    """How much it matters."""
    confidence: float
    """0 to 1: how sure the reading is; it says nothing about who is right."""
    kind: str
    """The kind of the facts that meet."""
    event: str | None = None
    """The event that they are about."""
    subject: Subject
    """Whom they are about."""
    positions: tuple[Position, ...]
    """One for an agreement, two or more otherwise."""
    explanation: str
    """A sentence or two for an editor, in English."""
    explanation_ar: str = ""
    """The same in Arabic."""
    fingerprint: str = ""
    """16 hexadecimal digits of its content: the same when articles are renamed, moved or read in another order."""


@noun
class Dismissed:
    """A finding that somebody has set aside, and why."""

    finding: Finding
    """What was set aside; it is not among the findings of the report."""
    reason: str
    """Why."""


@noun
class FellAway:
    """A finding of an earlier run that a changed article took away: nothing in its new version upholds it."""

    rule: str
    """The rule that had found it."""
    verdict: Verdict
    """What the positions were to each other."""
    severity: Severity
    """How much it mattered."""
    fingerprint: str
    """That of the finding."""
    articles: tuple[str, ...]
    """The ids of the articles that have changed."""
    explanation: str
    """What the finding said, in English."""
    explanation_ar: str = ""
    """The same in Arabic."""


@noun
class Memory:
    """What a run with a store was compared with and changed."""

    earlier: tuple[str, ...] = ()
    """The ids of listed articles that earlier runs brought."""
    unchanged: tuple[str, ...] = ()
    """The ids of articles that were given again as the store has them; they were not read again."""
    replaced: tuple[str, ...] = ()
    """The ids of articles whose old version gave way to a new one."""
    fell_away: tuple[FellAway, ...] = ()
    """Earlier findings that nothing in the new versions upholds."""


@noun
class Warning:
    """Something a reader of the report must know: a skipped input, an unresolved speaker."""

    code: str
    """Which warning it is."""
    message: str
    """What happened, and where."""
    article: str | None = None
    """The id of the article that it is about."""
    span: Span | None = None
    """The words that it is about."""


@noun
class ReportedArticle:
    """An article as the report lists it; ``text`` only where ``format`` tells that no file holds it to the letter."""

    id: str
    """The name of a file without its ending; the `id` of a row; `stdin` for text on standard input."""
    title: str | None
    """The title of the metadata, else the first line where that is a headline."""
    language: Language
    """`ar` or `en`"""
    outlet: str | None
    """Who published it, from the metadata."""
    url: str | None
    """Where it was published, from the metadata."""
    published: dt.date | None
    """The day of publication."""
    published_from: Literal["metadata", "text", "option"] | None
    """Where that day comes from; `option` is `--published`."""
    stories: tuple[Story, ...]
    """The news items of the article; a digest page has several."""
    author: str | None = None
    """Who wrote it, from the metadata."""
    format: str | None = None
    """What the text was taken out of (`html`, …); null where it is the characters of the file or row."""
    text: str | None = None
    """The whole text, where `format` is not null."""


class Report(Noun):
    """The whole result of one check; ``model_dump(mode="json")`` is the contract's JSON."""

    schema_version: Literal["1"] = "1"
    """The names of fields are stable within it; new fields may come in."""
    articles: tuple[ReportedArticle, ...] = ()
    """What was read."""
    speakers: tuple[Speaker, ...] = ()
    """Who said something."""
    statements: tuple[Statement, ...] = ()
    """What was said."""
    facts: tuple[Fact, ...] = ()
    """What was claimed, in canonical form."""
    findings: tuple[Finding, ...] = ()
    """Where claims agree, conflict or change."""
    dismissed: tuple[Dismissed, ...] = ()
    """Findings that somebody has set aside."""
    warnings: tuple[Warning, ...] = ()
    """What a reader must know: skipped inputs, open dates, unresolved speakers."""
    memory: Memory | None = None
    """What a run with a store was compared with; null without one."""


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
