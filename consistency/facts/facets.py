"""Facets: what frames ask of a reading, each a word ("yes", "", a phase, an id)."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.facts.actors import Actors
from consistency.facts.groups import Group
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node
from consistency.facts.reading import Reading
from consistency.facts.settling import opens
from consistency.facts.slots import Slots
from consistency.model import Mention

_ARRIVALS = ("to", "object", "at")
_WAYS = ("from", "object")
_BESIDE, _NEAR = "beside.", "near."
_LED = 3
"""How many words may part a preposition from its noun."""
_BASES, _PARTLY = "bases", "partly"
_OF_RELATIONS = {"leave": "from", "remain": "at"}
_WAS_REACH = 5
_OBJECT = 4
"""How soon behind a verb its object begins."""
_OTHERS = "others"


class Facets:
    """Adds facets to the readings of one passage."""

    def __init__(self, passage: Passage, slots: Slots, actors: Actors) -> None:
        self._passage, self._slots, self._actors = passage, slots, actors
        self._registry = passage.context.registry

    def add(self, reading: Reading, node: Node | None, earlier: Sequence[Reading] = ()) -> None:
        """Sets the facets and the place of a reading; ``earlier`` are the readings before it."""
        inside = self._passage.inside(reading.clause, "topic", "site", "homeward")
        site = next((m for m in inside if m.type == "site"), None)
        view, group = reading.view, reading.group
        reading.facets = {
            **reading.trigger.features,
            "trigger": reading.trigger.id,
            "phase": view.phase or "",
            "polarity": view.polarity,
            "certainty": view.certainty,
            "ended": yes(view.ended),
            "finite": yes(view.finite),
            "continued": yes(view.continued),
            "group": reading.source if reading.party and self._fulfilled(reading, inside) else "",
            "component": reading.component,
            "site": site.id if site else "",
            "roles": yes(bool(reading.roles)),
            "held": yes(self._held(reading, node, earlier)),
            "way": yes(
                any(led.lead == "to" or (led.lead in _WAYS and self._local(led.mention)) for led in reading.places)
            ),
            "bounded": yes(self._bounded(reading)),
            "verbless": yes(node is not None and self._verbless(reading, node)),
            "date": yes(bool(reading.dates)),
            "word": (group.word if group else None) or "",
            "part": "most" if self._excepts(reading) else _part(reading) or self._others(reading),
            "outright": yes(node is not None and _outright(reading, node)),
            "disputed": yes(self._passage.effect_on(reading.trigger).polarity == "denied"),
            **{f"topic.{m.id}": "yes" for m in inside if m.type == "topic"},
            **{f"under.{g.mention.id}": "yes" for g in (node.above() if node else ())},
            **self._beside(reading),
        }
        self._add_asked(reading)
        if site:
            reading.spans.append(site.span)
        reading.place = self._slots.place_of(reading)
        if self._not_wholly(reading):
            reading.facets = {**reading.facets, "part": "all", "outright": ""}
        country = self._registry.country(reading.place) == reading.place
        if (country and self._leaves_a_base(reading)) or self._in_some_places(reading) or self._partly(reading):
            reading.facets = {**reading.facets, "part": "some"}

    def _add_asked(self, reading: Reading) -> None:
        """Sets the facets that cost something, where a frame asks for them."""
        if "about" in self._passage.frames.asked:
            reading.facets["about"] = self._about(reading)
        if "cue" in self._passage.frames.asked:
            reading.facets["cue"] = self._passage.cue
        if "condition" in self._passage.frames.asked:
            reading.facets["condition"] = yes(self._on_condition(reading))
        if "several" in self._passage.frames.asked:
            reading.facets["several"] = yes(self._actors.several(reading))

    def _held(self, reading: Reading, node: Node | None, earlier: Sequence[Reading]) -> bool:
        """Whether somebody holds what a predicate says, so that it is no mere name for something else."""
        told = bool(node and (node.governors or not node.nominal or opens(self._passage, node)))
        beside = _modifies(reading, node, earlier) or self._aimed_at(node, earlier) or self._is_judged(node)
        return (reading.view.finite or told) and not (beside or self._was(reading, node) or self._is_termed(node))

    def _aimed_at(self, node: Node | None, earlier: Sequence[Reading]) -> bool:
        """Whether a noun is what a reduction comes down to ("draw down to a residual presence"), no claim beside it."""
        cut = bool(earlier) and bool(earlier[-1].trigger.features.get("partial"))
        return cut and node is not None and node.nominal and self._passage.context.lead(node.mention, _LED) == "to"

    def _is_termed(self, node: Node | None) -> bool:
        """Whether an Arabic noun only says whose or what's another is («مهلة وجود القوات», «نتائج الوجود الفرنسي»)."""
        if node is None or not node.nominal or self._passage.context.document.language != "ar":
            return False
        at = node.mention.first - 1
        term = any(m.type == "term" for m in self._passage.context.until.get(node.mention.first, ()))
        word = self._passage.first <= at and self._passage.context.document.tokens[at].text[:1].isalpha()
        return term or (word and at not in self._passage.covered and not self._passage.at.get(at))

    def _is_judged(self, node: Node | None) -> bool:
        """Whether a noun is only what somebody calls unlawful or the like ("declared the presence of the troops illegal")."""
        if node is None or not node.nominal or node.governors:
            return False
        clause = self._passage.clauses[node.clause]
        return any(m.first >= node.mention.last for m in self._passage.inside(clause, "judgement"))

    def _was(self, reading: Reading, node: Node | None) -> bool:
        """«مناطق كانت تتواجد فيها», «القوات التي كانت متمركزة هناك»: whoever was there need not be there any more."""
        if node is None or (node.features.get("tense") != "present" and node.features.get("pos") != "adjective"):
            return False
        near = range(max(reading.clause.first, node.mention.first - _WAS_REACH), node.mention.first)
        be = (m for i in near for m in self._passage.at.get(i, ()) if m.type == "copula")
        return any(m.features.get("tense") == "past" for m in be)

    def _excepts(self, reading: Reading) -> bool:
        """Whether some are left out of what happens («انسحبت القوات باستثناء عدد قليل», "have left except for a few")."""
        happens = reading.trigger.type == "event" and reading.view.polarity == "affirmed"
        return happens and any(self._passage.excepts(m) for m in self._passage.inside(reading.clause, "exception"))

    def _leaves_a_base(self, reading: Reading) -> bool:
        """Whether only a base is left ("will leave a small base in the country this weekend"): others may stay elsewhere."""
        leaving, verb = reading.trigger.features.get("relation") == "leave", "tense" in reading.trigger.features
        near = range(reading.trigger.last, reading.trigger.last + _OBJECT)
        left = (g for g in self._passage.groups if g.of == _BASES and g.first in near and g.last <= reading.clause.last)
        return (
            leaving
            and verb
            and any(g.share != "all" and self._passage.context.lead_of(g, _OBJECT) is None for g in left)
        )

    def _others(self, reading: Reading) -> str:
        """ "some" where "others" are the subject of an English verb ("some have moved, while others have left")."""
        passage = self._passage
        if passage.context.document.language != "en" or reading.trigger.type != "event":
            return ""
        before = (
            m for i in range(reading.trigger.first - _OBJECT, reading.trigger.first) for m in passage.at.get(i, ())
        )
        some = any(m.type == "share" and m.id == _OTHERS and m.first not in passage.covered for m in before)
        return "some" if some else ""

    def _not_wholly(self, reading: Reading) -> bool:
        """«لن تنسحب بالكامل», "has not withdrawn completely": denied of the whole alone."""
        leaving, denied = reading.trigger.features.get("relation") == "leave", reading.view.polarity == "denied"
        shares = self._passage.inside(reading.clause, "share") if leaving and denied else ()
        adverbs = (m for m in shares if m.features.get("part") == "all" and m.first >= reading.trigger.last)
        return any(m.first not in self._passage.covered for m in adverbs)

    def _partly(self, reading: Reading) -> bool:
        """«انسحبت بشكل جزئي»: the adverb of a leaving whose force is named whole."""
        shares = self._passage.inside(reading.clause, "share") if reading.facets["part"] in ("", "all") else ()
        leaving = reading.trigger.features.get("relation") == "leave"
        return leaving and any(m.id == _PARTLY and m.first >= reading.trigger.last for m in shares)

    def _in_some_places(self, reading: Reading) -> bool:
        """Whether only some of their places are left, or kept («انسحبت من ثلاث قواعد»، «ستبقى في خمس نقاط»)."""
        lead = _OF_RELATIONS.get(reading.trigger.features.get("relation", ""))
        if lead is None or reading.facets["part"] in ("none", "number"):
            return False
        led = (m.last for m in self._passage.inside(reading.clause, "preposition") if m.id == lead)
        return any(self._some_places(i) for i in led if i >= reading.trigger.last)

    def _some_places(self, i: int) -> bool:
        """Whether a number or "some" stands at a token, and no force or day takes it for itself."""
        group = next((g for g in self._passage.groups if g.first <= i < g.last), None)
        if group is not None:
            return group.of == _BASES and (group.number is not None or group.share in ("some", "most"))
        here = self._passage.at.get(i, ())
        shares = any(m.type == "share" and m.features.get("part") in ("some", "most") for m in here)
        counted = any(m.type in ("number", "quantity") for m in here) and not any(m.type == "date" for m in here)
        return shares or counted

    def _beside(self, reading: Reading) -> dict[str, str]:
        """Which of the words that frames ask for, by type or id, stand in the clause (beside) or in the sentence (near)."""
        asked = [name for name in self._passage.frames.asked if name.startswith((_BESIDE, _NEAR))]
        if not asked:
            return {}
        clause = range(reading.clause.first, reading.clause.last)
        here = {_BESIDE + word for word in self._words(clause, reading)}
        here |= {_NEAR + word for word in self._words(self._sentence(reading), reading)}
        return {name: "yes" for name in asked if name in here}

    def _words(self, tokens: range, reading: Reading) -> set[str]:
        there = (m for i in tokens for m in self._passage.at.get(i, ()) if m.span != reading.trigger.span)
        return {word for m in there for word in (m.type, m.id)}

    def _sentence(self, reading: Reading) -> range:
        """The tokens from the stop before a clause to the next."""
        clauses = self._passage.clauses
        at = clauses.index(reading.clause)
        first = next((c.first for c in reversed(clauses[: at + 1]) if c.link == "stop"), self._passage.first)
        return range(first, next((c.first for c in clauses[at + 1 :] if c.link == "stop"), self._passage.last))

    def _on_condition(self, reading: Reading) -> bool:
        """Whether a condition stands in the clause or right beside it, whatever the tense ("has accepted on condition that")."""
        clauses = self._passage.clauses
        at = clauses.index(reading.clause)
        follows = any(c.link == "condition" for c in clauses[at : at + 2])
        leads = at > 0 and clauses[at - 1].link == "condition"
        return follows or leads or any(m.id == "condition" for m in self._passage.inside(reading.clause, "modality"))

    def _about(self, reading: Reading) -> str:
        """The state in the clause that a predicate is about («رفض الهدنة», "the truce collapsed"): the next, else the last."""
        trigger = reading.trigger
        others = [
            m
            for m in self._passage.inside(reading.clause, *self._passage.frames.triggers)
            if m.first >= trigger.last or m.last <= trigger.first
        ]
        nouns = [m for m in others if (m.type == "state" and self._passage.stands(m)) or m.features.get("theme")]
        after = next((m for m in nouns if m.first >= trigger.last), None)
        found = after or next((m for m in reversed(nouns) if m.last <= trigger.first), None)
        head = self._passage.headed(found) if found is not None else None
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
        if features.get("relation") == "leave" and self._sets_out(reading):
            return False
        placed = any(led.lead in _ARRIVALS for led in reading.places) or any(m.type == "site" for m in inside)
        return features.get("bound") != "place" or placed

    def _comes_home(self, reading: Reading) -> bool:
        """Whether a force arrives in its own country while the story is about another («وصلوا إلى قاعدتهم في غاريسا»)."""
        own, host = self._registry.country(reading.party), self._passage.context.host_of(self._passage.statement)
        ways = (self._registry.country(led.mention.id) for led in reading.places if led.lead in ("to", "at"))
        return own is not None and own != host and own in ways

    def _sets_out(self, reading: Reading) -> bool:
        """Whether a force only leaves its own country for the one that the story is about ("has left Nairobi")."""
        own, host = self._registry.country(reading.party), self._passage.context.host_of(self._passage.statement)
        left = {self._registry.country(led.mention.id) for led in reading.places if led.lead in _WAYS}
        return own is not None and own != host and left == {own}

    def _homeward(self, reading: Reading, inside: Sequence[Mention]) -> bool:
        country = self._registry.country
        home = country(reading.party)
        ways = [(led.lead, country(led.mention.id) == home) for led in reading.places if home is not None]
        turned = any((lead == "to" and own) or (lead == "from" and not own) for lead, own in ways)
        brought = reading.group is not None and reading.group.owner == "first"  # «سيعود جنودنا»
        abroad = any(lead == "to" for lead, _ in ways)
        return turned or (brought and not abroad) or any(m.type == "homeward" for m in inside)

    def _verbless(self, reading: Reading, node: Node) -> bool:
        """Whether a noun alone makes the clause («مهمتهم التدريب»)."""
        held = (
            m for m in self._passage.inside(reading.clause, *self._passage.frames.triggers) if self._passage.stands(m)
        )
        held = (m for m in held if not self._slots.negated(m))
        return not node.governors and all(m is node.mention for m in held)

    def _bounded(self, reading: Reading) -> bool:
        """Whether "until" follows, whatever comes then («باقون حتى ذلك الموعد», "until the handover")."""
        at = self._passage.clauses.index(reading.clause)
        near = self._passage.clauses[at : at + 2]
        words = (m for c in near for m in self._passage.inside(c, "preposition") if m.first >= reading.trigger.last)
        return any(m.id == "until" for m in words)

    def _local(self, place: Mention) -> bool:
        """Whether a place is smaller than a country."""
        return place.type == "sites" or place.id not in self._registry.countries


def _modifies(reading: Reading, node: Node | None, earlier: Sequence[Reading]) -> bool:
    """Whether an English participle only says more of a force that is already spoken of ("there are troops serving")."""
    bare = node is not None and node.features.get("tense") == "gerund" and not node.governors
    return bare and reading.group is not None and any(r.group is reading.group for r in earlier)


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


def _outright(reading: Reading, node: Node) -> bool:
    """«نفى انسحاب القوات», "denied reports of a withdrawal": that there is any, not only that it is done."""
    stages = any(g.mention.type in ("aspect", "modality") for g in node.above())
    denied = reading.view.polarity == "denied" and reading.view.phase == "completed"
    return node.nominal and reading.trigger.type == "event" and denied and not stages


def _none_yet(reading: Reading, group: Group) -> bool:
    """«لم يغادر أي جندي», "not one soldier has left": what is denied is denied of each of them."""
    event = reading.trigger.type == "event" and "partial" not in reading.trigger.features
    single = group.number is not None and group.number.min == group.number.max == 1
    denied = reading.view.polarity == "denied" and reading.view.phase == "completed"
    return event and denied and (group.word == "none" or group.share == "any" or group.single or single)


def yes(held: bool) -> str:
    """The word of a facet that holds, or does not."""
    return "yes" if held else ""
