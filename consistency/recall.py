"""What a memory of earlier batches is asked, and what it answers: the profiles of speakers, and claims that may meet others.

The stages of the pipeline know these values alone; where they are kept, and how, is the store's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from consistency.model import Fact, Span, Speaker, noun

_SPOKESMAN = "spokesman"
Seen = tuple[str, str]
"""A place in the order of articles, and what stands there."""


@noun
class Profile:
    """What is known of a speaker: of one article, or of all together.

    ``base`` and ``number`` make the id ("person.x", "person.x-2"). ``forms``, ``titles`` and ``affiliations`` are in the order of
    the articles. ``keys`` are what the profile is looked up by.
    """

    base: str
    number: int = 1
    kind: str
    known: str | None = None
    forms: tuple[Seen, ...] = ()
    titles: tuple[Seen, ...] = ()
    affiliations: tuple[Seen, ...] = ()
    offices: tuple[str, ...] = ()
    title_ids: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    seasons: tuple[int | None, ...] = ()
    keys: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    wikidata: str | None = None

    @property
    def id(self) -> str:
        """The id of the speaker."""
        return self.base if self.number == 1 else f"{self.base}-{self.number}"

    def joined(self, other: Profile) -> Profile:
        """Both together, under the id of this one."""
        return replace(
            self,
            kind="person" if "person" in (self.kind, other.kind) else self.kind,
            known=self.known or other.known,
            forms=_first_seen(self.forms, other.forms),
            titles=_first_seen(self.titles, other.titles),
            affiliations=_first_seen(self.affiliations, other.affiliations),
            offices=_union(self.offices, other.offices),
            title_ids=_union(self.title_ids, other.title_ids),
            ranks=_union(self.ranks, other.ranks),
            countries=_union(self.countries, other.countries),
            names=tuple(dict.fromkeys((*self.names, *other.names))),
            seasons=tuple(dict.fromkeys((*self.seasons, *other.seasons))),
            keys=_union(self.keys, other.keys),
            fallback=self.fallback or other.fallback,
            wikidata=self.wikidata or other.wikidata,
        )

    def speaker(self) -> Speaker:
        """The speaker as reports show it, under the name that the earliest article gives."""
        forms = tuple(dict.fromkeys(form for _, form in self.forms))
        body = next((body for _, body in self.affiliations), None) if self.kind != "body" else None
        return Speaker(
            id=self.id,
            name=next(iter((*forms, *self.fallback, self.id))),
            names=forms,
            role=next((title for _, title in self.titles), None),
            affiliation=body,
            speaks_for=body if _SPOKESMAN in self.title_ids else None,
            wikidata=self.wikidata,
        )


def _first_seen(one: Sequence[Seen], other: Sequence[Seen]) -> tuple[Seen, ...]:
    """Each text where it stands first."""
    first: dict[str, Seen] = {}
    for seen in sorted((*one, *other), key=lambda seen: seen[0]):
        first.setdefault(seen[1], seen)
    return tuple(first.values())


def _union(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({*one, *other}))


class SpeakerMemory(Protocol):
    """What is known of the speakers of earlier batches."""

    def profiles(self, keys: Collection[str]) -> Sequence[Profile]:
        """The whole profile of every speaker that one of the keys leads to, in a stable order."""

    def numbers(self, bases: Collection[str]) -> Mapping[str, int]:
        """The highest number in use of each base of an id that is in use."""


class NoMemory:
    """The memory of a run that stands alone."""

    def profiles(self, keys: Collection[str]) -> Sequence[Profile]:
        """None."""
        return ()

    def numbers(self, bases: Collection[str]) -> Mapping[str, int]:
        """None."""
        return {}


@dataclass(frozen=True, slots=True)
class Kept:
    """A fact with what it is looked up by.

    ``claim`` says whether it is somebody's claim, ``country`` where it is ("" for unknown), ``day`` when it held,
    ``position`` what is said of whom.
    """

    fact: Fact
    claim: bool
    country: str
    day: dt.date | None
    position: str


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another; both None: any day, and unknown ones too."""

    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Claims of a kind, about a party (None: any) in a country (None: any, "": those that name none), said on some days.

    ``by``: of something that happens by one of some days.
    """

    kind: str
    party: str | None
    country: str | None
    days: Days = Days()
    by: Days = Days()


@dataclass
class Themes:
    """In which countries ("" for none named) which parties are spoken of."""

    countries: dict[str, set[str]] = field(default_factory=dict)
    parties: dict[str, set[str]] = field(default_factory=dict)

    def add(self, themes: Iterable[tuple[str, str]]) -> None:
        """Takes in parties, each with a country."""
        for party, country in themes:
            self.countries.setdefault(party, set()).add(country)
            self.parties.setdefault(country, set()).add(party)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an article, with its text."""

    article: str
    span: Span
    text: str

    def holds(self, article: str, span: Span) -> bool:
        """Whether a span of an article begins in the paragraph."""
        return article == self.article and self.span[0] <= span[0] < self.span[1]
