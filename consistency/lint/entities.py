"""Faults of parties and places."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.errors import Fault
from consistency.lint.known import Known, Row
from consistency.nearest import allowed, near
from consistency.rulepack.entities import Country, Entity, Institution

KINDS = ("body", "force", "government", "group", "media", "office", "person", "place")
"""What an entity may be to the reading."""


def entity_faults(known: Known) -> Iterator[Fault]:
    """Unknown kinds, wholes and countries; ids that a pack gives twice; things without names."""
    seen: dict[tuple[str, str], Row] = {}
    for row, entity in known.rows("entities", Entity):
        yield from _of_entity(row, entity, known)
        yield from _twice(row, entity.id, seen)
    for row, country in known.rows("countries", Country):
        yield from _twice(row, country.id, seen)
        if country.capital is not None and country.capital not in known.registry:
            yield row.fault(("capital",), f"no place {country.capital!r}{near(country.capital, known.registry)}")
    ids = known.registry.institutions
    for row, body in known.rows("institutions", Institution):
        yield from _twice(row, body.id, seen)
        if body.kind not in KINDS:
            yield row.fault(("kind",), f"no kind {body.kind!r}{allowed(body.kind, KINDS)}")
        if body.part_of is not None and body.part_of not in ids:
            yield row.fault(("part_of",), f"no institution {body.part_of!r}{allowed(body.part_of, ids)}")


def _of_entity(row: Row, entity: Entity, known: Known) -> Iterator[Fault]:
    if entity.kind not in KINDS:
        yield row.fault(("kind",), f"no kind {entity.kind!r}{allowed(entity.kind, KINDS)}")
    for i, whole in enumerate(entity.part_of):
        if whole not in known.registry:
            yield row.fault(("part_of", i), f"no party or place {whole!r}{near(whole, known.registry)}")
        elif known.registry.part_of(whole, entity.id):
            yield row.fault(("part_of", i), f"{entity.id!r} and {whole!r} are part of each other; only one can be")
    if entity.country is not None and entity.country not in known.registry.countries:
        yield row.fault(("country",), f"no country {entity.country!r}{near(entity.country, known.registry.countries)}")


def _twice(row: Row, id_: str, seen: dict[tuple[str, str], Row]) -> Iterator[Fault]:
    """A second row of one id in one pack; in another pack it overrides the first."""
    first = seen.setdefault((str(row.source.file.name.rpartition(str(row.source.path))[0]), id_), row)
    if first is not row:
        place = first.fault((), "")
        yield row.fault(
            ("id",), f"{id_!r} again; it stands at {place.file}:{place.line} already, a pack has an id once"
        )
