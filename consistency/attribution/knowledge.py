"""What the packs know of persons, offices and their holders, and of the countries that bodies belong to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from consistency.attribution.identity import Name, alike, name_reader, same_part
from consistency.attribution.skeleton import skeleton
from consistency.attribution.words import word_classes
from consistency.orthography import is_arabic
from consistency.rulepack import Entity, Packs

_ARTICLE = "ال"
_TERM = re.compile(r"(?P<office>\S+)\s+(?P<first>\d{4}-\d\d-\d\d)\.\.(?P<last>\d{4}-\d\d-\d\d)?")


@dataclass(frozen=True)
class Term:
    """Somebody's days in an office; ``last`` None while it goes on."""

    office: str
    first: dt.date
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class KnownPerson:
    """A person of the packs with every spelling of the name."""

    entity: Entity
    names: tuple[Name, ...]
    terms: tuple[Term, ...]


class Knowledge:
    """Look-up of persons by name and of offices by day."""

    def __init__(self, packs: Packs) -> None:
        read = name_reader(packs).read
        self._entities = packs.entities
        words = word_classes(packs, "en")
        self.human = words["humans"] - words["bodies"]
        """English nouns for persons, for titles that no lexicon entry has."""
        self._persons = tuple(
            KnownPerson(e, tuple(dict.fromkeys(read(n) for n in (*e.ar, *e.en))), _terms(e))
            for e in packs.entities.values()
            if e.kind == "person"
        )
        self._sounding = _by_surname(self._persons)
        self._offices: dict[str, list[str]] = {}
        for entity in packs.entities.values():
            governing = any(self.kind(whole) == "government" for whole in entity.part_of)
            if entity.kind == "office" and governing and (country := packs.entities.country(entity.id)):
                self._offices.setdefault(country, []).append(entity.id)
        self._holders: dict[str, list[KnownPerson]] = {}
        for person in self._persons:
            for office in dict.fromkeys(term.office for term in person.terms):
                self._holders.setdefault(office, []).append(person)

    def person(self, name: Name) -> KnownPerson | None:
        """The one known person whose full name this spells, or None."""
        bearers = self._bearers(name.parts[-1]) if name.parts else []
        exact = [p for p in bearers if name in p.names]
        if not exact and name.full:
            exact = [
                p for p in bearers if any(n.full and alike(name, n) == "same" for n in _in_script(p, name.parts[-1]))
            ]
        return exact[0] if len(exact) == 1 else None

    def by_surname(self, part: str) -> list[KnownPerson]:
        """The known persons who can be meant by a surname alone; one with the Arabic article only to the letter.

        «العبادي» is not «العبيدي».
        """
        return [
            p
            for p in self._bearers(part)
            if any(n.parts[-1] == part or (not _has_article(p, part) and same_part(n.parts[-1], part) == "same")
                   for n in _in_script(p, part))
        ]  # fmt: skip

    def _bearers(self, surname: str) -> list[KnownPerson]:
        """The known persons one of whose surnames sounds like this one, as all that are the same do."""
        return self._sounding.get(skeleton(surname), [])

    def holder(self, office: str, day: dt.date | None) -> KnownPerson | None:
        """Who held an office on a day, when the packs know exactly one."""
        if day is None:
            return None
        known = self._holders.get(office, ())
        found = [p for p in known if any(t.office == office and t.covers(day) for t in p.terms)]
        return found[0] if len(found) == 1 else None

    def office_of(self, title: str, country: str) -> str | None:
        """The office of government that a title is in a country (``place.de``), by the words of its id; None without any."""
        fitting = [o for o in self._offices.get(country, ()) if o.endswith(f"-{title}")]
        return min(fitting, key=lambda office: (len(office), office), default=None)

    def served(self, person: str | None, day: dt.date | None) -> str | None:
        """The body that a known person belongs to by the one office held on a day, which no title has to tell."""
        entity = self._entities.get(person) if person and day else None
        held = {t.office for t in _terms(entity) if t.covers(day)} if entity is not None and day else set()
        office = self._entities.get(held.pop()) if len(held) == 1 else None
        return next(iter(office.part_of), None) if office is not None else None

    def kind(self, entity: str | None) -> str | None:
        """The kind of an entity, None for one that no pack has."""
        return self._entities.kind(entity)

    def entity(self, entity: str) -> Entity | None:
        """The entity of an id."""
        return self._entities.get(entity)

    def speaking(self, body: str) -> str:
        """The body that speaks when this one is named: for a country or its capital, the government."""
        return self._entities.government(body) if self.kind(body) == "place" else body

    def country(self, entity: str | None) -> str | None:
        """The country (``place.xx``) that an entity is, lies in or belongs to."""
        return self._entities.country(entity)


def _has_article(person: KnownPerson, part: str) -> bool:
    """Whether an Arabic surname of a person begins with the article."""
    return is_arabic(part) and any(name.rpartition(" ")[2].startswith(_ARTICLE) for name in person.entity.ar)


def _in_script(person: KnownPerson, part: str) -> tuple[Name, ...]:
    """The names of a person in the script of a part, else all of them."""
    return tuple(n for n in person.names if n.parts and is_arabic(n.parts[-1]) == is_arabic(part)) or person.names


def _by_surname(persons: Iterable[KnownPerson]) -> dict[str, list[KnownPerson]]:
    """The persons by the skeletons of their surnames."""
    found: dict[str, list[KnownPerson]] = {}
    for person in persons:
        for sound in dict.fromkeys(skeleton(name.parts[-1]) for name in person.names if name.parts):
            found.setdefault(sound, []).append(person)
    return found


def _terms(entity: Entity) -> tuple[Term, ...]:
    return tuple(
        Term(m["office"], dt.date.fromisoformat(m["first"]), dt.date.fromisoformat(m["last"]) if m["last"] else None)
        for m in _TERM.finditer(entity.features.get("held", ""))
    )


@lru_cache(maxsize=8)
def knowledge(packs: Packs) -> Knowledge:
    """The knowledge of the packs, read once."""
    return Knowledge(packs)
