"""The sentences of a document as lines: quotations as one item each, dots told from full stops, hyphens from dashes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consistency.attribution.line import DOT, HYPHEN, Item, Line
from consistency.attribution.words import Words
from consistency.model import Document, Quotation

_TAG_MAX = 9
_CLOSERS = frozenset({")", "]", "»", "”", '"'})


def read_lines(document: Document, words: Words) -> list[Line]:
    """The sentences of a document as lines, in text order; a quotation keeps its short "Kirby asked." with it."""
    lines: list[Line] = []
    for line in _sentences(document, words):
        if lines and _belongs(lines[-1], line):
            before = lines.pop()
            line = replace(
                line, span=(before.span[0], line.span[1]), items=before.items + line.items, opens=before.opens
            )
        lines.append(line)
    return lines


def _belongs(before: Line, line: Line) -> bool:
    """Whether a line is only the reporting clause of the quotation before it («"Will they go?" Kirby asked.»)."""
    text = line.document.text
    if text[before.span[1] - 2] not in "?!…" or "\n" in text[before.span[1] : line.span[0]]:
        return False
    short = sum(item.word for item in line.items) <= _TAG_MAX and not any(item.quote for item in line.items)
    return short and before.quotation_only and any(f.mention.type == "cue" for f in line.found)


def _sentences(document: Document, words: Words) -> Iterator[Line]:
    quotations, tokens = [_closed(document, q) for q in document.quotations], document.tokens
    starts = {start for start, _ in document.paragraphs}
    small = frozenset(token.text for token in tokens if token.text.islower())
    at = q = 0
    for span in document.sentences:
        items: list[Item] = []
        while at < len(tokens) and tokens[at].start < span[1]:
            token = tokens[at]
            while q < len(quotations) and quotations[q].outer[1] <= token.start:
                q += 1
            if q < len(quotations) and quotations[q].outer[0] <= token.start:
                here = quotations[q]
                items.append(Item(*here.outer, "“”", document.slice(here.outer), here))
                while at < len(tokens) and tokens[at].start < here.outer[1]:
                    at += 1
                continue
            if token.start >= span[0]:
                items.append(Item(token.start, token.end, token.norm, token.text))
            at += 1
        if items:
            yield Line(document, words, span, tuple(_dotted(items)), span[0] in starts, small)


def _dotted(items: Sequence[Item]) -> list[Item]:
    """The items with every full stop that ends no sentence ("Gen. Odierno") as a mere dot, hyphens told from dashes."""
    out = list(items)
    for i, (item, after) in enumerate(pairwise(items)):
        if item.norm == "." and after.norm not in _CLOSERS:
            out[i] = item._replace(norm=DOT)
        elif item.norm == "-" and i > 0 and items[i - 1].end == item.start and item.end == after.start:
            out[i] = item._replace(norm=HYPHEN)
    return out


def _closed(document: Document, quotation: Quotation) -> Quotation:
    """A quotation that nothing closes, ended at the comma before its reporting clause («“We left in the dark, said X»)."""
    if quotation.content[1] != quotation.outer[1]:
        return quotation
    for cue in document.mentions_in(quotation.content, "cue"):
        comma = document.text.rfind(",", quotation.content[0], cue.start)
        telling = cue.features.get("tense") in ("past", "participle") and cue.features.get("whoever") == "yes"
        if telling and comma >= 0 and not document.text[comma + 1 : cue.start].strip():
            return Quotation((quotation.content[0], comma), (quotation.outer[0], comma), repaired=True)
    return quotation
