"""Facts compared across speakers by the rules of the packs: agreements, tensions, updates, refinements."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.compare.claims import Claim, claims
from consistency.compare.comparators import Comparison
from consistency.compare.findings import Writer
from consistency.compare.judges import judges
from consistency.compare.misses import misses
from consistency.compare.reach import kept
from consistency.compare.registry import Comparator, NoParameters
from consistency.compare.scope import Bearing
from consistency.compare.search import Search
from consistency.compare.theatres import placed, theatre, themes_of
from consistency.compare.widening import Widening
from consistency.model import Fact, Finding, Speaker, Statement
from consistency.phrasing import phrasebook
from consistency.rulepack import Packs

__all__ = [
    "Bearing",
    "Claim",
    "Comparator",
    "Comparison",
    "NoParameters",
    "Widening",
    "claims",
    "compare",
    "judges",
    "kept",
    "misses",
    "theatre",
]


def compare(
    facts: Sequence[Fact], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> list[Finding]:
    """The findings of every rule in the order of packs and rules."""
    search = Search(packs)
    held = list(claims(facts, statements, speakers))
    search.take(placed(held, packs.entities, themes_of(held, packs.entities)))
    writer = Writer({language: phrasebook(packs, language) for language in ("en", "ar")}, speakers)
    return [writer.finding(rule, pack, match) for pack, rule, match in search.matches()]
