"""The speakers of a batch: the voices of all articles that are one person, one body, or one source.

A voice is compared only with the clusters whose surname sounds alike, so that the work grows with the voices.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consistency.attribution.identity import Likeness, Name, NameReader, alike, has_part
from consistency.attribution.knowledge import Knowledge, KnownPerson
from consistency.attribution.offices import Standing, conflicts, corroborates, differs
from consistency.attribution.skeleton import skeleton
from consistency.attribution.voices import Voice
from consistency.orthography import fold, is_arabic
from consistency.recall import Profile

_SEASON, _NEAR_SEASONS = 100, 4
"""Days of one season; a surname alone is compared over at most four seasons, a little more than a year."""


@dataclass
class Cluster:
    """The voices that are one speaker, with what they tell of him together.

    ``profile`` is what earlier batches tell of him, and ``found_by`` the keys of the index under which that stands.
    """

    kind: str
    known: str | None = None
    voices: list[Voice] = field(default_factory=list)
    standing: Standing = field(default_factory=Standing)
    names: dict[Name, None] = field(default_factory=dict)
    seasons: set[int | None] = field(default_factory=set)
    profile: Profile | None = None
    found_by: tuple[tuple[str, ...], ...] = ()

    def add(self, voice: Voice) -> None:
        """Takes a voice in."""
        self.voices.append(voice)
        self.known = self.known or voice.known
        self.standing = self.standing | voice.standing
        self.seasons.add(season(voice.day))
        self.kind = "person" if voice.kind == "person" else self.kind
        if voice.name:
            self.names[voice.name] = None

    def near(self, day: dt.date | None) -> bool:
        """Whether any voice speaks at about a day; an unknown day is near every other."""
        here = season(day)
        if here is None or None in self.seasons:
            return True
        return any(abs(here - other) <= _NEAR_SEASONS for other in self.seasons if other is not None)


def season(day: dt.date | None) -> int | None:
    """The season of a day, by number."""
    return None if day is None else day.toordinal() // _SEASON


class _Index:
    """The clusters placed so far, by the keys under which a voice looks for its own."""

    def __init__(self, reader: NameReader, remembered: Iterable[Cluster] = ()) -> None:
        self.placed: list[Cluster] = []
        self._by_key: dict[tuple[str, ...], dict[int, Cluster]] = {}
        self._reader = reader
        for cluster in remembered:
            self._put_back(cluster)

    def _put_back(self, cluster: Cluster) -> None:
        """Makes a cluster of earlier batches findable."""
        self.placed.append(cluster)
        by_sound = (("sound", s) for name in cluster.names for part in _ends(name) for s in sounds(part))
        for key in (*cluster.found_by, *by_sound):
            self._by_key.setdefault(key, {})[id(cluster)] = cluster

    def put(self, cluster: Cluster, voice: Voice) -> None:
        """Makes a cluster findable by a voice that it has taken in."""
        for key in self._keys(cluster, voice):
            self._by_key.setdefault(key, {})[id(cluster)] = cluster

    def _keys(self, cluster: Cluster, voice: Voice) -> Iterator[tuple[str, ...]]:
        if cluster.known:
            yield ("known", cluster.known)
        if cluster.kind == "person" and voice.name:
            yield ("name", *voice.name.parts)
            yield from (("sound", sound) for part in _ends(voice.name) for sound in sounds(part))
        elif cluster.kind == "role":
            yield office_key(voice)
        elif cluster.kind == "body":
            yield self.body_key(voice)

    def body_key(self, voice: Voice) -> tuple[str, ...]:
        """The key of a body."""
        return body_key(voice, self._reader)

    def under(self, *key: str) -> list[Cluster]:
        """The clusters under a key, in the order in which they were placed."""
        return list(self._by_key.get(key, {}).values())

    def sounding(self, name: Name) -> list[Cluster]:
        """The clusters of persons one of whose names sounds like this one's surname."""
        found = {id(c): c for part in _ends(name) for sound in sounds(part) for c in self.under("sound", sound)}
        return [found[key] for key in found]


def office_key(voice: Voice) -> tuple[str, ...]:
    """A title without a name by the offices that it means."""
    return ("office", *sorted(voice.standing.offices))


def body_key(voice: Voice, reader: NameReader) -> tuple[str, ...]:
    """A body without an entity by its words; by its article too when it is one word."""
    name = reader.read(fold(voice.forms[0])) if voice.forms else Name(())
    return ("body", *name.parts) if name.full else ("body", *name.parts, "", voice.article)


def _ends(name: Name) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name.parts[-1], name.parts[0]))) if name.parts else ()


def sounds(part: str) -> Iterator[str]:
    """The skeleton of a part, and those with one consonant missing when it is long enough for a slip."""
    whole = skeleton(part)
    yield whole or part
    if len(whole) >= 4:
        yield from (whole[:i] + whole[i + 1 :] for i in range(len(whole)))


def clusters(
    voices: Sequence[Voice], reader: NameReader, known: Knowledge, remembered: Iterable[Cluster] = ()
) -> list[Cluster]:
    """The speakers of all voices, which come in the order of their articles; ``remembered`` are those of earlier batches.

    Full names are placed before surnames, so that the order in which articles name a person does not matter.
    """
    index = _Index(reader, remembered)
    for voice in sorted(voices, key=lambda v: (not v.known, v.name is None or not v.name.full)):
        home = _home(voice, index, known)
        if home is None:
            home = Cluster(voice.kind, identity(voice, known))
            index.placed.append(home)
        home.add(voice)
        index.put(home, voice)
    order = {id(voice): i for i, voice in enumerate(voices)}
    heard = [cluster for cluster in index.placed if cluster.voices]
    for cluster in heard:
        cluster.voices.sort(key=lambda v: order[id(v)])
    return sorted(heard, key=lambda c: order[id(c.voices[0])])


def identity(voice: Voice, known: Knowledge) -> str | None:
    """The entity that a voice is, when the packs know it."""
    if voice.known or voice.body:
        return voice.known or voice.body
    person = _known_person(voice, known)
    return person.entity.id if person else None


def _known_person(voice: Voice, known: Knowledge) -> KnownPerson | None:
    if voice.name is None or not voice.name.parts:
        return None
    if voice.name.full:
        person = known.person(voice.name)
        return None if person and _elsewhere(voice, person, known) else person
    if voice.ambiguous:
        return None
    bearers = known.by_surname(voice.name.parts[0])
    fitting = [p for p in bearers if _in_office(voice, p) and not _elsewhere(voice, p, known)]
    return fitting[0] if len(fitting) == 1 else None


def _elsewhere(voice: Voice, person: KnownPerson, known: Knowledge) -> bool:
    """Whether the voice's country is none of the countries of the person's offices."""
    countries = {c for t in person.terms if (c := known.country(t.office))}
    return bool(countries and voice.standing.countries and not countries & voice.standing.countries)


def _in_office(voice: Voice, person: KnownPerson) -> bool:
    """Whether a surname can mean an office holder: the office is named, or held on the day (or about a year off)."""
    if voice.standing.offices:
        return any(t.office in voice.standing.offices for t in person.terms)
    if voice.day is None:
        return False
    year = dt.timedelta(days=_SEASON * _NEAR_SEASONS)
    return any(t.covers(day) for t in person.terms for day in (voice.day, voice.day - year, voice.day + year))


def _home(voice: Voice, index: _Index, known: Knowledge) -> Cluster | None:
    """The cluster that a voice belongs to, or None for a new one."""
    if voice.kind in ("anonymous", "unknown"):
        return None
    entity = identity(voice, known)
    if entity:
        return next(iter(index.under("known", entity)), None)
    if voice.kind == "body":
        return next((c for c in index.under(*index.body_key(voice)) if not c.known), None)
    if voice.kind == "role":
        offices = index.under(*office_key(voice)) if voice.standing.offices else []
        return next((c for c in offices if not c.known and c.near(voice.day)), None)
    return None if voice.ambiguous else _person_home(voice, index)


def _person_home(voice: Voice, index: _Index) -> Cluster | None:
    """The one cluster whose person this voice can be; with a doubt, none."""
    if voice.name is None:
        return None
    exact = index.under("name", *voice.name.parts) if voice.name.full else []
    if len(exact) == 1 and not conflicts(voice.standing, exact[0].standing):
        return exact[0]
    fits = [(c, like) for c in index.sounding(voice.name) if (like := _like(voice.name, voice, c)) != "no"]
    found = [c for c, like in fits if like == "same"] or [c for c, _ in fits]
    return found[0] if len(found) == 1 else None


def _like(name: Name, voice: Voice, cluster: Cluster) -> Likeness:
    likes = {_compare(name, other) for other in cluster.names}
    best: Likeness = "same" if "same" in likes else "maybe" if "maybe" in likes else "no"
    if best == "no" or corroborates(voice.standing, cluster.standing):
        return best
    if name.full and any(other.full for other in cluster.names):
        return best if best == "same" and not conflicts(voice.standing, cluster.standing) else "no"
    if best == "same" and not differs(voice.standing, cluster.standing) and cluster.near(voice.day):
        return "maybe" if _one_script(name, cluster) else "no"
    return "no"


def _compare(name: Name, other: Name) -> Likeness:
    if not other.parts:
        return "no"
    if name.full and other.full:
        return alike(name, other)
    if not name.full and not other.full:
        return has_part(other, name.parts[0])
    whole, part = (name, other) if name.full else (other, name)
    like = has_part(whole, part.parts[0])
    return like if part.parts[0] != whole.parts[0] else "no"


def _one_script(name: Name, cluster: Cluster) -> bool:
    return any(is_arabic(other.parts[-1]) == is_arabic(name.parts[-1]) for other in cluster.names)
