"""Places as the fact stage needs them: parts of a country by direction, and towns that no pack knows."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.model import Document, Mention, Token

_THERE, _COUNTRY = "there", "country"
_LEADS = frozenset({"at", "from", "to"})
_OTHER = re.compile(r"[^a-z0-9]+")


def with_places(document: Document, mentions: Iterable[Mention], countries: Container[str]) -> Iterator[Mention]:
    """The mentions with «شمال مالي» as a place inside Mali, "the city" and "the country" as those named last, and in English with
    capitalised words after "in", "from", "to".
    """
    rows = list(mentions)
    last: Mention | None = None
    named: Mention | None = None
    land: Mention | None = None
    taken = {i for m in rows for i in range(m.first, m.last)}
    of = {m.first for m in rows if m.type == "of"}
    spots = {m.last + 1: m for m in rows if m.type == "spot" and m.last in of}
    directions = [m for m in rows if m.type == "direction"]
    regions = {m.last: m for m in rows if m.type == "region"}
    sides = {d.last: regions[d.first] for d in directions if d.first in regions and d.features.get("article") == "yes"}
    linked = {m.last: m.first for m in rows if m.type == "preposition" and m.first in sides}
    for m in rows:
        if m.type == "place":
            m = named = _in_region(_whole(_directed(m, directions), spots), sides, linked, directions)
            last, land = (last, land if qualifies(m, document) else m) if m.id in countries else (m, land)
        elif m.type == "spot" and m.last not in of:
            meant = {_THERE: named, _COUNTRY: _in_its_paragraph(land, m, document)}.get(m.id, last)
            m = replace(m, type="place", id=meant.id) if meant is not None else m
        yield m
        if document.language == "en" and _leads_to_a_name(m):
            yield from _unknown(m.last, document.tokens, taken)
        elif document.language == "en" and m.type == "spot" and m.last in of:
            yield from (replace(n, first=m.first, start=m.start) for n in _unknown(m.last + 1, document.tokens, taken))


def qualifies(m: Mention, document: Document) -> bool:
    """Whether the name of a place is only a piece of an English adjective ("Rwanda-backed", "the U.S.-led coalition")."""
    after = document.tokens[m.last : m.last + 2]
    if document.language != "en" or m.type != "place" or len(after) < 2 or after[0].text != "-":
        return False
    return after[0].start == m.end and after[1].start == after[0].end and after[1].text.islower()


def _in_its_paragraph(named: Mention | None, m: Mention, document: Document) -> Mention | None:
    """A mention, where it stands in the same paragraph as another."""
    both = named is not None and any(s <= named.start and m.end <= e for s, e in document.paragraphs)
    return named if both else None


def _leads_to_a_name(m: Mention) -> bool:
    """Whether the name of a place may come next: behind "in" or "from", and behind a verb of leaving."""
    leaves = m.type == "event" and m.features.get("relation") == "leave" and "tense" in m.features
    return leaves or (m.type == "preposition" and m.id in _LEADS)


def _directed(place: Mention, directions: Sequence[Mention]) -> Mention:
    """«شمال مالي», «البقاع الشمالي», "northern Mali"."""
    for d in directions:
        behind = d.first == place.last and d.features.get("article") == "yes"
        if d.last == place.first or behind:
            return replace(place, id=f"{place.id}.{d.id}")
    return place


def _in_region(
    place: Mention, sides: Mapping[int, Mention], linked: Mapping[int, int], directions: Sequence[Mention]
) -> Mention:
    """«الساحل الغربي لليمن», «المنطقة الجنوبية في سوريا»: the region, the direction and the country as one name."""
    end = place.first if place.first in sides else linked.get(place.first)
    if end is None:
        return place
    region, direction = sides[end], next(d for d in directions if d.last == end)
    name = place.id if place.id.endswith(f".{direction.id}") else f"{place.id}.{direction.id}"
    return replace(place, id=name, first=region.first, start=region.start, proclitics=region.proclitics)


def _whole(place: Mention, spots: Mapping[int, Mention]) -> Mention:
    """The name with "the town of" before it as one."""
    spot = spots.get(place.first)
    return replace(place, first=spot.first, start=spot.start) if spot is not None else place


def _unknown(first: int, tokens: Sequence[Token], taken: set[int]) -> Iterator[Mention]:
    """The place that capitalised words name which nothing else explains."""
    last = first
    while last < len(tokens) and last not in taken and tokens[last].text.istitle() and tokens[last].text.isalpha():
        last += 1
    if last > first:
        name = _OTHER.sub("-", " ".join(t.norm for t in tokens[first:last]))
        yield Mention("place", f"place.{name}", tokens[first].start, tokens[last - 1].end, first, last)
