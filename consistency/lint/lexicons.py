"""Faults of lexicon entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consistency.errors import Fault
from consistency.lint.known import Known, Row
from consistency.nearest import near
from consistency.rulepack.families import COMMON
from consistency.rulepack.frames import FactsFile, Frame
from consistency.rulepack.lexicon import Entry, folded

_WORDS = {"forms": "form", "nouns": "noun", "adjectives": "adjective", "verbs": "verb"}
_Written = tuple[str | None, str, str, str]
"""Language, type, part of speech, folded words."""


class _Seen(NamedTuple):
    """Where a word stands, what it means, and the family of packs that reads it."""

    place: Fault
    id: str
    family: str

    def meets(self, family: str) -> bool:
        """Whether the packs of a family read the word too."""
        return COMMON in (family, self.family) or family == self.family


def lexicon_faults(known: Known) -> Iterator[Fault]:
    """Types that nothing asks for, entries without words, words that stand twice or under two ids of one type."""
    seen: dict[_Written, list[_Seen]] = {}
    yield from _reporting(known)
    for row, entry in known.entries():
        if entry.type not in known.types:
            what = f"no type {entry.type!r}: no frame and no shipped pack has it"
            yield row.fault(("type",), what + near(entry.type, known.types))
        if not entry.negatives and not _has_words(entry):
            yield row.fault((), f"entry {entry.id!r} without words; allowed are {', '.join(_WORDS)}")
        for part in _WORDS:
            for i, text in enumerate(getattr(entry, part)):
                yield from _written_before(_Word(row, entry, part, i), known.families[row.source.pack.id], seen)
                if part == "verbs" and row.source.language == "ar" and "/" not in text:
                    yield row.fault(
                        (part, i), f"verb {text!r} in one tense; write PAST/PRESENT, both of the masculine singular"
                    )


class _Word(NamedTuple):
    """One of the words of an entry."""

    row: Row
    entry: Entry
    part: str
    number: int

    @property
    def text(self) -> str:
        """The word as written."""
        return str(getattr(self.entry, self.part)[self.number])


def _reporting(known: Known) -> Iterator[Fault]:
    """Predicates of their own that are also reporting words, which "operates" does not change, where no frame asks for them."""
    asking = {row.source.pack.id for row, file in known.rows("facts", FactsFile) if any(map(_asks, file.frames))}
    cues: dict[tuple[str | None, str, str], str] = {}
    told: set[tuple[str | None, str]] = set()
    for row, entry in known.entries():
        if entry.type == "cue":
            told |= {(row.source.language, entry.id)} if entry.negatives and not _has_words(entry) else set()
            for part, text in _texts(entry):
                cues[row.source.language, part, folded(text, _WORDS[part])] = entry.id
    for row, entry in known.entries():
        if row.source.pack.id in asking:
            continue
        for part, text in _texts(entry) if entry.features.get("operates") == "no" and entry.type != "cue" else ():
            cue = cues.get((row.source.language, part, folded(text, _WORDS[part])))
            if cue is not None and (row.source.language, cue) not in told:
                what = f"{text!r} is a reporting word ({cue}) too, and 'operates' does not change that"
                add = f"add an entry {{id: {cue}, type: cue, not: [the phrases in which it reports nothing]}}"
                yield row.fault((part, list(getattr(entry, part)).index(text)), f"{what}; {add}")


def _asks(frame: Frame) -> bool:
    return any("cue" in emit.when for emit in frame.facts)


def _has_words(entry: Entry) -> bool:
    return any(getattr(entry, part) for part in _WORDS)


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    return ((part, text) for part in _WORDS for text in getattr(entry, part))


def _written_before(word: _Word, family: str, seen: dict[_Written, list[_Seen]]) -> Iterator[Fault]:
    """Whether the same word has a meaning of the same type already, here or in a pack that is read together with this one."""
    row, entry, part, number = word
    key = (row.source.language, entry.type, part, folded(word.text, _WORDS[part]))
    earlier = next((one for one in seen.get(key, ()) if one.meets(family)), None)
    if earlier is None:
        seen.setdefault(key, []).append(_Seen(row.fault((part, number), ""), entry.id, family))
    elif not (earlier.id != entry.id and word.text in entry.shared):
        yield row.fault((part, number), _twice(word, earlier))


def _twice(word: _Word, earlier: _Seen) -> str:
    where = f"at {earlier.place.file}:{earlier.place.line}:{earlier.place.column}"
    if earlier.id != word.entry.id:
        what = f"{word.text!r} overlaps: of type {word.entry.type!r} it means {earlier.id!r} {where} and {word.entry.id!r} here"
        return f"{what}; a word has one meaning of a type, unless it stands under 'shared'"
    what = "spelling variants (hamza, ى, ة, capitals, vowel signs) are found without being listed"
    return f"{word.text!r} again, which means {earlier.id!r} {where} already; {what}"
