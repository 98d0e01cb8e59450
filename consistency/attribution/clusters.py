"""The speakers of a batch: the voices of all articles that are one person, one body, or one source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from consistency.attribution.identity import Likeness, Name, NameReader, alike, has_part
from consistency.attribution.knowledge import Knowledge, KnownPerson
from consistency.attribution.offices import Standing, conflicts, corroborates, differs
from consistency.attribution.voices import Voice
from consistency.orthography import fold, is_arabic

_NEAR = dt.timedelta(days=400)


@dataclass
class Cluster:
    """The voices that are one speaker."""

    kind: str
    known: str | None = None
    voices: list[Voice] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        joined = Standing()
        for voice in self.voices:
            joined = joined | voice.standing
        return joined

    @property
    def names(self) -> list[Name]:
        return list(dict.fromkeys(v.name for v in self.voices if v.name))


def clusters(voices: Sequence[Voice], reader: NameReader, known: Knowledge) -> list[Cluster]:
    """The speakers of all voices, which come in the order of their articles.

    Full names are placed before surnames, so that the order in which articles name a person does not matter.
    """
    placed: list[Cluster] = []
    for voice in sorted(voices, key=lambda v: (not v.known, v.name is None or not v.name.full)):
        home = _home(voice, placed, reader, known)
        if home is None:
            home = Cluster(voice.kind, _identity(voice, known))
            placed.append(home)
        home.voices.append(voice)
        home.known = home.known or voice.known
    order = {id(voice): i for i, voice in enumerate(voices)}
    for cluster in placed:
        cluster.voices.sort(key=lambda v: order[id(v)])
    return sorted(placed, key=lambda c: order[id(c.voices[0])])


def _identity(voice: Voice, known: Knowledge) -> str | None:
    """The entity that a voice is, when the packs know it."""
    if voice.known or voice.body:
        return voice.known or voice.body
    person = _known_person(voice, known)
    return person.entity.id if person else None


def _known_person(voice: Voice, known: Knowledge) -> KnownPerson | None:
    if voice.name is None:
        return None
    if voice.name.full:
        person = known.person(voice.name)
        return None if person and _elsewhere(voice, person, known) else person
    if voice.ambiguous:
        return None
    fitting = [
        p for p in known.by_surname(voice.name.parts[0]) if _in_office(voice, p) and not _elsewhere(voice, p, known)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _elsewhere(voice: Voice, person: KnownPerson, known: Knowledge) -> bool:
    """Whether the voice's country is none of the countries of the person's offices."""
    countries = {c for t in person.terms if (c := known.country(t.office))}
    return bool(countries and voice.standing.countries and not countries & voice.standing.countries)


def _in_office(voice: Voice, person: KnownPerson) -> bool:
    """Whether a surname can mean an office holder: the office is named, or held on the day (or a year about it)."""
    if voice.standing.offices:
        return any(t.office in voice.standing.offices for t in person.terms)
    if voice.day is None:
        return False
    return any(t.covers(voice.day) or t.covers(voice.day - _NEAR) or t.covers(voice.day + _NEAR) for t in person.terms)


def _home(voice: Voice, placed: Sequence[Cluster], reader: NameReader, known: Knowledge) -> Cluster | None:
    """The cluster that a voice belongs to, or None for a new one."""
    if voice.kind in ("anonymous", "unknown"):
        return None
    if voice.known:
        return next((c for c in placed if c.known == voice.known), None)
    if voice.kind == "body":
        return _body_home(voice, placed, reader)
    if voice.kind == "role":
        return next((c for c in placed if c.kind == "role" and voice.standing.offices and _same_office(c, voice)), None)
    identity = _identity(voice, known)
    if identity:
        return next((c for c in placed if c.known == identity), None)
    return None if voice.ambiguous else _person_home(voice, placed)


def _same_office(cluster: Cluster, voice: Voice) -> bool:
    """Whether two bare titles are one office at about one time."""
    other = cluster.voices[0]
    return cluster.known is None and other.standing.offices == voice.standing.offices and _near(other.day, voice.day)


def _body_home(voice: Voice, placed: Sequence[Cluster], reader: NameReader) -> Cluster | None:
    if voice.body:
        return next((c for c in placed if c.known == voice.body), None)
    for cluster in placed:
        first = cluster.voices[0]
        if cluster.kind == "body" and not cluster.known and _same_body(first, voice, reader):
            return cluster
    return None


def _same_body(one: Voice, other: Voice, reader: NameReader) -> bool:
    """Whether two bodies have one name of several words, or are named alike in one article."""
    names = reader.read(fold(one.forms[0])), reader.read(fold(other.forms[0]))
    return names[0] == names[1] and (names[0].full or one.article == other.article)


def _person_home(voice: Voice, placed: Sequence[Cluster]) -> Cluster | None:
    """The one cluster whose person this voice can be; with a doubt, none."""
    fits = [(c, like) for c in placed if c.kind == "person" and (like := _like(voice, c)) != "no"]
    sure = [c for c, like in fits if like == "same"]
    found = sure or [c for c, _ in fits]
    return found[0] if len(found) == 1 else None


def _like(voice: Voice, cluster: Cluster) -> Likeness:
    name = voice.name
    if name is None or not name.parts:
        return "no"
    standing = cluster.standing
    best = max((_compare(name, other) for other in cluster.names), key=["no", "maybe", "same"].index, default="no")
    if best == "no":
        return "no"
    if corroborates(voice.standing, standing):
        return best
    if name.full and any(n.full for n in cluster.names):
        return best if best == "same" and not conflicts(voice.standing, standing) else "no"
    if (
        best == "same"
        and not differs(voice.standing, standing)
        and any(_near(v.day, voice.day) for v in cluster.voices)
    ):
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
    return any(is_arabic(n.parts[-1]) == is_arabic(name.parts[-1]) for n in cluster.names)


def _near(one: dt.date | None, other: dt.date | None) -> bool:
    return one is None or other is None or abs(one - other) <= _NEAR
