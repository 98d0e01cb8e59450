"""What stands between an English reporting verb and what was said: addressees, days, media, places."""

from __future__ import annotations

from consistency.attribution.line import BODIES, Line

_ADDRESSEE_AHEAD, _PHRASE_MAX = 8, 7
_TAIL = frozenset({"with", "to", "broadcast", "published", "posted", "issued", "released", "aired"})


def skip_addressee(line: Line, at: int, limit: int) -> int:
    """The item after the addressee of "told": reporters, CNN, a news conference in Baghdad."""
    found = [f for f in line.found if f.first == at or (f.first == at + 1 and line.isa(at, "determiners"))]
    named = [f.last for f in found if f.mention.type in ("media", "person", "title", *BODIES)]
    end = max(named, default=at)
    if end > at and line.items[end - 1].norm.endswith("'s"):
        while end < limit and line.capital(end):
            end += 1
    for i in range(end, min(limit, max(end, at) + _ADDRESSEE_AHEAD)):
        if line.isa(i, "audience"):
            end = i + 1
        elif _ends_addressee(line, i, at, end):
            break
    if end == at:
        while end < limit and line.capital(end):
            end += 1
    return end


def _ends_addressee(line: Line, i: int, at: int, end: int) -> bool:
    item = line.items[i]
    if item.quote or item.comma or line.isa(i, "be", "modals", "that"):
        return True
    if i > at and line.isa(i, "determiners", "he", "they", "it"):
        return True
    return end > at and not line.capital(i) and not line.isa(i, "audience") and line.isa(i, "prepositions")


def skip(line: Line, at: int, limit: int) -> int:
    """The item after "on Tuesday", "in a statement", "in Baghdad", "also"."""
    moved = True
    while moved and at < limit:
        before, at = at, _skip_one(line, at, limit)
        moved = at > before
    return at


def _skip_one(line: Line, at: int, limit: int) -> int:
    date = line.starting(at, "date") or (
        line.starting(at + 1, "date") if line.isa(at, "prepositions", "adverbs") else None
    )
    if date and date.last < limit:
        return date.last
    if line.isa(at, "adverbs") and not line.isa(at, "floats"):
        return at + 1
    if line.isa(at, "carrier_prepositions"):
        return _skip_carrier(line, at, limit)
    return at


def _skip_carrier(line: Line, at: int, limit: int) -> int:
    """The item after a preposition's phrase if it names an occasion, a medium or a place."""
    unnamed = next((i for i in range(at + 1, min(limit, at + 5)) if line.isa(i, "anonymity")), None)
    if unnamed is not None:
        return unnamed + 1
    end = at
    for i in range(at + 1, min(limit, at + _PHRASE_MAX)):
        if line.isa(i, "carriers"):
            end = i + 1
        elif (
            line.items[i].quote
            or line.items[i].comma
            or line.isa(i, "be", "modals", "that", "prepositions", "he", "they", "it")
        ):
            break
    if end > at:
        return _skip_tail(line, end, limit)
    place = next((f for f in line.found if at < f.first <= at + 2 and f.mention.type in ("place", "media")), None)
    return place.last if place and place.last < limit and line.items[at].norm in ("in", "at", "from", "on") else at


def _skip_tail(line: Line, at: int, limit: int) -> int:
    """The item after what hangs on "interview" or "statement": with CNN, to parliament, from Baghdad."""
    if not line.isa(at, "carrier_prepositions") and not (at < limit and line.items[at].norm in _TAIL):
        return at
    named = next(
        (f for f in line.within(at + 1, limit, "media", "place", "date", "person", *BODIES) if f.first <= at + 3),
        None,
    )
    if named and named.last < limit and not any(line.isa(i, "that", "be") for i in range(at, named.first)):
        return named.last
    heard = next((i for i in range(at + 1, min(limit, at + 5)) if line.isa(i, "audience", "carriers")), None)
    return heard + 1 if heard else at
