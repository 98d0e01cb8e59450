"""Where a force is, for claims that leave it open: the one country that is spoken of for that force."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from consistency.compare.claims import Claim
from consistency.model import Fact
from consistency.recall import Themes
from consistency.rulepack import Registry

_ASSUMED = 0.8
"""How sure it is that a force is meant where the batch speaks of it."""


def placed(claims: Iterable[Claim], registry: Registry, themes: Themes) -> list[Claim]:
    """The claims, those without a place at the only country of the themes that has the same force; else as they are."""
    return [_at(claim, theatre(themes.countries.get(claim.fact.subject.party, ()), registry)) for claim in claims]


def themes_of(claims: Iterable[Claim], registry: Registry) -> Themes:
    """What the claims are about."""
    themes = Themes()
    themes.add((claim.fact.subject.party, country(claim.fact, registry)) for claim in claims)
    return themes


def country(fact: Fact, registry: Registry) -> str:
    """The country of a fact, or the region that is in none; "" where it names no place."""
    return "" if fact.place is None else registry.country(fact.place) or fact.place


def theatre(countries: Collection[str], registry: Registry) -> str | None:
    """The only country; None if there are several or none ("" and regions are none)."""
    found = [country for country in countries if country in registry.countries]
    return found[0] if len(found) == 1 else None


def _at(claim: Claim, country: str | None) -> Claim:
    return (
        claim if claim.fact.place is not None or country is None else replace(claim, fact=located(claim.fact, country))
    )


def located(fact: Fact, country: str) -> Fact:
    """A fact without a place at a country that it is likely to mean."""
    return replace(fact, place=country, confidence=round(fact.confidence * _ASSUMED, 2))
