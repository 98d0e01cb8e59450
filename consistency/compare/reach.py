"""Which claims could meet a given one under the rules: what a memory of earlier claims is asked for."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.compare.claims import Claim, claims
from consistency.compare.judges import judges
from consistency.model import Fact, Speaker, Statement
from consistency.recall import Kept, Wanted
from consistency.rulepack import Packs, Registry
from consistency.rulepack.rules import Rule

_DIGEST = 16


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far one kind reaches for another: in days (None: no limit), whether to other parties and places, by its sides."""

    kind: str
    days: int | None
    anybody: bool
    anywhere: bool
    sides: str | None


def kept(
    facts: Sequence[Fact], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> list[Kept]:
    """The facts with what they are looked up by."""
    held = {claim.fact.id: claim for claim in claims(facts, statements, speakers)}
    return [_kept(fact, held.get(fact.id), packs.entities) for fact in facts]


def _kept(fact: Fact, claim: Claim | None, registry: Registry) -> Kept:
    day = claim.day if claim else fact.said_on
    return Kept(fact, claim is not None, _country(fact, registry), day, _position(claim) if claim else "")


def _position(claim: Claim) -> str:
    """A digest of what is said of whom: the same for the claims of one position."""
    said_of_whom = repr((claim.says, claim.fact.subject.party, claim.fact.subject.component, claim.fact.place))
    return hashlib.sha256(said_of_whom.encode("utf-8")).hexdigest()[:_DIGEST]


def _country(fact: Fact, registry: Registry) -> str:
    return "" if fact.place is None else registry.country(fact.place) or fact.place


def wanted(facts: Iterable[Kept], packs: Packs, theatres: Mapping[str, frozenset[str]]) -> list[Wanted]:
    """What could meet these claims, in as few questions as need be; ``theatres`` are the countries known of each party."""
    spans: dict[Wanted, list[tuple[dt.date, dt.date] | None]] = {}
    for one in facts:
        if one.claim:
            for want, span in _wants(one, packs, theatres):
                spans.setdefault(want, []).append(span)
    return [_hull(want, found) for want, found in spans.items()]


def _wants(
    one: Kept, packs: Packs, theatres: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Wanted, tuple[dt.date, dt.date] | None]]:
    """Each question without its days, and its days."""
    for reach in _reaches(packs).get(one.fact.kind, ()):
        if one.day is None and reach.days is not None:
            continue
        days = dt.timedelta(days=reach.days) if reach.days is not None else None
        span = (_before(one.day, days), _after(one.day, days)) if one.day and days is not None else None
        yield Wanted(reach.kind, _parties(one.fact, reach, packs), _countries(one, reach, theatres)), span


def _before(day: dt.date, days: dt.timedelta) -> dt.date:
    return day - days if day - dt.date.min > days else dt.date.min


def _after(day: dt.date, days: dt.timedelta) -> dt.date:
    return day + days if dt.date.max - day > days else dt.date.max


def _hull(want: Wanted, spans: Sequence[tuple[dt.date, dt.date] | None]) -> Wanted:
    known = [span for span in spans if span]
    if len(known) < len(spans):
        return want
    first, last = min(s[0] for s in known), max(s[1] for s in known)
    return Wanted(want.kind, want.parties, want.countries, first, last)


def _countries(one: Kept, reach: _Reach, theatres: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """The country of a claim and none; for a claim that leaves it open, the only one known of its party."""
    if reach.sides or reach.anywhere:
        return None
    known = theatres.get(one.fact.subject.party, frozenset())
    here = one.country or (min(known) if len(known) == 1 else "")
    return frozenset((here, ""))


def _parties(fact: Fact, reach: _Reach, packs: Packs) -> frozenset[str] | None:
    if reach.sides:
        named = (fact.subject.party, str(fact.value.get(reach.sides) or ""))
        return frozenset().union(*(_of_country(packs, party) for party in named if party))
    return None if reach.anybody else _family(packs, fact.subject.party)


@lru_cache(maxsize=10_000)
def _of_country(packs: Packs, party: str) -> frozenset[str]:
    """Every entity of the party's country, and the party."""
    country = packs.entities.country(party)
    same = (id_ for id_ in packs.entities if packs.entities.country(id_) == country) if country else ()
    return frozenset((party, *same))


@lru_cache(maxsize=10_000)
def _family(packs: Packs, party: str) -> frozenset[str]:
    """A party, what it is part of and what is part of it; any force may be one of the foreign forces, and the other way round."""
    registry = packs.entities
    found = {party, *registry.wholes(party), *(id_ for id_ in registry if registry.part_of(id_, party))}
    if registry.kind(party) == "force":
        found.add(registry.foreign)
    if party == registry.foreign:
        found.update(id_ for id_ in registry if registry.kind(id_) == "force")
    return frozenset(found)


@lru_cache(maxsize=8)
def _reaches(packs: Packs) -> Mapping[str, Sequence[_Reach]]:
    """For each kind the kinds that some rule compares with it, and how far apart."""
    found: dict[str, dict[tuple[str, bool, bool, str | None], int | None]] = {}
    for _, judge in judges(packs):
        same, days = judge.rule.same, _days(judge.rule)
        for left, right in _kinds(judge.rule):
            for here, there in ((left, right), (right, left)):
                wider = found.setdefault(here, {})
                key = (there, same.party == "any" and same.sides is None, same.place == "any", same.sides)
                wider[key] = _wider(wider[key], days) if key in wider else days
    return {
        kind: tuple(
            _Reach(there, days, anybody, anywhere, sides) for (there, anybody, anywhere, sides), days in reaches.items()
        )
        for kind, reaches in found.items()
    }


def _kinds(rule: Rule) -> Iterator[tuple[str, str]]:
    lefts = [kind for selector in rule.lefts for kind in selector.kinds]
    rights = [kind for selector in rule.rights for kind in selector.kinds] or lefts
    return ((left, right) for left in dict.fromkeys(lefts) for right in dict.fromkeys(rights))


def _days(rule: Rule) -> int | None:
    if rule.when.days is None and rule.when.own_days is None:
        return None
    return max(rule.when.days or 0, rule.when.own_days or 0, rule.when.grace)


def _wider(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)
