"""Whom a predicate is about: the force beside it, the one it stands for, or the one that the text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.facts.clauses import COMMA, Clause
from consistency.facts.groups import Group
from consistency.facts.owners import ACTORS, AWAY, THINGS, Owners
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node, is_told_of_it
from consistency.facts.reading import Reading
from consistency.facts.strangers import other_subject, sent_by_others, something_else_stays
from consistency.model import Mention

_ASIDE = ("with", "by", "against")
_THIRD = "third"
_PLURAL = ("3fs", "3mp", "1p", "3fp", "3md")
_MISSIONS = ("mission", "combat")
"""What nouns of a mission need beside them."""
_BEFORE_VERB = frozenset({"auxiliary", "modality", "negation", "adverb", "aspect"})
"""What may stand between a pronoun and its verb."""
_MEASURE, _RELATIVE_REACH = 3, 2
_OBJECT_REACH = 3
_FIRST = ("first", "1p")
_TASK, _DATED = "responsibility", "schedule"
_OPEN_NOUN, _OPEN_VERB, _OPENING = 3, 4, 3


class Subjects:
    """Finds the force of each predicate of one passage; ``own`` is the speaker's own side."""

    def __init__(self, passage: Passage, own: str | None) -> None:
        self._passage, self._own = passage, own
        self.owners = Owners(passage, own)
        self._registry = passage.context.registry

    def fill(self, reading: Reading, node: Node, nodes: Sequence[Node], earlier: Sequence[Reading]) -> None:
        """Gives a reading its group, party, component and how they were found."""
        if node.again is not None and self._as_before(reading, node.again, earlier):
            return
        if self._moves_things(node) or sent_by_others(self._passage, node):
            return
        self._named(reading, node, nodes)
        if reading.group is None and other_subject(self._passage, node):
            return
        told = self._has_pronoun(node)
        if reading.group is None and not told:
            self._of_topic(reading, node)
        if reading.group is None and not told:
            self._acting(reading, node)
        thing = node.nominal and node.features.get("object") == "only" and node.mention.type == "protection"
        if reading.group is None and reading.party is None and not (thing and self._pronoun(node) is None):
            self._inherited(reading, node, earlier)  # «تولت حماية المعسكر»: no force is what is protected
        self._qualified(reading, node)

    def _as_before(self, reading: Reading, node: Node, earlier: Sequence[Reading]) -> bool:
        """Takes over whom the same predicate was about before."""
        for before in earlier:
            if before.trigger is node.mention:
                reading.group, reading.party, reading.component = before.group, before.party, before.component
                reading.source = before.source
                return True
        return False

    def _moves_things(self, node: Node) -> bool:
        """«سحبت جزءاً من أسلحتها»: equipment is what is moved, and no force joined to it."""
        first = node.mention.last
        if node.features.get("object") == "yes" and self._sends_others(first):
            return True
        behind = [g for g in self._passage.groups if first <= g.head.first]
        thing = behind[0] if behind and behind[0].head.first <= first + _OBJECT_REACH else None
        if thing is None or thing.of != "equipment" or node.features.get("object") != "yes":
            return False
        return not any(g.of not in THINGS and g.first - thing.last <= 1 for g in behind[1:2])

    def _sends_others(self, first: int) -> bool:
        """Whether people who are no force stand right behind a verb ("to send a delegation")."""
        articles = self._passage.frames.articles
        first += self._passage.context.document.tokens[first].norm in articles if first < self._passage.last else 0
        return any(m.type == "civil" for m in self._passage.at.get(first, ()))

    # --- named beside the predicate ---------------------------------------------------

    def _named(self, reading: Reading, node: Node, nodes: Sequence[Node]) -> None:
        by_owner = node.features.get("owner") == "agent" or self._goes_to_a_place(node)
        around = self._passage.around(node.mention) if node.nominal and not by_owner else None
        owned = around if around is not None and (around.party or around.owner or around.foreign) else None
        after, before = self._after(node, nodes), self._before(node, nodes)
        task = node.features.get("role") == "task"  # "a role to support the army"
        agent = node.features.get("owner") == "agent"
        theirs = task or agent or self._has_pronoun(node) or self._is_theirs(node)
        after = None if theirs else after
        rightward = node.nominal or node.features.get("object") == "yes" or before is None
        near = (after or before) if rightward else (before or after)
        near = after if node.features.get("object") == "only" else near
        near = after if self._is_doer(after, node) else near
        beside = node.nominal and after is not None and after.first == node.mention.last  # «ستتم حماية المدربين»
        near = before if (node.passive and not beside) or self._follows_its_head(reading, node) else near
        if near is before and before is not None and after is not None and self._its_own(after, before, node):
            near = before._replace(share=after.share, number=after.number, word=after.word)
        if near is not None and (owned is None or near is after):
            near = (
                near
                if owned is None or near.party
                else near._replace(party=owned.party, component=near.component or owned.component)
            )
            self._take(reading, near)
        elif owned is not None:
            self._take(reading, owned)
        elif reading.clause.link == "relative":
            head = next((g for g in reversed(self._passage.groups) if g.last <= reading.clause.first), None)
            if head is not None:
                reading.group, reading.source = head, "relative"

    def _has_pronoun(self, node: Node) -> bool:
        """ "we" or "they" right before an English verb that takes no object ("we will remain here to advise the army")."""
        if node.nominal or "object" in node.features or self._passage.context.document.language != "en":
            return False
        i, at = node.mention.first - 1, self._passage.at
        while any(m.type in _BEFORE_VERB for m in at.get(i, ())):
            i -= 1
        return any(m.type == "pronoun" for m in at.get(i, ()))

    def _is_theirs(self, node: Node) -> bool:
        """Whether a pronoun on an Arabic noun of a state says that it is of those named before («تؤدي مهامها»)."""
        return node.nominal and node.mention.type == "state" and node.mention.enclitic in self._passage.frames.pronouns

    def _is_doer(self, after: Group | None, node: Node) -> bool:
        """«بعد أن انسحبت القوات الأميركية»: the force right behind an Arabic verb that no force is the object of does it."""
        context = self._passage.context
        if after is None or context.document.language != "ar" or node.nominal or "object" in node.features:
            return False
        verb = "tense" in node.features and node.mention.type == "event" and "relation" in node.features
        return verb and after.first - node.mention.last <= 1 and context.lead_of(after, 2) in (None, "at")

    def _its_own(self, after: Group, before: Group, node: Node) -> bool:
        """Whether a force moves a part of itself ("the mission plans to withdraw most of its soldiers")."""
        part = after.share is not None or after.number is not None or after.word is not None
        object_ = after.owner == _THIRD and after.first == node.mention.last and not node.nominal
        return object_ and part and before.share is None and before.number is None

    def _follows_its_head(self, reading: Reading, node: Node) -> bool:
        """Whether a relative clause opens with the verb: the noun before it does it ("the forces who remain …")."""
        opens = node.mention.first - reading.clause.first <= _RELATIVE_REACH
        return reading.clause.link == "relative" and opens and not node.nominal and "object" not in node.features

    def _goes_to_a_place(self, node: Node) -> bool:
        """«مغادرة مالي»: the name behind a noun that takes a place is where it happens, not who does it."""
        direct = node.features.get("direct") == "place"
        return direct and any(m.type == "place" for m in self._passage.at.get(node.mention.last, ()))

    def _take(self, reading: Reading, group: Group) -> None:
        reading.group, reading.source = group, "named"

    def _after(self, node: Node, nodes: Sequence[Node]) -> Group | None:
        """The first force after a predicate in its clause, with nothing between that has a claim of its own."""
        clause, token = self._passage.clauses[node.clause], node.mention.last
        behind = iter(
            _counted(
                [
                    g
                    for g in self._passage.groups
                    if g.first >= token - 1 and g.head.first >= token and g.last <= clause.last and g.of not in THINGS
                ],
                node,
            )
        )
        group = next(behind, None)
        second = next(behind, None)
        if group is not None and second is not None and self._acts_on(group, second, node):
            group = second
        if group is None or self._led_away(group, node):
            return None
        between = any(n.trigger and token <= n.mention.first < group.first for n in nodes)
        gap = sum(1 for i in range(token, group.first) if i not in self._passage.covered and i not in self._passage.at)
        return group if not between and gap <= (_OPEN_NOUN if node.nominal else _OPEN_VERB) else None

    def _acts_on(self, first: Group, second: Group, node: Node) -> bool:
        """«يحمي الجيش المالي قوافل البعثة»: of two forces behind a verb that is done to forces the second is meant."""
        verb = node.features.get("object") == "only" and "tense" in node.features and not node.nominal
        adjoining = second.first - first.last <= 1 and first.party is not None
        return verb and adjoining and self._passage.context.lead_of(second, 1) is None

    def _led_away(self, group: Group, node: Node) -> bool:
        """Whether a preposition takes a force away from a predicate; not «ل» on the force that a noun is about."""
        lead = self._passage.context.lead_of(group, 2)
        owned = lead == "to" and node.nominal and node.mention.type != "event" and group.first == node.mention.last
        kept = lead == "at" and node.features.get("object") == "only" and group.first == node.mention.last + 1
        mine = (owned and not node.mention.enclitic) or kept  # «ستسلم مهامها للجيش», «الإبقاء على القوات»
        return lead in AWAY and not mine

    def _before(self, node: Node, nodes: Sequence[Node]) -> Group | None:
        if something_else_stays(self._passage, node):
            return None
        clause = self._passage.clauses[node.clause]
        ahead = [g for g in self._passage.groups if clause.first <= g.first and g.last <= node.mention.first]
        ahead = [g for g in ahead if g.of not in THINGS]
        ahead = [g for g in ahead if not self._receives(g, node)]
        named = [g for g in ahead if self._passage.context.lead_of(g, 2) not in _ASIDE or self._absolute(g, clause)]
        main = [g for g in named if self._passage.context.lead_of(g, 2) != "at" and not self._measures(g)]
        ahead = [*_counted(main or named, node)]
        if not ahead:
            return None
        group = ahead[0] if self._second_verb(node, ahead[-1]) else self._headed(ahead, clause)
        told = not node.governors or any(
            g.mention.id == _DATED for g in node.governors
        )  # «إبقاء مدربين بعد موعد الانسحاب»
        taken = node.nominal and told and any(_owns(n, group) for n in nodes if n is not node)
        return None if taken else group

    def _receives(self, group: Group, node: Node) -> bool:
        """Whether an Arabic "to" leads in a force, with which "and" goes on («ستسلم مهامها للجيش الأمريكي وتبدأ الانسحاب»)."""
        first = min(n.mention.first for n in (node, *node.above()))
        joins = self._joined(range(group.last, first + 1))
        arabic = self._passage.context.document.language == "ar"
        return arabic and joins and self._passage.context.lead_of(group, 2) == "to"

    def _absolute(self, group: Group, clause: Clause) -> bool:
        """Whether "with" and a number open a clause of their own (", with over 300 more soldiers to follow")."""
        led = self._passage.context.lead_of(group, 2) == "with"
        return led and clause.link == COMMA and group.first - clause.first <= _OPENING and group.number is not None

    def _headed(self, ahead: Sequence[Group], clause: Clause) -> Group:
        """In English the part of the force that a clause begins with, of the last one."""
        head, group = ahead[0], self._whole_beside(ahead)
        if self._passage.context.document.language != "en":
            return group
        opens = head is not group and head.first - clause.first <= 1 and head.component and not head.party
        tokens = self._passage.context.document.tokens[head.last : group.first]
        if not opens or group.component or not all(token.text[:1].isalpha() for token in tokens):
            return group
        return head._replace(party=group.party)

    def _whole_beside(self, ahead: Sequence[Group]) -> Group:
        """«القوات الأجنبية والمرتزقة»: the last force; the one before it, where "and" joins a part of any force to it."""
        part, whole = ahead[-1], ahead[-2] if len(ahead) > 1 else None
        if whole is None or whole.component or not (whole.party or whole.foreign):
            return part
        beside = part.first - whole.last <= 1 and self._joined(range(whole.last, part.first + 1))
        return whole if beside and part.component and not part.party else part

    def _joined(self, tokens: range) -> bool:
        """Whether one of the tokens is an "and", or has one as its clitic."""
        here = (m for i in tokens for m in self._passage.at.get(i, ()))
        return any((m.type == "boundary" and m.id == "and") or self._passage.frames.joins(m) for m in here)

    def _second_verb(self, node: Node, group: Group) -> bool:
        """Whether "and" joins an English verb to another, whose subject is the first noun ("they advise and do not fight")."""
        if self._passage.context.document.language != "en" or node.nominal:
            return False
        return self._joined(range(group.last, node.mention.first))

    def _measures(self, group: Group) -> bool:
        """Whether a group only says how many another has («القوات الإثيوبية، وقوامها 3 آلاف جندي، ستغادر»)."""
        before = (m for i in range(group.first - _MEASURE, group.first) for m in self._passage.at.get(i, ()))
        return any(m.type == "topic" and m.id == "number" and m.enclitic for m in before)

    def _of_topic(self, reading: Reading, node: Node) -> None:
        """«دورنا لن يتغير»: the force that a noun of role or number in the clause belongs to, or that the text speaks of."""
        if node.features.get("object") == "only":
            return
        topics = [
            t for t in self._passage.inside(reading.clause, "topic") if not self._names_a_force(t, reading.clause)
        ]
        if node.mention.type == "change":
            topics = [topic for topic in topics if topic.id != _TASK]  # «الانتقال إلى مسؤولية عراقية» moves no force
        for topic in topics:
            owned = self._passage.around(topic)
            if owned.party or owned.owner or owned.foreign:
                self._take(reading, self._in_part(owned))
                return
        ties = [m for m in self._passage.inside(reading.clause, "cooperation") if m.last <= node.mention.first]
        if node.mention.type == "change" and any(self._passage.around(m).definite for m in (*topics, *ties)):
            first = any(m.features.get("person") in _FIRST for m in self._passage.mentions)
            reading.party = self.owners.own_force if first else self.owners.spoken_of_before()
            reading.source = "own" if first else "discourse"

    def _names_a_force(self, topic: Mention, clause: Clause) -> bool:
        """Whether a noun only stands in a force's name ("the Iraqi security forces")."""
        return any(m.first <= topic.first and topic.last <= m.last for m in self._passage.inside(clause, "force"))

    def _in_part(self, owned: Group) -> Group:
        """ "The number of coalition advisers": the part is that of the force named inside."""
        parts = (g.component for g in self._passage.groups if owned.first <= g.first < owned.last)
        return owned._replace(component=owned.component or next(filter(None, parts), None))

    # --- the actor without a force ----------------------------------------------------

    def _acting(self, reading: Reading, node: Node) -> None:
        """«فرنسا ستنسحب من مالي»، «التزام بلاده البقاء»: a country that acts stands for its forces."""
        if "partial" in node.features and (kept := self._presence_behind(node)) is not None:
            self._take(reading, kept)
            return
        if node.nominal or node.features.get("needs"):
            owned = (self._passage.around(g.mention) for g in node.above() if g.nominal)
            holder = next((g for g in owned if g.party or g.owner), None)
            if holder is not None:
                self._take(reading, holder)
                return
        agent = self._doer(reading, node) if node.nominal or node.features.get("needs") else self.owners.agent(node)
        if agent is not None:
            reading.party, reading.source = self._registry.force(agent), "named"

    def _presence_behind(self, node: Node) -> Group | None:
        """Whose presence a verb cuts ("will reduce its military presence to 3,000")."""
        near = range(node.mention.last, node.mention.last + _OBJECT_REACH + 1)
        states = (m for i in near for m in self._passage.at.get(i, ()) if m.features.get("relation") == "remain")
        owned = (self._passage.around(m) for m in states if "tense" not in m.features)
        return next((g for g in owned if g.party or g.owner), None)

    def _doer(self, reading: Reading, node: Node) -> str | None:
        """«تعتزم إسبانيا الانسحاب»، «بلاده باقية في مالي»: the country that begins, plans or goes on, abroad."""
        above = list(node.above())
        verbs = [g for g in above if g.features.get("doer") == "subject" and g.features.get("pos") != "noun"]
        others = [g for g in above if g not in verbs and g.mention.type in ("aspect", "modality")]
        alone = node.nominal and bool(verbs) and not others
        stays = not node.nominal and node.features.get("relation") == "remain" and "bare" not in node.features
        agent = self.owners.agent(verbs[-1] if alone else node, node) if alone or (stays and not others) else None
        return agent if agent is not None and self.owners.is_abroad(agent, reading.clause) else None

    # --- taken over -------------------------------------------------------------------

    def _inherited(self, reading: Reading, node: Node, earlier: Sequence[Reading]) -> None:
        """A pronoun, a definite masdar or a verb without a subject takes the force of the clause before."""
        pronoun = self._pronoun(node) or self._of_speaker(reading)
        plural = any(n.features.get("person") in _PLURAL for n in (node, *node.above()))
        if (pronoun == "first" or node.features.get("person") == "1p") and self._own:
            reading.party, reading.source = self.owners.own_force, "own"
            return
        before = next((r for r in reversed(earlier) if r.party), None)
        if before is not None and (
            pronoun or plural or self._without_subject(node) or reading.clause.link in ("and", "relative")
        ):
            whole = node.nominal and self._passage.around(node.mention).share == "all"
            reading.group, reading.party = before.group, before.party
            reading.component = "all" if whole else before.held_by
            reading.source = "inherited"
        if reading.party is None and self._may_look_back(node, pronoun, plural=plural):
            named = (g for g in reversed(self._passage.groups) if g.last <= node.mention.first and g.party)
            found = next(named, None)
            reading.party = found.party if found is not None else self.owners.spoken_of_before()
            reading.source = "discourse" if reading.party else reading.source

    def _without_subject(self, node: Node) -> bool:
        """Whether a verb leaves its subject out: in Arabic no unknown noun follows."""
        if node.nominal:
            return False
        i, passage = node.mention.last, self._passage
        follows = i < passage.last and not passage.at.get(i) and passage.context.document.tokens[i].text[:1].isalpha()
        return passage.context.document.language != "ar" or "tense" not in node.features or not follows

    def _pronoun(self, node: Node) -> str | None:
        pronouns = self._passage.frames.pronouns
        enclitics = [node.mention.enclitic, *(g.mention.enclitic for g in node.governors)]
        object_ = (m.features.get("person") for m in self._passage.at.get(node.mention.last, ()) if m.type == "pronoun")
        found = next((pronouns[e] for e in enclitics if e in pronouns), None) or next(object_, None)
        return found or self._subject_pronoun(node)

    def _subject_pronoun(self, node: Node) -> str | None:
        """ "third" for an English verb whose subject is "they" or "it"."""
        if node.nominal or self._passage.context.document.language != "en":
            return None
        first = self._passage.clauses[node.clause].first
        before = [
            m for i in range(first, node.mention.first) for m in self._passage.at.get(i, ()) if m.type == "pronoun"
        ]
        return before[-1].features.get("person") if before else None

    def _of_speaker(self, reading: Reading) -> str | None:
        """ "first" where the clause speaks of us («لدينا»)."""
        persons = (m.features.get("person") for m in self._passage.inside(reading.clause, "pronoun"))
        return "first" if "first" in persons else None

    def _may_look_back(self, node: Node, pronoun: str | None, *, plural: bool) -> bool:
        definite = node.nominal and self._passage.around(node.mention).definite
        if node.features.get("needs") == "group" and not pronoun:
            return definite and node.mention.type == "state"
        if is_told_of_it(node, self._passage):
            return True
        if pronoun or plural or definite or node.mention.type == "term" or node.features.get("needs") == "topic":
            return True
        return node.features.get("needs") in _MISSIONS and self._passage.around(node.mention).component == "combat"

    # --- which force, and which part of it --------------------------------------------

    def _qualified(self, reading: Reading, node: Node) -> None:
        group = reading.group
        around = self._passage.around(node.mention) if node.nominal else None
        own = group is not None and group.head.first == node.mention.first  # a mission's own words
        reading.held_by = (group.component if group and not own else None) or reading.component
        if around is not None and reading.component == "all" and not (group and group.component):
            reading.component = around.component or "all"
        if group is None:
            return
        if reading.party is None:
            reading.party = self.owners.party_of(group, node)
            if group.bare and reading.source == "named":
                reading.source = "guessed"
        if reading.component == "all" and reading.source != "inherited":
            reading.component = group.component or "all"
        if reading.source in ("named", "guessed", "relative"):
            reading.spans.append((group.start, group.end))


def _counted(groups: Sequence[Group], node: Node) -> Sequence[Group]:
    """Those of the groups beside a predicate that may be meant: of one that counts people, those that are counted."""
    if not node.features.get("counts"):
        return groups
    return [g for g in groups if g.number is not None or g.word is not None or g.share == "any"] or groups


def _owns(node: Node, group: Group) -> bool:
    """Whether a group is already the subject of a noun right before it."""
    return node.trigger and node.nominal and node.mention.last <= group.first <= node.mention.last + 1


def is_actor(mention: Mention) -> bool:
    """Whether a mention can act: a force, a body, a government or a country."""
    return mention.type in ACTORS
