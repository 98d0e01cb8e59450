"""What an article has said so far about who speaks: the antecedents of he, they and "the official"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from consistency.attribution.line import Line
from consistency.attribution.saying import Content, Source, Telling
from consistency.model import Attribution, Document


@dataclass(frozen=True)
class Note:
    """An attribution with the source it was read from, the line and the story it stands in."""

    attribution: Attribution
    source: Source | None
    line: int
    story: str


class Grammar(Protocol):
    """What a language knows of subjects and of what stands for them."""

    def subject(self, line: Line, memory: Memory) -> Source | None:
        """Whom a statement in ``line`` that names no speaker means, if not the last one."""

    def antecedent(self, source: Source, memory: Memory) -> Source | int | None:
        """The source, or the number of the earlier note, that a pronoun or a definite noun stands for."""


@dataclass
class Memory:
    """The attributions of one document as they are found."""

    document: Document
    grammar: Grammar
    notes: list[Note] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
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
        return next((i for i in self.here() if self.notes[i].attribution.mode != "headline"), None)

    def here(self) -> Iterator[int]:
        """The numbers of the present story's notes, the latest first."""
        for i in range(len(self.notes) - 1, -1, -1):
            if self.notes[i].story != self.story:
                return
            yield i

    def say(self, content: Content, holder: int | Source | None, telling: Telling) -> int | None:
        """Records a statement of an earlier speaker, of a source, or else of the sentence's subject; None without any."""
        if isinstance(holder, int):
            return self.follow(content, holder, telling)
        source = holder or self.grammar.subject(self.lines[-1], self)
        if source is not None:
            return self.add(content, source, telling)
        return self.follow(content, self.last, telling) if self.last is not None else None

    def add(self, content: Content, source: Source | None, telling: Telling) -> int:
        """Records a statement; a pronoun or a definite noun becomes ``same_as`` where it can."""
        known = self.grammar.antecedent(source, self) if source else None
        if isinstance(known, int):
            return self.follow(content, known, telling, source)
        source = known or source
        self.notes.append(Note(_attribution(content, source, telling), source, self.at, self.story))
        return len(self.notes) - 1

    def follow(self, content: Content, index: int, telling: Telling, source: Source | None = None) -> int:
        """Records a statement of the speaker of an earlier one; ``source`` is the pronoun or noun that stands for him."""
        plain = source if source and source.kind != "pronoun" else None
        attribution = replace(
            _attribution(content, None, telling),
            source=source.span if source else None,
            title=plain.title if plain else None,
            same_as=index,
        )
        self.notes.append(Note(attribution, self.notes[index].source, self.at, self.story))
        return len(self.notes) - 1

    def index_of(self, source: Source) -> int | None:
        """The first statement recorded for exactly this source."""
        return next((i for i, note in enumerate(self.notes) if note.source is source), None)

    def reassign(self, index: int, source: Source) -> None:
        """Gives a statement to the source that signs it."""
        note = self.notes[index]
        content = Content(note.attribution.span, note.attribution.mode)
        self.notes[index] = replace(note, attribution=_attribution(content, source, Telling()), source=source)

    def retitle(self, known: int) -> None:
        """Makes every statement recorded after the first ``known`` ones a headline's."""
        for i in range(known, len(self.notes)):
            note = self.notes[i]
            self.notes[i] = replace(note, attribution=replace(note.attribution, mode="headline"))

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
