"""What the words that name a speaker tell of his office, rank, country and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consistency.attribution.knowledge import Knowledge
from consistency.model import Document, Mention, Span

_GENITIVES = ("", "'s", "’s")
_BODIES = ("body", "force", "government", "place", "nationality")


@dataclass(frozen=True)
class Standing:
    """Ids of offices, titles, ranks and countries."""

    offices: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def __or__(self, other: Standing) -> Standing:
        return Standing(
            self.offices | other.offices,
            self.titles | other.titles,
            self.ranks | other.ranks,
            self.countries | other.countries,
        )


def standing(document: Document, source: Span | None, known: Knowledge) -> Standing:
    """The offices, titles, ranks and countries mentioned in the words that name a speaker."""
    mentions = document.mentions_in(source) if source else []

    def ids(kind: str) -> frozenset[str]:
        return frozenset(m.id for m in mentions if m.type == kind and m.id)

    countries = {c for m in mentions if m.type in (*_BODIES, "office") and (c := known.country(m.id))}
    offices = ids("office") or _owned(mentions, document, known)
    return Standing(offices, ids("title"), ids("rank"), frozenset(countries))


def _owned(mentions: Sequence[Mention], document: Document, known: Knowledge) -> frozenset[str]:
    """The office of the only title when its country stands right before it ("Germany's defence minister", "Iraq PM")."""
    titles = [m for m in mentions if m.type == "title"]
    if len(titles) != 1 or not titles[0].id:
        return frozenset()
    start = titles[0].span[0]
    owners = (m for m in mentions if m.type == "place" and m.span[1] < start)
    beside = [m for m in owners if document.article.text[m.span[1] : start].strip() in _GENITIVES]
    countries = {c for m in beside if (c := known.country(m.id)) and c == m.id}
    return frozenset(o for c in countries if (o := known.office_of(titles[0].id, c)))


def shares(bare: Standing, person: Standing) -> bool:
    """Whether a title without a name can mean a person: his office, or his title or rank in the same country."""
    if bare.offices & person.offices:
        return True
    if bare.countries and person.countries and not bare.countries & person.countries:
        return False
    if bare.offices and person.offices:
        return False
    return bool(bare.titles and bare.titles <= person.titles) or bool(
        not bare.titles and bare.ranks and bare.ranks <= person.ranks
    )


def corroborates(one: Standing, other: Standing) -> bool:
    """Whether two standings speak for one person: a common office, or a common title in no different country."""
    if one.offices & other.offices:
        return True
    apart = one.countries and other.countries and not one.countries & other.countries
    return not apart and bool(
        (one.titles & other.titles) or (one.countries & other.countries and (one.ranks & other.ranks))
    )


def conflicts(one: Standing, other: Standing) -> bool:
    """Whether two standings speak against one person: neither country nor office or title in common."""
    countries = one.countries and other.countries and not one.countries & other.countries
    mine, theirs = one.offices | one.titles, other.offices | other.titles
    return bool(countries and mine and theirs and not mine & theirs)


def differs(one: Standing, other: Standing) -> bool:
    """The stricter doubt for a surname alone: another country, or another office or title."""
    if one.countries and other.countries and not one.countries & other.countries:
        return True
    mine, theirs = one.offices | one.titles, other.offices | other.titles
    return bool(mine and theirs and not mine & theirs)
