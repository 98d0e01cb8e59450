"""Which claims could meet given ones under a rule: what a memory of earlier claims is asked for."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from consistency.compare.claims import Claim, claims
from consistency.compare.judges import Judge
from consistency.compare.scope import sides
from consistency.compare.theatres import country, theatre
from consistency.compare.timing import window
from consistency.model import Fact, Speaker, Statement
from consistency.recall import Days, Kept, Themes, Wanted
from consistency.rulepack import Packs, Registry

_DIGEST = 16
_ANY_DAY = Days()


def kept(
    facts: Sequence[Fact], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> list[Kept]:
    """The facts with what they are looked up by."""
    held = {claim.fact.id: claim for claim in claims(facts, statements, speakers)}
    return [_kept(fact, held.get(fact.id), packs.entities) for fact in facts]


def _kept(fact: Fact, claim: Claim | None, registry: Registry) -> Kept:
    day = claim.day if claim else fact.said_on
    return Kept(fact, claim is not None, country(fact, registry), day, _position(claim, fact.place) if claim else "")


def _position(claim: Claim, place: str | None) -> str:
    """A digest of what is said of whom: the same for the claims of one position."""
    said_of_whom = repr((claim.says, claim.fact.subject.party, claim.fact.subject.component, place))
    return hashlib.sha256(said_of_whom.encode("utf-8")).hexdigest()[:_DIGEST]


class Reach:
    """How far a rule reaches from claims, in a memory that speaks of some themes."""

    def __init__(self, judge: Judge, packs: Packs, themes: Themes) -> None:
        self._judge, self._rule, self._packs, self._themes = judge, judge.rule, packs, themes

    def wanted(self, held: Iterable[Claim]) -> Iterator[Wanted]:
        """The claims that could meet these, each of which is taken by the rule."""
        same: dict[tuple[str, tuple[str | None, ...]], list[Claim]] = {}
        for claim in held:
            same.setdefault((claim.fact.kind, self._about(claim.fact)), []).append(claim)
        for (kind, _), alike in same.items():
            days = self._days(alike)
            subjects = self._subjects(alike[0].fact) if days else ()
            spans = [(span, by) for span in days for by in (self._by(alike) if span == _ANY_DAY else [_ANY_DAY])]
            for other in self._others(kind):
                yield from (Wanted(other, *subject, *span) for subject in subjects for span in spans)

    def _about(self, fact: Fact) -> tuple[str | None, ...]:
        """What facts have in common that the same claims could meet."""
        if self._rule.same.sides:
            return sides(fact, self._rule.same, self._packs.entities)
        return fact.subject.party, fact.place

    def _days(self, held: Iterable[Claim]) -> list[Days]:
        """When what meets the claims was said; what has no day meets only its own article."""
        if self._rule.when.reach is None:
            return [_ANY_DAY]
        return joined(span for claim in held if claim.day for span in self._spans(claim.fact, claim.day))

    def _spans(self, fact: Fact, day: dt.date) -> Iterator[Days]:
        """When what a fact of a day meets was said: what stands on the left of the rule, and what stands on its right."""
        when = self._rule.when
        for is_left, taken in zip((True, False), self._judge.sides(fact), strict=True):
            before, after = window(when.reach, when, claim_is_left=is_left)
            if taken and before is not None and after is not None:
                yield _from(day, -before, after)

    def _by(self, held: Sequence[Claim]) -> list[Days]:
        """By when happens what meets the claims, if the rule links nothing else."""
        extents = {self._judge.extent(claim.fact) for claim in held} if self._judge.comparator.dated else {None}
        known = [extent for extent in extents if extent is not None]
        if len(known) < len(extents):
            return [_ANY_DAY]
        middles = ((dt.date.fromordinal(int(first + last) // 2), int(last - first)) for first, last in known)
        return joined(_from(middle, -slack, slack) for middle, slack in middles)

    def _others(self, kind: str) -> list[str]:
        """The kinds that the rule compares with a kind."""
        lefts = {k for selector in self._rule.lefts for k in selector.kinds}
        rights = {k for selector in self._rule.rights for k in selector.kinds} or lefts
        return sorted((rights if kind in lefts else set()) | (lefts if kind in rights else set()))

    def _subjects(self, fact: Fact) -> list[tuple[str | None, str | None]]:
        """The parties of what could meet a fact, each with a country."""
        if self._rule.same.sides:
            both = sides(fact, self._rule.same, self._packs.entities)
            return [(party, None) for home in both for party in _of_country(self._packs).get(home, (home,))]
        if self._rule.same.place == "any":
            return [(party, None) for party in self._family(fact)]
        here = country(fact, self._packs.entities)
        found = {party for party in self._themes.parties.get(here, ()) if self._related(fact, party)}
        if here == "":
            return [(party, "") for party in sorted(found) if self._theatre(party) is None]
        placeless = {party for party in found if "" in self._known(party) and self._theatre(party) == here}
        return [*((party, here) for party in sorted(found)), *((party, "") for party in sorted(placeless))]

    def _family(self, fact: Fact) -> list[str | None]:
        """Every party that may be a fact's, hold it or be part of it; None for any at all."""
        if self._rule.same.party == "any":
            return [None]
        return [
            fact.subject.party,
            *(e for e in self._packs.entities if e != fact.subject.party and self._related(fact, e)),
        ]

    def _related(self, fact: Fact, party: str) -> bool:
        """Whether a party may be the fact's, hold it or be part of it; any force may be one of the foreign forces."""
        own = fact.subject.party
        if self._rule.same.party == "any" or party == own:
            return True
        return self._rule.same.party == "overlapping" and _related(self._packs, *sorted((party, own)))

    def _theatre(self, party: str) -> str | None:
        return theatre(self._known(party), self._packs.entities)

    def _known(self, party: str) -> Collection[str]:
        return self._themes.countries.get(party, ())


@lru_cache(maxsize=8)
def _of_country(packs: Packs) -> Mapping[str, Sequence[str]]:
    """Every entity of each country."""
    found: dict[str, list[str]] = {}
    for entity in packs.entities:
        if home := packs.entities.country(entity):
            found.setdefault(home, []).append(entity)
    return found


@lru_cache(maxsize=100_000)
def _related(packs: Packs, one: str, other: str) -> bool:
    registry = packs.entities
    if registry.part_of(one, other) or registry.part_of(other, one):
        return True
    return registry.foreign in (one, other) and "force" in (registry.kind(one), registry.kind(other))


def _from(day: dt.date, first: int, last: int) -> Days:
    """The days from so many to so many after a day."""
    least, most = dt.date.min.toordinal(), dt.date.max.toordinal()
    ends = (min(max(least, day.toordinal() + days), most) for days in (first, last))
    return Days(*map(dt.date.fromordinal, ends))


def joined(spans: Iterable[Days]) -> list[Days]:
    """Spans that overlap, as one; any day, if that is one of them."""
    found: list[tuple[dt.date, dt.date]] = []
    for span in sorted(set(spans), key=lambda span: span.first or dt.date.min):
        if span.first is None or span.last is None:
            return [_ANY_DAY]
        if found and span.first <= found[-1][1]:
            found[-1] = found[-1][0], max(span.last, found[-1][1])
        else:
            found.append((span.first, span.last))
    return [Days(first, last) for first, last in found]
