"""Clusters of voices as profiles that a memory can keep, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from consistency.attribution.clusters import Cluster, body_key, identity, office_key, season, sounds
from consistency.attribution.identity import Name, NameReader
from consistency.attribution.knowledge import Knowledge
from consistency.attribution.offices import Standing
from consistency.attribution.skeleton import skeleton
from consistency.attribution.voices import Voice
from consistency.recall import Profile, Seen

_BETWEEN = "|"
_SOUND, _ANY_GIVEN, _NO_GIVEN = "sound", "*", "."


def wanted_keys(voices: Iterable[Voice], reader: NameReader, known: Knowledge) -> set[str]:
    """What the profiles that these voices may belong to are looked up by."""
    return {key for voice in voices for key in _wanted(voice, reader, known)}


def _wanted(voice: Voice, reader: NameReader, known: Knowledge) -> Iterator[str]:
    if voice.kind in ("anonymous", "unknown"):
        return
    if entity := identity(voice, known):
        yield _key("known", entity)
    elif voice.kind == "body":
        yield _key(*body_key(voice, reader))
    elif voice.kind == "role":
        if voice.standing.offices:
            yield _key(*office_key(voice))
    elif voice.name and voice.name.parts and not voice.ambiguous:
        yield _key("name", *voice.name.parts)
        given = _given(voice.name) if voice.name.full else _ANY_GIVEN
        yield from (_key(_SOUND, g, s) for s in sounds(voice.name.parts[-1]) for g in (given, _NO_GIVEN))


def piece(voice: Voice, cluster: Cluster, reader: NameReader, known: Knowledge) -> Profile:
    """What one article tells of a speaker."""
    order = _place(voice.article, voice.day, min(voice.statements))
    entity = known.entity(cluster.known) if cluster.known else None
    body = known.speaking(voice.affiliation) if voice.affiliation else known.served(cluster.known, voice.day)
    return Profile(
        base="",
        kind=voice.kind,
        known=cluster.known,
        forms=_seen(order, (*voice.forms, *voice.stand_ins)),
        titles=_seen(order, voice.titles),
        affiliations=_seen(order, (body,) if body else ()),
        offices=tuple(sorted(voice.standing.offices)),
        title_ids=tuple(sorted(voice.standing.titles)),
        ranks=tuple(sorted(voice.standing.ranks)),
        countries=tuple(sorted(voice.standing.countries)),
        names=(voice.name.parts,) if voice.name else (),
        seasons=(season(voice.day),),
        keys=tuple(sorted(set(_keys(voice, cluster, reader)))),
        fallback=entity.ar + entity.en if entity else (),
        wikidata=entity.wikidata if entity else None,
    )


def _place(article: str, day: dt.date | None, number: int) -> str:
    return f"{day or dt.date.max} {article} {number:06}"


def _seen(order: str, texts: Sequence[str]) -> tuple[Seen, ...]:
    return tuple((order, text) for text in texts)


def _keys(voice: Voice, cluster: Cluster, reader: NameReader) -> Iterator[str]:
    """What the profile is found by; what no later voice can join has no keys."""
    if cluster.known:
        yield _key("known", cluster.known)
    if cluster.kind == "person" and voice.name and voice.name.parts:
        yield _key("name", *voice.name.parts)
        given = (_given(voice.name), _ANY_GIVEN) if voice.name.full else (_NO_GIVEN,)
        yield from (_key(_SOUND, g, s) for s in sounds(voice.name.parts[-1]) for g in given)
    elif cluster.kind == "role" and voice.standing.offices:
        yield _key(*office_key(voice))
    elif cluster.kind == "body":
        yield _key(*body_key(voice, reader))


def _given(name: Name) -> str:
    """The first consonant of the given name, which every spelling of it has."""
    return skeleton(name.parts[0])[:1]


def _key(*parts: str) -> str:
    return _BETWEEN.join(parts)


def cluster_of(profile: Profile) -> Cluster:
    """The cluster that a profile was, without its voices."""
    standing = Standing(*map(frozenset, (profile.offices, profile.title_ids, profile.ranks, profile.countries)))
    cluster = Cluster(profile.kind, profile.known, standing=standing, profile=profile)
    cluster.names = dict.fromkeys(map(Name, profile.names))
    cluster.seasons = set(profile.seasons)
    keys = (tuple(key.split(_BETWEEN)) for key in profile.keys if not key.startswith(_SOUND + _BETWEEN))
    cluster.found_by = tuple(keys)
    return cluster
