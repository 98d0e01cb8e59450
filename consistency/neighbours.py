"""What a store holds that could meet given claims, and what the rules find among all of them.

The search widens until the findings are those of one run over everything: the claims of a finding may meet further ones, which
then belong to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consistency.compare import Aim, compare, wanted
from consistency.copies import trace_in
from consistency.model import Fact, Finding, Speaker, Statement
from consistency.recall import Kept, Passage
from consistency.rulepack import Packs
from consistency.store import Asking

MOST = 20_000
"""How many stored claims one batch is compared with at most; the latest of each kind come first."""
Dated = tuple[dt.date | None, Statement]
"""A statement with the day of its article."""


@dataclass(frozen=True, slots=True)
class Material:
    """Facts, statements, the paragraphs that they stand in, and who speaks."""

    facts: Sequence[Kept] = ()
    statements: Sequence[Dated] = ()
    passages: Sequence[Passage] = ()
    speakers: Sequence[Speaker] = ()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Everything that was compared, in the order of days, what was found, and whether there was too much to compare all."""

    facts: list[Fact]
    statements: list[Statement]
    speakers: dict[str, Speaker]
    findings: list[Finding]
    cut: bool

    def excerpt(self, facts: Collection[str], articles: Collection[str]) -> Neighbours:
        """Some facts, with their statements and the originals of these, every statement of some articles, and who speaks."""
        held = [fact for fact in self.facts if fact.id in facts]
        needed = {fact.statement for fact in held}
        needed |= {s.id for s in self.statements if s.article in articles}
        needed |= {s.copy_of for s in self.statements if s.id in needed and s.copy_of}
        statements = [statement for statement in self.statements if statement.id in needed]
        speakers = {s.speaker: self.speakers[s.speaker] for s in statements if s.speaker in self.speakers}
        return Neighbours(held, statements, speakers, [], self.cut)


def neighbours(
    asking: Asking, packs: Packs, own: Material, focus: Collection[str], stored: Iterable[str] = ()
) -> Neighbours:
    """What stands around a batch: the findings in which a fact of ``focus`` takes part are whole.

    ``focus`` are ids of facts of the batch, or of the ``stored`` ones that are looked at beside them.
    """
    gathering = _Gathering(asking, packs)
    gathering.take(own)
    gathering.load(asking.facts(stored))
    frontier = [one for one in gathering.facts.values() if one.fact.id in focus]
    gathering.widen(frontier)
    while True:
        found = gathering.compared(frozenset(focus))
        reached = {id_ for finding in found.findings if involves(finding, focus) for id_ in facts_of(finding)}
        if not gathering.widen([gathering.facts[id_] for id_ in sorted(reached)]):
            return found


def facts_of(finding: Finding) -> Iterator[str]:
    """The ids of the facts of a finding."""
    return (id_ for position in finding.positions for id_ in position.facts)


def involves(finding: Finding, focus: Collection[str]) -> bool:
    """Whether one of the facts takes part in a finding."""
    return any(id_ in focus for id_ in facts_of(finding))


@dataclass
class _Gathering:
    """What has been gathered so far, by id."""

    asking: Asking
    packs: Packs
    facts: dict[str, Kept] = field(default_factory=dict)
    statements: dict[str, Dated] = field(default_factory=dict)
    passages: dict[tuple[str, int], Passage] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    theatres: dict[str, frozenset[str]] = field(default_factory=dict)
    positions: set[str] = field(default_factory=set)
    widened: set[str] = field(default_factory=set)
    cut: bool = False

    def take(self, material: Material) -> None:
        """Takes in what the store does not hold."""
        self.facts.update((one.fact.id, one) for one in material.facts)
        self.statements.update((statement.id, (day, statement)) for day, statement in material.statements)
        self.passages.update(((p.article, p.span[0]), p) for p in material.passages)
        self.speakers.update((speaker.id, speaker) for speaker in material.speakers)
        self._place(material.facts)

    def widen(self, frontier: Sequence[Kept]) -> bool:
        """Loads the claims that could meet these, and those of any day that say the same; whether there are further ones."""
        fresh = [one for one in frontier if one.fact.id not in self.widened]
        self.widened |= {one.fact.id for one in fresh}
        positions = {one.position for one in fresh} - self.positions
        self.positions |= positions
        met = self.asking.claims(wanted(fresh, self.packs, self.theatres), MOST + 1)
        return self.load([*met, *self.asking.same(positions, MOST + 1)])

    def load(self, found: Sequence[Kept]) -> bool:
        """Takes in facts of the store with all that belongs to them; whether any is new."""
        fresh = list({one.fact.id: one for one in found if one.fact.id not in self.facts}.values())
        room = max(0, MOST - len(self.facts))
        self.cut = self.cut or len(fresh) > room
        fresh = sorted(fresh, key=lambda one: one.day or dt.date.min, reverse=True)[:room]
        self.facts.update((one.fact.id, one) for one in fresh)
        self._load_statements({one.fact.statement for one in fresh})
        self._place(fresh)
        return bool(fresh)

    def _load_statements(self, ids: Collection[str]) -> None:
        """Loads statements, the originals that they are copies of with their facts, their paragraphs and speakers."""
        loaded = self.asking.statements(id_ for id_ in ids if id_ not in self.statements)
        originals = {s.copy_of for _, s in loaded if s.copy_of} - self.statements.keys() - set(ids)
        loaded += self.asking.statements(originals)
        facts = self.asking.facts_of(originals)
        self.facts.update((one.fact.id, one) for one in facts if one.claim)
        self.statements.update((statement.id, (day, statement)) for day, statement in loaded)
        articles = {statement.article for _, statement in loaded}
        self.passages.update(((p.article, p.span[0]), p) for p in self.asking.passages(articles))
        unknown = {statement.speaker for _, statement in loaded} - self.speakers.keys()
        self.speakers.update((id_, p.speaker()) for id_, p in self.asking.speakers(unknown).items())

    def _place(self, facts: Iterable[Kept]) -> None:
        """Notes the countries that the store, and these facts, name for each party."""
        claims = [one for one in facts if one.claim]
        unknown = {one.fact.subject.party for one in claims} - self.theatres.keys()
        self.theatres.update(self.asking.theatres(unknown))
        for one in claims:
            if one.country:
                party = one.fact.subject.party
                self.theatres[party] = self.theatres[party] | {one.country}

    def compared(self, focus: frozenset[str]) -> Neighbours:
        """What the rules find among all that is gathered, taken by day and article as in one run."""
        statements = [s for _, s in sorted(self.statements.values(), key=_in_order)]
        statements = trace_in(list(self.passages.values()), statements, self.packs.denials)
        by_statement: dict[str, list[Fact]] = {}
        for one in self.facts.values():
            by_statement.setdefault(one.fact.statement, []).append(one.fact)
        facts = [f for s in statements for f in sorted(by_statement.get(s.id, ()), key=lambda f: number_of(f.id))]
        findings = compare(facts, statements, list(self.speakers.values()), self.packs, Aim(focus, self.theatres))
        return Neighbours(facts, statements, self.speakers, findings, self.cut)


def _in_order(dated: Dated) -> tuple[dt.date, str, int]:
    day, statement = dated
    return day or dt.date.max, statement.article, number_of(statement.id)


def number_of(id_: str) -> int:
    """The number at the end of an id."""
    return int(id_[len(id_.rstrip("0123456789")) :] or 0)
