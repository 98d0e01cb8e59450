"""The lexicon entries that follow from entities: what each is called in a language."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model import Language
from consistency.rulepack.entities import Country
from consistency.rulepack.lexicon import Entry
from consistency.rulepack.registry import Registry

NATIONALITY, INSTITUTION = "nationality", "institution"


def named_entries(registry: Registry, language: Language) -> Iterator[Entry]:
    """An entry for each entity with a name, each nationality and each institution of ``language``."""
    arabic = language == "ar"
    for entity in registry.values():
        names = entity.ar if arabic else entity.en
        if names and entity.id not in registry.composed:
            yield Entry(id=entity.id, type=entity.kind, forms=names, features=entity.features)
    for country in registry.countries.values():
        yield _nationality(country, arabic=arabic)
    for institution in registry.institutions.values():
        nouns = institution.ar if arabic else institution.en
        forms = {"forms": nouns} if arabic else {"nouns": nouns}
        yield Entry(id=institution.id, type=INSTITUTION, features={"kind": institution.kind}, **forms)


def _nationality(country: Country, *, arabic: bool) -> Entry:
    if arabic:
        return Entry(id=country.id, type=NATIONALITY, adjectives=country.adjectives_ar, forms=country.people_ar)
    return Entry(id=country.id, type=NATIONALITY, forms=country.adjectives_en)
