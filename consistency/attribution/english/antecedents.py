"""Whom "he", "they" and "the official" mean in an English article."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.attribution.english.subject import human_subject, main_subject
from consistency.attribution.line import Line
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Source
from consistency.attribution.words import Words

_BACK, _FAR = 4, 60
_KINDS = {"he": ("person",), "they": ("group", "body"), "it": ("body", "document"), "first_person": ("person",)}


@dataclass
class EnglishGrammar:
    """Subjects and antecedents; ``joint`` is the author of a joint statement, whom "both sides" means."""

    words: Words
    joint: Source | None = None

    def subject(self, line: Line, memory: Memory) -> Source | None:
        """The subject of the sentence itself."""
        return main_subject(line)

    def antecedent(self, source: Source, memory: Memory) -> Source | int | None:
        """What a pronoun, "both sides" or a definite noun stands for."""
        if self.joint and source.affiliation is None and source.head in self.words["sides"] | self.words["they"]:
            known = memory.index_of(self.joint)
            return self.joint if known is None else known
        if source.kind == "pronoun":
            return self._pronoun(source.head, memory)
        return (
            self._definite(source, memory) if source.definite and source.name is None and source.body is None else None
        )

    def _pronoun(self, word: str, memory: Memory) -> Source | int | None:
        """The latest speaker or subject of the right kind; nearer beats farther."""
        kinds = _KINDS[next((k for k in _KINDS if word in self.words[k]), "he")]
        latest = None
        for i in memory.here():
            note = memory.notes[i]
            if note.source is None or memory.at - note.line > _FAR:
                continue
            latest = i if latest is None else latest
            if subject := _subject_after(note.line, kinds, memory):
                return subject
            if note.source.kind in kinds:
                return i
        return _subject_after(-1, kinds, memory) or latest

    def _definite(self, source: Source, memory: Memory) -> int | None:
        """The earlier introduction of "the official" or "the statement"."""
        for i in memory.here():
            note = memory.notes[i]
            if note.source is None:
                continue
            if note.source.anonymous and source.head.rstrip("s") == note.source.head.rstrip("s"):
                return i
            if memory.at - note.line > _BACK:
                continue
            if self._may_be_written_by(source, note.source) or (
                source.head in self.words["generic"] and note.source.kind == "person"
            ):
                return i
        return None

    def _may_be_written_by(self, source: Source, author: Source) -> bool:
        """Whether a document is what an earlier speaker said: a statement, but no person's "the article", "the report"."""
        published = source.head in self.words["published"]
        return source.kind == "document" and not (published and author.kind in ("person", "group"))


def _subject_after(line: int, kinds: tuple[str, ...], memory: Memory) -> Source | None:
    """The subject of the nearest narrative sentence between a line and this one."""
    for at in range(memory.at - 1, max(line, memory.at - _BACK, -1), -1):
        subject = main_subject(memory.lines[at])
        if subject and subject.kind in kinds:
            return subject
        if at == memory.at - 1 and "person" in kinds and (human := human_subject(memory.lines[at])):
            return human
    return None
