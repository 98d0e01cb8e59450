"""Quotations in their context: some words before and after, the words that count marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from consistency.model import Fact
from consistency.report.escape import direction
from consistency.report.html.desk import Desk
from consistency.report.html.marking import Piece, pieces

_AROUND = 90
"""How many characters of its paragraph are shown before and after a quotation, at most."""


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


def quotation(desk: Desk, fact: Fact, marked: Sequence[Fact]) -> Quotation:
    """The statement of a fact; ``marked`` are the facts whose words in it are marked."""
    index = desk.index
    statement = index.statements[fact.statement]
    speaker, article = index.speakers.get(statement.speaker), index.articles[statement.article]
    before, after = _context(desk.text(article.id) or "", statement.span)
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


def _context(text: str, span: tuple[int, int]) -> tuple[str, str]:
    """What stands around a span in its own paragraph, cut between words, with an ellipsis where it is cut."""
    start = max(text.rfind("\n", 0, span[0]), text.rfind("\r", 0, span[0])) + 1
    before, after = text[start : span[0]], text[span[1] :].splitlines()[:1]
    return _last(before), _first(after[0] if after and text[span[1] : span[1] + 1] not in "\r\n" else "")


def _last(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return "… " + text[-_AROUND:].partition(" ")[2]


def _first(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + " …"
