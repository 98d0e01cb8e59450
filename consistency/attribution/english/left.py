"""The noun phrase before an English verb: how far to the left the subject reaches, appositions included."""

from __future__ import annotations

from consistency.attribution.english.source import is_governed, known_head, names_newcomer, read_source
from consistency.attribution.english.subject import titled_start
from consistency.attribution.line import BODIES, HYPHEN, NAMED, Line

_REACH, _APPOSITIONS = 40, 4
_AUXILIARIES = ("be", "modals", "have", "do", "negated_verbs")
Region = tuple[int, int]
"""Items ``[first, last)``."""


def left_region(line: Line, end: int, floor: int) -> Region | None:
    """The items of the noun phrase that ends at ``end``, appositions included; None when none does."""
    if end <= floor or line.items[end - 1].quote is not None:
        return None
    if line.items[end - 1].norm == ")":
        opening = next((i for i in range(end - 2, floor - 1, -1) if line.items[i].norm == "("), None)
        return left_region(line, opening, floor) if opening is not None else None
    if line.items[end - 1].comma and (aside := _aside(line, end - 1, floor)) is not None:
        return left_region(line, aside, floor)
    if line.items[end - 1].comma or line.isa(end - 1, "dashes"):
        return _apposed(line, end, floor)
    return _clean(line, _segment(line, end, floor), end)


def _aside(line: Line, end: int, floor: int) -> int | None:
    """The comma before "meanwhile", "however", "too" between two commas; None where something else stands there."""
    start = _segment(line, end, floor)
    if start <= floor or start >= end or not line.items[start - 1].comma:
        return None
    return start - 1 if all(line.isa(i, "adverbs", "floats", "asides") for i in range(start, end)) else None


def _segment(line: Line, end: int, floor: int) -> int:
    """Where the run of words before ``end`` starts: after a comma, a colon, a dash or a quotation."""
    for i in range(end - 1, max(floor, end - _REACH) - 1, -1):
        item = line.items[i]
        if item.quote or item.comma or item.norm in (";", ":", "(", ")", "…") or line.isa(i, "dashes"):
            return i + 1
    return floor


def _clean(line: Line, start: int, end: int) -> Region | None:
    """The noun phrase at the end of a run of words that may begin with another clause."""
    for i in range(end - 1, start - 1, -1):
        if line.isa(i, "relative") and i > start and any(line.isa(k, *_AUXILIARIES) for k in range(i + 1, end)):
            end = i
        elif line.isa(i, "subordinators", "contrast") or (
            line.isa(i, "conjunctions") and not _coordinates(line, start, i)
        ):
            start = i + 1
            break
    if any(line.isa(i, *_AUXILIARIES) for i in range(start, end)):
        return None
    if start < end - 1 and line.isa(end - 1, "he", "they", "it", "first_person"):
        return end - 1, end  # "told lawmakers in Paris she hoped"
    return _after_lead(line, start, end) if start < end else None


def _coordinates(line: Line, start: int, at: int) -> bool:
    """Whether "and" joins two names or titles, not two clauses: nothing but names, titles and their small words before it."""
    if at <= start or not (known_head(line, at) or line.capital(at - 1)):
        return False
    named = {
        k for f in line.within(start, at, *NAMED, "institution", "source", "document") for k in range(f.first, f.last)
    }
    small = ("determiners", "prepositions", "conjunctions", "humans", "documents")
    return all(
        k in named or line.capital(k) or line.isa(k, *small) or line.items[k].norm == HYPHEN for k in range(start, at)
    )


def _after_lead(line: Line, start: int, end: int) -> Region | None:
    """The phrase without a leading "In Baghdad" or "On Monday"."""
    if line.isa(start, "to"):
        return None
    if line.isa(start, "prepositions"):
        lead = next(
            (f for f in line.within(start, end - 1, "place", "date") if start < f.first <= start + 2),
            None,
        )
        return _at_the_end(line, start, end) if lead is None else (lead.last, end)
    date = line.starting(start, "date")
    return (date.last, end) if date and date.last < end else (start, end)


def _at_the_end(line: Line, start: int, end: int) -> Region | None:
    """The pronoun or name that closes a phrase with a preposition of unknown length ("In the end he", "As X")."""
    if line.isa(end - 1, "he", "they", "it", "first_person"):
        return end - 1, end
    person = line.ending(end, "person")
    if person and person.first > start and not is_governed(line, start + 1, person):
        return titled_start(line, person.first), end
    return (start + 1, end) if line.isa(start, "as") and start + 1 < end else None


def _apposed(line: Line, end: int, floor: int) -> Region | None:
    """X, the Y spokesman, (said): from X to the closing comma; the outermost X that is a person or a known body."""
    limit, fallback = end - 1, None
    for _ in range(_APPOSITIONS):
        start = _segment(line, limit, floor)
        if start <= floor or not (line.items[start - 1].comma or line.isa(start - 1, "dashes")):
            break
        if limit == end - 1 and not _apposition(line, start, limit):
            break
        limit = start - 1
        left = _segment(line, limit, floor)
        region = _clean(line, left, limit) if left < limit else None
        source = read_source(line, *region) if region else None
        if region and source and source.kind != "pronoun":
            if known_head(line, limit):
                return region[0], end
            fallback = fallback or (region[0], end)
        elif region and fallback is None and line.isa(region[0], "new") and names_newcomer(line, start, end - 1):
            fallback = (region[0], end)
    return fallback


def _within_date(line: Line, start: int, end: int) -> bool:
    """Whether a run of words is the end of a date that a comma parts ("by Sept, 2025, said …")."""
    return any(f.first < start and end <= f.last for f in line.within(0, len(line.items), "date"))


def _apposition(line: Line, start: int, end: int) -> bool:
    """Whether a run of words between commas can describe a person: a title, an age, a party, who …, reached by …"""
    if start >= end or _within_date(line, start, end):
        return False
    if line.isa(start, "to") and any(line.isa(i, "modals") for i in range(start, end)):
        return False  # ", to combat the group will end, said a statement"
    if (
        line.isa(start, "relative", "which", "prepositions", "definite", "new", "speaking")
        or line.items[start].norm.isdigit()
    ):
        return True
    if any(line.isa(i, *_AUXILIARIES) for i in range(start, end)):
        return False
    if any(line.isa(i, "humans") for i in range(start, end)) or line.capital(start):
        return True
    if line.within(start, end, "title", "rank", "office", "person", *BODIES):
        return True
    described = line.items[start].norm.endswith(("ed", "ing")) and line.ending(start - 1, "person") is not None
    return described
