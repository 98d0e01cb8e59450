"""Facts compared across speakers by the rules of the packs: agreements, tensions, updates, refinements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consistency.compare.claims import claims
from consistency.compare.comparators import Comparison
from consistency.compare.findings import Writer
from consistency.compare.judges import judges
from consistency.compare.misses import misses
from consistency.compare.positions import agreements, pairs
from consistency.compare.reach import kept, wanted
from consistency.compare.registry import Comparator, NoParameters
from consistency.compare.scope import Bearing
from consistency.compare.theatres import placed
from consistency.model import Fact, Finding, Speaker, Statement
from consistency.phrasing import phrasebook
from consistency.rulepack import Packs

__all__ = [
    "Aim",
    "Bearing",
    "Comparator",
    "Comparison",
    "NoParameters",
    "compare",
    "judges",
    "kept",
    "misses",
    "wanted",
]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a comparison is for: the facts in focus (None: all), and the countries that further claims name for each force."""

    focus: frozenset[str] | None = None
    theatres: Mapping[str, frozenset[str]] = field(default_factory=dict)


def compare(
    facts: Sequence[Fact],
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    packs: Packs,
    aim: Aim = Aim(),
) -> list[Finding]:
    """The findings of every rule in the order of packs and rules; with a focus, those linked with a position of its facts."""
    held = placed(list(claims(facts, statements, speakers)), packs.entities, aim.theatres)
    writer = Writer({language: phrasebook(packs, language) for language in ("en", "ar")}, speakers)
    found = []
    for pack, judge in judges(packs):
        search = agreements if judge.rule.verdict == "agreement" else pairs
        for match in search(judge, held, packs.entities, aim.focus):
            found.append(writer.finding(judge.rule, pack, match))
    return found
