"""What a story is about when a statement does not say: its host country, its forces, the speaker's own side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from consistency.facts.being import with_being, with_staying
from consistency.facts.capitals import with_governments
from consistency.facts.factions import with_factions
from consistency.facts.frames import Frames
from consistency.facts.groups import Group, Grouper
from consistency.facts.masdars import with_masdars
from consistency.facts.ownwords import own_words
from consistency.facts.places import qualifies, with_places
from consistency.facts.towns import with_towns
from consistency.facts.wordclass import with_word_classes
from consistency.model import Document, Mention, Span, Speaker, Statement, Story
from consistency.rulepack import Registry
from consistency.rulepack.registry import FACTION

_CLAIMS = frozenset({"aspect", "modality", "person"})
"""Mentions that a preposition before them belongs to, not to what follows."""
_SAYING = frozenset({"modality", "negation", "auxiliary", "preposition"})
"""Mentions that are none inside the name of a person («لو دريان»)."""
_ACTS = frozenset({("act", "act"), ("attribute", "of")})
_BESIDE = ("with", "by")
_ASIDE = (*_BESIDE, "between")
_PLACE_REACH, _PHRASE = 3, 14
_BESIDE_REACH, _TITLE_REACH, _VERB = 4, 8, 2
_STOPS = ("boundary", "that", "cue", "date", "topic")
_OWNERS = ("force", "body", "government", "place")


class Told(NamedTuple):
    """What is known besides the document: whose "we" a stretch of it is; names of towns from the whole batch."""

    sides: Mapping[Span, str] = MappingProxyType({})
    towns: frozenset[str] = frozenset()


NOTHING_TOLD = Told()
_WHERE = frozenset({"at", "from", "to", "until"})
"""Prepositions that lead in where something is."""


class Context:
    """One document with its mentions by token, its groups, and what each of its stories is about."""

    def __init__(self, document: Document, registry: Registry, frames: Frames, told: Told = NOTHING_TOLD) -> None:
        self.document, self.registry, self.frames = document, registry, frames
        self._sides, self._towns = told.sides, told.towns
        self.at: dict[int, list[Mention]] = {}
        self.until: dict[int, list[Mention]] = {}
        named = {i for m in document.mentions if m.type == "person" for i in range(m.first, m.last)}
        for mention in self._read(document):
            if (
                _meant(mention, document)
                and not qualifies(mention, document)
                and not (mention.type in _SAYING and mention.first in named)
            ):
                self.at.setdefault(mention.first, []).append(mention)
                self.until.setdefault(mention.last, []).append(mention)
        self._starts = [token.start for token in document.tokens]
        self._ends = [token.end for token in document.tokens]
        self.grouper = Grouper(document, self.at, registry, frames)
        self.groups = self.grouper.groups()
        self._hosts: dict[str, str | None] = {}
        self.spokesmen: Mapping[str, str] = {}

    def is_reported(self, span: Span) -> bool:
        """Whether words stand inside what somebody says whose side is known."""
        return any(start <= span[0] and span[1] <= end for start, end in self._sides)

    def _read(self, document: Document) -> Iterable[Mention]:
        """The document's mentions as the fact stage reads them."""
        mentions: Iterable[Mention] = own_words(document.mentions, self.frames)
        mentions = list(with_places(document, mentions, self.registry.countries))
        if "places" in self.frames.strangers:
            mentions = with_towns(document, mentions, self._towns)
        if "parties" in self.frames.strangers:
            mentions = with_factions(document, mentions, self.frames)
        if document.language == "en":
            words = [token.norm for token in document.tokens]
            mentions = with_being(with_word_classes(mentions, words, self.frames.articles), words)
        else:
            mentions = with_staying(with_masdars(mentions), {*self.frames.triggers, *_STOPS})
        return with_governments(mentions, self.registry.capitals, self.frames)

    def story(self, statement: Statement) -> Story:
        """The story of a statement."""
        return next(
            (s for s in self.document.article.stories if s.id == statement.story), self.document.article.stories[0]
        )

    def side_of(self, speaker: Speaker | None) -> str | None:
        """The party that a speaker speaks for; an armed group that no pack lists comes before his country."""
        own = own_party(speaker, self.registry)
        group = self.spokesmen.get(speaker.id) if speaker is not None else None
        return own if own is not None and own not in self.registry.countries else group or own

    def host_of(self, statement: Statement) -> str | None:
        """The country that the story of a statement is about."""
        return self.host(self.story(statement))

    def host(self, story: Story) -> str | None:
        """The country that most of the story's words of place are about."""
        if story.id not in self._hosts:
            votes = self._votes(story.span)
            self._hosts[story.id] = max(sorted(votes), key=lambda c: votes[c], default=None)
        return self._hosts[story.id]

    def host_so_far(self, statement: Statement) -> str | None:
        """The country of the story, if it is named up to the end of a statement's sentence; else the one named most till then."""
        end = next((e for s, e in self.document.sentences if s <= statement.span[0] < e), statement.span[1])
        span = (self.story(statement).span[0], max(end, statement.span[1]))
        nations = Counter(c for m in self.mentions_in(span, "nationality") if (c := self.registry.country(m.id)))
        votes = self._votes(span) + nations + nations
        whole = self.host_of(statement)
        return whole if not votes or whole in votes else max(sorted(votes), key=lambda c: votes[c])

    def _votes(self, span: Span) -> Counter[str]:
        """How much the words of place in a span speak for each country."""
        votes: Counter[str] = Counter()
        for mention in self.document.mentions_in(span, "place"):
            country = self.registry.country(mention.id)
            lead = self.lead(mention)
            if country is not None and lead not in _BESIDE and not self.acts(mention):
                votes[country] += 3 if lead in ("at", "from") or self._is_left(mention) else 1
        return votes

    def acts(self, place: Mention) -> bool:
        """Whether a place is who does something, not where («بقيادة واشنطن», «إخطار باريس الجانب المالي»)."""
        if qualifies(place, self.document):
            return True
        whole = place.id in self.registry.countries or place.id in self.registry.capitals
        return whole and any((m.type, m.id) in _ACTS for m in self.until.get(place.first, ()))

    def mentions_in(self, span: Span, *types: str) -> list[Mention]:
        """The mentions of these types that begin in a span."""
        first, last = self.tokens_of(span)
        return [m for i in range(first, last) for m in self.at.get(i, ()) if m.type in types]

    def place_beside(self, word: str | None, statement: Statement) -> str | None:
        """The place beside the last state of this id (None: any) in the story before a statement, or the first behind it."""
        states = self.mentions_in(self.story(statement).span, "state")
        told = [m for m in states if m.id == word or (word is None and "matter" not in m.features)]
        before = [m for m in told if m.start < statement.span[0]]
        after = [m for m in told if m.start >= statement.span[1]]
        named = (found for m in (*reversed(before), *after) if (found := self._beside(m)))
        return next(named, None)

    def _beside(self, m: Mention) -> str | None:
        beside = range(max(m.first - 1, 0), m.last + _PLACE_REACH)
        named = [p for i in beside for p in self.at.get(i, ()) if p.type == "place" and self.lead(p, 2) not in _ASIDE]
        behind = (p for i in range(m.last, m.last + _PHRASE) for p in self.at.get(i, ()) if p.type == "place")
        title = self.document.paragraphs[0][1] if self.document.paragraphs else 0
        ends = next((e for s, e in self.document.sentences if title <= s <= m.start < e), len(self.document.text))
        named += [p for p in behind if self.lead(p, 2) == "at" and p.start < ends]
        return named[0].id if named else None

    def told_before(self, statement: Statement, kind: str) -> list[Mention]:
        """The mentions of a type, or of an id, in the story before a statement."""
        first, last = self.tokens_of((self.story(statement).span[0], statement.span[0]))
        return [m for i in range(first, last) for m in self.at.get(i, ()) if kind in (m.type, m.id)]

    def places_beside(self, word: Mention) -> list[Mention]:
        """The places right behind a word, with nothing but a preposition between («انفجار بيروت», "the blast in Beirut")."""
        behind = (m for i in range(word.last, word.last + _BESIDE_REACH) for m in self.at.get(i, ()))
        return [m for m in behind if m.type == "place" and self.lead(m, 2) in (None, "at")][:1]

    def _is_left(self, place: Mention) -> bool:
        """Whether a verb of leaving or coming stands right before a place ("leaving Iraq")."""
        return any("relation" in m.features and "tense" in m.features for m in self.until.get(place.first, ()))

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """The tokens ``[first, last)`` that lie inside a span, at least in part («برحيل» where «رحيل» is meant)."""
        return bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1])

    def lead_of(self, group: Group, reach: int) -> str | None:
        """The preposition that leads in a group; none where it leads in the place or day right before («في العراق 300 جندي»)."""
        if any(m.type in ("place", "date") and not m.enclitic for m in self.until.get(group.first, ())):
            return None
        clitics = group.head.proclitics if group.first == group.head.first else ""
        return self.lead(replace(group.head, first=group.first, proclitics=clitics), reach)

    def lead(self, mention: Mention, reach: int = 3) -> str | None:
        """The preposition that leads in a mention: its clitic, or the nearest one before it."""
        clitic = self.frames.preposition(mention.proclitics)
        if clitic is not None:
            return clitic
        for i in range(mention.first, max(mention.first - reach, 0), -1):
            found = [m for m in self.until.get(i, ()) if m.type in ("preposition", "of") and not self._of_a_verb(m)]
            if found:
                nearest = max(found, key=lambda m: m.last - m.first)
                return self._before_direction(nearest) or nearest.id
            if any(m.type == "that" or m.id == "contrast" for m in self.until.get(i, ())):
                return None  # «شدد على أن بلاده …»
            here = self.at.get(i - 1, ())
            claims = (m for m in here if m.last <= mention.first)
            if any(m.type in self.frames.triggers or m.type in _CLAIMS for m in claims):
                return None
            led = next((c for m in here if (c := self.frames.preposition(m.proclitics))), None)
            if led is not None:
                return led
            if not self.document.tokens[i - 1].text[:1].isalnum():
                return None
        return None

    def _of_a_verb(self, m: Mention) -> bool:
        """Whether a preposition is a piece of the verb before it ("called on the United States to withdraw")."""
        before = (n for i in range(m.first - _VERB, m.first) for n in self.at.get(i, ()))
        return any(n.type in ("cue", "modality") and m.last <= n.last for n in before)

    def _before_direction(self, m: Mention) -> str | None:
        """The preposition right before a direction that is one itself («إلى غرب العراق»)."""
        if not any(n.type == "direction" for n in self.at.get(m.first, ())):
            return None
        return next((n.id for n in self.until.get(m.first, ()) if n.type == "preposition"), None)

    def discourse(self, statement: Statement) -> Group | None:
        """The named force that the story speaks of before the statement: the foreign one named most, of those the last."""
        story = self.story(statement)
        inside = [g for g in self._owned if story.span[0] <= g.start < story.span[1]]
        foreign = [g for g in inside if self._is_foreign(g, story)]
        for rows in (foreign, inside):
            named_later = (
                rows[:1] if rows is foreign else []
            )  # of the country's own forces none is meant before it is named
            before = [g for g in rows if g.start < statement.span[0]] or named_later
            before = [g for g in before if self.lead_of(g, 2) != "to"] or before  # nor who only receives a handover
            if before:
                named = Counter(g.party for g in before)
                return max(before, key=lambda g: (named[g.party] + (g is before[-1]), g.start))
        return None

    def speaks_of(self, party: str, statement: Statement) -> bool:
        """Whether the story names a foreign force."""
        story = self.story(statement)
        return any(g.party == party and self._is_foreign(g, story) for g in self._owned)

    @cached_property
    def _owned(self) -> list[Group]:
        """The groups whose force the words tell, by name or by a pronoun for one named in the same sentence («جنودها»)."""
        parties = ((g, self.force_of(g)) for g in self.groups)
        return [g._replace(party=party) for g, party in parties if party]

    def force_of(self, group: Group) -> str | None:
        """The force that a group is, or that a possessive pronoun says it belongs to."""
        if group.party or group.owner not in ("first", "third"):
            return group.party
        if group.owner == "first":
            side = next((p for (start, end), p in self._sides.items() if start <= group.start < end), None)
            return self.registry.force(side) if side is not None else None
        begins = next((s for s, e in self.document.sentences if s <= group.start < e), group.start)
        owner = self.antecedent(group.first, self.tokens_of((begins, begins + 1))[0])
        return self.registry.force(owner) if owner is not None else None

    def _is_foreign(self, group: Group, story: Story) -> bool:
        country = self.registry.country(group.party)
        if country is None:
            return bool(group.party) and self.registry.part_of(group.party or "", self.registry.foreign)
        return country != self.host(story)

    def antecedent(self, token: int, floor: int) -> str | None:
        """The party that a possessive pronoun before ``token`` stands for, no further back than token ``floor``."""
        received: str | None = None  # whom it stands for only if nobody else is named
        for i in range(token - 1, floor - 1, -1):
            owners = [m for m in self.at.get(i, ()) if self._can_own(m)]
            best = min(owners, key=lambda m: _OWNERS.index(m.type), default=None)
            aside = best is not None and (self._receives(best) or self._is_fought(best) or self._governs_here(best))
            if best is not None and not aside:
                return best.id
            received = received or (best.id if best is not None else None)
        if received is not None:
            return received
        named = (m for i in range(token - 1, floor - 1, -1) for m in self.at.get(i, ()) if m.type == "nationality")
        return next((m.id for m in named if self.registry.country(m.id) and not self._is_where(m)), None)

    def _can_own(self, m: Mention) -> bool:
        """Whether a mention is a party that a pronoun may stand for, and not only where something happens."""
        where = m.type == "place" and (self.lead(m, 2) in _WHERE or self._listed(m))
        return m.type in _OWNERS and self.registry.is_party(m.id) and self.registry.armed(m.id) and not where

    def _governs_here(self, m: Mention) -> bool:
        """Whether it is the government of the country that the story is about («طلبت بغداد تمديد بقائها»)."""
        here = self.host(self.document.story_at(m.start))
        return m.type != "force" and here is not None and self.registry.country(m.id) == here

    def _receives(self, m: Mention) -> bool:
        """Whether something is handed over to a party («سلمت القاعدة للجيش», «القوات الأمريكية سلمت الجيش القاعدة»)."""
        if self.document.language != "ar":
            return False
        verb = next((n for n in self.until.get(m.first, ()) if n.id == "handover" and "tense" in n.features), None)
        subject = verb is not None and any(n.type in _OWNERS for n in self.until.get(verb.first, ()))
        return subject or (m.type == "force" and self.lead(m, 2) == "to")

    def _is_fought(self, m: Mention) -> bool:
        """Whether somebody fights a force ("the coalition fighting the militia", "against the militia")."""
        if self.lead(m, 2) == "against":
            return True
        before = (n for i in (m.first, m.first - 1) for n in self.until.get(i, ()))
        return self.document.language == "en" and any(n.type == "role" and n.id == "combat" for n in before)

    def _is_where(self, nationality: Mention) -> bool:
        """Whether an adjective of nationality is the name of a country here, which a preposition leads in («في مالي»)."""
        here = (m for m in self.at.get(nationality.first, ()) if m.type == "place" and m.last == nationality.last)
        return any(self.lead(m, 2) in _WHERE for m in here)

    def _listed(self, place: Mention) -> bool:
        """Whether "and" joins a place to one where something is ("in Iraq and neighbouring Syria")."""
        joints = (i for i in (place.first - 1, place.first - 2) for m in self.at.get(i, ()) if m.id == "and")
        before = (m for i in joints for m in self.until.get(i, ()) if m.type == "place")
        return any(self.lead(m, 2) in _WHERE for m in before)


def spokesmen(context: Context, statements: Sequence[Statement]) -> dict[str, str]:
    """The speakers of a document that the words beside their names call those of an armed group, with its id."""
    found: dict[str, str] = {}
    for statement in statements:
        if statement.speaker_span is not None and (group := _group_beside(context, statement)) is not None:
            found.setdefault(statement.speaker, group)
    return found


def _group_beside(context: Context, statement: Statement) -> str | None:
    """The group in the words for a speaker, or right beside them in the same sentence outside what he says."""
    start, end = statement.speaker_span or (0, 0)
    first, last = context.tokens_of((start, end))
    begins, ends = next(((s, e) for s, e in context.document.sentences if s <= start < e), (start, end))
    near = range(max(first - _TITLE_REACH, 0), last + _TITLE_REACH)
    named = (m for i in near for m in context.at.get(i, ()) if m.id.startswith(FACTION) and begins <= m.start < ends)
    outside = [m for m in named if not statement.span[0] <= m.start < statement.span[1]]
    return min(outside, key=lambda m: (not start <= m.start < end, m.start)).id if outside else None


def own_party(speaker: Speaker | None, registry: Registry) -> str | None:
    """The party that a speaker speaks for: itself, or the body it belongs to."""
    if speaker is None:
        return None
    for candidate in (speaker.id, speaker.affiliation):
        if candidate and (registry.is_party(candidate) or registry.country(candidate)):
            return candidate
    return None


def _meant(mention: Mention, document: Document) -> bool:
    """English nationalities are written with a capital letter ("US", never "us"); a word in capitals is no pronoun."""
    written = document.text[mention.start : mention.end]
    if document.language != "en":
        return True
    if mention.type == "pronoun":
        return len(written) == 1 or not written.isupper()
    return mention.type != "nationality" or written[:1].isupper()
