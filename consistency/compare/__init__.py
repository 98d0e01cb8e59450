"""Facts compared across speakers by the rules of the packs: agreements, tensions, updates, refinements."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from consistency.compare.around import Around
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
from consistency.model import Fact, Finding, Speaker, Statement
from consistency.phrasing import phrasebook
from consistency.rulepack import Packs

__all__ = [
    "Around",
    "Bearing",
    "Claim",
    "Comparator",
    "Comparison",
    "NoParameters",
    "claims",
    "compare",
    "judges",
    "kept",
    "misses",
    "theatre",
]


def compare(
    facts: Sequence[Fact],
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    packs: Packs,
    focus: Collection[str] | None = None,
) -> list[Finding]:
    """The findings of every rule in the order of packs and rules; with a ``focus`` those between its facts and others."""
    search = Search(packs, focus)
    held = list(claims(facts, statements, speakers))
    search.take(placed(held, packs.entities, themes_of(held, packs.entities)))
    writer = Writer({language: phrasebook(packs, language) for language in ("en", "ar")}, speakers)
    return [writer.finding(rule, pack, match) for pack, rule, match in search.matches()]
