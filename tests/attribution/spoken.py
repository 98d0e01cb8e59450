"""Marked-up texts for the tests of attribution: what is said stands in braces, the speakers are listed beside it.

A text whose first line begins with ``# `` has that line as its headline. Speakers are given in the order in which
the braces open; one alone stands for all. A speaker may be named by name, title or the words of the text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from consistency.attribution import attribute
from consistency.language import Reader
from consistency.model import Article, Attribution, Document, Language, Span, Story
from consistency.rulepack import load_packs

CORPUS = Path(__file__).parent / "corpus"
PACKS = load_packs()
_HEADLINE = "# "


@dataclass(frozen=True)
class Marked:
    """A text without its marks, the spans that were in braces, and who says each."""

    text: str
    title: int
    spans: tuple[Span, ...]
    speakers: tuple[str, ...]

    def wanted(self) -> list[tuple[str, str]]:
        """(speaker, content) of each statement, in text order."""
        return [(who, self.text[a:b]) for who, (a, b) in zip(self.speakers, self.spans, strict=True)]


def unmark(marked: str, *speakers: str) -> Marked:
    """The text and what is marked in it."""
    headline = marked.startswith(_HEADLINE)
    out: list[str] = []
    opened: list[int] = []
    spans: list[list[int]] = []
    for char in marked.removeprefix(_HEADLINE) if headline else marked:
        if char == "{":
            opened.append(len(spans))
            spans.append([len(out), len(out)])
        elif char == "}":
            spans[opened.pop()][1] = len(out)
        else:
            out.append(char)
    text = "".join(out)
    title = text.index("\n") if headline and "\n" in text else len(text) if headline else 0
    named = speakers * len(spans) if len(speakers) == 1 else speakers
    return Marked(text, title, tuple((a, b) for a, b in spans), named)


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader(PACKS)


def read(text: str, language: Language, title: int = 0) -> Document:
    """A document of one story published on 14 July 2021, whose first ``title`` characters are its headline."""
    story = Story(id="a", span=(0, len(text)), title_span=(0, title) if title else None)
    article = Article(id="a", text=text, language=language, published=dt.date(2021, 7, 14), stories=(story,))
    return next(iter(_reader().read([article])))


def names(document: Document, found: list[Attribution], at: int) -> list[str]:
    """What a text calls the speaker of an attribution, from the end of its ``same_as`` chain back to its own words."""
    called: list[str] = []
    following: int | None = at
    while following is not None:
        attribution = found[following]
        words = document.slice(attribution.source) if attribution.source else None
        called = [name for name in (attribution.name, attribution.title, words) if name] + called
        following = attribution.same_as
    return called


def heard(marked: Marked, language: Language) -> list[tuple[str, str]]:
    """(speaker, content) of each statement found; the speaker under the name that the marked text uses, if it has that."""
    document = read(marked.text, language, marked.title)
    found = attribute(document, PACKS)
    wanted = dict(zip(marked.spans, marked.speakers, strict=True))
    said = []
    for at, attribution in enumerate(found):
        called, want = names(document, found, at), wanted.get(attribution.span)
        said.append((want if want in called else (called or [""])[0], document.slice(attribution.span)))
    return said


def corpus(language: Language) -> dict[str, list[list[str]]]:
    """The rows of each pattern of a language's corpus."""
    patterns: dict[str, list[list[str]]] = yaml.safe_load((CORPUS / f"{language}.yaml").read_text("utf-8"))
    return patterns
