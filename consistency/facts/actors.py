"""Who does what is said: the party that acts, the one that a noun belongs to, the speaker's own side, the one accused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from consistency.facts.groups import Group
from consistency.facts.nouns import owners_beside
from consistency.facts.owners import ACTORS
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node
from consistency.facts.reading import Reading
from consistency.model import Mention
from consistency.rulepack.frames import Whom
from consistency.rulepack.registry import EVENT

_ASIDE = ("at", "from", "to", "until", "with", "by", "after", "against", "between", "for")
_FIRST = ("first", "1p", "1s")
_BEHIND, _OWNER_REACH = 2, 2
_TARGET_REACH = 3
_AT_WHOM = ("at", "against", "from", "to")
"""What leads in those whom something is done to."""
_POSSESSIVE = "'s"
_DAMMA = "\u064f"
_NAMED, _OWN, _INHERITED, _EVENT = 1.0, 0.9, 0.85, 0.9
_REPORTED = ("indirect", "headline", "mixed")
_COMMAS = (",", "،")
_PIECES = frozenset(
    {"body_word", "institution", "unit", "title", "role", "direction", "nationality", "given_name", "attribute"}
)


class Acting(NamedTuple):
    """A party, how sure it is that it is the one, and the ``others`` that do it with it ("Israel and Hamas agreed")."""

    party: str
    confidence: float
    others: tuple[str, ...] = ()


class Actors:
    """Finds the parties that the readings of one passage are about; ``own`` is the speaker's own side."""

    def __init__(self, passage: Passage, own: str | None) -> None:
        self._passage, self._context = passage, passage.context
        self._registry = passage.context.registry
        self._own = own
        self._before: list[tuple[Reading, Acting]] = []

    def find(self, whom: Whom, reading: Reading, event: str | None, topics: Collection[str] = ()) -> Acting | None:
        """The party that ``whom`` asks for, if the words give it; ``topics`` are the ids that the fact is about."""
        if whom == "event":
            return Acting(EVENT + event, _EVENT) if event else None
        found = _FINDERS[whom](self, reading) if whom in _FINDERS else None
        return self._owner_of_topic(reading, topics) if found is None and whom == "owner" else found

    def speaker(self, reading: Reading) -> Acting | None:
        """The speaker's own side: the government for its ministries and offices, else the body itself."""
        return Acting(self._side(self._own), _OWN) if self._own else None

    def agent(self, reading: Reading) -> Acting | None:
        """Who does it: we, the party beside the verb, or the one of the predicate before."""
        reading = reading.holder or reading
        node = reading.node
        if node is None:
            return None
        found = self._agent(reading, node)
        if found is not None:
            self._before.append((reading, found))
        return found

    def several(self, reading: Reading) -> bool:
        """Whether more than one party does it ("Israel and Hamas have not agreed")."""
        named = next(self._beside(reading, reading.node), None) if reading.node is not None else None
        return named is not None and named.type != "own" and bool(self._named(named).others)

    def owner(self, reading: Reading) -> Acting | None:
        """Whose a noun is («رفض الحكومة», "Israel's refusal", "a breach by the army")."""
        node = reading.node
        if node is None:
            return self._of_group(reading)
        if not node.nominal:
            return None
        m, pronouns = node.mention, self._passage.frames.pronouns
        if pronouns.get(m.enclitic) or self._possessive(m) is not None:
            return self._of_pronoun(m, pronouns.get(m.enclitic) or self._possessive(m) or "")
        after = (n for i in range(m.last, m.last + _OWNER_REACH) for n in self._passage.at.get(i, ()))
        owners = [n for n in after if not n.proclitics and (n.first == m.last or self._led_by(n))]
        if any(self._is_own(n) for n in owners):
            return self.speaker(reading)
        owners = [n for n in owners if self._acts(n)]
        behind = next(iter(owners), None) if self._language == "ar" or self._by_follows(m) else None
        behind = behind or self._of_nation(m)
        before = (
            n for n in self._context.until.get(m.first, ()) if n.enclitic == _POSSESSIVE or n.type == "nationality"
        )
        ahead = next((n for n in before if self._acts(n) or self._registry.country(n.id)), None)
        named = behind or (ahead if self._language == "en" else None) or self._by(reading, m)
        return Acting(self._side(self._party_of(named) or named.id), _NAMED) if named is not None else None

    def target(self, reading: Reading) -> Acting | None:
        """Against whom it is directed ("sanctions on Syria", «ضد إيران», "lifted from Mali"): the first that is led in so."""
        inside = range(reading.clause.first, reading.clause.last)
        named = (m for i in inside for m in self._passage.at.get(i, ()) if m.type in ACTORS)
        led = (m for m in named if self._party_of(m) and self._context.lead(m, _TARGET_REACH) in _AT_WHOM)
        found = next(led, None)
        return Acting(self._side(self._party_of(found)), _NAMED) if found is not None else None

    def _of_nation(self, m: Mention) -> Mention | None:
        """The adjective of a nation right behind an Arabic noun («خرقا إسرائيليا»)."""
        nations = (n for n in self._passage.at.get(m.last, ()) if n.type == "nationality")
        return next((n for n in nations if self._registry.country(n.id)), None) if self._language == "ar" else None

    def addressee(self, reading: Reading) -> Acting | None:
        """Whom the reporting words name before what is reported ("accused the army of breaking the truce")."""
        cue = self._passage.statement.cue_span
        if cue is None or cue[1] > self._passage.statement.span[0]:
            return None
        named = self._context.mentions_in((cue[1], self._passage.statement.span[0]), *ACTORS)
        found = next((m for m in named if self._acts(m) and self._side(m.id) != self._mine), None)
        return Acting(self._side(found.id), _NAMED) if found is not None else None

    # --- who acts ---------------------------------------------------------------------

    def _agent(self, reading: Reading, node: Node) -> Acting | None:
        if self._is_first(reading, node):
            return self.speaker(reading)
        if node.passive or self._vowelled_passive(node):
            return self._behind(reading, node)
        named = next((m for m in self._beside(reading, node)), None)
        if named is not None:
            return self.speaker(reading) if named.type == "own" else self._named(named)
        forces = self._own_forces(reading, node)
        if forces is not None:
            return self._of_pronoun(forces.head, str(forces.owner))
        owner = self.owner(reading) if node.nominal else None
        if owner is not None or (node.nominal and not node.governors):
            return owner
        done_to = self._done_to(reading, node)
        return self._behind(reading, node) if done_to else self._taken_over(reading, node)

    def _behind(self, reading: Reading, node: Node) -> Acting | None:
        """Who is named behind "by", «من قبل»."""
        by = self._by(reading, node.mention)
        return Acting(self._side(self._party_of(by)), _NAMED) if by is not None else None

    def _vowelled_passive(self, node: Node) -> bool:
        """Whether the first letter of an Arabic verb in the past carries the vowel of the passive («رُفعت»)."""
        written = self._context.document.tokens[node.mention.first].text[len(node.mention.proclitics) + 1 :]
        return node.features.get("tense") == "past" and written.startswith(_DAMMA)

    def _done_to(self, reading: Reading, node: Node) -> bool:
        """Whether what is spoken of, and nobody, can be the subject of an Arabic verb («العقوبات على ليبيا رفعت»)."""
        if self._language != "ar" or node.nominal or self._has_pronoun(reading, node):
            return False
        free = [m for m in self._passage.inside(reading.clause, "topic") if not m.proclitics]
        return any(m.last <= node.mention.first or m.first == node.mention.last for m in free)

    def _own_forces(self, reading: Reading, node: Node) -> Group | None:
        """The forces with a pronoun that stand beside a verb («قواتنا لم تخرق», "our men have not broken")."""
        clause = reading.clause
        inside = (g for g in self._passage.groups if clause.first <= g.first and g.last <= clause.last)
        beside = (g for g in inside if g.last <= node.mention.first or g.first == node.mention.last)
        own = (g for g in beside if not g.party and g.owner in ("first", "third"))
        return next((g for g in own if self._context.lead_of(g, 2) not in _ASIDE), None) if not node.nominal else None

    def _named(self, m: Mention) -> Acting:
        """The party of a name, with those that "and" joins to it."""
        party = self._side(m.id)
        others = (self._side(n.id) for n in (*self._joined(m, -1), *self._joined(m, 1)))
        return Acting(party, _NAMED, tuple(dict.fromkeys(other for other in others if other != party)))

    def _joined(self, m: Mention, way: int) -> Iterator[Mention]:
        """The parties that "and" or a comma before an "and" joins to one, to the left (-1) or to the right (1) of it."""
        found, linked = m, False
        row: list[Mention] = []
        while (beside := self._next(found, way)) is not None:
            found, link = beside
            row.append(found)
            linked = linked or link
        yield from row if linked else ()

    def _next(self, m: Mention, way: int) -> tuple[Mention, bool] | None:
        """The next party of a list, and whether "and" joins it rather than a comma."""
        tokens = self._context.document.tokens
        at = m.last if way > 0 else self._before_article(m.first - 1)
        joint, comma = self._is_and(at), self._passage.first <= at < self._passage.last and tokens[at].text in _COMMAS
        edge = at + way * (joint or comma) + (way < 0)
        edge += way > 0 and self._is_article(edge)
        rows = self._context.at if way > 0 else self._context.until
        parties = [
            n for n in rows.get(edge, ()) if self._acts(n) and self._passage.first <= n.first < self._passage.last
        ]
        found = max(parties, key=lambda n: n.last - n.first, default=None)
        if found is None:
            return None
        clitic = self._passage.frames.joins(found if way > 0 else m)
        return (found, joint or clitic) if joint or comma or clitic else None

    def _before_article(self, at: int) -> int:
        return at - self._is_article(at)

    def _is_article(self, at: int) -> bool:
        inside = self._passage.first <= at < self._passage.last
        return inside and self._context.document.tokens[at].norm in self._passage.frames.articles

    def _is_and(self, at: int) -> bool:
        return any(m.type == "boundary" and m.id == "and" and m.last == at + 1 for m in self._passage.at.get(at, ()))

    def _is_first(self, reading: Reading, node: Node) -> bool:
        """Whether the speaker's own side does it («لن نقبل», "we accept")."""
        persons = [n.features.get("person") for n in (node, *node.above())]
        before = [m for m in self._passage.inside(reading.clause, "pronoun") if m.last <= node.mention.first]
        named = any(self._acts(m) for m in self._ahead(reading, node) if not before or m.first >= before[-1].last)
        return any(p in _FIRST for p in persons) or (
            bool(before) and before[-1].features.get("person") == "first" and not named
        )

    def _beside(self, reading: Reading, node: Node) -> Iterator[Mention]:
        """The parties that may do it, the likeliest first: in Arabic right behind a verb, else before it."""
        behind = [
            m
            for i in range(node.mention.last, min(reading.clause.last, node.mention.last + _BEHIND))
            for m in self._passage.at.get(i, ())
            if self._stands(m)
        ]
        first = behind if self._language == "ar" and not node.nominal else []
        yield from (*first, *(m for m in reversed(self._ahead(reading, node)) if self._stands(m)))

    def _ahead(self, reading: Reading, node: Node) -> list[Mention]:
        inside = range(reading.clause.first, node.mention.first)
        return [m for i in inside for m in self._passage.at.get(i, ()) if m.type in (*ACTORS, "own")]

    def _stands(self, m: Mention) -> bool:
        """Whether a party stands free: no preposition leads it in."""
        if m.type == "own":
            return self._is_own(m) and self._context.lead(m, 2) not in _ASIDE
        return self._acts(m) and self._context.lead(m, 2) not in _ASIDE

    def _is_own(self, m: Mention) -> bool:
        """Whether words such as "the movement" mean the speaker's own side: one of that ``kind``, and no longer name."""
        kinds = m.features.get("kind", "").split()
        named = any(self._acts(n) for n in self._passage.at.get(m.first, ()))
        fits = self._own is not None and (not kinds or self._registry.kind(self._mine) in kinds)
        return m.type == "own" and fits and not named

    def _acts(self, m: Mention) -> bool:
        return m.type in ACTORS and self._registry.is_party(m.id)

    def _taken_over(self, reading: Reading, node: Node) -> Acting | None:
        """A verb without a subject of its own: of the clause before, or in reported words of whom they are of."""
        pronoun = self._has_pronoun(reading, node)
        if not pronoun and self._unknown_subject(reading, node):
            return None
        before = next((acting for earlier, acting in reversed(self._before) if earlier is not reading), None)
        if before is not None:
            return Acting(before.party, before.confidence * _INHERITED)
        antecedent = self._context.antecedent(node.mention.first, self._passage.first) if pronoun else None
        if antecedent is not None:
            return Acting(self._side(antecedent), _INHERITED)
        reported = self._passage.statement.mode in _REPORTED and self._mine is not None
        return Acting(str(self._mine), _INHERITED) if reported else None

    def _has_pronoun(self, reading: Reading, node: Node) -> bool:
        """Whether a pronoun stands for who does it («إنها وافقت», "it has agreed")."""
        inside = range(reading.clause.first, node.mention.first)
        return any(m.type == "pronoun" for i in inside for m in self._passage.at.get(i, ()))

    def _unknown_subject(self, reading: Reading, node: Node) -> bool:
        """Whether words that nothing explains may be who does it: before an English verb, right behind an Arabic one."""
        if self._language == "ar":
            i = node.mention.last
            follows = i < reading.clause.last and self._names_only(i)
            ahead = range(reading.clause.first, node.mention.first)
            return follows or any(self._names_only(j) for j in ahead)
        opens = self._passage.clauses[0] is reading.clause and self._passage.statement.mode == "headline"
        return not opens

    def _names_only(self, i: int) -> bool:
        """Whether a word is unknown, or known only as a piece of some name («كتيبة», «الجبهة الجنوبية»)."""
        return self._is_word(i) and all(m.type in _PIECES for m in self._passage.at.get(i, ()))

    def _is_word(self, i: int) -> bool:
        return self._context.document.tokens[i].text[:1].isalpha()

    # --- owners -----------------------------------------------------------------------

    def _owner_of_topic(self, reading: Reading, topics: Collection[str]) -> Acting | None:
        """Whose what is spoken of is («العقوبات الأمريكية», "Washington's sanctions", "EU sanctions", "sanctions by the EU")."""
        here = (m for m in self._passage.inside(reading.clause, "topic") if m.id in topics)
        found = (self._owner_of_noun(m, reading) for m in here)
        return next((acting for acting in found if acting is not None), None)

    def _owner_of_noun(self, m: Mention, reading: Reading) -> Acting | None:
        person = self._passage.frames.pronouns.get(m.enclitic) or self._possessive(m)
        if person:
            return self._of_pronoun(m, person)
        beside = next((n for n in owners_beside(m, self._passage) if self._party_of(n)), None)
        named = beside or self._by(reading, m)
        return Acting(self._side(self._party_of(named)), _NAMED) if named is not None else None

    def _of_group(self, reading: Reading) -> Acting | None:
        """Whose those that a number counts are, as their own words name it ("12 Israeli soldiers", «جنودنا»)."""
        group = reading.group
        if group is None:
            return None
        mine = group.owner == "first" and self._own is not None
        party = self._registry.force(str(self._own)) if mine else self._context.force_of(group)
        return Acting(party, _NAMED if group.party else _OWN) if party else None

    def _possessive(self, m: Mention) -> str | None:
        """The person of an English possessive before a noun ("its acceptance")."""
        before = (n for n in self._context.until.get(m.first, ()) if n.type == "pronoun" and n.id in ("their", "self"))
        return next((n.features.get("person") for n in before), None)

    def _of_pronoun(self, m: Mention, person: str) -> Acting | None:
        if person == "first":
            return Acting(str(self._mine), _OWN) if self._mine else None
        named = self._context.antecedent(m.first, self._passage.first)
        if named is not None:
            return Acting(self._side(named), _INHERITED)
        reported = self._passage.statement.mode in _REPORTED and self._mine is not None
        return Acting(str(self._mine), _OWN) if reported else None

    def _led_by(self, m: Mention) -> bool:
        return self._context.lead(m, 2) == "by"

    def _by_follows(self, m: Mention) -> bool:
        return any(n.type == "preposition" and n.id == "by" for n in self._passage.at.get(m.last, ()))

    def _by(self, reading: Reading, m: Mention) -> Mention | None:
        """The party that "by" leads in behind a predicate."""
        behind = (n for i in range(m.last, reading.clause.last) for n in self._passage.at.get(i, ()))
        led = (n for n in behind if n.type in ACTORS and self._context.lead(n, 3) == "by")
        return next((n for n in led if self._party_of(n)), None)

    # --- parties ----------------------------------------------------------------------

    def side_of(self, party: str) -> str:
        """The government for the forces of its state; any other party itself."""
        country = self._registry.country(party)
        own = country is not None and self._registry.force(country) == party
        return self._registry.government(party) if own else party

    @property
    def _mine(self) -> str | None:
        return self._side(self._own) if self._own else None

    @property
    def _language(self) -> str:
        return self._context.document.language

    def _party_of(self, m: Mention) -> str:
        """The party that a name or an adjective of nationality stands for; a capital for its country; "" for none."""
        known = self._registry.capitals.get(m.id, m.features.get("owner_is", m.id))
        return known if self._registry.is_party(known) else ""

    def _side(self, party: str) -> str:
        """The government for a country and for what belongs to its government; any other party itself."""
        government = self._registry.government(party)
        named = self._registry.country(party) == party or self._registry.part_of(party, government)
        return government if named else party


_FINDERS: Mapping[str, Callable[[Actors, Reading], Acting | None]] = {
    "agent": Actors.agent,
    "owner": Actors.owner,
    "speaker": Actors.speaker,
    "addressee": Actors.addressee,
    "target": Actors.target,
}
