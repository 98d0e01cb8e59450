"""Reads one statement: its predicates, what governs them, whom they are about, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from consistency.facts.actors import Actors
from consistency.facts.amounts import amounts
from consistency.facts.clauses import Clause
from consistency.facts.context import own_party
from consistency.facts.groups import Group
from consistency.facts.natures import natures
from consistency.facts.outlook import Outlook, outlook, shifted, weaker
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node, find_predicates
from consistency.facts.reading import Reading
from consistency.facts.slots import Slots
from consistency.facts.subjects import Subjects
from consistency.model import Mention, Speaker
from consistency.rulepack.frames import Effect

_HEARSAY = 0.4
"""How sure it is that a speaker holds what he says that people say."""
_HEAD_REACH = 3
_LEADING = frozenset({"preposition", "boundary", "negation"})
"""Words after which a noun is no longer what the sentence reports."""
_ARRIVALS = ("to", "object", "at")
_PLACING = frozenset({"from", "at", "to"})
_WAYS = ("from", "object")
_BESIDE, _NEAR = "beside.", "near."


class StatementReader:
    """The readings of one statement, and what frames ask about them."""

    def __init__(self, passage: Passage, speaker: Speaker | None) -> None:
        self.passage = passage
        self.registry = passage.context.registry
        self.own = own_party(speaker, self.registry)
        self.subjects = Subjects(passage, self.own)
        self.slots = Slots(passage)
        self.actors = Actors(passage, self.own)
        self._before: Sequence[Reading] = ()

    def read(self) -> list[Reading]:
        """Every reading of the statement: predicates, then amounts, then natures."""
        if not self.passage.mentions:
            return []
        nodes = find_predicates(self.passage)
        readings: list[Reading] = []
        for node in nodes:
            if node.trigger:
                readings += self._read(node, nodes, readings)
        counted = []
        for amount, holder in amounts(self.passage, self.subjects, readings):
            known = amount.facets
            self._facets(amount, None)
            amount.facets |= known
            if holder is None:
                amount.view = self._conditional(amount.view, amount)
            counted.append(_counted(amount, holder, self._leads_to(amount)))
        said = list(natures(self.passage, self.subjects))
        for nature in said:
            known = nature.facets
            self.slots.add_places(nature)
            self._facets(nature, None)
            nature.facets |= known
            nature.view = self._conditional(nature.view, nature)
        for reading in (*counted, *said):
            reading.view = _under_cue(reading.view, self.passage.effect, denies=reading in counted)
            reading.facets |= {"polarity": reading.view.polarity, "certainty": reading.view.certainty}
            reading.confidence *= self._belief(reading.trigger)
        return [*readings, *counted, *said]

    def _belief(self, mention: Mention) -> float:
        """How sure it is that the speaker holds what he says: hearsay he only passes on."""
        return _HEARSAY if self.passage.hearsay_before(mention) else 1.0

    # --- one predicate ----------------------------------------------------------------

    def _read(self, node: Node, nodes: Sequence[Node], earlier: Sequence[Reading]) -> list[Reading]:
        self._before = earlier
        if self._denies_asking(node):
            return []
        reading = Reading(node.mention, self.passage.clauses[node.clause], outlook(node), node=node)
        reading.spans = [node.mention.span, *(g.mention.span for g in node.above())]
        self.subjects.fill(reading, node, nodes, earlier)
        self.slots.fill(reading, node, nodes)
        reading.view = self._settled(reading, node, earlier)
        self._narrow(reading)
        staged = self._next_stage(reading, node)
        self._facets(reading, node)
        self._placed_as_before(reading, earlier)
        return [reading, *_also(reading, node), *self._of_the_rest(reading), *staged]

    def _denies_asking(self, node: Node) -> bool:
        """«نفى أن يكون قد طلب إبقاء مدربين», "we did not ask them to leave": nothing is said of staying or leaving."""
        asking = [g for g in node.above() if g.mention.id == "sought" and g.features.get("pos") in ("verb", "noun")]
        negated = any(o.mention.type == "negation" for g in asking for o in g.governors)
        return bool(asking) and (negated or self.passage.effect.polarity == "denied")

    def _of_the_rest(self, reading: Reading) -> list[Reading]:
        """«سنسحب معظم قواتنا عام 2010 والباقي عام 2011»: a second date that belongs to the rest of the force."""
        shares = [m for m in self.passage.inside(reading.clause, "share") if m.features.get("part") == "rest"]
        rest = next(
            (m for m in shares if m.first not in self.passage.covered and m.first >= reading.trigger.last), None
        )
        later = [d for d in reading.dates if rest is not None and d.mention.first >= rest.last]
        if not later:
            return []
        reading.dates = [d for d in reading.dates if d not in later]
        return [replace(reading, dates=later, facets={**reading.facets, "part": "rest"})]

    def _next_stage(self, reading: Reading, node: Node) -> list[Reading]:
        """«ستغادر القوات القتالية في آب وجميع القوات نهاية العام»: a later date with a part of the force of its own."""
        first = min((d.mention.last for d in reading.dates), default=reading.clause.last)
        behind = (g for g in self.passage.groups if first <= g.first and g.last <= reading.clause.last)
        group = next((g for g in behind if g is not reading.group and g.number is None), None)
        later = [d for d in reading.dates if group is not None and d.mention.first >= group.last]
        if group is None or not later or reading.source not in ("named", "guessed"):
            return []
        reading.dates = [d for d in reading.dates if d not in later]
        spans = [reading.trigger.span, (group.start, group.end), *(d.mention.span for d in later)]
        party = group.party or reading.party
        stage = replace(reading, group=group, party=party, component=group.component or "all", dates=later, spans=spans)
        self._facets(stage, node)
        return [stage]

    def _placed_as_before(self, reading: Reading, earlier: Sequence[Reading]) -> None:
        """«أخلت القوات المعسكر في كيدال وغادرته»: a verb that names no place is about the one before it."""
        before = earlier[-1] if earlier else None
        joined = reading.clause.link in ("and", "comma") and reading.source == "inherited"
        led = any(m.id in _PLACING for m in self.passage.inside(reading.clause, "preposition"))
        if (
            before is not None
            and joined
            and before.place
            and not (reading.places or led)
            and before.party == reading.party
        ):
            reading.place = before.place

    def _narrow(self, reading: Reading) -> None:
        """«لم تعد هناك قوات في دور قتالي»: where presence is denied in combat only, the combat part is meant."""
        gone = reading.view.ended or reading.view.polarity == "denied"
        inside = self.passage.inside(reading.clause, "component") if reading.trigger.features.get("relation") else ()
        if (
            gone
            and reading.component == "all"
            and any(self._is_combat_part(m) and m.first > reading.trigger.first for m in inside)
        ):
            reading.component = "combat"

    def _is_combat_part(self, m: Mention) -> bool:
        """Whether a word tells combat forces from others; not a noun for any fighter («مقاتلو فاغنر»)."""
        return m.id == "combat" and not any(n.type == "unit" for n in self.passage.at.get(m.first, ()))

    def _settled(self, reading: Reading, node: Node, earlier: Sequence[Reading]) -> Outlook:
        """What the clause before, the reporting word and a date still to come add to what the predicate leaves open."""
        effect = self.passage.effect
        view = self._coordinated(reading, node, earlier)
        if reading.group is not None and reading.group.word == "none" and not _negates(node, reading.group):
            view = view.turned()
        view = self._conditional(view, reading)
        named = reading.group is not None and reading.group.last <= node.mention.first <= reading.group.last + 1
        if node.features.get("tense") == "participle" and not node.governors and named:
            view = replace(view, finite=True)  # "the troops left"
        head = not earlier and self._opens(node)
        timed = reading.clause.link == "time"
        if timed and view.phase == "completed" and self._only_until_then(reading):
            return replace(view, phase=None)
        if timed and not view.finite:
            return replace(view, phase="completed" if self._over_by_then(reading, earlier) else None)
        bare = view.phase in (None, "completed") and not (view.finite and view.phase)
        coming = view.phase == "ongoing" and view.ended and not view.continued
        if (bare or coming or self._present(node)) and self._ahead(reading, node):
            view = replace(view, phase="planned")  # «تنتهي في آذار»
        if view.phase is None and not timed:
            gerund = node.features.get("tense") == "gerund"  # "the departing force"
            named = head and not (gerund or self.passage.clausal)
            announced = named and effect.announces and (node.nominal or node.mention.type == "event")
            denied = "completed" if node.nominal and view.polarity == "denied" else None  # «لا صحة لأنباء الانسحاب»
            phase = (effect.phase or self._announced(reading)) if announced else node.features.get("bare") or denied
            view = replace(view, phase=phase)
            reading.confidence = effect.confidence if head else 1.0
        if self.passage.refuted_after(node.mention):
            view = view.turned()
        else:
            reading.confidence *= self._belief(node.mention)
        return _under_cue(view, effect) if head or effect.polarity else view

    def _only_until_then(self, reading: Reading) -> bool:
        """Whether "until" or "before" opens the clause: what it says has not happened yet ("until the drawdown is over")."""
        return any(m.type == "preposition" and m.id == "until" for m in self.passage.at.get(reading.clause.first, ()))

    def _over_by_then(self, reading: Reading, earlier: Sequence[Reading]) -> bool:
        """«باتت تتولى القيادة بعد انسحاب القوات»: what comes before something that has happened has happened too."""
        clauses = self.passage.clauses
        at = clauses.index(reading.clause)
        led = any(m.type == "preposition" and m.id == "after" for m in self.passage.at.get(reading.clause.first, ()))
        before = (
            self.passage.inside(clauses[at - 1], *self.passage.frames.triggers, "auxiliary", "modality") if at else []
        )
        ahead = any(m.features.get("tense") == "future" or m.features.get("phase") == "planned" for m in before)
        finite = any(m.features.get("tense") in ("past", "present") for m in before)
        planned = bool(earlier) and earlier[-1].view.phase == "planned"
        return led and finite and not (ahead or planned)

    def _coordinated(self, reading: Reading, node: Node, earlier: Sequence[Reading]) -> Outlook:
        """«انتهاء المهام وانسحابها»: a noun joined to another predicate is held as that one is."""
        view, frames = reading.view, self.passage.frames
        before = earlier[-1] if earlier else None
        joined = reading.clause.link == "and" or any(
            frames.joins(m) for m in (node.mention, *(g.mention for g in node.governors))
        )
        if before is None or not joined:
            return view
        if node.features.get("tense") == "present" and before.view.phase == "planned" and view.phase == "ongoing":
            return replace(view, phase="planned")  # «ستغادر القوات وتعود»
        if view.finite:
            return view
        polarity = before.view.polarity if view.polarity == "affirmed" else view.polarity
        return replace(
            view,
            phase=view.phase or before.view.phase,
            certainty=weaker(view.certainty, before.view.certainty),
            polarity=polarity,
        )

    @staticmethod
    def _present(node: Node) -> bool:
        """Whether nothing but its own present tense says how far an event has come."""
        alone = all(g.mention.type == "negation" for g in node.above())
        return alone and node.mention.type == "event" and node.features.get("tense") == "present"

    def _announced(self, reading: Reading) -> str:
        """What announcing an event means: that it is done, or planned, for own forces or if still to come."""
        if any(m.features.get("tense") == "future" for m in self.passage.inside(reading.clause, "auxiliary")):
            return "planned"  # "the departure would be orderly"
        if "bare" in reading.trigger.features:
            return reading.trigger.features["bare"]
        if reading.trigger.type == "state":
            return "ongoing"
        country = self.registry.country
        own = bool(self.own and reading.party) and country(self.own) == country(reading.party)
        return "planned" if own and reading.trigger.features.get("announced") == "planned" else "completed"

    def _conditional(self, view: Outlook, reading: Reading) -> Outlook:
        """A condition holds for the clauses on both sides of it."""
        clauses = self.passage.clauses
        at = clauses.index(reading.clause)
        near = clauses[max(at - 1, 0) : at + 2]
        itself = reading.clause.link == "condition"  # "if the truce is extended"
        if itself or (view.phase != "completed" and any(c.link == "condition" for c in near)):
            return replace(view, certainty="conditional")
        if view.polarity == "denied" and view.finite and any(c.link == "cause" for c in clauses[at + 1 : at + 2]):
            return replace(view, certainty="conditional")  # «لم تنسحب بسبب الهجمات»: the reason may be denied
        forced = (m.first >= reading.trigger.last for m in self.passage.inside(reading.clause, "duress"))
        if view.polarity == "denied" and any(forced):
            return replace(view, certainty="conditional")  # «لن نسحب قواتنا تحت الضغط»: without it they may leave
        if (
            view.polarity == "denied"
            and view.phase == "planned"
            and self._until_then(reading, clauses[at + 1 : at + 2])
        ):
            return replace(view, certainty="conditional")
        return view

    def _until_then(self, reading: Reading, following: Sequence[Clause]) -> bool:
        """«لن نغادر قبل أن …»: what is denied only until something happens."""
        led = any(d.lead == "until" for d in reading.dates)
        opens = (m for c in following if c.link == "time" for m in self.passage.at.get(c.first, ()))
        return led or any(m.type == "preposition" and m.id == "until" for m in opens)

    def _ahead(self, reading: Reading, node: Node) -> bool:
        """Whether a date is still to come; for a bare participle none that begins now ("collapsed within an hour")."""
        anchor = self.passage.anchor
        if anchor is None:
            return False
        told = node.features.get("tense") == "participle" and not node.governors
        times = (d.mention.value.resolve(anchor) for d in reading.dates)
        return any(t.end is not None and t.end >= anchor and not (told and t.start == anchor) for t in times)

    # --- facets -----------------------------------------------------------------------

    def _facets(self, reading: Reading, node: Node | None) -> None:
        inside = self.passage.inside(reading.clause, "topic", "site", "homeward")
        site = next((m for m in inside if m.type == "site"), None)
        view, group = reading.view, reading.group
        reading.facets = {
            **reading.trigger.features,
            "trigger": reading.trigger.id,
            "phase": view.phase or "",
            "polarity": view.polarity,
            "certainty": view.certainty,
            "ended": _yes(view.ended),
            "finite": _yes(view.finite),
            "continued": _yes(view.continued),
            "group": reading.source if reading.party and self._fulfilled(reading, inside) else "",
            "component": reading.component,
            "site": site.id if site else "",
            "roles": _yes(bool(reading.roles)),
            "held": _yes(not self._modifies(reading, node))
            and _yes(view.finite or bool(node and (node.governors or not node.nominal or self._opens(node)))),
            "way": _yes(
                any(led.lead == "to" or (led.lead in _WAYS and self._local(led.mention)) for led in reading.places)
            ),
            "bounded": _yes(self._bounded(reading)),
            "verbless": _yes(node is not None and self._verbless(reading, node)),
            "date": _yes(bool(reading.dates)),
            "word": (group.word if group else None) or "",
            "part": _part(reading),
            **{f"topic.{m.id}": "yes" for m in inside if m.type == "topic"},
            **{f"under.{g.mention.id}": "yes" for g in (node.above() if node else ())},
            **self._beside(reading),
        }
        if "about" in self.passage.frames.asked:
            reading.facets["about"] = self._about(reading)
        if "cue" in self.passage.frames.asked:
            reading.facets["cue"] = self.passage.cue
        if "condition" in self.passage.frames.asked:
            reading.facets["condition"] = _yes(self._on_condition(reading))
        if "several" in self.passage.frames.asked:
            reading.facets["several"] = _yes(self.actors.several(reading))
        if site:
            reading.spans.append(site.span)
        reading.place = self.slots.place_of(reading)

    def _beside(self, reading: Reading) -> dict[str, str]:
        """Which of the words that frames ask for, by type or id, stand in the clause (beside) or in the sentence (near)."""
        asked = [name for name in self.passage.frames.asked if name.startswith((_BESIDE, _NEAR))]
        if not asked:
            return {}
        clause = range(reading.clause.first, reading.clause.last)
        here = {_BESIDE + word for word in self._words(clause, reading)}
        here |= {_NEAR + word for word in self._words(self._sentence(reading), reading)}
        return {name: "yes" for name in asked if name in here}

    def _words(self, tokens: range, reading: Reading) -> set[str]:
        there = (m for i in tokens for m in self.passage.at.get(i, ()) if m.span != reading.trigger.span)
        return {word for m in there for word in (m.type, m.id)}

    def _sentence(self, reading: Reading) -> range:
        """The tokens from the stop before a clause to the next."""
        clauses = self.passage.clauses
        at = clauses.index(reading.clause)
        first = next((c.first for c in reversed(clauses[: at + 1]) if c.link == "stop"), self.passage.first)
        return range(first, next((c.first for c in clauses[at + 1 :] if c.link == "stop"), self.passage.last))

    def _on_condition(self, reading: Reading) -> bool:
        """Whether a condition stands in the clause or right beside it, whatever the tense ("has accepted on condition that")."""
        clauses = self.passage.clauses
        at = clauses.index(reading.clause)
        follows = any(c.link == "condition" for c in clauses[at : at + 2])
        leads = at > 0 and clauses[at - 1].link == "condition"
        return follows or leads or any(m.id == "condition" for m in self.passage.inside(reading.clause, "modality"))

    def _about(self, reading: Reading) -> str:
        """The state in the clause that a predicate is about («رفض الهدنة», "the truce collapsed"): the next, else the last."""
        trigger = reading.trigger
        others = [
            m
            for m in self.passage.inside(reading.clause, *self.passage.frames.triggers)
            if m.first >= trigger.last or m.last <= trigger.first
        ]
        nouns = [m for m in others if (m.type == "state" and self.passage.stands(m)) or m.features.get("theme")]
        after = next((m for m in nouns if m.first >= trigger.last), None)
        found = after or next((m for m in reversed(nouns) if m.last <= trigger.first), None)
        head = self.passage.headed(found) if found is not None else None
        found = head if head is not None and head.type == "state" else found
        if found is not None:
            reading.spans.append(found.span)
        return found.id if found is not None else ""

    def _fulfilled(self, reading: Reading, inside: Sequence[Mention]) -> bool:
        """Whether what the trigger asks for is there: a way home for a return, a place for an entry or a stay."""
        features = reading.trigger.features
        if features.get("partial") == "yes" and any(m.type == "topic" and m.id == "role" for m in inside):
            return False  # «الدور سيتقلص»
        if features.get("home") == "yes" and not self._homeward(reading, inside):
            return False
        if features.get("relation") == "arrive" and self._comes_home(reading):
            return False
        placed = any(led.lead in _ARRIVALS for led in reading.places) or any(m.type == "site" for m in inside)
        return features.get("bound") != "place" or placed

    def _comes_home(self, reading: Reading) -> bool:
        """Whether a force arrives in its own country while the story is about another («وصلوا إلى قاعدتهم في غاريسا»)."""
        own, host = self.registry.country(reading.party), self.passage.context.host_of(self.passage.statement)
        ways = (self.registry.country(led.mention.id) for led in reading.places if led.lead in ("to", "at"))
        return own is not None and own != host and own in ways

    def _homeward(self, reading: Reading, inside: Sequence[Mention]) -> bool:
        country = self.registry.country
        home = country(reading.party)
        ways = [(led.lead, country(led.mention.id) == home) for led in reading.places if home is not None]
        turned = any((lead == "to" and own) or (lead == "from" and not own) for lead, own in ways)
        brought = reading.group is not None and reading.group.owner == "first"  # «سيعود جنودنا»
        abroad = any(lead == "to" for lead, _ in ways)
        return turned or (brought and not abroad) or any(m.type == "homeward" for m in inside)

    def _verbless(self, reading: Reading, node: Node) -> bool:
        """Whether a noun alone makes the clause («مهمتهم التدريب»)."""
        held = (m for m in self.passage.inside(reading.clause, *self.passage.frames.triggers) if self.passage.stands(m))
        held = (m for m in held if not self.slots.negated(m))
        return not node.governors and all(m is node.mention for m in held)

    def _bounded(self, reading: Reading) -> bool:
        """Whether "until" follows, whatever comes then («باقون حتى ذلك الموعد», "until the handover")."""
        at = self.passage.clauses.index(reading.clause)
        near = self.passage.clauses[at : at + 2]
        words = (m for c in near for m in self.passage.inside(c, "preposition") if m.first >= reading.trigger.last)
        return any(m.id == "until" for m in words)

    def _modifies(self, reading: Reading, node: Node | None) -> bool:
        """Whether an English participle only says more of a force that is already spoken of ("there are troops serving")."""
        bare = node is not None and node.features.get("tense") == "gerund" and not node.governors
        return bare and reading.group is not None and any(r.group is reading.group for r in self._before)

    def _opens(self, node: Node) -> bool:
        """Whether nothing but an unknown noun stands before a predicate and what governs it: it is what is reported."""
        first = min(n.mention.first for n in (node, *node.above()))
        before = [
            i for i in range(self.passage.first, first) if i not in self.passage.covered and not self._measures(i)
        ]
        known = [m.type for i in before for m in self.passage.at.get(i, ())]
        return len(before) <= _HEAD_REACH and not any(kind in _LEADING for kind in known)

    def _measures(self, i: int) -> bool:
        """Whether a token belongs to a length of time ("a two-month extension")."""
        text = self.passage.context.document.tokens[i].text
        return not text[:1].isalnum() or any(m.type in ("number", "period") for m in self.passage.at.get(i, ()))

    def _local(self, place: Mention) -> bool:
        """Whether a place is smaller than a country."""
        return place.type == "sites" or place.id not in self.registry.countries

    def _leads_to(self, amount: Reading) -> bool:
        return amount.group is not None and self.passage.context.lead_of(amount.group, 2) == "to"

    # --- what frames ask --------------------------------------------------------------

    def party_led(self, reading: Reading, leads: Sequence[str]) -> str | None:
        """The party that one of these prepositions leads in; "agent" is who does it."""
        for lead in leads:
            named = (p.mention.id for p in reading.parties if p.lead == lead)
            found = _FINDERS[lead](self, reading) if lead in _FINDERS else next(named, None)
            if found is not None:
                return found
        return None

    def _agent_of(self, reading: Reading) -> str | None:
        inside = [g for g in self.passage.groups if reading.clause.first <= g.first and g.last <= reading.clause.last]
        before = (g.party for g in reversed(inside) if g.party and g.last <= reading.trigger.first)
        behind = (g.party for g in inside if g.party and g.first == reading.trigger.last and g is not reading.group)
        return next(before, None) or next(behind, None)

    def _doer_of(self, reading: Reading) -> str | None:
        """Who does what is said, or what those whom a number counts go through ("Hamas released 13 hostages")."""
        found = self.actors.agent(reading.holder or reading)
        return found.party if found is not None else None

    def _owner_of(self, reading: Reading) -> str | None:
        """Whose a noun is, where its owner does it («تحت حماية الجيش»)."""
        if reading.trigger.features.get("owner") != "agent":
            return None
        behind = (g.party for g in self.passage.groups if g.first == reading.trigger.last)
        return self.passage.around(reading.trigger).party or next(behind, None)

    def _joined_to(self, reading: Reading) -> str | None:
        """The other of two sides that are named together («الحلف وتونس سيتعاونان», "Kenya and Britain cooperate")."""
        first = reading.trigger.first
        named = (p.mention for p in reading.parties if p.lead == "between" or (not p.lead and p.mention.last <= first))
        sides = list(dict.fromkeys(self.registry.government(m.id) for m in named))
        return next((s for s in sides if s != self.side_of(reading)), None) if len(sides) > 1 else None

    def _speaker_of(self, reading: Reading) -> str | None:
        """The side of whoever says it."""
        found = self.actors.speaker(reading)
        return found.party if found is not None else None

    def _target_of(self, reading: Reading) -> str | None:
        """Against whom it is directed."""
        found = self.actors.target(reading)
        return found.party if found is not None else None

    def _counterpart_of(self, reading: Reading) -> str | None:
        """The other side of what two sides do together, when it is not named but the matter is."""
        host, side = self.passage.context.host_of(self.passage.statement), self.side_of(reading)
        if not reading.roles or host is None or side is None:
            return None
        if self.registry.country(side) != host:
            return self.registry.government(host)
        foreign = self.passage.context.discourse(self.passage.statement)
        return foreign.party if foreign is not None else None

    def place_for(self, entity: str | None) -> str | None:
        """The place that an entity is, or the country of a party."""
        return entity if self.registry.kind(entity) == "place" else self.registry.country(entity)

    def side_of(self, reading: Reading) -> str | None:
        """Who works with the partner: whoever is named as its subject, else the speaker's government, else the host's."""
        partner = self.party_led(reading, ("with",))
        host = self.passage.context.host_of(self.passage.statement)
        foreign = partner is not None and self.registry.country(partner) == host
        named = reading.party if reading.source in ("named", "relative") else None
        if named is not None and reading.group is not None and named != partner:
            return named
        for candidate in (named, host, self.own) if foreign else (named, self.own, host):
            side = self.registry.government(candidate) if candidate is not None else None
            if side is not None and (partner is None or side != self.registry.government(partner)):
                return side
        return None


_FINDERS: Mapping[str, Callable[[StatementReader, Reading], str | None]] = {
    "agent": StatementReader._agent_of,
    "doer": StatementReader._doer_of,
    "owner": StatementReader._owner_of,
    "joined": StatementReader._joined_to,
    "speaker": StatementReader._speaker_of,
    "counterpart": StatementReader._counterpart_of,
    "target": StatementReader._target_of,
}


def _also(reading: Reading, node: Node) -> list[Reading]:
    """«… الحوار الذي بدأناه»: what the relative clause says besides of the same predicate."""
    found = []
    for extra in node.governors:
        phase = shifted(extra.features.get("phase"), extra.features.get("tense", ""))
        if (
            extra.relative
            and extra is not node.governors[0]
            and reading.view.finite
            and phase not in (None, reading.view.phase)
        ):
            view = replace(reading.view, phase=phase)
            found.append(replace(reading, view=view, facets={**reading.facets, "phase": str(phase)}, dates=[]))
    return found


def _counted(amount: Reading, holder: Reading | None, leads_to: bool) -> Reading:
    group = amount.group
    whole = group is not None and group.share == "all"
    takes_part = holder is not None and holder.trigger.type == "event" and not (leads_to or whole)
    coming = holder is not None and holder.view.phase == "planned"
    amount.view = replace(amount.view, phase="planned" if coming else None)
    amount.facets |= {
        "of": group.of if group else "",
        "event": holder.trigger.id if holder is not None and takes_part else "",
        "number": _yes(bool(group and group.number)),
        "unit": group.head.id if group and group.head.type == "unit" else "",
    }
    if holder is not None and holder.place:
        amount.place = holder.place
    return amount


def _part(reading: Reading) -> str:
    """Which part of the force is meant; "all" if the words say that it is the whole, "" if they leave it open."""
    group = reading.group
    if group is None or reading.source not in ("named", "guessed", "relative"):
        return ""
    if group.share == "all":
        return "all"
    if _none_yet(reading, group):
        return "none"
    if group.number is not None or group.word == "few":
        return "number"
    if group.share in ("most", "some", "rest"):
        return group.share
    if group.head.features.get("formation") == "yes":
        return "some"
    if reading.trigger.features.get("partial") == "yes":
        return "partial"
    stays = reading.trigger.features.get("relation") == "remain"
    if group.single and reading.view.polarity == "denied":
        return ""  # «لا وجود لجندي»
    told_apart = reading.source == "relative" and (stays or reading.view.phase == "completed")
    return "some" if group.single or told_apart else ""


def _none_yet(reading: Reading, group: Group) -> bool:
    """«لم يغادر أي جندي», "not one soldier has left": what is denied is denied of each of them."""
    event = reading.trigger.type == "event" and "partial" not in reading.trigger.features
    single = group.number is not None and group.number.min == group.number.max == 1
    denied = reading.view.polarity == "denied" and reading.view.phase == "completed"
    return event and denied and (group.word == "none" or group.share == "any" or group.single or single)


def _under_cue(view: Outlook, effect: Effect, *, denies: bool = True) -> Outlook:
    if denies and effect.polarity == "denied":
        view = view.turned()
    return replace(
        view, certainty=weaker(view.certainty, effect.certainty or "asserted"), phase=view.phase or effect.phase
    )


def _negates(node: Node, group: Group) -> bool:
    """Whether the "no" of a group is an operator over the predicate already ("there is no extension of the Gaza truce")."""
    over = (g.mention for g in node.above() if g.mention.type == "negation")
    return any(group.first <= m.first < group.last for m in over)


def _yes(held: bool) -> str:
    return "yes" if held else ""
