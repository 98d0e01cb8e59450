"""Which force a country, government, body or nationality stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from consistency.rulepack import Entity, Packs

_PLACE, _FORCE, _GOVERNMENT = "place", "force", "government"


class Parties:
    """Countries, governments and forces of the packs' entities, by one another."""

    def __init__(self, packs: Packs) -> None:
        self._entities = packs.entities
        self._country = {entity.id: _country(entity, self._entities) for entity in self._entities.values()}
        self._forces = self._main(_FORCE)
        self._governments = self._main(_GOVERNMENT)

    def country(self, party: str | None) -> str | None:
        """The country that a party or place belongs to (None for international ones)."""
        if party is None:
            return None
        return self._country.get(party, party if party.startswith("place.") and party.count(".") == 1 else None)

    def force(self, party: str) -> str:
        """The force that acts for ``party``: a country's forces, an international body itself."""
        entity = self._entities.get(party)
        if entity is not None and entity.kind == _FORCE:
            return party
        country = self.country(party)
        return party if country is None else self._forces.get(country, f"org.{_code(country)}-forces")

    def government(self, party: str) -> str:
        """The government of the party's country, or the party itself when it has no country."""
        entity = self._entities.get(party)
        if entity is not None and entity.kind == _GOVERNMENT:
            return party
        country = self.country(party)
        return party if country is None else self._governments.get(country, f"org.{_code(country)}-government")

    def kind(self, party: str) -> str | None:
        """The kind of the entity, if there is one."""
        entity = self._entities.get(party)
        return entity.kind if entity else None

    def is_party(self, party: str) -> bool:
        """Whether the entity acts: a force, a government, a body or a country."""
        return self.kind(party) in (_FORCE, _GOVERNMENT, "body") or self.country(party) == party

    def _main(self, kind: str) -> dict[str, str]:
        """The widest entity of a kind in each country: one that is no part of another of the same country."""
        found: dict[str, list[Entity]] = {}
        for entity in self._entities.values():
            country = self._country[entity.id]
            if entity.kind == kind and country is not None:
                found.setdefault(country, []).append(entity)
        return {country: _widest(entities) for country, entities in found.items()}


def _widest(entities: Iterable[Entity]) -> str:
    rows = list(entities)
    ids = {entity.id for entity in rows}
    return min(rows, key=lambda e: (bool(ids.intersection(e.part_of)), not e.id.endswith(("-forces", "-government")), len(e.id), e.id)).id


def _country(entity: Entity, entities: Mapping[str, Entity]) -> str | None:
    """The country of an entity: its feature, itself, or the first one found above it."""
    if "country" in entity.features:
        code = entity.features["country"]
        return code if code.startswith("place.") else f"place.{code}"
    if entity.kind == _PLACE and not any(parent.startswith("place.") for parent in entity.part_of):
        return entity.id
    seen = {entity.id}
    queue = list(entity.part_of)
    while queue:
        parent = queue.pop(0)
        if parent in seen:
            continue
        seen.add(parent)
        here = entities.get(parent)
        if parent.startswith("place.") and not any(p.startswith("place.") for p in (here.part_of if here else ())):
            return parent
        if here is not None and "country" in here.features:
            return _country(here, entities)
        queue += here.part_of if here is not None and here.kind != _FORCE else ()
    return None


def _code(country: str) -> str:
    return country.rpartition(".")[2]
