"""Whose a force is that nobody names: the speaker's, of whoever acts, or the one that the text speaks of."""

from __future__ import annotations

from consistency.facts.clauses import Clause
from consistency.facts.groups import Group
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node
from consistency.model import Mention

ACTORS = ("force", "body", "government", "place")
AWAY = ("with", "by", "at", "after", "until", "to", "against")
"""What leads in whoever is beside a force."""
THINGS = frozenset({"equipment", "bases"})
"""What forces have and are not."""
_NOT_AGENTS = ("at", "from", "to", "until", "with", "by", "after", "against")
_BODY = "org."
_DONE_TO = ("yes", "only")


class Owners:
    """Finds whose the forces of one passage are; ``own`` is the speaker's own side."""

    def __init__(self, passage: Passage, own: str | None) -> None:
        self._passage, self._own = passage, own
        self._registry = passage.context.registry

    @property
    def own_force(self) -> str | None:
        """The force of the speaker's side."""
        return self._registry.force(self._own) if self._own else None

    def party_of(self, group: Group, node: Node | None = None) -> str | None:
        """The party of a group: as named, the speaker's own, the agent's, or the one that the text speaks of."""
        if group.party:
            return group.party
        if group.owner == "first":
            return self.own_force or self.spoken_of_before()
        if group.foreign:
            return self._passage.frames.defaults.get("foreign")
        if group.owner == "third":
            if self.own_force and self._means_the_speaker(group):
                return self.own_force
            return self._passage.context.force_of(group) or self.spoken_of_before() or self.own_force
        done_to = node is not None and (node.features.get("object") in _DONE_TO or self._takes_out(node, group))
        if node is not None and done_to and (self._we_do(node) or self._pledges(node)):
            return self.own_force
        if node is not None and done_to and (country := self._country_described(node)) is not None:
            return self._registry.force(country)
        agent = self.agent(node) if node is not None and done_to else None
        if agent is None or (node is not None and self._keeps_guests(agent, node)):
            return self._spoken_of(group, node)
        return self._registry.force(agent)

    def agent(self, node: Node, deed: Node | None = None) -> str | None:
        """Who does it: the party in its clause that no preposition leads in, the nearest before it first.

        A ``deed`` is what he begins or plans: none behind it does.
        """
        clause = self._passage.clauses[node.clause]
        end = clause.last if deed is None or deed is node else deed.mention.first
        before = range(node.mention.first - 1, clause.first - 1, -1)
        after = range(node.mention.last, min(end, node.mention.last + 2))
        for i in (*before, *after):
            for m in self._passage.at.get(i, ()):
                if m.type == "own" and self._own and self._passage.context.lead(m, 2) not in _NOT_AGENTS:
                    return self._own
                if (
                    m.type in ACTORS
                    and self._registry.is_party(m.id)
                    and not (i >= node.mention.last and self._is_object(m, node))
                    and self._passage.context.lead(m, 2) not in _NOT_AGENTS
                ):
                    return m.id if self._registry.armed(m.id) else None
        return self._meant_by_that(clause)

    def _is_object(self, m: Mention, node: Node) -> bool:
        """«ستغادر مالي»: the only place behind a verb of leaving is what is left, not who leaves."""
        clause = self._passage.clauses[node.clause]
        later = (n for n in self._passage.inside(clause, "place", "sites") if n.first >= m.last)
        return m.type == "place" and "relation" in node.features and not any(later)

    def _meant_by_that(self, clause: Clause) -> str | None:
        """«أكدت تركيا أنها لن تنسحب»: the pronoun of «أن» stands for the body or country that says it."""
        opening = self._passage.context.until.get(clause.first, ())
        pronoun = any(m.type == "that" and m.enclitic in self._passage.frames.pronouns for m in opening)
        said = str(self._passage.statement.speaker).startswith(_BODY)
        return self._own if pronoun and said and clause.first == self._passage.first else None

    def is_abroad(self, agent: str, clause: Clause) -> bool:
        """Whether the clause names another country than that of who acts, or the story is about one."""
        country, home = self._registry.country, self._registry.country(agent)
        named = {country(m.id) for m in self._passage.inside(clause, "place")} - {None}
        abroad = named - {home} or {self._passage.context.host_of(self._passage.statement)} - {home}
        return home is not None and bool(abroad)

    def _keeps_guests(self, agent: str, node: Node) -> bool:
        """«تطلب بغداد إبقاء بعض الجنود»: who keeps forces that nobody names in his own country keeps those of others."""
        if node.features.get("relation") != "remain" or self._registry.country(agent) is None:
            return False
        return not self.is_abroad(agent, self._passage.clauses[node.clause])

    def _means_the_speaker(self, group: Group) -> bool:
        """«بغداد تشكو، وأردوغان يرفض سحب قواته»: nobody else stands between the speaker in the sentence and the pronoun."""
        context, span = self._passage.context, self._passage.statement.speaker_span
        if span is None or not any(s <= span[0] and group.start < e for s, e in context.document.sentences):
            return False
        others = context.mentions_in((span[0], group.start), *ACTORS, "nationality")
        home = self._registry.country(self._own)
        return span[1] <= group.start and all(self._registry.country(m.id) == home for m in others)

    def _takes_out(self, node: Node, group: Group) -> bool:
        """Whether a whole or part of a force stands right behind a verb that may take one ("pull out all forces",
        «ستبقي 500 جندي»).
        """
        verb = {"en": "leave", "ar": "remain"}.get(self._passage.context.document.language)
        takes = not node.nominal and node.features.get("relation") == verb
        return takes and group.first == node.mention.last and (group.share or group.number) is not None

    def _spoken_of(self, group: Group, node: Node | None) -> str | None:
        """The force of a group that nothing names; what is done to a force is not done to the one that does it."""
        done_to = node is not None and node.features.get("object") == "only"
        floor = self._passage.clauses[node.clause].first if node is not None and done_to else group.first
        forces = (g for g in self._passage.groups if g.of not in THINGS)
        groups = [g for g in forces if g.first >= group.first or g.last <= floor]
        earlier = next((g for g in reversed(groups) if g.last <= group.first and (g.party or g.owner)), None)
        if earlier is not None and not earlier.party and earlier.owner != "pointing":
            return self.party_of(earlier)
        found = earlier.party if earlier is not None else self.spoken_of_before()
        if found is None and group.number is None:
            later = (g for g in groups if g.first >= group.last and g.party)
            found = next((g.party for g in later if self._passage.context.lead_of(g, 2) not in AWAY), None)
        return found

    def spoken_of_before(self) -> str | None:
        """The force that the story speaks of; the speaker's own where it does, and is a foreign one."""
        own = self.own_force
        if own is not None and self._passage.context.speaks_of(own, self._passage.statement):
            return own
        found = self._passage.context.discourse(self._passage.statement)
        host, country = self._passage.context.host_of(self._passage.statement), self._registry.country
        if own is not None and found is not None and country(found.party) == host not in (None, country(own)):
            return own  # "Turkey says it will withdraw troops from Iraq", beside Iraqi forces: no others are spoken of
        return found.party if found is not None else self._own_abroad(host)

    def _own_abroad(self, host: str | None) -> str | None:
        """The speaker's own force where the story names none and is about another country, of which he asks nothing."""
        home = self._registry.country(self._own) if self._own else None
        asks = self._passage.effect.certainty == "sought"
        return self.own_force if home is not None and host not in (None, home) and not asks else None

    def _we_do(self, node: Node) -> bool:
        """Whether the speaker's own side does it («سنحتفظ بنحو ألفي جندي»)."""
        if node.features.get("person") == "1p" or any(g.features.get("person") == "1p" for g in node.above()):
            return True
        clause = self._passage.clauses[node.clause]
        before = (m for m in self._passage.inside(clause, "pronoun") if m.last <= node.mention.first)
        return next((m.features.get("person") for m in before), None) == "first"

    def _pledges(self, node: Node) -> bool:
        """Whether a noun opens what somebody pledges to do («وعدت بريطانيا بإرسال مستشارين»)."""
        opens = node.nominal and self._passage.first >= node.mention.first - 1
        return opens and self._passage.cue == "pledge" and self.own_force is not None

    def _country_described(self, node: Node) -> str | None:
        """The country that a relative clause is about («الدنمارك التي وعدت بإرسال 120 مدربا»)."""
        clause = self._passage.clauses[node.clause]
        before = self._passage.context.until.get(clause.first, ()) if clause.link == "relative" else ()
        return next((m.id for m in before if m.type == "place" and m.id in self._registry.countries), None)
