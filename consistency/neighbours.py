"""What a store holds that could meet given claims, and what the rules find among all of them.

The search widens until the findings are those of one run over everything: the claims of a finding may meet further ones, which
then belong to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from consistency.compare import Widening
from consistency.gathering import MOST, Gathering, Material
from consistency.model import Fact, Finding, Speaker, Statement
from consistency.rulepack import Packs
from consistency.store import Asking

FURTHER = 2_000
"""With so many stored claims gathered, only what could meet new claims themselves is compared, not what that met before."""


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
    """What stands around a batch, and the findings in which a fact of ``focus`` takes part; these are whole.

    ``focus`` are ids of facts of the batch, or of the ``stored`` ones that are looked at beside them.
    """
    gathering = Gathering(asking, packs, own)
    widening = Widening(packs, frozenset(focus), gathering.order)
    gathering.load(asking.facts(stored))
    gathering.load_copies(own.facts)
    fresh, asked = gathering.ids, False
    while fresh:
        if gathering.retrace():
            widening.restart()
            fresh = gathering.ids
        widening.take(gathering.claims(fresh), gathering.themes)
        if asked and gathering.stored > FURTHER:
            gathering.cut = True
            break
        wanted, again = widening.asks(gathering.themes)
        answers = [*asking.claims(wanted, MOST + 1), *asking.again(again, MOST + 1)]
        asked = True
        fresh = gathering.load(widening.sifted(gathering.unknown(answers), gathering.themes))
    findings = widening.findings(list(gathering.speakers.values()))
    return Neighbours(gathering.facts, gathering.statements, gathering.speakers, findings, gathering.cut)


def facts_of(finding: Finding) -> Iterator[str]:
    """The ids of the facts of a finding."""
    return (id_ for position in finding.positions for id_ in position.facts)


def involves(finding: Finding, focus: Collection[str]) -> bool:
    """Whether one of the facts takes part in a finding."""
    return any(id_ in focus for id_ in facts_of(finding))
