"""How a predicate is held: its phase, polarity and certainty, from the words that govern it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from consistency.facts.predicates import Node

_ENDS, _MISSION, _COMPLETED = ("stop", "complete"), "mission", "completed"
"""A mission that is stopped or completed has ended."""
_RANK = {"asserted": 0, "expected": 1, "sought": 2, "conditional": 3}
_TENSES = {"past": "completed", "participle": "completed", "present": "ongoing", "future": "planned"}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the operators make of a predicate.

    ``ended``: the end of the state is meant. ``finite``: a verb holds it (a bare masdar asserts nothing).
    ``continued``: it is said to go on.
    """

    phase: str | None = None
    polarity: str = "affirmed"
    certainty: str = "asserted"
    ended: bool = False
    finite: bool = False
    continued: bool = False

    def turned(self) -> Outlook:
        """The same denied, or affirmed if it was denied."""
        return replace(self, polarity="denied" if self.polarity == "affirmed" else "affirmed")


def weaker(one: str, other: str) -> str:
    """The less certain of two."""
    return max(one, other, key=_RANK.__getitem__)


def outlook(node: Node) -> Outlook:
    """The outlook of a predicate under all that governs it, from the inside out."""
    tense = node.features.get("tense", "")
    phase = "planned" if node.subjunctive and tense == "present" else _TENSES.get(tense)
    if tense == "present" and node.features.get("present"):
        phase = node.features["present"]  # "no one stays"
    if node.features.get("result") and phase == "ongoing":
        phase = "completed"  # "they are gone"
    certainty = "sought" if node.duty else "asserted"
    view = Outlook(phase=phase, certainty=certainty, finite=tense in ("past", "present", "future"))
    for governor in node.governors:
        view = _under(governor, view, node)
    return view


def _under(governor: Node, view: Outlook, node: Node) -> Outlook:
    view = _RULES[governor.mention.type](governor, view, node)
    if governor.features.get("moot") and node.mention.type == "event":
        return view  # no delay of a withdrawal is no denial of it
    for outer in governor.governors:
        view = _under(outer, view, governor)
    return view


def _aspect(governor: Node, view: Outlook, node: Node) -> Outlook:
    features, finite = governor.features, view.finite or not governor.nominal
    if view.phase == "scheduled":
        return replace(view, finite=finite)  # «تمديد الموعد»: the date is meant, not the event
    if node.mention.type == "modality" and view.phase == "planned" and not features.get("polarity"):
        return replace(
            view, finite=finite
        )  # "has finished drawing up a plan to leave": the leaving is planned all the same
    over = governor.mention.id in _ENDS and node.mention.id == _MISSION
    if features.get("polarity") and not over:
        return replace(view.turned(), finite=finite)
    tense = features.get("tense", "")
    finite = finite and tense != "gerund"  # "…, completing the pullout by year end"
    if governor.subjunctive and tense != "past":
        tense = "future"
    if governor.resulting:
        tense = "past"
    phase = shifted(_COMPLETED if over else features.get("phase", view.phase), tense)
    if phase == "ongoing" and (features.get("result") or features.get("headline")):
        phase = _COMPLETED  # "the mission is over", "army completes withdrawal"
    if governor.partly and phase == "completed":
        phase = "ongoing"
    if (governor.mention.id == "end" and node.mention.type == "state") or over:
        begun = governor.nominal and view.finite and view.phase is not None  # «إنهاء الوجود بدأ»
        return replace(view, phase=view.phase if begun else phase, ended=True, finite=finite)
    if governor.mention.id == "end" and governor.features.get("halts") and node.features.get("tense") == "gerund":
        return replace(view.turned(), phase="ongoing", finite=finite)  # "have stopped withdrawing"
    if view.ended and features.get("phase") != "completed":
        return replace(view, phase="planned" if phase == "planned" else "ongoing", finite=finite)
    if governor.relative and view.finite:
        return view
    goes_on = phase == "ongoing" and features.get("phase", "ongoing") == "ongoing"
    return replace(view, phase=phase, finite=finite, continued=goes_on)


def shifted(phase: str | None, tense: str) -> str | None:
    """A beginning or an end that is still to come is planned; one in the present is under way."""
    if phase not in ("begun", "completed"):
        return phase
    return {"future": "planned", "base": "planned", "present": "ongoing" if phase == "completed" else "begun"}.get(
        tense, phase
    )


def _negation(governor: Node, view: Outlook, node: Node) -> Outlook:
    if governor.excepted:
        past = governor.features.get("time") == "past" and view.phase == "ongoing"
        return replace(view, phase="completed" if past else view.phase, finite=True)
    if node.mention.type == "modality" and node.mention.id == "schedule":
        return replace(view, phase="moot", finite=False)  # «لا سقف زمنياً للبقاء»: nothing is said of the stay itself
    if governor.mention.id == "no-longer":
        root = node.root() if node.features.get("phase") == "ongoing" else node  # «لم تعد تقوم بدور قتالي»
        if root is not None and root.mention.type == "state":
            return replace(view, phase="completed", ended=True, finite=True)
        return replace(view.turned(), finite=True)
    time = governor.features.get("time")
    phase = view.phase
    if node.mention.type == "aspect" and time == "future" and node.mention.id in _ENDS:
        phase = "planned"  # «لن تكمل انسحابها بحلول الجمعة»
    elif node.mention.type == "aspect":
        phase = node.features.get("phase", phase)
    elif not any(g.mention.type == "aspect" for g in node.governors[:1]):
        phase = {"past": "completed", "future": "planned"}.get(time or "", phase)
    elif time == "past" and view.phase == "planned":
        phase = "completed"
    return replace(view.turned(), phase=phase, finite=True)


def _auxiliary(governor: Node, view: Outlook, node: Node) -> Outlook:
    tense, aspect = governor.features.get("tense"), node.mention.type == "aspect"
    phase = view.phase
    if tense == "be":
        doing = node.features.get("tense") == "gerund" and node.mention.type != "modality"  # not "is planning to leave"
        phase = node.features.get("present", "ongoing") if doing else phase
        phase = "planned" if governor.features.get("bare") and not governor.governors else phase  # "and be withdrawn"
        phase = "planned" if phase is None and _denies_doing(node) else phase
    elif tense in ("future", "infinitive"):
        phase = "ongoing" if aspect and node.features.get("phase") == "ongoing" else "planned"
    elif tense == "perfect" and _of_a_plan(node):  # "has ordered them to leave": they have not left
        former = governor.features.get("before") and phase == "planned"  # "had planned to leave": perhaps no longer
        return replace(view, certainty=weaker(view.certainty, "conditional") if former else view.certainty, finite=True)
    elif tense == "perfect":
        phase = (
            node.features.get("phase", "completed") if aspect else ("ongoing" if phase == "ongoing" else "completed")
        )
    elif tense in ("progressive", "present"):
        phase = "ongoing"
    elif tense == "past":
        phase = "completed"
    return replace(view, phase=phase, finite=True)


def _of_a_plan(node: Node) -> bool:
    """Whether an auxiliary governs a plan, or the "no" before one ("has made no decision to leave")."""
    planned = node.target if node.mention.type == "negation" else node
    return planned is not None and planned.mention.type == "modality"


def _denies_doing(node: Node) -> bool:
    """Whether a negation stands over a gerund ("is not withdrawing"): neither now nor later."""
    verb = node.root() if node.mention.type == "negation" else None
    return verb is not None and verb.features.get("tense") == "gerund"


def _modality(governor: Node, view: Outlook, node: Node) -> Outlook:
    features = governor.features
    phase = features.get("phase", view.phase)
    if phase == "planned" and (view.phase in ("moot", "scheduled") or (view.phase == "ongoing" and view.continued)):
        phase = view.phase
    if features.get("polarity"):
        view = view.turned()
    certainty = weaker(view.certainty, "conditional" if governor.former else features.get("certainty", "asserted"))
    return replace(view, phase=phase, certainty=certainty, finite=view.finite or not governor.nominal)


_RULES: Mapping[str, Callable[[Node, Outlook, Node], Outlook]] = {
    "aspect": _aspect,
    "negation": _negation,
    "auxiliary": _auxiliary,
    "modality": _modality,
}
