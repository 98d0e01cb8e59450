"""Entities: places, governments, forces, bodies, media, offices and persons, with part-of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Entity(BaseModel):
    """A named thing that mentions, subjects and places refer to by its id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    features: dict[str, str] = Field(default_factory=dict)


def ancestors(entities: dict[str, Entity], entity: str) -> frozenset[str]:
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
