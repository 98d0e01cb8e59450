"""How a predicate is held: its phase, polarity and certainty, from the words that govern it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from consistency.model import Mention

OPERATORS = ("negation", "auxiliary", "aspect", "modality")
_NOMINAL_REACH, _VERB_REACH, _MODAL_REACH, _NEGATION_REACH, _AUXILIARY_REACH = 4, 3, 6, 4, 3
_RANK = {"asserted": 0, "expected": 1, "sought": 2, "conditional": 3}


@dataclass(slots=True)
class Node:
    """A predicate or an operator of a statement, with the clause it stands in.

    ``target`` is what an operator governs; ``governors`` are the operators of a node, innermost first.
    ``relative`` says that the operator reached back over a relative pronoun.
    """

    mention: Mention
    clause: int
    trigger: bool
    target: Node | None = None
    governors: list[Node] = field(default_factory=list)
    relative: bool = False

    @property
    def features(self) -> dict[str, str]:
        return dict(self.mention.features)

    @property
    def nominal(self) -> bool:
        """Whether it is a noun (a masdar) and not a finite verb or a predicative adjective."""
        return "tense" not in self.mention.features and self.mention.features.get("pos") != "adjective"

    def root(self) -> Node | None:
        """The trigger at the end of what it governs."""
        node: Node | None = self
        while node is not None and not node.trigger:
            node = node.target
        return node


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the operators make of a predicate.

    ``ended``: the end of the state is meant. ``finite``: a verb holds it (a bare masdar asserts nothing).
    """

    phase: str | None = None
    polarity: str = "affirmed"
    certainty: str = "asserted"
    ended: bool = False
    finite: bool = False
    continued: bool = False


def bind(nodes: Sequence[Node], links: Sequence[str], starts: Sequence[int], distance: Sequence[int]) -> None:
    """Gives every operator what it governs; ``distance[i]`` counts the open tokens before token i."""
    for i, node in enumerate(nodes):
        if node.trigger:
            continue
        right = _right(nodes, i, distance)
        left = _left(nodes, i)
        node.target = _choose(node, right, left, _relative(node, links, starts), distance)
    for node in reversed(nodes):
        if node.target is not None:
            node.target.governors.append(node)
    for node in nodes:
        node.governors.sort(key=lambda n: (n.relative, -n.mention.first if n.mention.first < node.mention.first else n.mention.first))


def _right(nodes: Sequence[Node], i: int, distance: Sequence[int]) -> Node | None:
    node = nodes[i]
    following = next((n for n in nodes[i + 1 :] if n.mention.first >= node.mention.last), None)
    if following is None or following.clause != node.clause:
        return None
    gap = distance[following.mention.first] - distance[node.mention.last]
    return following if gap <= _reach(node) else None


def _reach(node: Node) -> int:
    kind = node.mention.type
    if kind == "aspect":
        return _NOMINAL_REACH if node.nominal else _VERB_REACH
    return {"modality": _MODAL_REACH, "negation": _NEGATION_REACH}.get(kind, _AUXILIARY_REACH)


def _left(nodes: Sequence[Node], i: int) -> Node | None:
    """The nearest trigger before an operator that says something of it."""
    return next((n for n in reversed(nodes[:i]) if n.trigger and n.clause == nodes[i].clause), None)


def _relative(node: Node, links: Sequence[str], starts: Sequence[int]) -> bool:
    return links[node.clause] == "relative" and node.mention.first - starts[node.clause] <= 2


def _choose(node: Node, right: Node | None, left: Node | None, relative: bool, distance: Sequence[int]) -> Node | None:
    kind, pos = node.mention.type, node.mention.features.get("pos")
    if kind == "aspect":
        if node.features.get("emphasis"):
            return None
        if right is not None and (node.mention.enclitic == "" or right.nominal):
            return right
        if pos == "adjective" or not node.nominal or pos == "form":
            return left
        return left if right is None and node.nominal and node.mention.features.get("article") else None
    if right is not None:
        return right
    if kind == "modality" and (pos == "adjective" or not node.nominal):
        return left
    return left if kind == "negation" and pos == "adjective" else None


def attach_relatives(nodes: Sequence[Node], links: Sequence[str], starts: Sequence[int]) -> None:
    """«… الحوار الذي بدأناه»: a verb after a relative pronoun with nothing of its own goes back to what the pronoun stands for."""
    for i, node in enumerate(nodes):
        if node.trigger or node.target is not None or node.mention.type != "aspect" or not _relative(node, links, starts):
            continue
        back = next((n for n in reversed(nodes[:i]) if n.trigger and n.clause < node.clause and n.nominal), None)
        if back is not None:
            node.target, node.relative = back, True
            back.governors.append(node)


def outlook(node: Node) -> Outlook:
    """The phase, polarity and certainty of a predicate under all that governs it, from the inside out."""
    state = _own(node)
    for governor in node.governors:
        state = _under(governor, state, node)
    return state


def _own(node: Node) -> Outlook:
    tense = node.mention.features.get("tense")
    phase = {"past": "completed", "participle": "completed", "present": "ongoing", "future": "planned"}.get(tense or "")
    return Outlook(phase=phase, finite=tense in ("past", "present", "future"))


def _under(governor: Node, state: Outlook, node: Node) -> Outlook:
    rule = {"aspect": _aspect, "negation": _negation, "auxiliary": _auxiliary, "modality": _modality}[governor.mention.type]
    state = rule(governor, state, node)
    for outer in governor.governors:
        state = _under(outer, state, governor)
    return state


def _merge(state: Outlook, **changes: object) -> Outlook:
    values = {name: getattr(state, name) for name in Outlook.__dataclass_fields__}
    return Outlook(**{**values, **changes})  # type: ignore[arg-type]


def _aspect(governor: Node, state: Outlook, node: Node) -> Outlook:
    features, tense = governor.features, governor.features.get("tense")
    if features.get("polarity"):
        return _merge(state, polarity=_flip(state.polarity), finite=state.finite or not governor.nominal)
    phase = features.get("phase", state.phase)
    if phase in ("begun", "completed"):
        phase = {"future": "planned", "present": "ongoing" if phase == "completed" else "begun", "base": "planned"}.get(tense or "", phase)
    if governor.mention.id == "end" and node.mention.type == "state":
        return _merge(state, phase=phase, ended=True, finite=state.finite or not governor.nominal)
    if state.ended and features.get("phase") != "completed":
        return _merge(state, phase="planned" if phase == "planned" else "ongoing", finite=state.finite or not governor.nominal)
    if governor.relative and state.finite:
        return state
    return _merge(state, phase=phase, finite=state.finite or not governor.nominal, continued=phase == "ongoing")


def _negation(governor: Node, state: Outlook, node: Node) -> Outlook:
    time, phase = governor.features.get("time"), state.phase
    if governor.mention.id == "no-longer":
        if node.mention.type == "state":
            return _merge(state, phase="completed", ended=True, finite=True)
        return _merge(state, polarity=_flip(state.polarity), finite=True)
    if node.mention.type != "aspect" and not (node.governors and node.governors[0].mention.type == "aspect"):
        phase = {"past": "completed", "future": "planned"}.get(time or "", phase)
    elif time == "past" and state.phase == "planned":
        phase = "completed"
    elif node.mention.type == "aspect":
        phase = node.features.get("phase", phase)
    return _merge(state, phase=phase, polarity=_flip(state.polarity), finite=True)


def _auxiliary(governor: Node, state: Outlook, node: Node) -> Outlook:
    tense, inner = governor.features.get("tense"), node.features.get("tense")
    if tense == "be":
        phase = "ongoing" if inner == "gerund" else state.phase
    elif tense in ("future", "infinitive"):
        phase = "ongoing" if state.phase == "ongoing" and node.mention.type == "aspect" else "planned"
    else:
        phase = {"perfect": "completed", "past": "completed", "progressive": "ongoing", "present": "ongoing"}.get(tense or "", state.phase)
        if node.mention.type == "aspect" and tense == "perfect":
            phase = node.features.get("phase", phase)
        elif tense == "perfect" and state.phase == "ongoing":
            phase = "ongoing"
    return _merge(state, phase=phase, finite=True)


def _modality(governor: Node, state: Outlook, node: Node) -> Outlook:
    features = governor.features
    certainty = max(state.certainty, features.get("certainty", "asserted"), key=lambda c: _RANK[c])
    phase = features.get("phase", state.phase)
    if phase == "planned" and (state.phase in ("ongoing", "moot", "scheduled") or (node.mention.type == "aspect" and state.phase == "ongoing")):
        phase = state.phase
    polarity = _flip(state.polarity) if features.get("polarity") else state.polarity
    return _merge(state, phase=phase, certainty=certainty, polarity=polarity, finite=state.finite or not governor.nominal)


def _flip(polarity: str) -> str:
    return "denied" if polarity == "affirmed" else "affirmed"
