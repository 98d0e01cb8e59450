"""Quotations in their context: some words before and after, the words that count marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from consistency.model import Fact, Span
from consistency.report.escape import direction
from consistency.report.html.desk import Desk
from consistency.report.html.marking import Piece, pieces

_BREAK = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement to the letter, with who said it, when and where, and its number."""

    number: int
    language: str
    direction: Literal["ltr", "rtl"]
    before: str
    pieces: tuple[Piece, ...]
    after: str
    name: str
    role: str | None
    via: str | None
    outlet: str | None
    day: str
    also: tuple[str, ...]


def quotation(desk: Desk, fact: Fact, marked: Sequence[Fact], around: int) -> Quotation:
    """The statement of a fact; ``marked`` are the facts whose words in it are marked.

    ``around`` is how many characters of its paragraph are shown before and after it, at most.
    """
    index = desk.index
    statement = index.statements[fact.statement]
    speaker, article = index.speakers.get(statement.speaker), index.articles[statement.article]
    before, after = _context(desk.text(article.id) or "", statement.span, around)
    copies = dict.fromkeys(copy.article for copy in index.copies.get(statement.id, ()))
    return Quotation(
        number=desk.statements[statement.id],
        language=article.language,
        direction="rtl" if direction(statement.text) == "rtl" else "ltr",
        before=before,
        pieces=tuple(
            pieces(statement.text, statement.span[0], [f.span for f in marked if f.statement == statement.id])
        ),
        after=after,
        name=index.name(statement.speaker),
        role=speaker.role if speaker else None,
        via=statement.via,
        outlet=article.outlet,
        day=index.day(fact),
        also=tuple(index.articles[id_].outlet or desk.page.source(id_) for id_ in copies),
    )


def _context(text: str, span: Span, around: int) -> tuple[str, str]:
    """What stands around a span in its own paragraph, cut between words, with an ellipsis where it is cut."""
    start, end = span
    before = _BREAK.split(text[:start])[-1]
    after = _BREAK.split(text[end:], maxsplit=1)[0]
    if len(before) > around:
        before = f"… {before[len(before) - around :].partition(' ')[2]}" if around else ""
    if len(after) > around:
        after = f"{after[:around].rpartition(' ')[0]} …" if around else ""
    return before, after
