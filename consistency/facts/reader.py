"""Reads one statement: its predicates, what governs them, whom they are about, and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consistency.facts.actors import Actors
from consistency.facts.amounts import amounts
from consistency.facts.facets import Facets, yes
from consistency.facts.natures import natures
from consistency.facts.outlook import outlook, shifted
from consistency.facts.partners import Partners
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node, find_predicates
from consistency.facts.reading import Led, Reading
from consistency.facts.settling import Settling, under_cue
from consistency.facts.slots import Slots
from consistency.facts.stages import Stage, stage_of, stages
from consistency.facts.subjects import Subjects
from consistency.model import Mention, Speaker

_PLACING = frozenset({"from", "at", "to"})


class StatementReader:
    """The readings of one statement, and what frames ask about them."""

    def __init__(self, passage: Passage, speaker: Speaker | None) -> None:
        self.passage = passage
        own = passage.context.side_of(speaker)
        self.slots = Slots(passage)
        self.actors = Actors(passage, own)
        self.partners = Partners(passage, self.actors, own)
        self._subjects = Subjects(passage, own)
        self._settling = Settling(passage, own)
        self._facets = Facets(passage, self.slots, self.actors)

    def read(self) -> list[Reading]:
        """Every reading of the statement: predicates, then amounts, then natures."""
        if not self.passage.mentions:
            return []
        nodes = find_predicates(self.passage)
        readings: list[Reading] = []
        for node in nodes:
            if node.trigger:
                readings += self._read(node, nodes, readings)
        further = [*self._amounts(readings), *self._natures()]
        for reading in further:
            reading.facets |= {"polarity": reading.view.polarity, "certainty": reading.view.certainty}
            reading.confidence *= self._settling.belief(reading.trigger)
        return [*readings, *further]

    def _amounts(self, readings: Sequence[Reading]) -> Iterator[Reading]:
        """Counted forces, with what they take part in."""
        for amount, holder in amounts(self.passage, self._subjects, readings):
            self._asked(amount)
            if holder is None:
                amount.view = self._settling.conditional(amount.view, amount)
            counted = _counted(amount, holder, self._leads_to(amount))
            counted.place = self._right_behind(counted) or counted.place
            counted.facets["changed"] = yes(self._has_become(counted))
            if not counted.facets["event"]:
                counted.facets["event"] = self._befell(counted)
            if self.passage.refuted_after(counted.trigger):
                counted.view = counted.view.turned()
            counted.view = under_cue(counted.view, self.passage.effect)
            yield counted

    def _has_become(self, amount: Reading) -> bool:
        """Whether a number is what there are now («انخفض عددهم إلى 50 ألفا», «أصبح عددهم 50 ألفا»), no longer others."""
        values = self.passage.inside(amount.clause, "number")
        told = (m for m in values if amount.group is not None and m.first >= amount.trigger.first)
        number = next(told, amount.trigger)
        before = [m for m in self.passage.inside(amount.clause, "event", "aspect") if m.last <= number.first]
        to = self._leads_to(amount) or self.passage.context.lead(number) == "to"
        fell = to and any(m.features.get("partial") and "tense" in m.features for m in before)
        return fell or any(m.id == "become" for m in before)

    def _right_behind(self, amount: Reading) -> str | None:
        """The country that "in" names right behind an English number ("to 2,500 in Chad and 300 in Mali")."""
        group = amount.group
        if group is None or group.number is None or self.passage.context.document.language != "en":
            return None
        at = self.passage.at.get(group.last, ())
        led = any(m.type == "preposition" and m.id == "at" for m in at)
        places = (m.id for m in self.passage.at.get(group.last + 1, ()) if m.type == "place")
        return next((p for p in places if p in self.passage.context.registry.countries), None) if led else None

    def _befell(self, amount: Reading) -> str:
        """What those whom a number counts are behind their noun ("left 31 civilians dead"); "" where no such word stands."""
        group = amount.group
        if group is None or group.number is None:
            return ""
        behind = (m for m in self.passage.at.get(group.last, ()) if m.type == "unit")
        return next((m.features["befell"] for m in behind if "befell" in m.features), "")

    def _natures(self) -> Iterator[Reading]:
        """What forces are said to be; a denial has been heard in the words themselves."""
        for nature in natures(self.passage, self._subjects):
            self.slots.add_places(nature)
            self._asked(nature)
            nature.view = self._settling.conditional(nature.view, nature)
            nature.view = under_cue(nature.view, self.passage.effect, denies=False)
            yield nature

    def _asked(self, reading: Reading) -> None:
        """Adds facets beside those that a reading has."""
        known = reading.facets
        self._facets.add(reading, None)
        reading.facets |= known

    def _read(self, node: Node, nodes: Sequence[Node], earlier: Sequence[Reading]) -> list[Reading]:
        if self._denies_asking(node) or self._only_spoken_of(node):
            return []
        reading = Reading(node.mention, self.passage.clauses[node.clause], outlook(node), node=node)
        reading.spans = [node.mention.span, *(g.mention.span for g in node.above())]
        self._subjects.fill(reading, node, nodes, earlier)
        self.slots.fill(reading, node, nodes)
        reading.view = self._settling.settled(reading, node, earlier)
        self._narrow(reading)
        told_apart = stages(reading.trigger, self.passage)
        reading.dates, reading.places = _outside(told_apart, reading.dates), _outside(told_apart, reading.places)
        staged = self._next_stage(reading, node, earlier)
        self._facets.add(reading, node, earlier)
        own = stage_of(reading.trigger, self.passage)
        if own is not None and not own.last:
            reading.facets["part"] = "some"
        self._placed_as_before(reading, earlier)
        return [
            reading,
            *_also(reading, node),
            *self._of_the_rest(reading),
            *staged,
            *self._in_stages(reading, node, told_apart),
        ]

    def _denies_asking(self, node: Node) -> bool:
        """«نفى أن يكون قد طلب إبقاء مدربين», "we did not ask them to leave": nothing is said of staying or leaving."""
        asking = [g for g in node.above() if g.mention.id == "sought" and g.features.get("pos") in ("verb", "noun")]
        negated = any(o.mention.type == "negation" for g in asking for o in g.governors)
        return bool(asking) and (negated or self.passage.effect.polarity == "denied")

    def _only_spoken_of(self, node: Node) -> bool:
        """«سيكون الانتشار محور اجتماع»: a noun that is the subject of talk, of which nothing is said."""
        judged = self.passage.inside(self.passage.clauses[node.clause], "judgement") if node.nominal else ()
        return any(m.id == "matter" and m.first >= node.mention.last for m in judged)

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

    def _next_stage(self, reading: Reading, node: Node, earlier: Sequence[Reading]) -> list[Reading]:
        """«ستغادر القوات القتالية في آب وجميع القوات نهاية العام»: a later date with a part of the force of its own."""
        first = min((d.mention.last for d in reading.dates), default=reading.clause.last)
        behind = (g for g in self.passage.groups if first <= g.first and g.last <= reading.clause.last)
        group = next((g for g in behind if g is not reading.group and g.number is None), None)
        later = [d for d in reading.dates if group is not None and d.mention.first >= group.last]
        if group is None or not later or reading.source not in ("named", "guessed"):
            return []
        if not self._of_one_side(group.party, reading.party):
            return []
        reading.dates = [d for d in reading.dates if d not in later]
        spans = [reading.trigger.span, (group.start, group.end), *(d.mention.span for d in later)]
        party = group.party or reading.party
        stage = replace(reading, group=group, party=party, component=group.component or "all", dates=later, spans=spans)
        self._facets.add(stage, node, earlier)
        return [stage]

    def _of_one_side(self, party: str | None, other: str | None) -> bool:
        """Whether two forces can be one, or one a part of the other."""
        part_of = self.passage.context.registry.part_of
        if party is None or other is None or party == other:
            return True
        return part_of(party, other) or part_of(other, party)

    def _in_stages(self, reading: Reading, node: Node, told_apart: Sequence[Stage]) -> Iterator[Reading]:
        """«سيتم الانسحاب على مرحلتين تنتهي الأولى في آب»: a date for a part, or with the last stage for all of the force."""
        if reading.view.phase not in ("planned", "ongoing", None) or reading.view.polarity == "denied":
            return
        for stage in told_apart:
            inside = [m for m in self.passage.mentions if stage.holds(m)]
            dates = [m for m in inside if m.type == "date"]
            in_parts = reading.trigger.type == "event"  # a mission is not over in parts
            if dates and not stage.opens and (in_parts or stage.last):
                places = [m for m in inside if m.type == "place"]
                staged = replace(
                    reading,
                    dates=self._led(dates),
                    places=self._led(places) or reading.places,
                    spans=[reading.trigger.span, *(d.span for d in dates)],
                )
                self._facets.add(staged, node)
                staged.facets["part"] = "" if stage.last else "some"
                yield staged

    def _led(self, mentions: Sequence[Mention]) -> list[Led]:
        return [Led(m, self.passage.context.lead(m, 3) or "") for m in mentions]

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

    def _leads_to(self, amount: Reading) -> bool:
        return amount.group is not None and self.passage.context.lead_of(amount.group, 2) == "to"


def _outside(told_apart: Sequence[Stage], found: Sequence[Led]) -> list[Led]:
    """What belongs to none of the stages."""
    return [led for led in found if not any(stage.holds(led.mention) for stage in told_apart)]


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
        "number": yes(bool(group and group.number)),
        "unit": group.head.id if group and group.head.type == "unit" else "",
    }
    if holder is not None and holder.place:
        amount.place = holder.place
    return amount
