"""Predicates of a statement and what governs each: negation, aspect, modality, auxiliaries.

An operator governs the next predicate of its clause («بدأت الانسحاب»), or says something of the one before it
(«الانسحاب مستمر»); operators stack («لم تبدأ بعد بالانسحاب»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from consistency.facts.passage import Passage
from consistency.facts.stages import of_a_stage
from consistency.model import Mention, NumberValue
from consistency.orthography import PRONOUNS, analyses

OPERATORS = ("negation", "auxiliary", "aspect", "modality")
_REACH = {"negation": 4, "auxiliary": 3, "modality": 6}
_NOUN_REACH, _VERB_REACH = 4, 3
_LIGHT = frozenset({"preposition", "share", "date", "adverb", "attribute", "component", "pronoun"})
_UNNAMING = frozenset({*_LIGHT, *OPERATORS, "boundary", "that"})
_TANWEEN = "\u064b"
_VALUES = ("number", "date")
_TO = ("infinitive", "future")
"""Auxiliaries that may end in the preposition "to"."""
_DEGREE_REACH, _WHOLE = 5, 100
_LEADING_IN = 2
"""How many words may lead in a date."""
_NEARLY = "nearly"
_RELATIVE_REACH, _RESULT_REACH = 2, 4


@dataclass(slots=True)
class Node:
    """A predicate or an operator, with the number of its clause.

    ``target`` is what an operator governs; ``governors`` are the operators over a node, innermost first.
    ``relative`` says that the operator reached back over a relative pronoun («الحوار الذي بدأناه»),
    ``subjunctive`` that «أن» stands right before it («على أن تنسحب»), ``excepted`` that a
    negation leaves something out («لم يبق سوى …»). ``again`` is the predicate that the node takes up («بدأ الانسحاب،
    وسيكتمل …»). ``former`` says that a plan is an older one («الخطة السابقة»),
    ``duty`` that somebody has to do it («على الدول أن تسحب»), ``partly`` that only a part of it is done ("40% complete"),
    ``resulting`` that it is what came of something («لتنهي بذلك انسحابها»).
    """

    mention: Mention
    clause: int
    trigger: bool
    target: Node | None = None
    governors: list[Node] = field(default_factory=list)
    relative: bool = False
    subjunctive: bool = False
    excepted: bool = False
    again: Node | None = None
    former: bool = False
    duty: bool = False
    partly: bool = False
    resulting: bool = False

    @property
    def features(self) -> Mapping[str, str]:
        return self.mention.features

    @property
    def nominal(self) -> bool:
        """Whether it is a noun (a masdar) and no finite verb or predicative adjective."""
        return "tense" not in self.features and self.features.get("pos") != "adjective"

    @property
    def passive(self) -> bool:
        """Whether whom it is done to stands beside it: an English participle behind "be", an Arabic noun behind «تم»."""
        done = any(g.features.get("voice") == "passive" for g in self.above() if not g.over_a_plan(self))
        be = done or any(g.features.get("tense") in ("be", "progressive") for g in self.above())
        return (be and self.features.get("tense") == "participle") or (done and self.nominal)

    def over_a_plan(self, node: Node) -> bool:
        """Whether an operator lies over a plan for a predicate, which is what is done («حصل توافق على بقاء القوات»)."""
        inner = self.target
        while inner is not None and inner is not node:
            if inner.mention.type == "modality":
                return True
            inner = inner.target
        return False

    def root(self) -> Node | None:
        """The trigger at the end of what it governs."""
        node: Node | None = self
        while node is not None and not node.trigger:
            node = node.target
        return node

    def above(self) -> Iterator[Node]:
        """Every operator over the node, the nearest first."""
        queue = list(self.governors)
        while queue:
            here = queue.pop(0)
            yield here
            queue += here.governors


def find_predicates(passage: Passage) -> list[Node]:
    """The predicates and operators of a passage in text order, bound to each other."""
    nodes = list(_nodes(passage))
    distance = _distances(passage)
    for i in reversed(range(len(nodes))):
        if not nodes[i].trigger:
            nodes[i].target = _target(nodes[i], nodes, i, passage, distance)
    for node in nodes:
        _reach_back(node, nodes, passage)
    nodes = list(_resumed(nodes, passage))
    for node in reversed(nodes):
        if node.target is not None:
            node.target.governors.append(node)
    for node in nodes:
        node.governors.sort(key=lambda n: (n.relative, _apart(n, node)))
    return nodes


def _apart(operator: Node, node: Node) -> tuple[bool, int]:
    """Operators before a predicate lie over those after it; nearer ones lie inside."""
    before = operator.mention.first < node.mention.first
    if before and _qualifies(operator, node):
        return False, 0
    return before, -operator.mention.first if before else operator.mention.first


def _qualifies(operator: Node, node: Node) -> bool:
    """Whether an English participle stands right before its noun as an adjective ("the planned withdrawal was completed")."""
    beside = operator.mention.last == node.mention.first and operator.mention.type == "modality"
    return beside and node.nominal and operator.features.get("tense") in ("participle", "past")


def _nodes(passage: Passage) -> Iterator[Node]:
    found = []
    for m in (_supporting(m, passage) for m in passage.mentions):
        trigger = passage.stands(m)
        free = not (_attributive(m, passage) or _stands_alone(m, passage) or of_a_stage(m, passage))
        if trigger or (m.type in OPERATORS and free):
            before = passage.context.until.get(m.first, ())
            after_that = any(t.type == "that" or t.features.get("subjunctive") for t in before)
            clause = passage.clause_of(m.first)
            excepted = m.type == "negation" and _excepts(m, passage)
            former = m.type == "modality" and _is_former(m, passage)
            partly = m.type == "aspect" and _is_partial(m, passage)
            found.append(
                Node(
                    m,
                    clause,
                    trigger,
                    subjunctive=after_that,
                    excepted=excepted,
                    former=former,
                    partly=partly,
                    duty=_is_duty(m, passage),
                    resulting=_results(m, passage),
                )
            )
    found = [n for n in found if not (n.trigger and n.features.get("alone") and _spoken_of(n, found, passage))]
    yield from (n for n in found if not any(_swallows(o.mention, n.mention) for o in found))


def _stands_alone(m: Mention, passage: Passage) -> bool:
    """Whether a pack takes the words of an operator for a predicate of their own ("rejected" as a stance)."""
    return any(n.features.get("operates") == "no" and n.last >= m.last for n in passage.at.get(m.first, ()))


def _supporting(m: Mention, passage: Passage) -> Mention:
    """A verb that only carries the noun right behind it («يتولى حماية البعثة») as an operator over that noun."""
    if not m.features.get("support"):
        return m
    subject = next((g for g in passage.groups if g.first == m.last), None)  # «تتولى القوات العراقية حماية البعثة»
    behind = (*passage.at.get(m.last, ()), *(passage.at.get(subject.last, ()) if subject else ()))
    nouns = (n for n in behind if passage.stands(n) and "tense" not in n.features)
    if not any(nouns):
        return m
    return replace(m, type="aspect", features={**m.features, "phase": "ongoing"})


def _spoken_of(node: Node, found: Sequence[Node], passage: Passage) -> bool:
    """Whether the clause of a term names the event whose term it is."""
    others = (n for n in found if n.trigger and n.clause == node.clause and not n.features.get("alone"))
    clause = passage.clauses[node.clause]
    forces = any(clause.first <= g.first < clause.last for g in passage.groups)
    return any(forces or n.features.get("needs") != "group" for n in others)


def _is_duty(m: Mention, passage: Passage) -> bool:
    """Whether a verb stands in a clause that begins with whose duty it is, behind «أن»."""
    clause = passage.clauses[passage.clause_of(m.first)]
    opens = any(n.type == "duty" for i in (clause.first, clause.first + 1) for n in passage.at.get(i, ()))
    behind = any(n.type == "that" for i in range(clause.first, m.first) for n in passage.at.get(i, ()))
    return opens and behind and "tense" in m.features


def _results(m: Mention, passage: Passage) -> bool:
    """Whether «ل» leads in a verb of aspect that «بذلك» says to be the outcome of what is told before."""
    if m.type != "aspect" or passage.frames.preposition(m.proclitics) != "to":
        return False
    near = (n for i in range(m.last, m.last + _RESULT_REACH) for n in passage.at.get(i, ()))
    return any(n.type == "pronoun" and passage.frames.preposition(n.proclitics) == "at" for n in near)


def _is_former(m: Mention, passage: Passage) -> bool:
    """Whether an adjective beside a plan says that it no longer holds, or «كان» does («كان من المفترض أن»)."""
    before = passage.context.until.get(m.first, ())
    was = m.id == "expected" and any(n.type == "copula" and n.features.get("tense") == "past" for n in before)
    arabic = passage.context.document.language == "ar"
    return (was and arabic) or any(n.type == "former" for n in (*passage.at.get(m.last, ()), *before))


def _is_partial(m: Mention, passage: Passage) -> bool:
    """Whether a percentage below a hundred, or a share of what follows, says how far an event has come."""
    clause = passage.clauses[passage.clause_of(m.first)]
    near = range(max(clause.first, m.first - _DEGREE_REACH), min(clause.last, m.last + _DEGREE_REACH))
    shares = (n for i in near for n in passage.at.get(i, ()) if n.type in ("percent", "share", "degree"))
    return any(_less_than_all(n) and n.first not in passage.covered for n in shares)


def _less_than_all(share: Mention) -> bool:
    if isinstance(share.value, NumberValue):
        return share.value.max is None or share.value.max < _WHOLE
    if share.id == _NEARLY:
        return True
    return share.features.get("part") in ("most", "some")


def _excepts(negation: Mention, passage: Passage) -> bool:
    """Whether an exception follows in the negation's clause («لم يغادر سوى مئة»)."""
    clause = passage.clauses[passage.clause_of(negation.first)]
    return any(m.first > negation.first for m in passage.inside(clause, "exception"))


def _swallows(outer: Mention, inner: Mention) -> bool:
    """Whether a longer phrase holds the words of another predicate («من غير المتوقع»)."""
    longer = outer.last - outer.first > inner.last - inner.first
    return longer and outer.first <= inner.first and inner.last <= outer.last


def _attributive(m: Mention, passage: Passage) -> bool:
    """Whether a word only belongs to a force's name, a number or a date («ما لا يزيد على 400»), or answers a question."""
    if any(n.type in _VALUES and n.first < m.last and m.first < n.last for n in passage.mentions):
        return True
    if m.id in _TO and any(n.type == "place" for n in passage.at.get(m.last, ())):
        return True  # "the deployment to Mali was taking place", "are going to Mali"
    if m.type == "modality" and m.features.get("pos") == "noun" and _is_adverbial(m, passage):
        return True
    if m.type == "negation":
        part = any(n.type == "component" and m.last < n.last for n in passage.at.get(m.first, ()))  # «مهمة غير قتالية»
        return (
            part
            or _answers(m, passage)
            or any(g.word == "none" and g.first <= m.first < g.last for g in passage.groups)
        )
    return m.type != "negation" and any(g.first <= m.first and m.last <= g.last for g in passage.groups)


def _is_adverbial(m: Mention, passage: Passage) -> bool:
    """«نفى ذلك نفياً قاطعاً»: an indefinite accusative only strengthens its verb."""
    return _TANWEEN in passage.context.document.tokens[m.last - 1].text and m.first > passage.first


def _answers(m: Mention, passage: Passage) -> bool:
    """Whether a word stands for a sentence of its own ("No, it is not")."""
    after = passage.context.document.tokens[m.last : m.last + 1]
    return m.first == passage.first and bool(after) and not after[0].text[:1].isalnum()


def _distances(passage: Passage) -> Mapping[int, int]:
    """For each token, how many words of unknown weight stand before it."""
    count, out = 0, {}
    for i in range(passage.first, passage.last + 1):
        out[i] = count
        known = i in passage.covered or i in passage.dated or _sets_a_date_apart(i, passage)
        count += not (known or any(m.type in _LIGHT for m in passage.at.get(i, ())))
    return out


def _sets_a_date_apart(i: int, passage: Passage) -> bool:
    """Whether a comma stands on one side of a date ("will not be, by the end of the year, in a combat mission")."""
    if i >= passage.last or passage.context.document.tokens[i].text != ",":
        return False
    return i - 1 in passage.dated or any(k in passage.dated for k in range(i + 1, i + 2 + _LEADING_IN))


# --- what an operator governs --------------------------------------------------------------


def _target(node: Node, nodes: Sequence[Node], i: int, passage: Passage, distance: Mapping[int, int]) -> Node | None:
    right = _right(node, nodes[i + 1 :], distance)
    if right is not None and node.mention.type == "aspect" and _timed(node, right, passage):
        right = None
    if right is not None and node.mention.type == "modality" and not node.nominal:
        right = _asserted(right, nodes[i + 1 :])
    inside = node.mention.type in ("auxiliary", "aspect") or node.features.get("within") == "clause"
    if right is not None and inside and _reported(node, right, passage):
        return None
    if right is not None and node.mention.type == "auxiliary" and right.features.get("outermost"):
        return None  # "had been there and would leave"
    if right is not None and _of_another_verb(node, right, passage, distance):
        return None
    if right is not None and node.mention.type == "negation" and _is_label(node, right, passage):
        return None
    left = _head(next((n for n in reversed(nodes[:i]) if n.trigger and n.clause == node.clause), None), nodes, passage)
    if left is not None and node.mention.type == "aspect" and right is None and _is_for(left, passage):
        return None
    if left is not None and node.features.get("said_of") == "before":
        return left  # «الانسحاب مرهون بنشر الجيش»: the withdrawal is what hangs on something
    adjective = node.features.get("pos") == "adjective"
    if node.mention.type == "negation" and left is not None and _is_existence(left, node):
        return left
    if adjective and node.features.get("article") == "yes":
        return left if left is not None and left.mention.last == node.mention.first else None
    if right is not None and node.features.get("with") == "present" and right.features.get("tense") == "past":
        return None
    if node.mention.type == "aspect":
        right = None if left is not None and right is not None and _aside(node, right, passage) else right
        return _of_aspect(node, right, None if _has_object(node, passage) or _is_apart(node, left, passage) else left)
    if right is not None:
        return right
    if node.mention.type == "modality" and (adjective or not node.nominal or node.features.get("pos") == "form"):
        return None if left is not None and _parted(left, node, passage) else left
    return left if node.mention.type == "negation" and (adjective or _task(left)) else None


def _parted(left: Node, node: Node, passage: Passage) -> bool:
    """Whether an English "and" begins a sentence of its own before an operator (", and we must go on")."""
    between = range(left.mention.last, node.mention.first)
    return passage.context.document.language == "en" and any(
        m.type == "boundary" and m.id == "and" for i in between for m in passage.at.get(i, ())
    )


def _head(node: Node | None, nodes: Sequence[Node], passage: Passage) -> Node | None:
    """The noun that a predicate only says the matter of (of «مفاوضات الهدنة» the talks), else the predicate itself."""
    if node is None or node.mention.type != "state":
        return node
    head = passage.headed(node.mention)
    return node if head is node.mention else next((n for n in nodes if n.mention is head), node)


def _is_for(left: Node, passage: Passage) -> bool:
    """Whether "for" and another noun stand before an English noun: the aspect is said of that ("the reasons for the
    mission have ended").
    """
    first = passage.around(left.mention).first
    near = range(max(first - _LEADING_IN, passage.first + 1), first)
    led = [i for i in near if any(m.type == "preposition" and m.id == "for" for m in passage.at.get(i, ()))]
    noun = led[-1] - 1 if led else passage.last
    tokens = passage.context.document.tokens
    marked = noun < passage.last and not tokens[noun].text.isalpha()
    noun -= marked  # "the justifications (for the mission)"
    unknown = noun < passage.last and not passage.at.get(noun) and tokens[noun].text.isalpha()
    return left.nominal and unknown and passage.context.document.language == "en"


def _aside(node: Node, right: Node, passage: Passage) -> bool:
    """Whether an English aspect without a verb of its own is said of what is before it ("talks are under way on a truce")."""
    bare = node.features.get("pos") == "form" and right.nominal and passage.context.document.language == "en"
    apart = right.mention.first > node.mention.last
    return bare and apart and passage.context.lead(right.mention, 2) not in (None, "of")


def _of_another_verb(node: Node, right: Node, passage: Passage, distance: Mapping[int, int]) -> bool:
    """Whether a day is spoken of and the event is only what it is for ("had been set for the withdrawal", "agreed for")."""
    if not right.nominal or passage.context.document.language != "en":
        return False
    unknown = distance[right.mention.first] > distance[node.mention.last]
    lead = passage.context.lead(right.mention, 2)
    passive = node.mention.type == "modality" and node.features.get("tense") in ("past", "participle")
    return (passive and lead == "for") or (node.mention.type == "auxiliary" and unknown and lead not in (None, "of"))


def _is_label(node: Node, right: Node, passage: Passage) -> bool:
    """Whether something else is said not to be an event ("the decision was not an American withdrawal")."""
    be = any(m.features.get("tense") == "be" for m in passage.context.until.get(node.mention.first, ()))
    if points_at(node, passage):
        return False  # "this is not a withdrawal"
    between = passage.context.document.tokens[node.mention.last : right.mention.first]
    indefinite = passage.frames.articles - passage.frames.definite
    return right.mention.type == "event" and right.nominal and be and any(token.norm in indefinite for token in between)


def points_at(negation: Node, passage: Passage) -> bool:
    """Whether "this", "that" or "it" alone is the subject of the "be" before a negation."""
    subject = negation.mention.first - 2
    before = passage.context.document.tokens[subject - 1 : subject] if subject > passage.first else ()
    pointing = passage.context.document.tokens[max(subject, 0)].norm in passage.frames.definite
    known = any(m.type == "pronoun" for m in passage.at.get(subject, ()))
    led = any(m.type in ("that", "boundary") for m in passage.context.until.get(subject, ()))
    opens = led or not any(token.text[:1].isalnum() for token in before)
    return subject >= passage.first and (pointing or known) and opens


def is_told_of_it(node: Node, passage: Passage) -> bool:
    """Whether "this is not" stands over a noun: it is what will not happen."""
    return node.nominal and any(g.mention.type == "negation" and points_at(g, passage) for g in node.governors)


def _timed(node: Node, right: Node, passage: Passage) -> bool:
    """«ستكتمل قبل رحيل آخر جندي»: what stands behind "before" or "after" only says when."""
    between = range(node.mention.last, right.mention.first)
    rows = (passage.at.get(i, ()) for i in between)
    led = (m for row in rows if not any(n.type == "adverb" for n in row) for m in row if m.type == "preposition")
    return right.nominal and any(m.id in ("until", "after") for m in led)


def _asserted(right: Node, following: Sequence[Node]) -> Node:
    """Of a noun and the verb said of it, the verb ("he hoped the mission would shift")."""
    if not (right.trigger and right.nominal):
        return right
    behind = (n for n in following if n.trigger and n.clause == right.clause and n.mention.first >= right.mention.last)
    verb = next(behind, None)
    return verb if verb is not None and verb.features.get("pos") == "verb" else right


def _is_existence(left: Node, negation: Node) -> bool:
    """Whether a negation stands behind the verb of being that it denies ("there are no longer")."""
    return left.features.get("object") == "only" and left.mention.last == negation.mention.first


def _reported(node: Node, right: Node, passage: Passage) -> bool:
    """Whether "that" stands between, in Arabic not right behind («أوشك أن»): what the first verb says ends there."""
    arabic = passage.context.document.language == "ar"
    between = range(node.mention.last + arabic, right.mention.first)
    return any(m.type == "that" for i in between for m in passage.at.get(i, ()))


def _leads_on(node: Node) -> bool:
    """Whether it is a predicate, or an operator over one that comes after it."""
    root = node.root()
    return root is not None and root.mention.first >= node.mention.first


def _task(node: Node | None) -> bool:
    """Whether a noun of task stands for the predicate («مهمتهم ليست القتال»)."""
    return node is not None and node.nominal and node.features.get("role") == "task"


def _of_aspect(node: Node, right: Node | None, left: Node | None) -> Node | None:
    if node.features.get("emphasis") or (right is None and node.features.get("onward")):
        return None  # "does not mean the end of the fight"
    if right is not None and (not node.mention.enclitic or node.nominal):
        return right
    if not node.nominal or node.features.get("pos") == "form":
        return left
    return left if right is None and node.features.get("article") else None


def _has_object(node: Node, passage: Passage) -> bool:
    """Whether an unknown noun follows a verb of aspect, which is then not said of what is before ("that ended a decade")."""
    i, frames = node.mention.last, passage.frames
    if node.nominal or i >= passage.last:
        return False
    token, known = passage.context.document.tokens[i], bool(passage.at.get(i))
    if passage.context.document.language == "en":
        return _leads_to_a_verb(node, passage) or token.norm in frames.articles or token.norm in frames.definite
    return not known and any((a.article or a.enclitic in PRONOUNS) and not a.proclitics for a in analyses(token.norm))


def _is_apart(node: Node, left: Node | None, passage: Passage) -> bool:
    """Whether an Arabic verb of aspect says nothing of the verb before it («ستسحب قواتها لتنهي حربا استمرت عاما»)."""
    verbs = "tense" in node.features and left is not None and "tense" in left.features
    return verbs and passage.context.document.language == "ar"


def _leads_to_a_verb(node: Node, passage: Passage) -> bool:
    """Whether "to" and a verb of its own follow an aspect ("we must continue to struggle")."""
    return any(m.features.get("tense") == "infinitive" for m in passage.at.get(node.mention.last, ()))


def _right(node: Node, following: Sequence[Node], distance: Mapping[int, int]) -> Node | None:
    """The next predicate of the clause, if few unknown words stand between."""
    behind = (n for n in following if n.mention.first >= node.mention.last)
    right = next((n for n in behind if n.root() is not None and (node.mention.type != "aspect" or _leads_on(n))), None)
    if right is None or right.clause != node.clause:
        return None
    reach = _REACH.get(node.mention.type, _NOUN_REACH if node.nominal else _VERB_REACH)
    return right if distance[right.mention.first] - distance[node.mention.last] <= reach else None


def _reach_back(node: Node, nodes: Sequence[Node], passage: Passage) -> None:
    """«… الحوار الذي بدأناه»: a verb after a relative pronoun with nothing of its own says something of its noun."""
    clause = passage.clauses[node.clause]
    opens = clause.link == "relative" and node.mention.first - clause.first <= _RELATIVE_REACH
    if node.trigger or node.target is not None or node.mention.type != "aspect" or not opens:
        return
    before = (n for n in reversed(nodes) if n.mention.first < node.mention.first)
    back = next((n for n in before if n.trigger and n.nominal and n.clause < node.clause), None)
    if back is not None and _all_light(back.mention.last, clause.first, passage):
        node.target, node.relative = back, True


def _resumed(nodes: Sequence[Node], passage: Passage) -> Iterator[Node]:
    """«بدأ الانسحاب، وسيكتمل قبل نهاية العام»: a verb of aspect alone in its clause takes up the noun before it."""
    triggers: list[Node] = []
    for node in nodes:
        yield node
        if node.trigger:
            triggers.append(node)
        elif (
            triggers and triggers[-1].nominal and triggers[-1].clause < node.clause and _takes_up(node, nodes, passage)
        ):
            node.target = Node(triggers[-1].mention, node.clause, trigger=True, again=triggers[-1])
            _chain(node, nodes)
            yield node.target


def _chain(node: Node, nodes: Sequence[Node]) -> None:
    """Puts the operators right before a verb that takes up a noun over it ("which will be completed")."""
    outer = node
    for before in reversed([n for n in nodes if n.clause == node.clause and n.mention.last <= node.mention.first]):
        loose = not before.trigger and before.target is None
        if not loose or outer.mention.first - before.mention.last > _RELATIVE_REACH:
            return
        before.target, outer = outer, before


def _takes_up(node: Node, nodes: Sequence[Node], passage: Passage) -> bool:
    """Whether an aspect's subject or object can only be what was spoken of."""
    if node.mention.type != "aspect" or node.target is not None or node.nominal or node.features.get("emphasis"):
        return False
    if _is_of_an_act(node, passage):
        return False
    if any(n.trigger and n.clause == node.clause for n in nodes):
        return False
    clause = passage.clauses[node.clause]
    if _leads_to_a_verb(node, passage):
        return False
    if passage.context.document.language == "ar":
        return bool(node.mention.enclitic) or _all_light(
            node.mention.last, min(node.mention.last + 1, clause.last), passage
        )
    before, after = (clause.first, node.mention.first), (node.mention.last, min(node.mention.last + 1, clause.last))
    return _all_light(*before, passage) or any(
        m.type == "pronoun" for i in range(*after) for m in passage.at.get(i, ())
    )


def _is_of_an_act(node: Node, passage: Passage) -> bool:
    """Whether the noun of a plan follows a verb of happening: that is what happens («تم الاتفاق عليه»)."""
    behind = passage.at.get(node.mention.last, ())
    return bool(node.features.get("voice")) and any(
        m.type == "modality" and m.features.get("pos") == "noun" for m in behind
    )


def _all_light(first: int, last: int, passage: Passage) -> bool:
    """Whether only words that name nothing stand at these tokens."""
    tokens = passage.context.document.tokens
    return all(
        i in passage.covered
        or any(m.type in _UNNAMING for m in passage.at.get(i, ()))
        or not tokens[i].text[:1].isalnum()
        for i in range(first, last)
    )
