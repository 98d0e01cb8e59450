"""Facts compared across speakers by the rules of the packs: agreements, tensions, updates, refinements."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.compare.claims import claims
from consistency.compare.findings import Writer
from consistency.compare.positions import agreements, pairs
from consistency.compare.theatres import placed
from consistency.model import Fact, Finding, Speaker, Statement
from consistency.phrasing import phrasebook
from consistency.rulepack import Packs

__all__ = ["compare"]


def compare(
    facts: Sequence[Fact], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> list[Finding]:
    """The findings of every rule in the order of packs and rules."""
    held = placed(list(claims(facts, statements, speakers)), packs.entities)
    writer = Writer({language: phrasebook(packs, language) for language in ("en", "ar")}, speakers)
    found = []
    for pack, rule in packs.rules():
        search = agreements if rule.verdict == "agreement" else pairs
        for match in search(rule, held, packs.entities):
            found.append(writer.finding(rule, pack, match))
    return found
