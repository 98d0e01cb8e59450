"""Entities: places, governments, forces, bodies, media, offices and persons, with part-of.

A country is one line; its place, its government, its forces and every other institution follow from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

_AL, _MARK, _RELATIVE = "ال", "ة", "ي"
_FEMININE = (_MARK, "ات")


class Entity(BaseModel):
    """A named thing that mentions, subjects and places refer to by its id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    features: dict[str, str] = Field(default_factory=dict)


class Country(BaseModel):
    """A country: ``slug`` begins the ids of its institutions (``org.french-forces``).

    ``adjectives`` are the words for its people and things, Arabic ones in the masculine singular.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^place\.[a-z]{2}$")
    slug: str
    ar: tuple[str, ...]
    en: tuple[str, ...]
    adjectives_ar: tuple[str, ...] = ()
    adjectives_en: tuple[str, ...] = ()
    people_ar: tuple[str, ...] = ()
    capital: str | None = None
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")


class Institution(BaseModel):
    """A kind of body that every country has one of: ``ar`` and ``en`` are the nouns that it goes by."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    part_of: str | None = None


def place_of(country: Country) -> Entity:
    """The country as a place."""
    return Entity(
        id=country.id, kind="place", ar=country.ar, en=country.en, country=country.id, wikidata=country.wikidata
    )


def body_of(country: Country, institution: Institution) -> Entity:
    """The country's own body of a kind: its government, its forces (not its force), its defence ministry."""
    parts = (f"org.{country.slug}-{institution.part_of}",) if institution.part_of else ()
    nouns = (noun.rpartition("/")[2] for noun in institution.en[:1])
    names = tuple(f"{adjective} {noun}" for noun in nouns for adjective in country.adjectives_en[:1])
    arabic = tuple(
        _of_a_nation(noun, adjective) for noun in institution.ar[:1] for adjective in country.adjectives_ar[:1]
    )
    return Entity(
        id=f"org.{country.slug}-{institution.id}",
        kind=institution.kind,
        ar=arabic,
        en=names,
        part_of=parts,
        country=country.id,
    )


def _of_a_nation(noun: str, adjective: str) -> str:
    """«قوات» and «كوري جنوبي» as «القوات الكورية الجنوبية»; «وزارة الدفاع» has its article within."""
    known, feminine = _known(noun)
    return f"{known} {_agreeing(adjective, feminine=feminine)}"


@lru_cache(maxsize=256)
def _known(noun: str) -> tuple[str, bool]:
    """A noun phrase with the article on each word, unless its last part has it; and whether it is feminine."""
    words = noun.split()
    owned = any(word.startswith(_AL) for word in words[1:])
    return noun if owned else " ".join(_AL + word for word in words), words[0].endswith(_FEMININE)


@lru_cache(maxsize=1024)
def _agreeing(adjective: str, *, feminine: bool) -> str:
    """A nationality with the article, in the feminine where its noun is («الكورية الجنوبية», but «الجنوب أفريقية»)."""
    words, mark = adjective.split(), _MARK if feminine else ""
    if not words[0].endswith(_RELATIVE):
        return f"{_AL}{adjective}{mark}"
    return " ".join((word if word.startswith(_AL) else _AL + word) + mark for word in words)


def bodies_of(countries: Mapping[str, Country], institutions: Mapping[str, Institution]) -> Iterator[Entity]:
    """Every institution of every country."""
    for country in countries.values():
        for institution in institutions.values():
            yield body_of(country, institution)


def ancestors(entities: Mapping[str, Entity], entity: str) -> frozenset[str]:
    """Every id that ``entity`` is part of, directly or not; without itself."""
    seen: set[str] = set()
    queue = [entity]
    while queue:
        here = entities.get(queue.pop())
        for parent in here.part_of if here else ():
            if parent not in seen:
                seen.add(parent)
                queue.append(parent)
    return frozenset(seen)
