"""Which claims of two positions were said close enough in time, and by whom."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from consistency.compare.claims import Claim
from consistency.model import Scope
from consistency.rulepack.rules import When

Meeting = tuple[list[Claim], list[Claim]]
Meetings = dict[tuple[Scope, str], Meeting]
"""The claims that meet, by scope, and by voice or statement where one contradicts itself."""


@dataclass
class _Days:
    """Days of claims, in order; undated ones by article."""

    days: list[int] = field(default_factory=list)
    undated: dict[str, int] = field(default_factory=dict)

    def add(self, claim: Claim) -> None:
        if claim.day is None:
            self.undated[claim.statement.article] = self.undated.get(claim.statement.article, 0) + 1
        else:
            self.days.append(claim.day.toordinal())

    def count(self) -> int:
        """How many there are."""
        return len(self.days) + sum(self.undated.values())

    def near(self, claim: Claim, before: int | None, after: int | None) -> int:
        """How many lie from ``before`` days before the claim to ``after`` days after it (None: without limit)."""
        if before is None and after is None:
            return self.count()
        if claim.day is None:
            return self.undated.get(claim.statement.article, 0)
        day = claim.day.toordinal()
        first = 0 if before is None else bisect_left(self.days, day - before)
        last = len(self.days) if after is None else bisect_right(self.days, day + after)
        return max(0, last - first)


_NO_DAYS = _Days()


class Timeline:
    """The claims of a position, so that what meets another claim can be counted without looking at every pair."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self._all = _Days()
        self._voices: dict[str, _Days] = {}
        self._statements: dict[str, int] = {}
        for claim in sorted(claims, key=lambda c: c.day or dt.date.min):
            self._all.add(claim)
            self._voices.setdefault(claim.voice, _Days()).add(claim)
            self._statements[claim.statement.id] = self._statements.get(claim.statement.id, 0) + 1

    def meets(self, claim: Claim, when: When, *, claim_is_left: bool) -> Iterator[tuple[Scope, str]]:
        """In which scopes the claim meets some claim of this position, and who it is if it is one voice."""
        same = self._statements.get(claim.statement.id, 0)
        own = self._voices.get(claim.voice, _NO_DAYS)
        before, after = window(when.days, when, claim_is_left=claim_is_left)
        if when.between:
            others = self._all.near(claim, before, after) - own.near(claim, before, after)
            if others:
                yield "between_speakers", ""
        if when.own_days is not None:
            before, after = window(when.own_days, when, claim_is_left=claim_is_left)
            if own.near(claim, before, after) - same > 0:
                yield "same_speaker", claim.voice
            if same and when.statement and when.order != "left-first":
                yield "same_statement", claim.statement.id

    def count(self, voice: str | None) -> int:
        """How many claims there are of a voice, or in all."""
        return len(self.claims) if voice is None else self._voices[voice].count()

    def shares_statements(self, other: Timeline) -> bool:
        """Whether both have claims of one statement."""
        return not self._statements.keys().isdisjoint(other._statements)

    def shared_voices(self, other: Timeline) -> Set[str]:
        """The voices that have claims in both."""
        return self._voices.keys() & other._voices.keys()

    def gap(self, other: Timeline) -> int | None:
        """The days between two positions (negative where they overlap); None where a claim has no day."""
        mine, others = self._all, other._all
        if mine.undated or others.undated:
            return None
        return max(others.days[0] - mine.days[-1], mine.days[0] - others.days[-1])


def window(days: int | None, when: When, *, claim_is_left: bool) -> tuple[int | None, int | None]:
    """How far the other claim may lie before and after this one."""
    if when.order == "any":
        return days, days
    least = -1 if when.order == "left-first" else when.grace
    return (least, days) if claim_is_left else (days, least)


def near(left: Timeline, right: Timeline, when: When) -> bool:
    """Whether any two can meet: a quick look at their first and last days."""
    if when.reach is None or (when.days is None and when.own_days is not None and when.order == "any"):
        return True
    gap = left.gap(right)
    return gap is None or gap <= when.reach


def meetings(left: Timeline, right: Timeline, when: When) -> Meetings:
    """The claims of two positions that meet, by scope."""
    found: dict[tuple[Scope, str], Meeting] = {}
    for side, claims, other, is_left in ((0, left.claims, right, True), (1, right.claims, left, False)):
        for claim in claims:
            for scope in other.meets(claim, when, claim_is_left=is_left):
                found.setdefault(scope, ([], []))[side].append(claim)
    return {scope: meeting for scope, meeting in found.items() if meeting[0] and meeting[1]}


def fresh_meetings(left: tuple[Timeline, Timeline], right: tuple[Timeline, Timeline], when: When) -> Meetings:
    """The same where one of two claims that meet is fresh: each position is given whole, and as what is fresh in it."""
    found: dict[tuple[Scope, str], Meeting] = {}
    for one, other in ((left[1], right[0]), (left[0], right[1])):
        for scope, met in meetings(one, other, when).items() if one.claims and other.claims else ():
            for known, further in zip(found.setdefault(scope, ([], [])), met, strict=True):
                known += [claim for claim in further if not any(claim is c for c in known)]
    return found


def runs(claims: Sequence[Claim], days: int | None) -> Iterator[list[Claim]]:
    """The claims in runs with no gap longer than ``days``; undated ones belong together by article."""
    if days is None:
        yield list(claims)
        return
    undated: dict[str, list[Claim]] = {}
    run: list[Claim] = []
    for claim in sorted(claims, key=lambda c: c.day or dt.date.min):
        if claim.day is None:
            undated.setdefault(claim.statement.article, []).append(claim)
            continue
        if run and run[-1].day is not None and (claim.day - run[-1].day).days > days:
            yield run
            run = []
        run.append(claim)
    if run:
        yield run
    yield from undated.values()


def runs_about(centre: Sequence[Claim], claims: Iterable[Claim], days: int | None) -> Iterator[list[Claim]]:
    """The claims that lie within ``days`` of one of the centre's, in runs of these: a claim near two of them joins them."""
    if not centre:
        return
    if days is None:
        yield list(claims)
        return
    ordered = sorted(claims, key=lambda c: c.day or dt.date.min)
    anchors = sorted({c.day.toordinal() for c in centre if c.day})
    number = _numbered(anchors, [c.day.toordinal() for c in ordered if c.day], days)
    undated = {c.statement.article for c in centre if c.day is None}
    found: dict[int | str, list[Claim]] = {}
    for claim in ordered:
        if claim.day is None:
            if claim.statement.article in undated:
                found.setdefault(claim.statement.article, []).append(claim)
            continue
        at = bisect_left(anchors, claim.day.toordinal() - days)
        if at < len(anchors) and anchors[at] <= claim.day.toordinal() + days:
            found.setdefault(number[at], []).append(claim)
    dated = [run for key, run in found.items() if isinstance(key, int)]
    yield from (*dated, *(run for key, run in found.items() if isinstance(key, str)))


def _numbered(anchors: Sequence[int], between: Sequence[int], days: int) -> list[int]:
    """The number of each anchor's run: a gap longer than ``days`` ends one, where no day lies within ``days`` of both."""
    numbers = [0] if anchors else []
    for earlier, later in pairwise(anchors):
        at = bisect_left(between, later - days)
        joined = later - earlier <= days or (at < len(between) and between[at] <= earlier + days)
        numbers.append(numbers[-1] + (not joined))
    return numbers
