"""What a store holds that could meet given claims, and what the rules find among all of them.

A finding shows what meets the given claims themselves, not what that has met before: the findings are bounded, however long the
memory is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from consistency.compare import Around
from consistency.gathering import MOST, Gathering, Material
from consistency.model import Fact, Finding, Speaker, Statement
from consistency.rulepack import Packs
from consistency.store import Asking


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Everything that was compared, in the order of days, what was found, and whether there was too much to compare all."""

    facts: list[Fact]
    statements: list[Statement]
    speakers: Mapping[str, Speaker]
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
    """What could meet the facts of a batch, and the findings between these and others.

    ``focus`` are ids of facts of the batch, or of the ``stored`` ones that are looked at beside them.
    """
    gathering = Gathering(asking, packs, own)
    gathering.load(asking.facts(stored))
    gathering.load_copies(own)
    gathering.retrace()
    around = Around(packs, frozenset(focus), gathering.order)
    around.take(gathering.claims(gathering.ids), gathering.themes)
    answers = asking.claims(around.asks(gathering.themes), MOST + 1)
    fresh = gathering.load(around.sifted(gathering.unknown(answers), gathering.themes))
    if gathering.retrace():
        around = Around(packs, frozenset(focus), gathering.order)
        fresh = gathering.ids
    around.take(gathering.claims(fresh), gathering.themes)
    findings = around.findings(list(gathering.speakers.values()))
    return Neighbours(gathering.facts, gathering.statements, gathering.speakers, findings, gathering.cut)


def facts_of(finding: Finding) -> Iterator[str]:
    """The ids of the facts of a finding."""
    return (id_ for position in finding.positions for id_ in position.facts)


def involves(finding: Finding, focus: Collection[str]) -> bool:
    """Whether one of the facts takes part in a finding."""
    return any(id_ in focus for id_ in facts_of(finding))
