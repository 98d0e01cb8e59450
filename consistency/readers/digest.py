"""Splitting a digest page into its stories at separators such as «أخبار أخرى» or a line of asterisks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.model import Article, Span, Story
from consistency.orthography import fold
from consistency.rulepack import Packs

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_SEPARATOR = 60
_LONGEST_SENTENCE_TITLE, _LONGEST_TITLE = 120, 200
_FEWEST_WORDS = 3
_SENTENCE_END = re.compile("[.!?\u061f][\"”»’']*$")

Block = list[Span]
"""The trimmed lines between two separators; blank lines are left out."""


@dataclass(frozen=True, slots=True)
class Separators:
    """The letters of separating lines, and the marks that one may be made of."""

    lines: frozenset[str]
    marks: frozenset[str]


@lru_cache(maxsize=8)
def separators(packs: Packs) -> Separators:
    """The separators of every pack's ``digest.yaml``, of both languages."""
    lines: set[str] = set()
    marks: set[str] = set()
    for file in packs.documents("digest"):
        for name, listed in file.value.items():
            (marks if name == "marks" else lines).update(listed)
    return Separators(frozenset(map(_letters, lines)), frozenset(marks))


def split_stories(article: Article, separators: Separators) -> tuple[Story, ...]:
    """The stories of an article in order; a text without separators is one story.

    A story's title is its first line; the separator line belongs to no story.
    """
    text = article.text
    worded = [block for block in _blocks(text, separators.lines, frozenset()) if block]
    blocks = worded if len(worded) > 1 else _marked(text, separators) or worded or list(_blocks(text))
    return tuple(_story(article, block, number) for number, block in enumerate(blocks, 1))


def _story(article: Article, block: Block, number: int) -> Story:
    span = (block[0][0], block[-1][1])
    return Story(id=f"{article.id}/{number}", span=span, title_span=_title(article, block, first=number == 1))


def _title(article: Article, lines: Block, *, first: bool) -> Span | None:
    """The headline in the text: none when metadata gives another, or when the line is running text."""
    start, end = lines[0]
    line = article.text[start:end]
    start += len(line) - len(line.lstrip("# ")) if line.startswith("#") else 0
    if first and article.title and article.text[start:end] != article.title.strip():
        return None
    sentence = _SENTENCE_END.search(line) and (len(lines) == 1 or len(line) > _LONGEST_SENTENCE_TITLE)
    return None if sentence or len(line) > _LONGEST_TITLE else (start, end)


def _marked(text: str, separators: Separators) -> list[Block] | None:
    """The blocks between lines of marks, if every one of them is a headline with sentences under it."""
    blocks = list(_blocks(text, separators.lines, separators.marks))
    return blocks if len(blocks) > 1 and all(_is_story(text, block) for block in blocks) else None


def _is_story(text: str, block: Block) -> bool:
    if len(block) < 2:
        return False
    (start, end), (first, last) = block[0], block[1]
    words = len(_LETTERS.findall(text[start:end]))
    headline = end - start <= _LONGEST_SENTENCE_TITLE and words >= _FEWEST_WORDS
    return headline and not _SENTENCE_END.search(text[start:end]) and bool(_SENTENCE_END.search(text[first:last]))


def _blocks(text: str, lines: frozenset[str] = frozenset(), marks: frozenset[str] = frozenset()) -> Iterator[Block]:
    block: Block = []
    for match in _LINE.finditer(text):
        line = match.group()
        if len(line) <= _LONGEST_SEPARATOR and (_letters(line) in lines or _is_of(line, marks)):
            yield block
            block = []
        elif line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            block.append((start, start + len(line.strip())))
    yield block


def _is_of(line: str, marks: Sequence[str] | frozenset[str]) -> bool:
    """Whether a line is made of marks alone."""
    signs = set(line) - {" ", "\t", "\u00a0"}
    return bool(signs) and signs <= set(marks)


def _letters(line: str) -> str:
    """The folded letters of a line, so that spaces, figures and punctuation make no difference."""
    return "".join(_LETTERS.findall(fold(line)))
