"""What is gathered around a batch: its own claims, and those of a store with all that belongs to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from consistency.compare import Claim, claims, theatre
from consistency.copies import Likely, trace_in
from consistency.model import Fact, Speaker, Statement
from consistency.recall import Kept, Passage, Themes
from consistency.rulepack import Packs
from consistency.store import Asking

MOST = 20_000
"""How many claims are gathered at most; the latest come first."""
Dated = tuple[dt.date | None, Statement]
"""A statement with the day of its article."""
_Place = tuple[dt.date, str, int]


@dataclass(frozen=True, slots=True)
class Material:
    """Facts, statements, the paragraphs that they stand in, and who speaks."""

    facts: Sequence[Kept] = ()
    statements: Sequence[Dated] = ()
    passages: Sequence[Passage] = ()
    speakers: Sequence[Speaker] = ()

    @property
    def claimed(self) -> list[Statement]:
        """The statements that claim something."""
        claiming = {one.fact.statement for one in self.facts if one.claim}
        return [statement for _, statement in self.statements if statement.id in claiming]


class Gathering:
    """What has been gathered so far, by id; ``themes`` is all that the store knows of the parties and countries of it."""

    def __init__(self, asking: Asking, packs: Packs, own: Material) -> None:
        self.themes, self.cut = Themes(), False
        self.speakers = {speaker.id: speaker for speaker in own.speakers}
        self._asking, self._registry, self._denials = asking, packs.entities, packs.denials
        self._facts: dict[str, Kept] = {}
        self._told: dict[str, list[Fact]] = {}
        self._statements: dict[str, Statement] = {}
        self._places: dict[str, _Place] = {}
        self._known: set[str] = set()
        self._passages = {(passage.article, passage.span[0]): passage for passage in own.passages}
        self._likely = Likely(statement for _, statement in own.statements)
        self._akin = {statement.id for _, statement in own.statements}
        self._traced = len(self._akin)
        self._hold(own.statements, own.facts)
        self._own = len(self._facts)
        self.themes.add((one.fact.subject.party, one.country) for one in own.facts if one.claim)
        self._know(own.facts)

    # --- what is there -------------------------------------------------------------------

    @property
    def ids(self) -> list[str]:
        """The ids of all facts."""
        return list(self._facts)

    @property
    def stored(self) -> int:
        """How many facts of the store are there."""
        return len(self._facts) - self._own

    @property
    def facts(self) -> list[Fact]:
        """All facts in the order of days, as in one run."""
        return sorted((one.fact for one in self._facts.values()), key=self._place)

    @property
    def statements(self) -> list[Statement]:
        """All statements in the order of days."""
        return sorted(self._statements.values(), key=lambda statement: self._places[statement.id])

    def claims(self, ids: Collection[str]) -> list[Claim]:
        """Those of the facts that are claims."""
        wanted = {id_ for id_ in ids if self._facts[id_].claim}
        said = {self._facts[id_].fact.statement for id_ in wanted}
        said |= {original for id_ in said if (original := self._statements[id_].copy_of) in self._statements}
        statements = [self._statements[id_] for id_ in sorted(said)]
        speakers = [self.speakers[s.speaker] for s in statements if s.speaker in self.speakers]
        facts = [fact for id_ in sorted(said) for fact in self._told.get(id_, ())]
        return [claim for claim in claims(facts, statements, speakers) if claim.fact.id in wanted]

    def order(self, claim: Claim) -> tuple[_Place, int]:
        """Where a claim comes among all, by day and article."""
        return self._place(claim.fact)

    def _place(self, fact: Fact) -> tuple[_Place, int]:
        return self._places[fact.statement], number_of(fact.id)

    # --- what comes in -------------------------------------------------------------------

    def unknown(self, found: Iterable[Kept]) -> list[Kept]:
        """Those of the facts that are not there yet, each once."""
        return list({one.fact.id: one for one in found if one.fact.id not in self._facts}.values())

    def load(self, found: Iterable[Kept]) -> list[str]:
        """Takes in facts of the store with all that belongs to them; the ids of those that are new."""
        before, fresh = len(self._facts), self.unknown(found)
        room = max(0, MOST - before)
        self.cut = self.cut or len(fresh) > room
        fresh = sorted(fresh, key=lambda one: one.day or dt.date.min, reverse=True)[:room]
        statements = self._asking.statements({one.fact.statement for one in fresh} - self._statements.keys())
        self._hold(statements, fresh)
        self._load_originals(statement for _, statement in statements)
        self._seek_copies(statements)
        self._know(fresh)
        return list(self._facts)[before:]

    def load_copies(self, own: Material) -> list[str]:
        """Takes in what says the same as claims of the batch in the same words, whenever it was said; the ids of the facts."""
        texts = {statement.id: statement.text for _, statement in own.statements}
        alike = self._asking.worded_like({(texts[one.fact.statement], one.position) for one in own.facts if one.claim})
        return self.load(self._asking.facts_of(statement.id for statement in alike if self._likely.has(statement)))

    def _hold(self, statements: Iterable[Dated], facts: Iterable[Kept]) -> None:
        for day, statement in statements:
            self._statements[statement.id] = statement
            self._places[statement.id] = day or dt.date.max, statement.article, number_of(statement.id)
        for one in facts:
            if one.fact.id not in self._facts:
                self._facts[one.fact.id] = one
                self._told.setdefault(one.fact.statement, []).append(one.fact)

    def _load_originals(self, copies: Iterable[Statement]) -> None:
        """Loads the originals of copies with all that they say, and who speaks."""
        copies = list(copies)
        originals = {statement.copy_of for statement in copies if statement.copy_of}
        loaded, facts = self._asking.statements(originals - self._statements.keys()), self._asking.facts_of(originals)
        self._hold(loaded, facts)
        self._know(facts)
        speaking = {s.speaker for s in (*copies, *(original for _, original in loaded))} - self.speakers.keys()
        self.speakers.update((id_, profile.speaker()) for id_, profile in self._asking.speakers(speaking).items())

    def _know(self, facts: Iterable[Kept]) -> None:
        """Asks what is spoken of: in which countries the parties of claims are, and which parties are in these countries."""
        held = [one for one in facts if one.claim]
        parties = {one.fact.subject.party for one in held} - self._known
        self.themes.add(self._asking.countries_of(parties))
        countries = {one.country or self._assumed(one) for one in held} - self._known
        self.themes.add(self._asking.themes_in(countries))
        self._known |= parties | countries

    def _assumed(self, one: Kept) -> str:
        return theatre(self.themes.countries.get(one.fact.subject.party, ()), self._registry) or ""

    # --- wire copies ---------------------------------------------------------------------

    def _seek_copies(self, statements: Sequence[Dated]) -> None:
        """Notes statements that may be copies of one of the batch, or its original, and such whose original is gone."""
        said = [statement for _, statement in statements]
        akin = {s.id for s in said if self._likely.has(s) or (s.copy_of and s.copy_of not in self._statements)}
        self._akin |= akin
        self._passages.update(((p.article, p.span[0]), p) for p in self._asking.passages_of(akin))

    def retrace(self) -> bool:
        """Finds copies anew among what may be some; whether any was found, or turned out to be the copy of another."""
        if self._traced == len(self._akin):
            return False
        self._traced = len(self._akin)
        known = [statement for statement in self.statements if statement.id in self._akin]
        traced = trace_in(list(self._passages.values()), known, self._denials)
        changed = [new for old, new in zip(known, traced, strict=True) if old != new]
        self._statements.update((statement.id, statement) for statement in changed)
        self._load_originals(changed)
        return bool(changed)


def number_of(id_: str) -> int:
    """The number at the end of an id."""
    return int(id_[len(id_.rstrip("0123456789")) :] or 0)
