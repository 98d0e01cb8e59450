"""Faults of lexicon entries."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.errors import Fault
from consistency.lint.known import Known, Row
from consistency.nearest import near
from consistency.rulepack.lexicon import Entry, folded

_WORDS = {"forms": "form", "nouns": "noun", "adjectives": "adjective", "verbs": "verb"}
_Written = tuple[str | None, str, str, str]
"""Language, type, part of speech, folded words."""


def lexicon_faults(known: Known) -> Iterator[Fault]:
    """Types that nothing asks for, entries without words, words that stand twice or under two ids of one type."""
    seen: dict[_Written, tuple[Fault, str]] = {}
    for row, entry in known.entries():
        if entry.type not in known.types:
            what = f"no type {entry.type!r}: no frame and no shipped pack has it"
            yield row.fault(("type",), what + near(entry.type, known.types))
        if not entry.negatives and not any(getattr(entry, part) for part in _WORDS):
            yield row.fault((), f"entry {entry.id!r} without words; allowed are {', '.join(_WORDS)}")
        for part in _WORDS:
            for i, text in enumerate(getattr(entry, part)):
                yield from _written_before(row, entry, (part, i), seen)
                if part == "verbs" and row.source.language == "ar" and "/" not in text:
                    yield row.fault(
                        (part, i), f"verb {text!r} in one tense; write PAST/PRESENT, both of the masculine singular"
                    )


def _written_before(
    row: Row, entry: Entry, at: tuple[str, int], seen: dict[_Written, tuple[Fault, str]]
) -> Iterator[Fault]:
    """Whether the same word has a meaning of the same type already, here or in a pack before."""
    text = getattr(entry, at[0])[at[1]]
    key = (row.source.language, entry.type, at[0], folded(text, _WORDS[at[0]]))
    if key not in seen:
        seen[key] = (row.fault(at, ""), entry.id)
        return
    first, id_ = seen[key]
    where = f"at {first.file}:{first.line}:{first.column}"
    if id_ != entry.id and text in entry.shared:
        return
    if id_ != entry.id:
        what = f"{text!r} overlaps: of type {entry.type!r} it means {id_!r} {where} and {entry.id!r} here"
        yield row.fault(at, f"{what}; a word has one meaning of a type, unless it stands under 'shared'")
    else:
        what = "spelling variants (hamza, ى, ة, capitals, vowel signs) are found without being listed"
        yield row.fault(at, f"{text!r} again, which means {id_!r} {where} already; {what}")
