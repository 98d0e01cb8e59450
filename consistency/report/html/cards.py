"""The findings as cards, verdict by verdict, tensions first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.model import Finding, Position
from consistency.report.grounds import SHOWN, grounds
from consistency.report.html.desk import Desk, Tags
from consistency.report.html.quoting import Quotation, quotation
from consistency.report.index import told_apart
from consistency.report.quotes import letter
from consistency.rulepack import Rule

_VERDICTS = (
    ("tension", "Tensions", "Two positions that cannot both stand as said."),
    ("agreement", "Agreements", "Different speakers hold the same."),
    ("update", "Updates", "The later position supersedes or fulfils the earlier one, without conflict."),
    ("refinement", "Refinements", "The positions are compatible; one is more specific."),
)
_SCOPES = {
    "between_speakers": "between speakers",
    "same_speaker": "one speaker, at different places",
    "same_statement": "within one statement",
}


@dataclass(frozen=True, slots=True)
class More:
    """A further quotation of a position, which stands in its article."""

    number: int
    name: str
    outlet: str | None
    day: str


@dataclass(frozen=True, slots=True)
class Side:
    """One position of a finding with its quotations."""

    letter: str
    summary: str
    quotations: tuple[Quotation, ...]
    more: tuple[More, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding; ``number`` counts those of its verdict from 1 and ``anchor`` is its place in the page."""

    number: int
    anchor: str
    finding: Finding
    about: str
    scope: str
    sides: tuple[Side, ...]
    tags: Tags
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of a verdict."""

    verdict: str
    title: str
    gloss: str
    cards: tuple[Card, ...]


class Sections:
    """All cards, and those that rest on a fact."""

    def __init__(self, desk: Desk) -> None:
        self.all = tuple(_section(desk, *words) for words in _VERDICTS)
        self._by_fact: dict[str, list[Card]] = {}
        for card in (card for section in self.all for card in section.cards):
            for fact in desk.facts(card.finding.positions):
                self._by_fact.setdefault(fact.id, []).append(card)

    def on(self, fact: str) -> Sequence[Card]:
        """The cards of the findings that rest on a fact."""
        return self._by_fact.get(fact, ())


def anchor(verdict: str, number: int) -> str:
    """Where a finding stands in the page."""
    return f"{verdict}-{number}"


def _section(desk: Desk, verdict: str, title: str, gloss: str) -> Section:
    found = enumerate(desk.index.findings(verdict), 1)
    return Section(verdict, title, gloss, tuple(_card(desk, number, finding) for number, finding in found))


def _card(desk: Desk, number: int, finding: Finding) -> Card:
    return Card(
        number=number,
        anchor=anchor(finding.verdict, number),
        finding=finding,
        about=desk.about(finding),
        scope=_SCOPES[finding.scope],
        sides=tuple(_side(desk, number, position) for number, position in enumerate(told_apart(finding))),
        tags=desk.tags(desk.facts(finding.positions)),
        rule=desk.page.rules.get(finding.rule),
    )


def _side(desk: Desk, number: int, position: Position) -> Side:
    found = grounds(desk.index, position)
    marked = desk.facts([position])
    shown = tuple(quotation(desk, fact, marked) for fact in found[:SHOWN])
    return Side(letter(number), position.summary, shown, tuple(_more(desk, position, len(shown))))


def _more(desk: Desk, position: Position, shown: int) -> Iterator[More]:
    for fact in grounds(desk.index, position)[shown:]:
        statement = desk.index.statements[fact.statement]
        outlet = desk.index.articles[statement.article].outlet
        number = desk.statements[statement.id]
        yield More(number, desk.index.name(statement.speaker), outlet, desk.index.day(fact))
