"""The stretch of a document that a statement covers, with its mentions, forces and clauses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from consistency.facts.asides import asides
from consistency.facts.clauses import Clause, Words, clause_at, find_clauses
from consistency.facts.context import Context
from consistency.facts.frames import Frames
from consistency.facts.groups import Group
from consistency.model import Mention, Span, Statement
from consistency.orthography import PRONOUNS, analyses
from consistency.rulepack.frames import Effect

_AFTER_STAYING = frozenset(
    {"preposition", "boundary", "date", "adverb", "state", "unit", "number", "homeward"}
    | {"share", "quantity", "force", "body", "place", "sites", "site", "component"}
)
_SENTENCE_FOLLOWS = frozenset({"that", "boundary", "negation", "auxiliary", "aspect", "modality", "copula", "cue"})
_OBJECT_REACH, _WAY_REACH, _AFFAIR_REACH = 4, 9, 5
_SMALL_WORDS = frozenset({"preposition", "pronoun", "own", "attribute", "share", "nationality", "adverb"})
_CLAIMING = frozenset({"that", "aspect", "modality", "event", "state", "change", "cooperation"})
_PLACES_AND_LINKS = frozenset({"place", "sites", "preposition", "boundary", "date", "adverb", *_CLAIMING})
_PASSIVES = ("past", "participle")
_OPERATORS = ("aspect", "modality")
_OPENING = frozenset("\"“«'‘")
_BREAKS = frozenset({"aspect", "modality", "negation", "auxiliary", "boundary", "cue"})
_POSSESSIVE = "their"
_MATTER_REACH = 6
_TASK_REACH = 16
_NEGATION_REACH, _AS_REACH, _ENGAGED_REACH = 8, 3, 3
_FUTURE = "س"
"""The letter of the future before an Arabic verb."""
_NOUN_GAP = 6
"""Letters between a noun of saying and what it tells («رفضه لبقاء», «أمله في أن»)."""
_PLAIN = ("speech", "affirm")


class Passage:
    """One statement's tokens ``[first, last)`` as the fact stage sees them."""

    def __init__(self, context: Context, statement: Statement) -> None:
        self.context, self.statement = context, statement
        self.frames: Frames = context.frames
        self.first, self.last = context.tokens_of(statement.span)
        self.at: dict[int, list[Mention]] = {}
        for i in range(self.first, self.last):
            inside = [m for m in context.at.get(i, ()) if m.last <= self.last]
            if inside:
                self.at[i] = inside
        self._aside = self._asides()
        self.at = {i: row for i, row in self.at.items() if i not in self._aside}
        self.mentions: Sequence[Mention] = [m for i in self.at for m in self.at[i]]
        groups = [
            g for g in context.groups if self.first <= g.first and g.last <= self.last and g.first not in self._aside
        ]
        self.groups = [g for g in groups if not self._left_out(g)]
        self._clauses: dict[Clause, Sequence[Mention]] = {}
        self._standing: dict[int, tuple[Mention, bool]] = {}
        self.covered = frozenset(i for g in groups for i in range(g.first, g.last))

    def _asides(self) -> frozenset[int]:
        """The tokens of asides, which nothing is read from."""
        document = self.context.document
        if document.language != "en":
            return frozenset()
        found = asides(document.tokens, self.at, (self.first, self.last), self.frames.triggers)
        return frozenset(i for aside in found for i in aside)

    def excepts(self, m: Mention) -> bool:
        """Whether a word leaves some out of a whole («باستثناء», "except for"), with no negation before it («لم يغادر سوى»)."""
        if m.type != "exception" or "after" in m.features:
            return False
        before = range(max(m.first - _NEGATION_REACH, self.first), m.first)
        return not any(n.type == "negation" for i in before for n in self.at.get(i, ()))

    def _left_out(self, group: Group) -> bool:
        """Whether a force is only named as an exception: nothing is said of it but that."""
        return any(m.last in (group.first, group.first - 1) and self.excepts(m) for m in self._right_before(group))

    def _right_before(self, group: Group) -> list[Mention]:
        return [m for i in (group.first - 2, group.first - 1) for m in self.at.get(i, ())]

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens of dates ("by the end of the year": no end of anything else)."""
        return frozenset(i for m in self.mentions if m.type == "date" for i in range(m.first, m.last))

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the statement, in text order."""
        operators = [m for m in self.mentions if m.type in _OPERATORS and self.dated.isdisjoint(range(m.first, m.last))]
        standing = [*operators, *(m for m in self.mentions if self.stands(m) or self._denies_a_noun(m))]
        finite = {m.first for m in standing if m.type == "negation" or "tense" in m.features}
        finite |= {m.first for m in self.mentions if m.type == "negation"}
        joined = {i for i, row in self.at.items() if any(self.frames.joins(m) for m in row)}
        words = Words(self.context.document.tokens, self.at, {m.first for m in standing}, finite, joined, self._aside)
        return find_clauses(words, self.first, self.last, self.frames)

    def _denies_a_noun(self, m: Mention) -> bool:
        """«لا قوات أجنبية في البلاد»: a negation that makes a sentence with a noun alone."""
        if m.type != "negation":
            return False
        here = (n for n in self.at.get(m.last, ()) if self.stands(n) and "tense" not in n.features)
        return any(g.first == m.last for g in self.groups) or any(here)

    def stands(self, m: Mention) -> bool:
        """Whether a trigger stands for itself: no adjective of a force; a mission only if it is one of combat."""
        if m.type not in self.frames.triggers:
            return False
        known = self._standing.get(id(m))
        if known is None:
            known = self._standing[id(m)] = m, self._stands(m)
        return known[1]

    def _stands(self, m: Mention) -> bool:
        if any(_within(m, g) for g in self.groups):
            return False
        needs = m.features.get("needs")
        if m.features.get("article") and any(n.type == "share" for n in self.at.get(m.first, ())):
            return False
        if m.features.get("copula") and "tense" in m.features and self._links(m):
            return False
        if m.features.get("object") == "only" and not self._has_object(m):
            return False
        if m.features.get("role") == "task" and self._is_of_a_role(m):
            return False
        if m.features.get("tasked"):
            return self._is_told(m)
        if m.features.get("way") == "out" and not self._leads_out(m):
            return False
        if m.features.get("relation") == "leave" and self._is_of_an_affair(m):
            return False
        if m.features.get("behind") and self._leaves_behind(m):
            return False
        if m.features.get("existential") and not self._opens_a_sentence(m):
            return False
        if m.features.get("led") == "place":
            return self._leads_to_a_place(m)
        if m.features.get("after") == "number":
            return any(m.last <= g.first <= m.last + 1 and (g.number or g.word or g.share) for g in self.groups)
        if needs == "engage":
            return self._engaged_in(m)
        if needs == "mission":
            return self._of_force(m) or self._of_combat(m)
        return needs != "combat" or self._of_combat(m)

    def _engaged_in(self, m: Mention) -> bool:
        """Whether somebody takes part in what a word names («لن تشارك في المعارك»)."""
        near = range(max(m.first - _ENGAGED_REACH, self.first), m.first)
        return any(n.type == "aspect" and n.id == "engage" for i in near for n in self.at.get(i, ()))

    def _has_object(self, m: Mention) -> bool:
        """Whether a force, or a pronoun for one, follows a verb that is done to forces."""
        pronoun = m.enclitic or any(n.type == "pronoun" and n.id != _POSSESSIVE for n in self.at.get(m.last, ()))
        group = next((g for g in self.groups if m.last <= g.first <= m.last + _OBJECT_REACH), None)
        between = range(m.last, group.first) if group is not None else ()
        parted = "of" if "tense" in m.features else None  # "maintained the defeat of the militia"
        claimed = any(n.type in _CLAIMING or n.type == parted for i in between for n in self.at.get(i, ()))
        if m.features.get("tense") in _PASSIVES and self._is_done_to(m):
            return True
        return bool(pronoun) or (group is not None and not claimed)

    def _is_of_a_role(self, m: Mention) -> bool:
        """Whether an English role is named right before its noun ("in an advising role to help the army")."""
        return self.context.document.language == "en" and any(
            n.type == "role" for n in self.context.until.get(m.first, ())
        )

    def _is_told(self, m: Mention) -> bool:
        """Whether "is to" or "will be to" and a role follow a noun for what a force is there for ("our role is to train")."""
        owned = self.around(m)
        if not (owned.party or owned.owner):
            return False
        near = [n for i in range(owned.last, min(owned.last + _TASK_REACH, self.last)) for n in self.at.get(i, ())]
        be = next(
            (n.last for n in near if n.features.get("tense") == "be" or (n.last - n.first > 1 and n.id == "future")),
            None,
        )
        roles = (n for n in near if n.type == "role" and be is not None and n.first >= be)
        led = (k for n in roles for k in self.context.until.get(n.first, ()))
        return any(k.type == "auxiliary" and k.features.get("tense") in ("infinitive", "future") for k in led)

    def _is_done_to(self, m: Mention) -> bool:
        """Whether an English participle stands behind "be" ("that all forces be moved out of the country")."""
        before = self.context.until.get(m.first, ())
        return self.context.document.language == "en" and any(n.features.get("tense") == "be" for n in before)

    def _leaves_behind(self, m: Mention) -> bool:
        """Whether forces are what a verb leaves ("will leave a small number of troops in the south"): these stay."""
        group = next((g for g in self.groups if m.last <= g.first <= m.last + _OBJECT_REACH and g.of != "bases"), None)
        if group is None or "tense" not in m.features:
            return False
        between = range(m.last, group.first)
        words = (n.type for i in between for n in self.at.get(i, ()))
        plain = all(self.context.document.tokens[i].text[:1].isalpha() for i in between)
        return plain and not any(kind in _PLACES_AND_LINKS for kind in words)

    def _is_of_an_affair(self, m: Mention) -> bool:
        """Whether what is left or taken back is no place: a session, a treaty, a candidate («الانسحاب من الجلسة»)."""
        tokens = self.context.document.tokens
        for i in range(m.last, min(m.last + _AFFAIR_REACH, self.last)):
            here = self.at.get(i, ())
            if any(n.type in ("place", "site", "sites") for n in here):
                return False  # «ستنسحب من مالي بطلب من باماكو»
            if any(n.type == "affair" for n in here) and i not in self.covered:
                return True
            if not any(n.type in _SMALL_WORDS for n in here) and tokens[i].norm not in self.frames.articles:
                return False
        return False

    def _leads_to_a_place(self, m: Mention) -> bool:
        """Whether a place, or a word for one, follows."""
        return any(n.type in ("place", "adverb") for i in (m.last, m.last + 1) for n in self.at.get(i, ()))

    def _leads_out(self, m: Mention) -> bool:
        """Whether "out of" or a way home follows the force behind a verb ("pull our people out of Syria")."""
        near = range(m.last, min(m.last + _WAY_REACH, self.last))
        return any(n.type in ("homeward", "way_out") for i in near for n in self.at.get(i, ()))

    def _opens_a_sentence(self, m: Mention) -> bool:
        """«هناك» for "there are": at the beginning or behind a word that a sentence follows, not behind a verb or a noun."""
        text = self.context.document.tokens[m.first - 1].text if m.first > self.first else ""
        before = (n.type for n in self.context.until.get(m.first, ()))
        return not text[:1].isalpha() or any(kind in _SENTENCE_FOLLOWS for kind in before)

    def _links(self, m: Mention) -> bool:
        """Whether a verb of staying only links to an adjective ("remains suspended")."""
        tokens = self.context.document.tokens
        at = m.last + (m.last < self.last and tokens[m.last].text in _OPENING)  # 'remains "committed"'
        after = tokens[at : at + 1]
        known = any(n.type in _AFTER_STAYING for n in self.at.get(at, ())) or (bool(after) and self._is_led(at))
        return bool(after) and at < self.last and after[0].text[:1].isalpha() and not known

    def _is_led(self, i: int) -> bool:
        """Whether a preposition stands before the word of a token as its clitic («سيبقون للتدريب»)."""
        here = [m.proclitics for m in self.at.get(i, ())] or [
            a.proclitics for a in analyses(self.context.document.tokens[i].norm)
        ]
        return any(self.frames.preposition(p) is not None for p in here if p)

    def _of_force(self, m: Mention) -> bool:
        """Whether a mission has an owner, or is the one that the text speaks of."""
        owned = self.around(m)
        registry = self.context.registry
        party = bool(owned.party) and (
            registry.kind(owned.party) == "force" or registry.part_of(owned.party or "", registry.foreign)
        )
        return party or bool(owned.owner) or owned.foreign or (owned.definite and self._alone(m, owned))

    def _alone(self, m: Mention, owned: Group) -> bool:
        """Whether no adjective follows that makes it another kind of mission («العملية السياسية»)."""
        after = self.context.document.tokens[m.last : m.last + 1]
        adjective = (
            after and not self.at.get(m.last) and any(a.article for a in analyses(after[0].norm) if not a.proclitics)
        )
        return owned.last == m.last and not adjective

    def _of_combat(self, m: Mention) -> bool:
        if self.around(m).component == "combat":
            return True
        group = next((g for g in self.groups if m.last <= g.first), None)
        return group is not None and group.component == "combat" and group.first - m.last <= 1

    def headed(self, m: Mention) -> Mention:
        """The noun of which a word only says the matter («مفاوضات الهدنة», "talks on a truce"), else the word itself.

        Such a noun says by its feature ``matter`` which words do.
        """
        near = range(max(m.first - _MATTER_REACH, self.first), m.first)
        ahead = (n for i in near for n in self.at.get(i, ()) if n.last <= m.first)
        behind = (n for n in self.at.get(m.last, ()) if self.context.document.language == "en")
        heads = [n for n in (*ahead, *behind) if n.features.get("matter") == m.id and self._in_one_phrase(n, m)]
        return heads[-1] if heads else m

    def _in_one_phrase(self, head: Mention, matter: Mention) -> bool:
        """Whether nothing but names and small words stands between two nouns."""
        between = range(min(head.last, matter.last), max(head.first, matter.first))
        tokens = self.context.document.tokens
        breaks = _BREAKS | self.frames.triggers - {"state"}
        return all(
            tokens[i].text[:1].isalpha() and not any(n.type in breaks for n in self.at.get(i, ())) for i in between
        )

    def clause_of(self, token: int) -> int:
        """The number of the clause that holds a token."""
        return clause_at(self.clauses, token)

    def inside(self, clause: Clause, *types: str) -> list[Mention]:
        """The mentions of the given types in a clause."""
        return [m for m in self._in_clause(clause) if m.type in types]

    def _in_clause(self, clause: Clause) -> Sequence[Mention]:
        if clause not in self._clauses:
            self._clauses[clause] = [m for i in range(clause.first, clause.last) for m in self.at.get(i, ())]
        return self._clauses[clause]

    def around(self, mention: Mention) -> Group:
        """The noun phrase whose head a mention is."""
        return self.context.grouper.around(mention)

    def nearest(self, kind: str, to: Mention, *, after: bool | None = None) -> Mention | None:
        """The mention of a type, or of an id, that is nearest to a word; none here: of the last before it.

        ``after`` says on which side of the word it is looked for first (None: on either).
        """
        here = [m for m in self.mentions if kind in (m.type, m.id)]
        side = [m for m in here if after is not None and (m.first >= to.last) == after]
        if here:
            return min(side or here, key=lambda m: abs(m.first - to.first))
        told = self.context.told_before(self.statement, kind)
        return told[-1] if told else None

    @cached_property
    def anchor(self) -> dt.date | None:
        """The day against which the statement's dates are resolved."""
        said = self.statement.said_on or self.context.story(self.statement).reported_on
        return said or self.context.document.article.published

    def hearsay_before(self, m: Mention) -> bool:
        """Whether the sentence that holds a mention begins as hearsay («يتردد أن …»), or its reporting words are it."""
        if self._passed_on:
            return True
        told = [n.first for n in self.mentions if n.first < m.first and (n.type == "hearsay" or _claims(n))]
        begins = max((c.first for c in self.clauses if c.link == "stop" and c.first <= m.first), default=0)
        return bool(told) and told[-1] >= begins and not self._rejected(begins, told[-1])

    def _rejected(self, first: int, last: int) -> bool:
        """Whether the speaker denies the hearsay at token ``last`` («لا صحة لما يشاع»): the denial is his own."""
        before = (n for n in self.mentions if first <= n.first < last)
        denied = self.effect.polarity == "denied"
        return denied or any(n.type == "negation" or n.features.get("polarity") for n in before)

    @cached_property
    def _passed_on(self) -> bool:
        """Whether nobody in particular says it ("people whisper that …")."""
        cue, speaker = self.statement.cue_span, self.statement.speaker_span
        if cue is None:
            return False
        start = min(cue[0], speaker[0]) if speaker else cue[0]
        return any(m.end > cue[0] for m in self.context.mentions_in((start, cue[1]), "hearsay"))

    @cached_property
    def clausal(self) -> bool:
        """Whether "that" leads in the statement: it is a sentence, and a noun at its head only what that is about."""
        return any(m.type == "that" for m in self.context.until.get(self.first, ()))

    def refuted_after(self, m: Mention) -> bool:
        """Whether the sentence goes on to call what it reports untrue («ما أشيع عن … لا أساس له», "the claim is false")."""
        stops = [c.first for c in self.clauses if c.link == "stop" and c.first > m.first]
        end = min(stops, default=self.last)
        words = (n for n in self.mentions if n.type == "refutation" and m.last <= n.first < end)
        untrue = next((n.first for n in words if not self._called_by_another(n)), None)
        other = untrue is not None and any(n.type == "hearsay" and m.last <= n.first < untrue for n in self.mentions)
        return (untrue is not None and not other) or self._called_a_lie(m)

    def _called_by_another(self, refutation: Mention) -> bool:
        """Whether "as" leads in what somebody else calls the words ("described a report that said … as untrue")."""
        near = range(max(refutation.first - _AS_REACH, self.first), refutation.first)
        led = any(m.id == "for" and m.type == "preposition" for i in near for m in self.at.get(i, ()))
        return led and self.context.document.language == "en" and self.cue != "describe"

    def _called_a_lie(self, m: Mention) -> bool:
        """Whether "the lie that", "no truth in the reports that" leads in what it reports."""
        told = [n.last for n in self.mentions if n.type == "refutation" and n.id == "lie" and n.last <= m.first]
        return bool(told) and any(t.type == "that" for i in range(told[-1], m.first) for t in self.at.get(i, ()))

    @cached_property
    def cue(self) -> str:
        """What the speaker does by the reporting words before the statement, as their class says: speech, reject, blame, …

        Empty where somebody else reports that he does.
        """
        span = self.statement.cue_span
        if span is None or span[1] > self.statement.span[0] or self.context.is_reported(span):
            return ""
        classes = (
            m.features.get("class", "") for m in self.context.document.mentions_in((span[0], span[1] + 1), "cue")
        )
        return next(filter(None, classes), "")

    @cached_property
    def effect(self) -> Effect:
        """What the reporting words make of the statement: a denial, a demand, an announcement, a hope."""
        span = self.statement.cue_span
        if span is None:
            return self.frames.cues.get(self.statement.mode, Effect())
        cues = [*self._said_by_a_noun(span), *self.context.document.mentions_in((span[0], span[1] + 1), "cue")]
        names = (name for m in cues for name in (m.id, m.features.get("class", "")))
        effect = next((self.frames.cues[name] for name in names if name in self.frames.cues), Effect(announces=True))
        return self._tempered(effect, span)

    def _said_by_a_noun(self, cue: Span) -> list[Mention]:
        """The noun between a verb of saying and the statement that tells what is done («أعلن رفضه بقاء القوات»)."""
        start = self.statement.span[0]
        nouns = self.context.document.mentions_in((cue[1], start), "saying") if cue[1] < start else []
        before = [m for m in nouns if m.enclitic and start - m.end <= _NOUN_GAP and m.end <= start]
        return [replace(m, id="") for m in before[-1:] if m.features.get("class") not in _PLAIN]

    def effect_on(self, m: Mention) -> Effect:
        """The effect on a word of the statement: a denial ends where another verb of saying opens («تنفي … وتقول …»)."""
        if self.effect.polarity != "denied":
            return self.effect
        if self._describes_a_noun(m):
            return Effect()
        cues = [
            n for n in self.mentions if n.type == "cue" and "tense" in n.features and self.first < n.first < m.first
        ]
        told = next((n for n in reversed(cues) if self._goes_on(n)), None)
        if told is None:
            return self.effect
        operates = any(n.type == "modality" for n in self.at.get(told.first, ()))
        return Effect() if operates else self.frames.cues.get(told.features.get("class", ""), Effect())

    def _describes_a_noun(self, m: Mention) -> bool:
        """«استبعد تمديد اتفاق ستنسحب بموجبه القوات»: an Arabic verb to come that no «أن» leads in, behind a noun."""
        inside = self.context.document.language == "ar" and not self.clausal and m.first > self.first + 1
        coming = self.context.document.tokens[m.first].norm.startswith(_FUTURE) and "tense" in m.features
        return inside and coming and not any(n.type == "that" for n in self.mentions if n.first < m.first)

    def _goes_on(self, cue: Mention) -> bool:
        """Whether "and" or «كما» joins a verb to what is before it."""
        contrast = any(n.type == "boundary" and n.id == "contrast" for n in self.context.until.get(cue.first, ()))
        return contrast or self.frames.joins(cue)

    def _tempered(self, effect: Effect, cue: Span) -> Effect:
        """The effect with what stands between cue and content: "expressed the hope that", «رغبتها في ألا»."""
        if cue[1] > self.statement.span[0]:
            return effect
        between = self.context.mentions_in((cue[1], self.statement.span[0]), "modality", "negated_that")
        unnamed = {n.first for n in self.context.mentions_in((cue[1], self.statement.span[0]), "negation")}
        held = (m for m in between if m.last not in unnamed)  # «طلب عدم كشف اسمه»، «شرط عدم ذكر هويته»
        certainty = next((m.features["certainty"] for m in held if "certainty" in m.features), None)
        denied = any(m.type == "negated_that" for m in between)
        if certainty is None and not denied:
            return effect
        return effect.model_copy(
            update={
                "certainty": certainty or effect.certainty,
                "polarity": "denied" if denied and effect.polarity is None else effect.polarity,
            }
        )


def _within(m: Mention, group: Group) -> bool:
    """Whether a word belongs to a force's noun phrase without being its head («باقي القوات»)."""
    return group.first <= m.first < group.last and m.first != group.head.first


def _claims(m: Mention) -> bool:
    """Whether a word leaves what it reports to others: it casts doubt on it, or somebody told it («تزعم أن»، «أبلغه بأن»)."""
    told = m.features.get("tense") == "past" and m.enclitic in PRONOUNS
    return m.type == "cue" and (m.features.get("class") == "claim" or told)
