"""The findings as cards, verdict by verdict, tensions first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consistency.model import Fact, Finding, Position
from consistency.report.grounds import grounds
from consistency.report.headings import VERDICTS, scope
from consistency.report.html.desk import Desk, Tags
from consistency.report.html.quoting import Quotation, quotation
from consistency.report.index import told_apart
from consistency.report.quotes import letter
from consistency.rulepack import Rule

_AROUND = 90
"""How much of the text around its quotations a tension shows, in characters on each side."""


@dataclass(frozen=True, slots=True)
class More:
    """Further statements of a speaker that hold a position: their numbers; they stand in their articles."""

    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One position of a finding with its quotations."""

    letter: str
    summary: str
    speakers: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    more: tuple[More, ...]

    @property
    def folded(self) -> int:
        """How many further statements there are."""
        return sum(len(more.numbers) for more in self.more)


@dataclass(frozen=True, slots=True)
class Card:
    """A finding; ``number`` counts those of its verdict from 1 and ``anchor`` is its place in the page.

    ``cautious`` if its rule is known to mistake something else for it.
    """

    number: int
    anchor: str
    finding: Finding
    about: str
    scope: str
    sides: tuple[Side, ...]
    tags: Tags
    cautious: bool


@dataclass(frozen=True, slots=True)
class Caution:
    """What to rule out before tensions of a rule are printed; ``numbers`` are theirs."""

    rule: Rule
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of a verdict."""

    verdict: str
    title: str
    gloss: str
    cards: tuple[Card, ...]
    cautions: tuple[Caution, ...]


class Sections:
    """All cards, and those that rest on a fact."""

    def __init__(self, desk: Desk) -> None:
        self.all = tuple(_section(desk, *words) for words in VERDICTS)
        self._by_fact: dict[str, list[Card]] = {}
        for card in (card for section in self.all for card in section.cards):
            for fact in desk.facts(card.finding.positions):
                self._by_fact.setdefault(fact.id, []).append(card)

    def on(self, fact: str) -> Sequence[Card]:
        """The cards of the findings that rest on a fact."""
        return self._by_fact.get(fact, ())


def anchor(verdict: str, number: int) -> str:
    """Where a finding stands in the page."""
    return f"{verdict[0]}{number}"


def _section(desk: Desk, verdict: str, title: str, gloss: str) -> Section:
    found = enumerate(desk.index.findings(verdict), 1)
    cards = tuple(_card(desk, number, finding) for number, finding in found)
    return Section(verdict, title, gloss, cards, tuple(_cautions(desk, cards)))


def _is_cautious(desk: Desk, finding: Finding) -> bool:
    rule = desk.page.rules.get(finding.rule)
    return finding.verdict == "tension" and rule is not None and bool(rule.false_alarms)


def _cautions(desk: Desk, cards: Iterable[Card]) -> Iterator[Caution]:
    numbers: dict[str, list[int]] = {}
    for card in cards:
        if card.cautious:
            numbers.setdefault(card.finding.rule, []).append(card.number)
    for rule, found in numbers.items():
        yield Caution(desk.page.rules[rule], tuple(found))


def _card(desk: Desk, number: int, finding: Finding) -> Card:
    return Card(
        number=number,
        anchor=anchor(finding.verdict, number),
        finding=finding,
        about=desk.about(finding),
        scope=scope(finding),
        sides=tuple(_sides(desk, finding)),
        tags=desk.tags(desk.facts(finding.positions)),
        cautious=_is_cautious(desk, finding),
    )


def _sides(desk: Desk, finding: Finding) -> Iterator[Side]:
    around = _AROUND if finding.verdict == "tension" else 0
    for number, position in enumerate(told_apart(finding)):
        found, marked = grounds(desk.index, position), desk.facts([position])
        shown = tuple(quotation(desk, fact, marked, around) for fact in found[: desk.detail.shown])
        summary, more = desk.page.summary(position, desk.index.facts), tuple(_more(desk, found[desk.detail.shown :]))
        yield Side(letter(number), summary, _names(desk, position), shown, more)


def _names(desk: Desk, position: Position) -> tuple[str, ...]:
    return tuple(map(desk.index.name, position.speakers))


def _more(desk: Desk, facts: Sequence[Fact]) -> Iterator[More]:
    said: dict[str, list[int]] = {}
    for fact in facts:
        said.setdefault(desk.index.speaker_of(fact), []).append(desk.statements[fact.statement])
    for speaker, numbers in said.items():
        yield More(desk.index.name(speaker), tuple(numbers))
