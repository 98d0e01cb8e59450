"""A comparison of claims in focus that tells which further claims it needs, until the findings are those among all claims.

A finding is whole when every claim is there that its rule could link with one of its claims: so each rule is followed by itself,
from the claims in focus to those that it links with them, and on from these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from consistency.compare.claims import Claim, says
from consistency.compare.findings import Writer
from consistency.compare.reach import Reach, joined
from consistency.compare.search import Search
from consistency.compare.theatres import located, placed, theatre
from consistency.model import Fact, Finding, Speaker
from consistency.phrasing import phrasebook
from consistency.recall import Days, Kept, Themes, Wanted, WantedAgain
from consistency.rulepack import Packs, Rule

Order = Callable[[Claim], Any]


class Widening:
    """What the rules find in which the facts in ``focus`` take part; ``order`` is what claims are sorted by."""

    def __init__(self, packs: Packs, focus: frozenset[str], order: Order) -> None:
        self._packs, self._focus, self._order = packs, focus, order
        self._search = Search(packs, focus, order)
        self._asked: dict[str, set[str]] = {}

    def restart(self) -> None:
        """Forgets what was taken in, not what was asked for."""
        self._search = Search(self._packs, self._focus, self._order)

    def take(self, held: Iterable[Claim], themes: Themes) -> None:
        """Takes claims in; ``themes`` are those of all claims, as far as they have to do with these."""
        self._search.take(placed(held, self._packs.entities, themes))

    def asks(self, themes: Themes) -> tuple[list[Wanted], list[WantedAgain]]:
        """Which claims could meet those in focus and those that are linked with them, and were not asked for before."""
        wanted, again = list[Wanted](), list[WantedAgain]()
        for (table, taken), (_, reached) in zip(self._search.taken(), self._search.reached(), strict=True):
            fresh = self._fresh(table.judge.rule, (*(c for c in taken if c.fact.id in self._focus), *reached))
            table.follow(fresh)
            if fresh:
                reach = Reach(table.judge.rule, self._packs, themes)
                wanted += reach.wanted(fresh)
                again += reach.again(fresh)
        return _at_once(wanted), _at_once(again)

    def sifted(self, answers: Iterable[Kept], themes: Themes) -> list[Kept]:
        """Those of the answers that some rule could link with the claims that were asked for last, or that go on with them."""
        alike: dict[tuple[str, float], list[Kept]] = {}
        for one in answers:
            alike.setdefault((one.position, one.fact.confidence), []).append(one)
        found = list[Kept]()
        for some in alike.values():
            fact, days = self._placed(some[0].fact, themes), [one.day for one in some]
            told = says(fact)
            chosen = [table.chosen(told, fact, days) for table in self._search.tables(fact.kind)]
            found += (one for one, by_rule in zip(some, zip(*chosen, strict=True), strict=True) if any(by_rule))
        return found

    def _placed(self, fact: Fact, themes: Themes) -> Fact:
        country = theatre(themes.countries.get(fact.subject.party, ()), self._packs.entities)
        return located(fact, country) if fact.place is None and country else fact

    def _fresh(self, rule: Rule, held: Iterable[Claim]) -> list[Claim]:
        """Those of the claims from which the rule was not followed yet."""
        asked = self._asked.setdefault(rule.id, set())
        fresh = {claim.fact.id: claim for claim in held if claim.fact.id not in asked}
        asked.update(fresh)
        return list(fresh.values())

    def findings(self, speakers: Sequence[Speaker]) -> list[Finding]:
        """What the rules find, in their order."""
        writer = Writer({language: phrasebook(self._packs, language) for language in ("en", "ar")}, speakers)
        return [writer.finding(rule, pack, match) for pack, rule, match in self._search.matches()]


Asked = TypeVar("Asked", Wanted, WantedAgain)


def _at_once(asked: Iterable[Asked]) -> list[Asked]:
    """Questions that differ in their days alone, as one where these overlap."""
    spans: dict[Asked, list[Days]] = {}
    for one in asked:
        spans.setdefault(replace(one, days=Days()), []).append(one.days)
    return [replace(one, days=span) for one, found in spans.items() for span in joined(found)]
