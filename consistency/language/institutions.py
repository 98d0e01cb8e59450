"""Institutions of a country by their words: a noun for the body with a nationality or a country («الحكومة العراقية»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from consistency.model import Language, Mention
from consistency.rulepack import Registry

At = Mapping[int, Sequence[Mention]]
"""Mentions by their first token."""
_REACH = 3
_NOUNS = ("institution", "side")


def find_institutions(at: At, until: At, registry: Registry, language: Language) -> list[Mention]:
    """A mention of the country's own body for each noun of an institution, or "side", that a country's name or adjective goes
    with.
    """
    nouns = [m for mentions in at.values() for m in mentions if m.type in _NOUNS]
    compose = _arabic if language == "ar" else _english
    found = []
    for noun in nouns:
        country = next(compose(noun, at, until, registry), None)
        body = registry.institution(country.id, noun.id) if country else None
        if country and body:
            found.append(_joined(noun, country, body))
    return found


def _joined(noun: Mention, country: Mention, body: str) -> Mention:
    first, last = min(noun, country, key=lambda m: m.first), max(noun, country, key=lambda m: m.last)
    return Mention(noun.features["kind"], body, first.start, last.end, first.first, last.last, first.proclitics, last.enclitic,
                   {"institution": noun.id})  # fmt: skip


def _arabic(noun: Mention, at: At, until: At, registry: Registry) -> Iterator[Mention]:
    """The nationality or country after the noun, adjectives between them left out."""
    if noun.enclitic:
        return
    i = noun.last
    while i < noun.last + _REACH:
        here = at.get(i, ())
        yield from (m for m in here if m.type == "nationality" and not m.proclitics and m.id in registry.countries)
        yield from (
            m for m in here if m.type == "place" and not m.proclitics and m.id in registry.countries and i == noun.last
        )
        between = [m for m in here if m.type == "attribute" and not m.proclitics]
        if not between:
            return
        i = max(m.last for m in between)


def _english(noun: Mention, at: At, until: At, registry: Registry) -> Iterator[Mention]:
    """The nationality or possessive country before the noun, or the country after "of"."""
    for i in range(noun.first, noun.first - _REACH, -1):
        here = [m for m in until.get(i, ()) if m.id in registry.countries and m.first < noun.first]
        yield from (m for m in here if m.type == "nationality" or m.enclitic)
        if not any(m.type == "attribute" for m in until.get(i, ())):
            break
    if any(m.type == "of" for m in at.get(noun.last, ())):
        yield from (
            m for k in (1, 2) for m in at.get(noun.last + k, ()) if m.type == "place" and m.id in registry.countries
        )
