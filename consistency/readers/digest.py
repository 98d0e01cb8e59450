"""Splitting a digest page into its stories at separators such as «أخبار أخرى»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.model import Article, Span, Story
from consistency.orthography import fold
from consistency.rulepack import Packs

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LONGEST_SEPARATOR = 60
_LONGEST_SENTENCE_TITLE, _LONGEST_TITLE = 120, 200
_SENTENCE_END = re.compile("[.!?\u061f][\"”»’']*$")


def separators(packs: Packs) -> frozenset[str]:
    """The folded separator lines of every pack's ``digest.yaml``, of both languages."""
    languages = [lines for file in packs.documents("digest") for lines in file.value.values()]
    return frozenset(_words(line) for lines in languages for line in lines)


def split_stories(article: Article, separators: frozenset[str]) -> tuple[Story, ...]:
    """The stories of an article in order; a text without separators is one story.

    A story's title is its first line; the separator line belongs to no story.
    """
    stories: list[Story] = []
    for lines in _blocks(article.text, separators):
        if lines:
            story_id = f"{article.id}/{len(stories) + 1}"
            span = (lines[0][0], lines[-1][1])
            stories.append(Story(id=story_id, span=span, title_span=_title(article, lines, first=not stories)))
    return tuple(stories)


def _title(article: Article, lines: list[Span], *, first: bool) -> Span | None:
    """The headline in the text: none when metadata gives another, or when the line is running text."""
    start, end = lines[0]
    line = article.text[start:end]
    start += len(line) - len(line.lstrip("# ")) if line.startswith("#") else 0
    if first and article.title and article.text[start:end] != article.title.strip():
        return None
    sentence = _SENTENCE_END.search(line) and (len(lines) == 1 or len(line) > _LONGEST_SENTENCE_TITLE)
    return None if sentence or len(line) > _LONGEST_TITLE else (start, end)


def _blocks(text: str, separators: frozenset[str]) -> Iterator[list[Span]]:
    """The trimmed lines between separators; blank lines are left out."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if len(line) <= _LONGEST_SEPARATOR and _words(line) in separators:
            yield block
            block = []
        elif line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            block.append((start, start + len(line.strip())))
    yield block


def _words(line: str) -> str:
    """The folded words of a line without its punctuation."""
    return " ".join(re.findall(r"\w+", fold(line)))
