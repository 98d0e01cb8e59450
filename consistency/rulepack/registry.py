"""All entities of the loaded packs, and how they belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from consistency.rulepack.entities import Country, Entity, Institution, ancestors, bodies_of, place_of

FOREIGN = "org.foreign-forces"
"""Every force that is not in its own country, as one."""
EVENT = "event."
"""Before the id of what happens, where that is itself what a fact is about."""
FACTION = "org.faction."
"""Before the id of an armed group that no pack lists and that its own words name."""
PLACE, GOVERNMENT, FORCE = "place", "government", "force"
_GOVERNMENTS, _FORCES = "government", "forces"


class Registry(Mapping[str, Entity]):
    """Entities by id: those that the packs list, and the institutions that follow from each country."""

    def __init__(
        self, listed: Mapping[str, Entity], countries: Mapping[str, Country], institutions: Mapping[str, Institution]
    ) -> None:
        self.countries = dict(countries)
        self.institutions = dict(institutions)
        bodies = {e.id: e for e in bodies_of(countries, institutions)}
        self.composed = frozenset(bodies.keys() - listed.keys())
        """The bodies that no pack lists: their names are put together of noun and nationality where they are met."""
        self._entities = {**{c.id: place_of(c) for c in countries.values()}, **bodies, **listed}

    foreign = FOREIGN

    def __getitem__(self, entity: str) -> Entity:
        return self._entities[entity]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entities)

    def __len__(self) -> int:
        return len(self._entities)

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """The country of each capital, by the capital's id."""
        return {c.capital: c.id for c in self.countries.values() if c.capital}

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _countries_of(self) -> dict[str | None, str | None]:
        return {}

    def wholes(self, entity: str) -> frozenset[str]:
        """Every entity that this one lies inside, through any number of steps; without itself."""
        if entity not in self._ancestors:
            self._ancestors[entity] = ancestors(self._entities, entity)
        return self._ancestors[entity]

    def part_of(self, part: str, whole: str) -> bool:
        """Whether ``part`` is ``whole`` or lies inside it."""
        return part == whole or whole in self.wholes(part)

    def kind(self, entity: str | None) -> str | None:
        """The kind of an entity; None for one that no pack has and whose id does not say that it is an armed group."""
        if entity and entity.startswith(FACTION):
            return FORCE
        known = self._entities.get(entity or "")
        return known.kind if known else None

    def country(self, entity: str | None) -> str | None:
        """The country that an entity is, lies in or belongs to; None for international ones."""
        if entity not in self._countries_of:
            self._countries_of[entity] = self._country_of(entity)
        return self._countries_of[entity]

    def _country_of(self, entity: str | None) -> str | None:
        if entity and entity not in self._entities and entity.count(".") > 1:
            entity = entity.rpartition(".")[0]  # a part of a place: "place.iq.cities"
        queue, seen = [entity] if entity else [], set()
        while queue:
            here = queue.pop(0)
            if here in self.countries:
                return here
            seen.add(here)
            known = self._entities.get(here)
            if known and known.country:
                return known.country
            queue += [p for p in (known.part_of if known else ()) if p not in seen and self.kind(p) != "group"]
        return None

    def institution(self, country: str, institution: str) -> str | None:
        """The id of a country's institution (``government``, ``forces``, …)."""
        known = self.countries.get(country)
        return f"org.{known.slug}-{institution}" if known else None

    def force(self, entity: str) -> str:
        """The force that acts for ``entity``: a country's forces; that of an international body, else the body itself."""
        country, known = self.country(entity), self._entities.get(entity)
        if known is not None and "force" in known.features:
            return known.features["force"]
        if self.kind(entity) == FORCE or country is None:
            return entity
        return self.institution(country, _FORCES) or entity

    def has_forces(self, entity: str) -> bool:
        """Whether an adjective says whose forces: a country, a body, a people; no part of the world («أفريقي») does."""
        known = self._entities.get(entity)
        return known is not None and known.features.get("of") != "region"

    def armed(self, entity: str) -> bool:
        """Whether what an entity does may be done by forces: no party, delegation, parliament or council does."""
        state, known = (FORCE, GOVERNMENT), self._entities.get(entity)
        if known is not None and known.features.get("armed") == "no":
            return False
        if entity in self.countries or self.kind(entity) in state or self.country(entity) is None:
            return True
        return any(self.kind(whole) in state for whole in self.wholes(entity))

    def government(self, entity: str) -> str:
        """The government of the entity's country; an international body itself."""
        country = self.country(entity)
        if country is None:
            return entity
        return self.institution(country, _GOVERNMENTS) or entity

    def is_party(self, entity: str) -> bool:
        """Whether the entity acts: a force, a government, a body or a country."""
        return self.kind(entity) in (FORCE, GOVERNMENT, "body") or entity in self.countries
