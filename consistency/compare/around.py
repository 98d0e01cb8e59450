"""A comparison of claims in focus with all that a memory holds: which claims could meet them, and what the rules find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consistency.compare.claims import Claim
from consistency.compare.findings import Writer
from consistency.compare.reach import Reach, joined
from consistency.compare.search import Order, Search
from consistency.compare.theatres import located, placed, theatre
from consistency.model import Fact, Finding, Speaker
from consistency.phrasing import phrasebook
from consistency.recall import Days, Kept, Themes, Wanted
from consistency.rulepack import Packs


class Around:
    """What the rules find around the facts in ``focus``; ``order`` is what claims are sorted by."""

    def __init__(self, packs: Packs, focus: frozenset[str], order: Order) -> None:
        self._packs, self._focus = packs, focus
        self._search = Search(packs, focus, order)

    def take(self, held: Iterable[Claim], themes: Themes) -> None:
        """Takes claims in; ``themes`` are those of all claims, as far as they have to do with these."""
        self._search.take(placed(held, self._packs.entities, themes))

    def asks(self, themes: Themes) -> list[Wanted]:
        """Which claims could meet those in focus."""
        wanted = list[Wanted]()
        for table, taken in self._search.taken():
            held = list({c.fact.id: c for c in taken if c.fact.id in self._focus}.values())
            table.follow(held)
            wanted += Reach(table.judge, self._packs, themes).wanted(held)
        return _at_once(wanted)

    def sifted(self, answers: Iterable[Kept], themes: Themes) -> list[Kept]:
        """Those of the answers that some rule could link with the claims that were asked for."""
        alike: dict[tuple[str, float], list[Kept]] = {}
        for one in answers:
            alike.setdefault((one.position, one.fact.confidence), []).append(one)
        found = list[Kept]()
        for some in alike.values():
            fact, days = self._placed(some[0].fact, themes), [one.day for one in some]
            chosen = [table.chosen(fact, days) for table in self._search.tables(fact.kind)]
            found += (one for one, by_rule in zip(some, zip(*chosen, strict=True), strict=True) if any(by_rule))
        return found

    def _placed(self, fact: Fact, themes: Themes) -> Fact:
        if fact.place is not None:
            return fact
        country = theatre(themes.countries.get(fact.subject.party, ()), self._packs.entities)
        return located(fact, country) if country else fact

    def findings(self, speakers: Sequence[Speaker]) -> list[Finding]:
        """What the rules find, in their order."""
        writer = Writer({language: phrasebook(self._packs, language) for language in ("en", "ar")}, speakers)
        return [writer.finding(rule, pack, match) for pack, rule, match in self._search.matches()]


def _at_once(asked: Iterable[Wanted]) -> list[Wanted]:
    """Questions that differ in their days alone, as one where these overlap."""
    spans: dict[Wanted, list[Days]] = {}
    for one in asked:
        spans.setdefault(replace(one, days=Days()), []).append(one.days)
    return [replace(one, days=span) for one, found in spans.items() for span in joined(found)]
