"""How far a predicate has come and how sure it is, once the words around it are known: clause before, condition, date, cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from consistency.facts.clauses import Clause
from consistency.facts.gerunds import held_as_before
from consistency.facts.groups import Group
from consistency.facts.outlook import Outlook, weaker
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node, is_told_of_it
from consistency.facts.reading import Reading
from consistency.model import Mention
from consistency.rulepack.frames import Effect

_HEARSAY = 0.4
"""How sure it is that a speaker holds what he says that people say."""
_HEAD_REACH, _LED = 3, 4
_BEFORE_AND_AFTER = ("until", "after")
_NEWS, _NEWS_REACH = ("news", "hearsay"), 2
_LEADING = frozenset({"preposition", "boundary", "negation"})
"""Words after which a noun is no longer what the sentence reports."""


class Settling:
    """Settles the outlook of the readings of one passage; ``own`` is the speaker's own side."""

    def __init__(self, passage: Passage, own: str | None) -> None:
        self._passage, self._own, self._registry = passage, own, passage.context.registry

    def settled(self, reading: Reading, node: Node, earlier: Sequence[Reading]) -> Outlook:
        """What the clause before, the reporting word and a date still to come add to what the predicate leaves open."""
        effect = self._passage.effect_on(node.mention)
        reading.view = held_as_before(self._passage, reading, node, earlier)
        view = self._of_none(reading, earlier) or self._coordinated(reading, node, earlier)
        if reading.group is not None and reading.group.word == "none" and not _negates(node, reading.group):
            view = view.turned()
        view = self.conditional(view, reading)
        if self._is_to_be_known(node):
            view = replace(view, phase=None, finite=False)
        named = reading.group is not None and reading.group.last <= node.mention.first <= reading.group.last + 1
        if node.features.get("tense") == "participle" and not node.governors and named:
            view = replace(view, finite=True)  # "the troops left"
        head = not earlier and opens(self._passage, node)
        timed = reading.clause.link == "time"
        if timed:
            told = self._as_a_time(view, reading, node, earlier)
            if told is not None:
                return told
            view = self._ahead_of_time(view, node)
        bare = view.phase in (None, "completed") and not (view.finite and view.phase)
        coming = view.phase == "ongoing" and view.ended and not view.continued
        if (bare or coming or self._present(node)) and self._ahead(reading, node):
            view = replace(view, phase="planned")  # «تنتهي في آذار»
        elif coming and self._behind(reading):
            view = replace(view, phase="completed")  # «تنتهي في 31 يوليو», in August
        if view.phase is None and not timed:
            view = self._left_open(view, reading, node, head=head)
        if self._passage.refuted_after(node.mention):
            view = view.turned()
        else:
            reading.confidence *= self.belief(node.mention)
        return under_cue(view, effect) if head or effect.polarity else view

    def _as_a_time(self, view: Outlook, reading: Reading, node: Node, earlier: Sequence[Reading]) -> Outlook | None:
        """The outlook of what only tells the time of something else; None where it is told as something that happens."""
        if self._is_asked(reading, node):
            return replace(view, phase=None, finite=False)
        if view.phase == "completed" and self._only_until_then(reading):
            return replace(view, phase=None)
        if view.finite or view.phase == "scheduled":
            return None
        over = self._over_by_then(reading, earlier) and self._is_timed_by(node)
        return replace(view, phase="completed" if over else None)

    def _ahead_of_time(self, view: Outlook, node: Node) -> Outlook:
        """An English present behind "after" or "when" is still to come ("will stay after the others leave")."""
        english = self._passage.context.document.language == "en"
        coming = english and view.phase == "ongoing" and self._present(node)
        return replace(view, phase="planned") if coming else view

    def _left_open(self, view: Outlook, reading: Reading, node: Node, *, head: bool) -> Outlook:
        """The phase that the reporting word gives what has none of its own, or that a denial of news leaves."""
        if is_told_of_it(node, self._passage):
            return replace(view, phase="planned")
        effect = self._passage.effect_on(node.mention)
        named = head and not (node.features.get("tense") == "gerund" or self._passage.clausal)  # "the departing force"
        announced = named and effect.announces and (node.nominal or node.mention.type == "event")
        untrue = view.polarity == "denied" or self._of_untrue_news(node)  # «لا صحة لأنباء الانسحاب»
        denied = "completed" if node.nominal and untrue else None
        reading.confidence = effect.confidence if head else 1.0
        phase = (effect.phase or self._announced(reading)) if announced else node.features.get("bare") or denied
        return replace(view, phase=phase)

    def _of_untrue_news(self, node: Node) -> bool:
        """«نفى الأنباء عن انسحاب القوات», «الأنباء عن الانسحاب غير صحيحة»: news of an event, which is what is denied."""
        passage = self._passage
        if self._passage.effect.polarity != "denied" and not passage.refuted_after(node.mention):
            return False
        first = min(n.mention.first for n in (node, *node.above()))
        told = [m.last for m in passage.mentions if m.type in _NEWS and m.first < first]
        rows = [passage.at.get(i, ()) for i in range(told[-1], first)] if told else []
        timed = any(m.id == "time" or m.id in _BEFORE_AND_AFTER for row in rows for m in row)
        return bool(told) and not timed and sum(not row for row in rows) <= _NEWS_REACH

    @staticmethod
    def _of_none(reading: Reading, earlier: Sequence[Reading]) -> Outlook | None:
        """«لم تعد هناك قوات تقوم بدور قتالي»: what a force does that is no longer there, none does any longer."""
        before = earlier[-1] if earlier else None
        gone = before is not None and before.view.ended and before.view.phase == "completed"
        if before is None or not gone or reading.trigger.type != "state" or before.trigger.type != "state":
            return None
        same = reading.group is not None and reading.group is before.group and reading.clause is before.clause
        return before.view if same and reading.view.phase == "ongoing" else None

    def _is_asked(self, reading: Reading, node: Node) -> bool:
        """Whether the clause is a question ("did not say when they would leave"), not the time of another ("in May, when …")."""
        first, tokens = reading.clause.first, self._passage.context.document.tokens
        asks = any("asks" in m.features for m in self._passage.at.get(first, ()))
        ahead = any(g.features.get("tense") == "future" for g in node.above())
        return (
            asks and ahead and all(tokens[i].text[:1].isalnum() for i in range(max(first - 1, 0), node.mention.first))
        )

    def _is_to_be_known(self, node: Node) -> bool:
        """Whether a verb of saying in the infinitive leads it in ("to confirm that they have left, we have to wait")."""
        clause = self._passage.clauses[node.clause]
        words = [m for m in self._passage.inside(clause, "cue", "that") if m.first < node.mention.first]
        cues = (m.first for m, that in pairwise(words) if m.type == "cue" and that.type == "that")
        at = next(cues, None)
        to = self._passage.context.until.get(at, ()) if at is not None else ()
        return any(m.type == "auxiliary" and m.features.get("tense") == "infinitive" for m in to)

    def _only_until_then(self, reading: Reading) -> bool:
        """Whether "until" or "before" opens the clause: what it says has not happened yet ("until the drawdown is over")."""
        return any(m.type == "preposition" and m.id == "until" for m in self._passage.at.get(reading.clause.first, ()))

    def _is_timed_by(self, node: Node) -> bool:
        """Whether "after" leads in a noun itself, not another before it ("since its statement on the withdrawal")."""
        first = min(n.mention.first for n in (node, *node.above()))
        lead = self._passage.context.lead(replace(node.mention, first=first), _LED)
        return self._passage.context.document.language != "en" or lead == "after"

    def _over_by_then(self, reading: Reading, earlier: Sequence[Reading]) -> bool:
        """«باتت تتولى القيادة بعد انسحاب القوات»: what comes before something that has happened has happened too."""
        clauses = self._passage.clauses
        at = clauses.index(reading.clause)
        led = any(m.type == "preposition" and m.id == "after" for m in self._passage.at.get(reading.clause.first, ()))
        before = (
            self._passage.inside(clauses[at - 1], *self._passage.frames.triggers, "auxiliary", "modality") if at else []
        )
        ahead = any(m.features.get("tense") == "future" or m.features.get("phase") == "planned" for m in before)
        finite = any(m.features.get("tense") in ("past", "present") for m in before)
        planned = bool(earlier) and earlier[-1].view.phase == "planned"
        return led and finite and not (ahead or planned)

    def _coordinated(self, reading: Reading, node: Node, earlier: Sequence[Reading]) -> Outlook:
        """«انتهاء المهام وانسحابها»: a noun joined to another predicate is held as that one is."""
        view, frames = reading.view, self._passage.frames
        before = earlier[-1] if earlier else None
        apart = before is not None and before.clause is not reading.clause
        joined = (apart and reading.clause.link == "and") or any(
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
        """Whether nothing but a present tense, its own or that of its completion, says how far an event has come."""
        above = node.above()
        alone = node.features.get("tense") == "present" and all(g.mention.type == "negation" for g in above)
        headline = any(g.features.get("tense") == "present" and "headline" in g.features for g in node.above())
        done = node.nominal and all(g.features.get("tense") == "present" and _ends_it(g) for g in node.above())
        return node.mention.type == "event" and (alone or headline or (done and bool(node.governors)))

    def _announced(self, reading: Reading) -> str:
        """What announcing an event means: that it is done, or planned, for own forces or if still to come."""
        if any(m.features.get("tense") == "future" for m in self._passage.inside(reading.clause, "auxiliary")):
            return "planned"  # "the departure would be orderly"
        if "bare" in reading.trigger.features:
            return reading.trigger.features["bare"]
        if reading.trigger.type == "state":
            return "ongoing"
        country = self._registry.country
        own = bool(self._own and reading.party) and country(self._own) == country(reading.party)
        return "planned" if own and reading.trigger.features.get("announced") == "planned" else "completed"

    def conditional(self, view: Outlook, reading: Reading) -> Outlook:
        """A condition holds for the clauses on both sides of it."""
        clauses = self._passage.clauses
        at = clauses.index(reading.clause)
        near = clauses[max(at - 1, 0) : at + 2]
        itself = reading.clause.link == "condition"  # "if the truce is extended"
        if itself or (view.phase != "completed" and any(c.link == "condition" for c in near)):
            return replace(view, certainty="conditional")
        if view.polarity == "denied" and view.finite and any(c.link == "cause" for c in clauses[at + 1 : at + 2]):
            return replace(view, certainty="conditional")  # «لم تنسحب بسبب الهجمات»: the reason may be denied
        forced = (m.first >= reading.trigger.last for m in self._passage.inside(reading.clause, "duress"))
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
        opens = (m for c in following if c.link == "time" for m in self._passage.at.get(c.first, ()))
        return led or any(m.type == "preposition" and m.id == "until" for m in opens)

    def _ahead(self, reading: Reading, node: Node) -> bool:
        """Whether a date is still to come; for a bare participle none that begins now ("collapsed within an hour")."""
        anchor = self._passage.anchor
        if anchor is None:
            return False
        told = node.features.get("tense") == "participle" and not node.governors
        times = (d.mention.value.resolve(anchor) for d in reading.dates)
        return any(t.end is not None and t.end >= anchor and not (told and t.start == anchor) for t in times)

    def _behind(self, reading: Reading) -> bool:
        """Whether every date of what ends was over when it was said."""
        anchor = self._passage.anchor
        ends = [d.mention.value.resolve(anchor).end for d in reading.dates] if anchor is not None else []
        return anchor is not None and bool(ends) and all(end is not None and end < anchor for end in ends)

    def belief(self, mention: Mention) -> float:
        """How sure it is that the speaker holds what he says: hearsay he only passes on, or calls untrue."""
        passed_on = self._passage.hearsay_before(mention) or self._passage.refuted_after(mention)
        return _HEARSAY if passed_on else 1.0


def _ends_it(governor: Node) -> bool:
    """Whether a verb says that an event is done («يكتمل الانسحاب»), and not what came of another («لتنهي بذلك»)."""
    return (
        governor.mention.type == "aspect" and not governor.resulting and governor.features.get("phase") == "completed"
    )


def opens(passage: Passage, node: Node) -> bool:
    """Whether nothing but an unknown noun stands before a predicate and what governs it: it is what is reported."""
    first = min(n.mention.first for n in (node, *node.above()))
    before = [i for i in range(passage.first, first) if i not in passage.covered and not _measures(passage, i)]
    known = [m.type for i in before for m in passage.at.get(i, ())]
    return len(before) <= _HEAD_REACH and not any(kind in _LEADING for kind in known)


def _measures(passage: Passage, i: int) -> bool:
    """Whether a token belongs to a length of time ("a two-month extension")."""
    text = passage.context.document.tokens[i].text
    return not text[:1].isalnum() or any(m.type in ("number", "period") for m in passage.at.get(i, ()))


def under_cue(view: Outlook, effect: Effect, *, denies: bool = True) -> Outlook:
    """The outlook as the reporting words leave it: turned by a denial, less sure by a hope."""
    if denies and effect.polarity == "denied":
        view = view.turned()
    return replace(
        view, certainty=weaker(view.certainty, effect.certainty or "asserted"), phase=view.phase or effect.phase
    )


def _negates(node: Node, group: Group) -> bool:
    """Whether the "no" of a group is an operator over the predicate already ("there is no extension of the Gaza truce")."""
    over = (g.mention for g in node.above() if g.mention.type == "negation")
    return any(group.first <= m.first < group.last for m in over)
