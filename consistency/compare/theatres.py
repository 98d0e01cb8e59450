"""Where a force is, for claims that leave it open: the one country that the batch speaks of for that force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from consistency.compare.claims import Claim
from consistency.rulepack import Registry

_ASSUMED = 0.8
"""How sure it is that a force is meant where the batch speaks of it."""


def placed(
    claims: Sequence[Claim], registry: Registry, known: Mapping[str, frozenset[str]] | None = None
) -> list[Claim]:
    """The claims, those without a place at the only country that others name for the same force; else as they are.

    ``known`` are the countries that further claims name for each force.
    """
    theatres = {party: set(countries) for party, countries in (known or {}).items()}
    for claim in claims:
        country = registry.country(claim.fact.place)
        if country is not None:
            theatres.setdefault(claim.fact.subject.party, set()).add(country)
    return [_at(claim, theatres.get(claim.fact.subject.party, set())) for claim in claims]


def _at(claim: Claim, countries: set[str]) -> Claim:
    fact = claim.fact
    if fact.place is not None or len(countries) != 1:
        return claim
    return replace(claim, fact=replace(fact, place=min(countries), confidence=round(fact.confidence * _ASSUMED, 2)))
