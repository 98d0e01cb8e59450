"""Paragraphs and sentences: quotations are never cut, hard-wrapped lines are joined."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from consistency.model import Quotation, Span, Token

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TERMINATORS = frozenset({".", "!", "?", "؟", "…", "..", "..."})
_WRAP_MIN, _WRAP_MAX = 40, 100


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of ``text`` without surrounding white space.

    A line break ends a paragraph, unless the text is hard-wrapped (no body line longer than 100
    characters) and the line before it is long and ends in the middle of a sentence.
    """
    lines = [m.span() for m in _LINE.finditer(text)]
    wrapped = len(lines) > 4 and all(end - start <= _WRAP_MAX for start, end in lines[1:])
    found: list[list[int]] = []
    for i, (start, end) in enumerate(lines):
        if wrapped and i > 1 and _continues(text, lines[i - 1], start):
            found[-1][1] = end
        else:
            found.append([start, end])
    return [span for a, b in found if (span := _strip(text, a, b))[0] < span[1]]


def _continues(text: str, line: Span, start: int) -> bool:
    gap = text[line[1] : start].replace("\r\n", "\n")
    last = text[line[0] : line[1]].rstrip()
    return len(gap) == 1 and len(last) >= _WRAP_MIN and last[-1:] not in '.!?؟:”»"'


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(
    tokens: Sequence[Token],
    paragraph_spans: Sequence[Span],
    quotations: Sequence[Quotation],
    abbreviations: Collection[str],
) -> list[Span]:
    """The sentences of every paragraph, in text order; a terminator inside a quotation ends none."""
    found: list[Span] = []
    spans = iter(quotations)
    quotation = next(spans, None)
    at = 0
    for _, limit in paragraph_spans:
        start = None
        while at < len(tokens) and tokens[at].start < limit:
            token = tokens[at]
            while quotation and quotation.outer[1] <= token.start:
                quotation = next(spans, None)
            start = token.start if start is None else start
            quoted = (
                quotation is not None
                and quotation.outer[0] <= token.start < quotation.outer[1]
                and token.end < quotation.outer[1]
            )
            if not quoted and _ends(tokens, at, quotation, abbreviations):
                found.append((start, token.end))
                start = None
            at += 1
        if start is not None:
            found.append((start, tokens[at - 1].end))
    return list(_joined(found))


def _ends(tokens: Sequence[Token], at: int, quotation: Quotation | None, abbreviations: Collection[str]) -> bool:
    token = tokens[at]
    if token.text in _TERMINATORS:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        glued = following is not None and following.start == token.end and following.text.isdigit()
        return not (at and tokens[at - 1].norm in abbreviations) and not glued and not _initial(tokens, at - 1)
    closes = quotation is not None and token.end == quotation.outer[1]
    return closes and at > 0 and tokens[at - 1].text in _TERMINATORS and _starts_afresh(tokens, at + 1)


def _initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the initial of a name: one capital letter between two words with capitals ("Kenneth F. McKenzie")."""
    if at < 1 or at + 2 >= len(tokens) or len(tokens[at].text) > 1 or not tokens[at].text.isupper():
        return False
    return (
        tokens[at - 1].text[:1].isupper() and tokens[at - 1].text[1:2].islower() and tokens[at + 2].text[:1].isupper()
    )


def _starts_afresh(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token after a closed quotation begins a sentence: no small letter, no comma."""
    return at >= len(tokens) or tokens[at].text[0].isupper()


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Leaves out stray terminators («. .») that follow a sentence's own."""
    for start, end in spans:
        if end - start > 1:
            yield start, end
