"""Readings: each trigger of a statement with its force, place, dates, roles, and how it is held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from consistency.facts.clauses import Clause, clause_at, find_clauses
from consistency.facts.context import Context, own_party
from consistency.facts.frames import Effect, Frames
from consistency.facts.groups import Group
from consistency.facts.outlook import OPERATORS, Node, Outlook, attach_relatives, bind, outlook
from consistency.model import Mention, Span, Speaker, Statement

AMOUNT, NATURE = "amount", "nature"
_PARTIES = ("force", "body", "government", "place")


@dataclass(frozen=True)
class Led:
    """A mention with the preposition that leads it in ("" for none)."""

    mention: Mention
    lead: str


@dataclass
class Reading:
    """What one trigger says; ``facets`` are the plain words that frames ask for."""

    trigger: Mention
    clause: Clause
    view: Outlook
    group: Group | None = None
    party: str | None = None
    component: str = "all"
    source: str = "none"
    place: str | None = None
    dates: list[Led] = field(default_factory=list)
    places: list[Led] = field(default_factory=list)
    parties: list[Led] = field(default_factory=list)
    roles: list[Led] = field(default_factory=list)
    facets: dict[str, str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """From the first to the last word that the reading rests on."""
        return min(s[0] for s in self.spans), max(s[1] for s in self.spans)


class StatementReader:
    """Reads one statement: clauses, then predicates and what governs them, then the slots."""

    def __init__(self, context: Context, statement: Statement, speaker: Speaker | None, frames: Frames) -> None:
        self.context, self.statement, self.frames = context, statement, frames
        self.registry = context.registry
        self.own = own_party(speaker, self.registry)
        tokens = context.document.tokens
        self.first = next((i for i, t in enumerate(tokens) if t.start >= statement.span[0]), len(tokens))
        self.last = next((i for i in range(self.first, len(tokens)) if tokens[i].start >= statement.span[1]), len(tokens))
        self.at: dict[int, list[Mention]] = {
            i: [m for m in context.at.get(i, ()) if m.last <= self.last] for i in range(self.first, self.last) if i in context.at
        }
        self.groups = [g for g in context.groups if self.first <= g.first and g.last <= self.last]
        self._covered = {i for g in self.groups for i in range(g.first, g.last)}
        self.effect = self._cue_effect()
        self.anchor = self._anchor()
        predicates = frames.triggers | set(OPERATORS[2:])
        self.clauses = find_clauses(tokens, self.first, self.last, self.at, predicates, frames) if self.last > self.first else []
        self.readings: list[Reading] = []

    def read(self) -> list[Reading]:
        """Every reading of the statement, in text order."""
        if not self.clauses:
            return []
        nodes = self._nodes()
        distance = self._distance()
        links, starts = [c.link for c in self.clauses], [c.first for c in self.clauses]
        bind(nodes, links, starts, distance)
        attach_relatives(nodes, links, starts)
        triggers = [node for node in nodes if node.trigger]
        for node in triggers:
            self._read(node, nodes)
        self._amounts(triggers)
        self._natures(triggers)
        return self.readings

    # --- predicates -------------------------------------------------------------------

    def _nodes(self) -> list[Node]:
        found = []
        for i in range(self.first, self.last):
            for m in self.at.get(i, ()):
                trigger = m.type in self.frames.triggers
                if (trigger and self._triggers(m)) or (m.type in OPERATORS and not self._attributive(m)):
                    found.append(Node(m, clause_at(self.clauses, m.first), trigger))
        return [n for n in found if not any(_swallows(o, n) for o in found)]

    def _triggers(self, m: Mention) -> bool:
        """Whether a trigger stands for itself: not an adjective inside a force's name, and a mission only if it is one of combat."""
        if m.first in self._covered and m.type != AMOUNT and any(g.head.first < m.first < g.last for g in self.groups):
            return False
        if m.features.get("needs") == "combat":
            return self._combat(m)
        return True

    def _combat(self, m: Mention) -> bool:
        clause = self.clauses[clause_at(self.clauses, m.first)]
        around = self.context.grouper.around(m)
        if around.component == "combat":
            return True
        group = next((g for g in self.groups if m.last <= g.first < clause.last), None)
        return group is not None and group.component == "combat" and group.first - m.last <= 1

    def _attributive(self, m: Mention) -> bool:
        return any(g.first <= m.first and m.last <= g.last and m.type != "negation" for g in self.groups)

    def _distance(self) -> list[int]:
        """For each token of the document, how many open ones (in no group, no mention of grammar) stand before it."""
        count, out = 0, [0] * (len(self.context.document.tokens) + 1)
        for i in range(self.first, self.last):
            out[i] = count
            light = i in self._covered or any(m.type in ("preposition", "share", "date", "adverb", "attribute", "component") for m in self.at.get(i, ()))
            count += not light
        for i in range(self.last, len(out)):
            out[i] = count
        return out

    # --- one trigger ------------------------------------------------------------------

    def _read(self, node: Node, nodes: Sequence[Node]) -> None:
        clause = self.clauses[node.clause]
        reading = Reading(node.mention, clause, outlook(node))
        reading.spans = [node.mention.span, *(g.mention.span for g in _governing(node))]
        self._fill_group(reading, node, nodes)
        self._fill_slots(reading, node, nodes)
        self._settle(reading, node)
        self._facets(reading, node)
        self.readings.append(reading)
        for extra in [g for g in node.governors if g.relative and g is not node.governors[0]]:
            phase = extra.mention.features.get("phase")
            if phase and phase != reading.view.phase and reading.view.finite:
                other = replace(reading, view=replace(reading.view, phase=phase), facets={**reading.facets, "phase": phase}, dates=[])
                self.readings.append(other)

    def _settle(self, reading: Reading, node: Node) -> None:
        """What the clause before, the reporting word and a date yet to come add to a predicate that leaves it open."""
        view, effect = reading.view, self.effect
        before = next((r for r in reversed(self.readings) if r.clause.last <= node.mention.first or r.clause is reading.clause), None)
        joined = reading.clause.link == "and" or self.frames.joins(node.mention) or any(self.frames.joins(g.mention) for g in node.governors)
        if joined and before is not None and not view.finite and before.trigger.type in self.frames.triggers:
            view = replace(view, phase=view.phase or before.view.phase, certainty=max(view.certainty, before.view.certainty, key=_rank),
                           polarity=before.view.polarity if view.polarity == "affirmed" else view.polarity)  # fmt: skip
        if reading.group is not None and reading.group.word == "none":
            view = replace(view, polarity="denied" if view.polarity == "affirmed" else "affirmed")
        view = self._conditional(view, reading.clause)
        head = not any(r.trigger.first < node.mention.first for r in self.readings) and node.mention.first - self.first <= 6
        later = any(self._ahead(d.mention) for d in reading.dates)
        if view.phase in (None, "completed") and later and not (view.finite and view.phase):
            view = replace(view, phase="planned")
        if view.phase is None and head and effect.announces and reading.clause.link != "time":
            view = replace(view, phase=self._announced(reading))
        if view.phase is None and reading.clause.link != "time":
            view = replace(view, phase=node.mention.features.get("bare"))
        if head or effect.polarity:
            view = _under_cue(view, effect)
        reading.view = view

    def _announced(self, reading: Reading) -> str:
        own = self.own is not None and reading.party is not None and self.registry.country(self.own) == self.registry.country(reading.party)
        return "planned" if own and reading.trigger.features.get("announced") == "planned" else "completed"

    def _conditional(self, view: Outlook, clause: Clause) -> Outlook:
        """A condition anywhere in the sentence holds for the clause that it hangs on."""
        index = self.clauses.index(clause)
        near = self.clauses[max(index - 1, 0) : index + 2]
        if any(c.link == "condition" for c in near) and view.phase != "completed":
            return replace(view, certainty="conditional")
        return view

    def _ahead(self, date: Mention) -> bool:
        interval = date.value.resolve(self.anchor)
        return self.anchor is not None and interval.end is not None and interval.end >= self.anchor

    # --- whom it is about -------------------------------------------------------------

    def _fill_group(self, reading: Reading, node: Node, nodes: Sequence[Node]) -> None:
        mention = node.mention
        around = self.context.grouper.around(mention) if node.nominal else None
        if around is not None and (around.party or around.owner or around.foreign):
            reading.group, reading.source = around, "named"
        after, before = self._group_after(node, nodes), self._group_before(node, nodes)
        object_ = mention.features.get("object") == "yes"
        prefer_after = node.nominal or object_ or before is None
        near = (after or before) if prefer_after else (before or after)
        if near is not None and (reading.group is None or near is after):
            if reading.group is not None:
                near = _joined_groups(near, reading.group)
            reading.group, reading.source = near, "named"
        if reading.group is None and reading.clause.link == "relative":
            reading.group = next((g for g in reversed(self.groups) if g.last <= reading.clause.first), None)
            reading.source = "relative" if reading.group else "none"
        self._inherit(reading, node)
        if around is not None and around.component and reading.group is not None and not reading.group.component:
            reading.group = replace(reading.group, component=around.component)
        self._resolve(reading, node)

    def _group_after(self, node: Node, nodes: Sequence[Node]) -> Group | None:
        """The first group after a trigger in its clause, with nothing between that has a claim of its own."""
        clause, token = self.clauses[node.clause], node.mention.last
        group = next((g for g in self.groups if g.first >= token - 1 and g.head.first >= token and g.last <= clause.last), None)
        if group is None or self.context.lead(group_mention(group), 2) in ("with", "by", "at", "after", "until", "to"):
            return None
        between = [n for n in nodes if token <= n.mention.first < group.first and n.trigger]
        gap = sum(1 for i in range(token, group.first) if i not in self._covered and not self.at.get(i))
        return group if not between and gap <= (3 if node.nominal else 4) else None

    def _group_before(self, node: Node, nodes: Sequence[Node]) -> Group | None:
        clause = self.clauses[node.clause]
        rows = [g for g in self.groups if clause.first <= g.first and g.last <= node.mention.first]
        rows = [g for g in rows if self.context.lead(group_mention(g), 2) not in ("with", "by")]
        if not rows:
            return None
        group = rows[-1]
        taken = [n for n in nodes if n.trigger and n.nominal and n is not node and n.mention.last <= group.first and group.first - n.mention.last <= 1]
        return None if node.nominal and taken and not any(n.clause != node.clause for n in taken) and not node.governors else group

    def _inherit(self, reading: Reading, node: Node) -> None:
        """A pronoun, a definite masdar, or a verb without a subject takes the force of the clause before."""
        if reading.group is not None:
            return
        before = next((r for r in reversed(self.readings) if r.party), None)
        pronoun = self.frames.pronouns.get(node.mention.enclitic) or next((self.frames.pronouns.get(g.mention.enclitic) for g in node.governors if g.mention.enclitic), None)
        plural = node.mention.features.get("person") in ("3fs", "3mp", "1p", "3fp", "3md")
        if pronoun == "first" or node.mention.features.get("person") == "1p":
            reading.party, reading.source = self._own_force(), "own"
        elif before is not None and (pronoun or plural or not node.nominal or reading.clause.link in ("and", "relative")):
            reading.group, reading.party, reading.component, reading.source = before.group, before.party, before.component, "inherited"
        if reading.party is None and self._may_look_back(node, pronoun, plural):
            earlier = next((g for g in reversed(self.groups) if g.last <= node.mention.first and g.party), None) or self.context.discourse(self.statement)
            if earlier is not None:
                reading.party, reading.source = earlier.party, "discourse"

    def _may_look_back(self, node: Node, pronoun: str | None, plural: bool) -> bool:
        if node.mention.features.get("needs") == "group" and not pronoun:
            return False
        return bool(pronoun) or plural or (node.nominal and node.mention.features.get("article") == "yes")

    def _resolve(self, reading: Reading, node: Node) -> None:
        group = reading.group
        if group is not None and reading.party is None:
            reading.party = self.party_of(group, node)
        if group is not None and reading.component == "all":
            reading.component = group.component or "all"
        if group is not None and reading.source in ("named", "relative"):
            reading.spans.append((group.start, group.end))

    def party_of(self, group: Group, node: Node | None = None) -> str | None:
        """The party of a group: as named, the speaker's own, or the one that the context speaks of."""
        if group.party:
            return group.party
        if group.owner == "first":
            return self._own_force()
        if group.foreign:
            return self.frames.defaults.get("foreign")
        if group.owner == "third":
            owner = self.context.antecedent(group.first, self._sentence_start())
            if owner is not None:
                return self.registry.force(owner)
        if node is not None and node.mention.features.get("object") == "yes":
            agent = self._agent(node)
            if agent is not None:
                return self.registry.force(agent)
        earlier = next((g for g in reversed(self.groups) if g.last <= group.first and g.party), None)
        later = next((g for g in self.groups if g.first >= group.last and g.party), None) if group.number is None else None
        found = earlier or self.context.discourse(self.statement) or later
        return found.party if found is not None else None

    def _agent(self, node: Node) -> str | None:
        """Who does it: the party before the trigger in its clause that no preposition leads in."""
        clause = self.clauses[node.clause]
        for i in range(node.mention.first - 1, clause.first - 1, -1):
            for m in self.at.get(i, ()):
                if m.type in _PARTIES and self.registry.is_party(m.id) and self.context.lead(m, 2) not in ("at", "from", "to", "until", "with"):
                    return m.id
        return None

    def _own_force(self) -> str | None:
        return self.registry.force(self.own) if self.own else None

    def _sentence_start(self) -> int:
        start = next((s for s, e in self.context.document.sentences if s <= self.statement.span[0] < e), self.statement.span[0])
        tokens = self.context.document.tokens
        return next((i for i in range(self.first, -1, -1) if tokens[i].start <= start), 0)

    # --- slots ------------------------------------------------------------------------

    def _fill_slots(self, reading: Reading, node: Node, nodes: Sequence[Node]) -> None:
        clause = self.clauses[node.clause]
        for i in range(clause.first, clause.last):
            for m in self.at.get(i, ()):
                if m.type == "role" and m.first >= node.mention.last:
                    reading.roles.append(Led(m, self._role_lead(m, reading)))
                elif m.type == "place" or m.type == "sites":
                    reading.places.append(Led(m, self._place_lead(m, node)))
                if (m.type in _PARTIES and m.type != "place") or (m.type == "place" and self.registry.country(m.id) == m.id):
                    reading.parties.append(Led(m, self.context.lead(m, 3) or ""))
        for i in range(self.first, self.last):
            reading.dates += [Led(m, self._date_lead(m)) for m in self.at.get(i, ()) if m.type == "date" and self._date_owner(m, nodes) is node]
        reading.spans += [d.mention.span for d in reading.dates]

    def _role_lead(self, m: Mention, reading: Reading) -> str:
        """The preposition that leads in a role, or the one of the role before it in a list."""
        for i in range(m.first, reading.trigger.last - 1, -1):
            if i in self.at:
                clitic = next((self.frames.preposition(x.proclitics) for x in self.at[i] if x.type in ("role", "topic") and self.frames.preposition(x.proclitics)), None)
                found = clitic or next((x.id for x in self.at[i] if x.type == "preposition" and x.last <= m.first), None)
                if found in ("from", "to"):
                    return found
        return ""

    def _place_lead(self, m: Mention, node: Node) -> str:
        lead = self.context.lead(m, 4)
        if lead is None and 0 <= m.first - node.mention.last <= 6 and m.type in ("place", "sites"):
            return "object"
        return lead or ""

    def _date_lead(self, m: Mention) -> str:
        return self.context.lead(m, 3) or ""

    def _date_owner(self, date: Mention, nodes: Sequence[Node]) -> Node | None:
        """The trigger a date belongs to: that of the nearest predicate before it in its clause, else after it."""
        clause = clause_at(self.clauses, date.first)
        here = [n for n in nodes if n.clause == clause and n.root() is not None]
        before = [n for n in here if n.mention.first < date.first]
        chosen = before[-1] if before else (here[0] if here else None)
        return chosen.root() if chosen else None

    # --- facets -----------------------------------------------------------------------

    def _facets(self, reading: Reading, node: Node | None) -> None:
        features = dict(reading.trigger.features)
        view, group = reading.view, reading.group
        topics = {m.id for i in range(reading.clause.first, reading.clause.last) for m in self.at.get(i, ()) if m.type == "topic"}
        site = next((m for i in range(reading.clause.first, reading.clause.last) for m in self.at.get(i, ()) if m.type == "site"), None)
        home = any(m.type == "homeward" for i in range(reading.clause.first, reading.clause.last) for m in self.at.get(i, ()))
        home = home or any(p.lead == "to" and self.registry.country(p.mention.id) == self.registry.country(reading.party) for p in reading.places)
        moods = {g.mention.id for g in _governing(node)} if node else set()
        reading.facets = {
            **features,
            "trigger": reading.trigger.id,
            "phase": view.phase or "",
            "polarity": view.polarity,
            "certainty": view.certainty,
            "ended": "yes" if view.ended else "",
            "finite": "yes" if view.finite else "",
            "continued": "yes" if view.continued else "",
            "group": reading.source if reading.party else "none",
            "component": reading.component,
            "site": site.id if site else "",
            "homeward": "yes" if home else "",
            "link": reading.clause.link,
            "roles": "yes" if reading.roles else "",
            "date": "yes" if reading.dates else "",
            "word": (group.word or "") if group else "",
            **{f"topic.{t}": "yes" for t in topics},
            **{f"under.{m}": "yes" for m in moods},
        }
        if site:
            reading.spans.append(site.span)
        reading.place = self._place(reading)

    def _place(self, reading: Reading) -> str | None:
        host = self.context.host(self.context.story(self.statement))
        own = self.registry.country(reading.party)
        for leads in (("from", "at"), ("object",), ("to",), ("",)):
            for led in reading.places:
                if led.lead in leads and led.mention.type == "place" and self.registry.country(led.mention.id) != own:
                    return self.registry.country(led.mention.id)
        return host if host != own or reading.party is None else host

    # --- what no predicate carries ----------------------------------------------------

    def _amounts(self, triggers: Sequence[Node]) -> None:
        for group in self.groups:
            if group.number is None and group.word is None:
                continue
            reading = next((r for r in self.readings if r.group is not None and r.group.first == group.first), None)
            clause = self.clauses[clause_at(self.clauses, group.first)]
            view = Outlook(phase=None, polarity="affirmed", certainty=reading.view.certainty if reading else "asserted")
            amount = Reading(group.head, clause, _under_cue(view, self.effect), group, self.party_of(group), group.component or "all", "named")
            if reading is not None:
                amount.party, amount.places = reading.party or amount.party, reading.places
            amount.spans = [(group.start, group.end)]
            self._amount_facets(amount, reading)
            self.readings.append(amount)
        self._bare_numbers()

    def _amount_facets(self, amount: Reading, reading: Reading | None) -> None:
        group = amount.group
        assert group is not None
        to = self.context.lead(group_mention(group), 2) == "to"
        self._facets(amount, None)
        amount.trigger = replace(amount.trigger, type=AMOUNT, features={})
        amount.facets |= {
            "of": group.of,
            "event": reading.trigger.id if reading and reading.trigger.type == "event" and not to else "",
            "number": "yes" if group.number else "",
        }
        if reading is not None and reading.place:
            amount.place = reading.place

    def _bare_numbers(self) -> None:
        """A number without a unit counts what a noun of number before it belongs to («يصل عديدها إلى 900 ألف»)."""
        for i in range(self.first, self.last):
            number = next((m for m in self.at.get(i, ()) if m.type == "number" and i not in self._covered), None)
            clause = self.clauses[clause_at(self.clauses, i)]
            topic = next((m for k in range(i - 1, max(clause.first, i - 9) - 1, -1) for m in self.at.get(k, ()) if m.type == "topic" and m.id == "number"), None)
            if number is None or topic is None or any(m.type == "unit" for m in self.at.get(number.last, ())):
                continue
            group = self.context.grouper.around(topic)
            if group.bare or group.owner == "third":
                group = next((g for g in reversed(self.groups) if g.last <= number.first), group)
            group = replace(group, number=number.value, of="troops", end=max(group.end, number.end))
            amount = Reading(topic, clause, _under_cue(Outlook(), self.effect), group, self.party_of(group), group.component or "all", "named")
            amount.spans = [topic.span, number.span]
            self._amount_facets(amount, None)
            self.readings.append(amount)

    def _natures(self, triggers: Sequence[Node]) -> None:
        """«القوات … ليست قتالية»: a component that is said of a definite force before it."""
        for i in range(self.first, self.last):
            component = next((m for m in self.at.get(i, ()) if m.type == "component" and m.id in ("combat", "non_combat")), None)
            if component is None or component.features.get("article") or component.proclitics:
                continue
            subject = self._predicated(component)
            if subject is None:
                continue
            clause = self.clauses[clause_at(self.clauses, i)]
            denied = any(m.type == "negation" for k in range(subject.last, i) for m in self.at.get(k, ()))
            view = _under_cue(Outlook(), self.effect)
            flips = denied != (view.polarity == "denied")
            reading = Reading(component, clause, replace(view, polarity="affirmed"), subject, self.party_of(subject), "all", "named")
            reading.spans = [(subject.start, subject.end), component.span]
            self._facets(reading, None)
            reading.trigger = replace(component, type=NATURE)
            reading.facets["is"] = component.id if not flips else {"combat": "non_combat", "non_combat": "combat"}[component.id]
            reading.component = subject.component or "all"
            self.readings.append(reading)

    def _predicated(self, component: Mention) -> Group | None:
        """The definite force that a component is said of: in the same clause, with no other predicate between."""
        clause = self.clauses[clause_at(self.clauses, component.first)]
        inside = next((g for g in self.groups if g.first <= component.first < g.last), None)
        if inside is not None and (inside.definite or inside.party or inside.number is not None or (inside.head.last > component.first and self.context.document.language == "ar")):
            return None
        end = inside.first if inside else component.first
        subject = next((g for g in reversed(self.groups) if clause.first <= g.first and g.last <= end and g is not inside), None)
        if subject is None:
            return None
        if not (subject.definite or subject.party or subject.owner):
            return None
        copula = any(m.type == "copula" or m.type == "negation" for k in range(subject.last, end) for m in self.at.get(k, ()))
        gap = [k for k in range(subject.last, end) if k not in self._covered]
        return subject if len(gap) <= 5 and (copula or (self.context.document.language == "ar" and inside is not None)) else None

    # --- what engines ask -------------------------------------------------------------

    def place_led(self, reading: Reading, leads: Sequence[str]) -> str | None:
        """The place that one of these prepositions leads in; cities of a country are a place of their own."""
        for led in reading.places:
            if led.lead in leads:
                return f"{reading.place}.{led.mention.id}" if led.mention.type == "sites" else led.mention.id
        return None

    def party_led(self, reading: Reading, leads: Sequence[str]) -> str | None:
        """The party that one of these prepositions leads in; "agent" is who does it, "own" the speaker's side."""
        for lead in leads:
            found = self._agent_of(reading) if lead == "agent" else next((p.mention.id for p in reading.parties if p.lead == lead), None)
            if found is not None:
                return found
        return None

    def _agent_of(self, reading: Reading) -> str | None:
        group = next((g for g in reversed(self.groups) if reading.clause.first <= g.first and g.last <= reading.trigger.first and g.party), None)
        return group.party if group is not None else None

    def side_of(self, reading: Reading) -> str | None:
        """Who works with the partner: the speaker's government, else the host's."""
        partner = self.party_led(reading, ("with",))
        for candidate in (self.own, self.context.host(self.context.story(self.statement))):
            if candidate is not None:
                side = self.registry.government(candidate)
                if partner is None or side != self.registry.government(partner):
                    return side
        return None

    # --- the statement ----------------------------------------------------------------

    def _cue_effect(self) -> Effect:
        span = self.statement.cue_span
        if span is None:
            return self.frames.cues.get(self.statement.mode, Effect())
        cues = [m for m in self.context.document.mentions_in((span[0], span[1] + 1), "cue")]
        names = [name for m in cues for name in (m.id, m.features.get("class", "")) if name in self.frames.cues]
        return self.frames.cues[names[0]] if names else Effect(announces=True)

    def _anchor(self) -> dt.date | None:
        article = self.context.document.article
        return self.statement.said_on or self.context.story(self.statement).reported_on or article.published


def group_mention(group: Group) -> Mention:
    """A group's first word as a mention, for what leads it in."""
    return replace(group.head, first=group.first, proclitics=group.head.proclitics if group.first == group.head.first else "")


def _joined_groups(near: Group, around: Group) -> Group:
    """A group with the owner that stands between it and its trigger («نشر تركيا المئات من جنودها»)."""
    return near if near.party else replace(near, party=around.party, component=near.component or around.component)


def _governing(node: Node) -> list[Node]:
    found: list[Node] = []
    queue = list(node.governors)
    while queue:
        here = queue.pop(0)
        found.append(here)
        queue += here.governors
    return found


def _swallows(outer: Node, inner: Node) -> bool:
    """Whether a longer operator holds the words of another predicate («من غير المتوقع»)."""
    o, i = outer.mention, inner.mention
    return o is not i and o.first <= i.first and i.last <= o.last and (o.last - o.first) > (i.last - i.first) and not (outer.trigger and not inner.trigger and False)


def _under_cue(view: Outlook, effect: Effect) -> Outlook:
    polarity = view.polarity
    if effect.polarity == "denied":
        polarity = "denied" if view.polarity == "affirmed" else "affirmed"
    certainty = max(view.certainty, effect.certainty or "asserted", key=_rank)
    return replace(view, polarity=polarity, certainty=certainty, phase=view.phase or effect.phase)


def _rank(certainty: str) -> int:
    return ("asserted", "expected", "sought", "conditional").index(certainty)

