"""What an article has said so far about who speaks: the antecedents of he, they and "the official"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from consistency.attribution.english_content import Content
from consistency.attribution.english_line import Line
from consistency.attribution.english_source import Source
from consistency.attribution.english_subject import main_subject
from consistency.attribution.english_words import Words
from consistency.model import Attribution, Document, Span

_BACK, _FAR = 4, 60
_KINDS = {"he": ("person",), "they": ("group", "body"), "it": ("body", "document"), "first_person": ("person",)}


class Telling(NamedTuple):
    """How a statement was made: its cue, the day, the carrier."""

    cue: Span | None = None
    said_on: dt.date | None = None
    via: str | None = None


@dataclass(frozen=True)
class Note:
    """An attribution with the source it was read from, the line and the story it stands in."""

    attribution: Attribution
    source: Source | None
    line: int
    story: str


@dataclass
class Memory:
    """The attributions of one document as they are found."""

    document: Document
    words: Words
    notes: list[Note] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    joint: Source | None = None
    """The author of a joint statement, whom "both sides" means."""
    story: str = ""

    @property
    def at(self) -> int:
        """The number of the present line."""
        return len(self.lines) - 1

    def enter(self, line: Line) -> None:
        """Begins the next line; a new story knows nothing of the one before."""
        self.lines.append(line)
        self.story = self.document.story_at(line.span[0]).id

    @property
    def last(self) -> int | None:
        """The latest attribution of the present story, headlines left out."""
        return next((i for i in self._here() if self.notes[i].attribution.mode != "headline"), None)

    def _here(self) -> Iterator[int]:
        """The numbers of the present story's notes, the latest first."""
        for i in range(len(self.notes) - 1, -1, -1):
            if self.notes[i].story != self.story:
                return
            yield i

    def say(self, content: Content, holder: int | Source | None, telling: Telling) -> int | None:
        """Records a statement of an earlier speaker, of a source, or else of the sentence's subject; None without any."""
        if isinstance(holder, int):
            return self.follow(content, holder, telling)
        source = holder or main_subject(self.lines[-1])
        if source is not None:
            return self.add(content, source, telling)
        return self.follow(content, self.last, telling) if self.last is not None else None

    def add(self, content: Content, source: Source | None, telling: Telling) -> int:
        """Records a statement; a pronoun or a definite noun becomes ``same_as`` where it can."""
        known = self._antecedent(source)
        if isinstance(known, int):
            return self.follow(content, known, telling, source.span if source else None)
        source = known or source
        self.notes.append(Note(_attribution(content, source, telling), source, self.at, self.story))
        return len(self.notes) - 1

    def follow(self, content: Content, index: int, telling: Telling, span: Span | None = None) -> int:
        """Records a statement of the speaker of an earlier one; ``span`` is the pronoun, if one stands there."""
        attribution = replace(_attribution(content, None, telling), source=span, same_as=index)
        self.notes.append(Note(attribution, self.notes[index].source, self.at, self.story))
        return len(self.notes) - 1

    def index_of(self, source: Source) -> int | None:
        """The first statement recorded for exactly this source."""
        return next((i for i, note in enumerate(self.notes) if note.source is source), None)

    def retitle(self, known: int) -> None:
        """Makes every statement recorded after the first ``known`` ones a headline's."""
        for i in range(known, len(self.notes)):
            note = self.notes[i]
            self.notes[i] = replace(note, attribution=replace(note.attribution, mode="headline"))

    def _antecedent(self, source: Source | None) -> Source | int | None:
        if source is None:
            return None
        if self.joint and source.head in self.words["sides"]:
            known = self.index_of(self.joint)
            return self.joint if known is None else known
        if source.kind == "pronoun":
            return self._pronoun(source.head)
        return self._definite(source) if source.definite and source.name is None and source.body is None else None

    def _pronoun(self, word: str) -> Source | int | None:
        """The latest speaker or subject of the right kind; nearer beats farther."""
        kinds = _KINDS[next((k for k in _KINDS if word in self.words[k]), "he")]
        latest = None
        for i in self._here():
            note = self.notes[i]
            if note.source is None or self.at - note.line > _FAR:
                continue
            latest = i if latest is None else latest
            if subject := self._subject_after(note.line, kinds):
                return subject
            if note.source and note.source.kind in kinds:
                return i
        return self._subject_after(-1, kinds) or latest

    def _subject_after(self, line: int, kinds: tuple[str, ...]) -> Source | None:
        """The subject of the nearest narrative sentence between a line and this one."""
        for at in range(self.at - 1, max(line, self.at - _BACK, -1), -1):
            subject = main_subject(self.lines[at])
            if subject and subject.kind in kinds:
                return subject
        return None

    def _definite(self, source: Source) -> int | None:
        """The earlier introduction of "the official" or "the statement"."""
        for i in self._here():
            note = self.notes[i]
            if note.source is None:
                continue
            if note.source.anonymous and source.head.rstrip("s") == note.source.head.rstrip("s"):
                return i
            if self.at - note.line > _BACK:
                continue
            if source.kind == "document" or (source.head in self.words["generic"] and note.source.kind == "person"):
                return i
        return None

    def attributions(self) -> list[Attribution]:
        """The attributions in text order, with ``same_as`` renumbered to it."""
        order = sorted(range(len(self.notes)), key=lambda i: (self.notes[i].attribution.span, i))
        place = {old: new for new, old in enumerate(order)}
        found = [self.notes[i].attribution for i in order]
        return [a if a.same_as is None else replace(a, same_as=place[a.same_as]) for a in found]


def _attribution(content: Content, source: Source | None, telling: Telling) -> Attribution:
    plain = source if source and source.kind != "pronoun" else None
    return Attribution(
        span=content.span,
        mode=content.mode,
        source=source.span if source else None,
        name=plain.name if plain else None,
        title=plain.title if plain else None,
        body=plain.body if plain else None,
        affiliation=plain.affiliation if plain else None,
        anonymous=bool(plain and plain.anonymous),
        cue=telling.cue,
        said_on=telling.said_on,
        via=telling.via,
    )
