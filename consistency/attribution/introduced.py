"""Persons whom an article names with their titles in its own narration, for a later title that means one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consistency.attribution.knowledge import Knowledge
from consistency.attribution.offices import Standing, standing
from consistency.model import Document, Mention, Span

_TITLES = ("title", "office", "rank")
_WORDS, _LOOK = 12, 120
_COMMAS, _STOPS = frozenset(",،"), frozenset('.!?؟:;؛\n"«»“”()')
_ABBREVIATED = "Gen."


class Introduced(NamedTuple):
    """A person with what the words before and after the name say of him."""

    name: str
    end: int
    words: str
    standing: Standing


def introduced(document: Document, known: Knowledge) -> tuple[Introduced, ...]:
    """Every name that has a title beside it, in text order."""
    persons = (m for m in document.mentions if m.type == "person")
    return tuple(
        Introduced(document.slice(m.span), m.end, document.slice(span), standing(document, span, known))
        for m in persons
        if (span := _described(document, m)) != m.span
    )


def _described(document: Document, person: Mention) -> Span:
    """The name with the titles before it («قائد القوات الجنرال فلان») and those that a comma adds behind it."""
    before = [m.start for m in _titles(document, max(0, person.start - _LOOK), person.start)
              if _joined(document, m.end, person.start)]  # fmt: skip
    after = [m.end for m in _titles(document, person.end, person.end + _LOOK)
             if _apposed(document, person.end, m.start)]  # fmt: skip
    end = _end(document, max(after)) if after else person.end
    return min(before, default=person.start), end


def _titles(document: Document, start: int, end: int) -> Iterator[Mention]:
    span = (start, min(end, len(document.text)))
    return (m for m in document.mentions_in(span) if m.type in _TITLES and m.start >= start and m.end <= end)


def _joined(document: Document, start: int, end: int) -> bool:
    """Whether nothing but the rest of the title, and a comma at the most, stands between a title and the name."""
    gap = _plain(document, start, end)
    commas = sum(letter in _COMMAS for letter in gap)
    cue = any(m.type == "cue" for m in document.mentions_in((start, end)))
    return not cue and commas <= 1 and len(gap.split()) <= _WORDS and not any(letter in _STOPS for letter in gap)


def _plain(document: Document, start: int, end: int) -> str:
    """The text between two places without the full stops of ranks («Gen.») and of abbreviated countries ("U.S.")."""
    marks = {m.end for m in document.mentions_in((max(0, start - len(_ABBREVIATED)), end)) if m.end <= end}
    text = document.text
    return "".join(text[i] for i in range(start, end) if not (text[i] == "." and (i in marks or i + 1 in marks)))


def _apposed(document: Document, start: int, end: int) -> bool:
    """Whether a comma and at most an article lead from a name to a title ("Ellison, the commander of")."""
    gap = document.text[start:end]
    return gap[:1] in _COMMAS and len(gap.split()) <= 2 and not any(letter in _STOPS for letter in gap)


def _end(document: Document, at: int) -> int:
    """Where the words after a title end: at the next mark."""
    stop = (i for i in range(at, min(at + _LOOK, len(document.text))) if document.text[i] in _COMMAS | _STOPS)
    return next(stop, at)
