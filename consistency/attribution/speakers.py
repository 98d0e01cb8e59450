"""Speakers and statements of a batch: one speaker for all that one person or body is said to have said.

A joint statement ("A and B said in a joint statement") is its first-named side's. Bodies keep their
entity id, persons get ``person.NAME``, a title that nobody could be found for ``office.…`` or
``role.ARTICLE.…``, anonymous sources ``anon.ARTICLE.NUMBER``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from consistency.attribution.clusters import Cluster, clusters
from consistency.attribution.identity import name_reader
from consistency.attribution.knowledge import knowledge
from consistency.attribution.profiles import cluster_of, piece, wanted_keys
from consistency.attribution.voices import Voice, voices
from consistency.model import Attribution, Attributions, Document, Speaker, Statement, Warning
from consistency.orthography import is_arabic
from consistency.recall import NoMemory, Profile, SpeakerMemory
from consistency.rulepack import Packs
from consistency.slugs import slug

_LAST_DAY = dt.date.max


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speakers in order of first appearance, the statements in text order, and what could not be resolved.

    ``pieces`` is what each article tells of each of its speakers, for a memory: (article, profile).
    """

    speakers: list[Speaker]
    statements: list[Statement]
    warnings: list[Warning]
    pieces: list[tuple[str, Profile]]


def resolve(
    documents: Sequence[Document], attributions: Attributions, packs: Packs
) -> tuple[list[Speaker], list[Statement], list[Warning]]:
    """The speakers, statements and warnings of articles that stand alone."""
    found = resolve_further(documents, attributions, packs, NoMemory())
    return found.speakers, found.statements, found.warnings


def resolve_further(
    documents: Sequence[Document], attributions: Attributions, packs: Packs, memory: SpeakerMemory
) -> Resolved:
    """The speakers and statements of articles, joined with the speakers of earlier ones, who keep their ids.

    Articles are taken by day and id, whatever their order; ``attributions`` is by article id.
    """
    reader, known = name_reader(packs), knowledge(packs)
    ordered = sorted(documents, key=lambda d: (d.article.published or _LAST_DAY, d.article.id))
    heard = [voice for d in ordered for voice in voices(d, attributions.get(d.article.id, ()), reader, known)]
    before = memory.profiles(wanted_keys(heard, reader, known))
    groups = clusters(heard, reader, known, map(cluster_of, before))
    ids = _ids(groups, memory)
    speaker_of = {(v.article, n): ids[i].id for i, g in enumerate(groups) for v in g.voices for n in v.statements}
    statements = [
        _statement(d, n, a, speaker_of[d.article.id, n])
        for d in ordered
        for n, a in enumerate(attributions.get(d.article.id, ()))
    ]
    pieces = [
        (v.article, replace(piece(v, g, reader, known), base=ids[i].base, number=ids[i].number))
        for i, g in enumerate(groups)
        for v in g.voices
    ]
    return Resolved(_speakers(groups, pieces), statements, _warnings(ordered, groups, attributions), pieces)


def _speakers(groups: Sequence[Cluster], pieces: Sequence[tuple[str, Profile]]) -> list[Speaker]:
    """The speakers of the groups, with what earlier batches and the pieces tell of them."""
    whole = {group.profile.id: group.profile for group in groups if group.profile}
    order = dict.fromkeys(profile.id for _, profile in pieces)
    for _, profile in pieces:
        whole[profile.id] = whole[profile.id].joined(profile) if profile.id in whole else profile
    return [whole[id_].speaker() for id_ in order]


class _Id(NamedTuple):
    """An id: a second bearer of a name gets the number 2."""

    base: str
    number: int

    @property
    def id(self) -> str:
        return self.base if self.number == 1 else f"{self.base}-{self.number}"


def _ids(groups: Sequence[Cluster], memory: SpeakerMemory) -> list[_Id]:
    """A stable id for each group: that of earlier batches, or a new one that nobody bears."""
    sources: dict[str, int] = {}
    bases = [g.profile.base if g.profile else g.known or _made_id(g, sources) for g in groups]
    taken = dict(memory.numbers({base for base, g in zip(bases, groups, strict=True) if not g.profile}))
    ids = []
    for group, base in zip(groups, bases, strict=True):
        if group.profile:
            ids.append(_Id(base, group.profile.number))
            continue
        taken[base] = taken.get(base, 0) + 1
        ids.append(_Id(base, taken[base]))
    return ids


def _made_id(group: Cluster, sources: dict[str, int]) -> str:
    first = group.voices[0]
    if group.kind in ("anonymous", "unknown"):
        sources[first.article] = sources.get(first.article, 0) + 1
        return f"anon.{first.article}.{sources[first.article]}"
    form = _fullest(group)
    if group.kind == "person":
        return f"person.{slug(form) or 'unnamed'}"
    if group.kind == "body":
        return f"org.{slug(form) or 'unnamed'}"
    offices = sorted(first.standing.offices)
    return offices[0] if offices else f"role.{first.article}.{slug(form) or 'unnamed'}"


def _fullest(group: Cluster) -> str:
    """The form that an id is made of: a Latin one if there is any, of the most words, the first of these."""
    forms = [form for voice in group.voices for form in voice.forms] or [""]
    whole = [" ".join(n.parts) for n in group.names if n.full] if not any(len(f.split()) > 1 for f in forms) else []
    return max([*forms, *whole], key=lambda f: (not is_arabic(f), len(f.split())))


def _statement(document: Document, number: int, attribution: Attribution, speaker: str) -> Statement:
    return Statement(
        id=f"{document.article.id}#s{number + 1}",
        article=document.article.id,
        story=document.story_at(attribution.span[0]).id,
        speaker=speaker,
        speaker_span=attribution.source,
        cue=document.slice(attribution.cue) if attribution.cue else None,
        cue_span=attribution.cue,
        mode=attribution.mode,
        span=attribution.span,
        text=document.slice(attribution.span),
        said_on=attribution.said_on,
        via=attribution.via,
    )


def _warnings(ordered: Sequence[Document], groups: Sequence[Cluster], attributions: Attributions) -> list[Warning]:
    """One warning for each speaker that a title or surname alone did not tell."""
    order = {d.article.id: i for i, d in enumerate(ordered)}
    open_voices = [
        v for g in groups for v in g.voices if not g.known and (v.kind in ("role", "unknown") or v.ambiguous)
    ]
    return [
        _warning(v, attributions[v.article][v.statements[0]])
        for v in sorted(open_voices, key=lambda v: (order[v.article], v.statements[0]))
    ]


def _warning(voice: Voice, attribution: Attribution) -> Warning:
    named = f"“{voice.forms[0]}”" if voice.forms else "a speaker left unnamed"
    reason = (
        "several persons in the article bear this name"
        if voice.ambiguous
        else "no name for it in the article or the rule packs"
    )
    return Warning(
        code="unresolved-speaker",
        message=f"{named}: {reason}",
        article=voice.article,
        span=attribution.source or attribution.span,
    )
