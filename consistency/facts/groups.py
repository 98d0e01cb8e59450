"""Groups: noun phrases of forces with their owner, component, number and share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from consistency.facts.frames import Frames
from consistency.model import Document, Mention, NumberValue
from consistency.orthography import analyses
from consistency.rulepack import Registry

_REACH = 8
_OWNERS = ("force", "body", "government", "place")
_AFTER = ("component", "nationality", "attribute", "share", "own", "unit", *_OWNERS)
_BEFORE = ("component", "nationality", "attribute", "number", "quantity", "share", "bound", "pronoun", *_OWNERS)
_PARTICLES, _SOLDIERS = 2, 4
"""How many small words may link a share to its whole ("some of the troops")."""
_VERBAL = frozenset({"auxiliary", "aspect", "event", "state"})
_POSSESSIVE = "'s"
_WHOLES = ("force", "body")
_SMALL = frozenset({"preposition", "boundary", "negation", "modality", "adverb"})
_QUOTES = frozenset('"“”«»')
_TASKS = frozenset({"mission", "role"})
"""Nouns that say what a force is there for."""


class Group(NamedTuple):
    """Tokens [first, last) that name a force, or part of one.

    ``party`` is None when nothing names it; ``owner`` is then "first" or "third" for a possessive
    pronoun, "pointing" for "these forces". ``of`` is the unit that a number counts;
    ``others`` are further forces that share the noun («القوات البريطانية والأسترالية»).
    """

    first: int
    last: int
    start: int
    end: int
    head: Mention
    of: str
    party: str | None = None
    owner: str | None = None
    component: str | None = None
    foreign: bool = False
    number: NumberValue | None = None
    word: str | None = None
    share: str | None = None
    others: tuple[str, ...] = ()
    definite: bool = False

    @property
    def pronominal(self) -> bool:
        """Whether no noun says what is counted ("100 had left", "no one stays")."""
        return self.head.type == "number" or bool(self.head.features.get("word"))

    @property
    def single(self) -> bool:
        """Whether one unit of many is meant («انسحاب قوة تابعة للتحالف», "a battalion left")."""
        counted = self.number is not None or self.word is not None or self.share is not None
        return self.head.features.get("number") == "s" and not (self.definite or counted)

    @property
    def bare(self) -> bool:
        """Whether nothing in the words says whose force it is."""
        return self.party is None and self.owner is None and not self.foreign


class Grouper:
    """Finds the groups of one document."""

    def __init__(
        self, document: Document, at: Mapping[int, Sequence[Mention]], registry: Registry, frames: Frames
    ) -> None:
        self._document, self._at, self._registry, self._frames = document, at, registry, frames
        self._until: dict[int, list[Mention]] = {}
        self._known: dict[int, tuple[Mention, Group]] = {}
        for mentions in at.values():
            for mention in mentions:
                self._until.setdefault(mention.last, []).append(mention)

    def groups(self) -> list[Group]:
        """Every group of the document in text order; they never overlap."""
        found: list[Group] = []
        for kinds in (("unit",), ("force", "number", "nationality")):
            for head in self._candidates(kinds):
                if any(g.first <= head.first < g.last for g in found):
                    continue
                inside = next((g for g in found if head.first < g.first and g.last <= head.last), None)
                if inside is not None:
                    found[found.index(inside)] = self._owned_by(inside, head)
                    continue
                group = self.around(head)
                before = max((g.last for g in found if g.head.first < head.first), default=0)
                found.append(group._replace(first=max(group.first, before)))
        return sorted(found, key=lambda g: g.first)

    def _owned_by(self, group: Group, name: Mention) -> Group:
        """A group as part of the longer name that holds it, with what stands before that name."""
        whole = self.around(name)
        first, start = min(whole.first, group.first), min(whole.start, group.start)
        return whole._replace(first=first, start=start, of=group.of, component=whole.component or group.component)

    def _candidates(self, kinds: tuple[str, ...]) -> list[Mention]:
        rows = (m for row in self._at.values() for m in row if m.type in kinds and self._heads(m))
        longer = sorted(rows, key=lambda m: (m.first, -m.last))
        named = {m.first: m for row in self._at.values() for m in row if m.type == "force"}
        return [m for m in longer if m.type != "unit" or m.first not in named or named[m.first].last <= m.last]

    def _heads(self, m: Mention) -> bool:
        """Whether it heads a group: a number if a verb follows, a noun that is mostly an adjective if a number precedes."""
        if m.type == "nationality":
            return self._stands_for_people(m)
        if m.type == "number":
            after = self._at.get(self._past_attribute(m.last), ())
            verb = any(self._is_verb(n) for n in after)
            return (verb and not self._measured(m)) or any(n.type == "of_them" for n in after)
        if m.features.get("needs") != "number" or m.features.get("number") == "p":
            return True
        return any(n.type in ("number", "share", "quantity") for n in self._until.get(m.first, ()))

    def _is_verb(self, m: Mention) -> bool:
        """Whether a word is a verb or goes with one; not the "to" between two numbers ("from 3,000 to 2,000")."""
        between = m.features.get("tense") == "infinitive" and any(n.type == "number" for n in self._at.get(m.last, ()))
        return m.type in _VERBAL and (m.type == "auxiliary" or "tense" in m.features) and not between

    def _past_attribute(self, i: int) -> int:
        """The token behind an attribute at token ``i`` ("200 more are to leave", "300 others left")."""
        return next((n.last for n in self._at.get(i, ()) if n.type == "attribute"), i)

    def _measured(self, number: Mention) -> bool:
        """Whether a noun of number stands before («البالغ عددهم 1500 سيعودون»): the number is of those spoken of before."""
        near = (m for i in range(max(number.first - _PARTICLES - 1, 0), number.first) for m in self._at.get(i, ()))
        return any(m.type == "topic" and m.id == "number" for m in near)

    def _stands_for_people(self, m: Mention) -> bool:
        """«الفرنسيون», "the British": a nationality as a noun, definite and plural, with no noun that it could qualify."""
        if self._registry.country(m.id) is None:
            return False
        i, tokens = m.last, self._document.tokens
        if self._document.language == "ar":
            plural = m.features.get("agreement") in ("mp", "md") or m.features.get("pos") == "form"
            before = tokens[m.first - 1].norm if m.first else ""
            nouns = (n for n in self._until.get(m.first, ()) if n.type not in _VERBAL)
            noun = any(a.article for a in analyses(before)) or any(nouns)
            return (plural and m.features.get("article") == "yes" and not noun) or self._is_among(m)
        if i >= len(tokens):
            return False
        alone = not tokens[i].text[:1].isalpha() or any(
            n.type in _VERBAL or n.type in _SMALL for n in self._at.get(i, ())
        )
        counted = any(n.type in ("number", "quantity", "share") for n in self._until.get(m.first, ()))
        before = tokens[m.first - 1].norm if m.first else ""
        return alone and (counted or before in self._frames.definite)

    def _is_among(self, m: Mention) -> bool:
        """Whether a number before a nationality counts some of the soldiers just named («ألف جندي بينهم 200 ألماني»)."""
        counted = (n for n in self._until.get(m.first, ()) if n.type == "number")
        among = (a for n in counted for a in self._until.get(n.first, ()) if a.type == "among")
        first = next((a.first for a in among), None)
        near = range(first - _SOLDIERS, first) if first is not None else ()
        return any(n.type == "unit" and n.features.get("of") == "troops" for i in near for n in self._at.get(i, ()))

    def around(self, head: Mention) -> Group:
        """The group whose head is this mention: a unit, a force, or a noun that a force may own."""
        known = self._known.get(id(head))
        if (
            known is None
        ):  # asked many times of the same words; the mention is kept beside, so that its id stays its own
            known = self._known[id(head)] = head, self._read(head)
        return known[1]

    def _read(self, head: Mention) -> Group:
        group = self._tasked(self._leftward(self._rightward(self._named(head))))
        whole = self._partitive(group) if head.type == "unit" and self._document.language == "ar" else None
        return self._part_of(group, whole) if whole is not None else group

    def _tasked(self, group: Group) -> Group:
        """The combat part for "forces with a combat role": the task that "with" gives them tells which are meant."""
        led = any(m.type == "preposition" and m.id == "with" for m in self._at.get(group.last, ()))
        if group.component or group.head.type != "unit" or not led or self._document.language != "en":
            return group
        near = range(group.last + 1, group.last + 2 + _PARTICLES)
        named = next((m for i in near for m in self._at.get(i, ()) if m.type == "component"), None)
        task = named is not None and any(m.id in _TASKS for m in self._at.get(named.last, ()))
        return group._replace(component=named.id) if named is not None and task else group

    def _part_of(self, group: Group, whole: Mention) -> Group:
        """The group as a part of the force that ``whole`` heads."""
        of = self._rightward(self._named(whole))
        return group._replace(
            last=of.last,
            end=of.end,
            party=of.party,
            owner=group.owner or of.owner,
            component=group.component or of.component,
            foreign=group.foreign or of.foreign,
            share=group.share or "some",
        )

    def _named(self, head: Mention) -> Group:
        named = head.type in _OWNERS or head.type == "nationality"
        party = self._registry.force(head.id) if named else None
        count = head.features.get("count") or ("2" if head.features.get("number") == "d" else None)
        return Group(
            head.first, head.last, head.start, head.end, head,
            of=head.features.get("of", "troops"),
            party=party,
            owner=self._pronoun(head.enclitic) or head.features.get("owner") or self._of_them(head),
            component=head.features.get("component"),
            foreign="party" in head.features,
            number=head.value if head.type == "number" else NumberValue(float(count), float(count)) if count else None,
            word=head.features.get("word"),
            share=head.features.get("share"),
            definite=self._has_article(head) or bool(head.enclitic),
        )  # fmt: skip

    def _of_them(self, head: Mention) -> str | None:
        """ "third" for a number of those spoken of before («تسعون منهم», "400 of them")."""
        return "third" if any(n.type == "of_them" for n in self._at.get(head.last, ())) else None

    def _has_article(self, head: Mention) -> bool:
        """Whether the head, or the first word of a name, has the Arabic article."""
        norm = self._document.tokens[head.first].norm
        arabic = self._document.language == "ar"
        return head.features.get("article") == "yes" or (arabic and norm.removeprefix(head.proclitics).startswith("ال"))

    def _pronoun(self, enclitic: str) -> str | None:
        return self._frames.pronouns.get(enclitic) if enclitic and enclitic != _POSSESSIVE else None

    def _rightward(self, group: Group) -> Group:
        """Takes in what follows the head: adjectives, the owner in the genitive, "of" with the owner."""
        skipped = False
        while group.last - group.head.last < _REACH:
            taken = self._next(group)
            if taken is None:
                if skipped or not self._adjective(group.last):
                    break
                skipped = True
                group = group._replace(last=group.last + 1)
                continue
            group = self._with(group, taken)
            skipped = False
        if skipped:
            group = group._replace(last=group.last - 1)
        last = self._document.tokens[group.last - 1]
        return group._replace(end=max(group.end, last.end if group.last > group.head.last else group.end))

    def _adjective(self, i: int) -> bool:
        """Whether an unknown word that looks like an adjective stands between the head and a known one."""
        tokens = self._document.tokens
        if self._document.language != "ar" or i + 1 >= len(tokens) or self._at.get(i) or len(tokens[i].norm) < 5:
            return False
        return any(
            m.type in ("component", "nationality") and m.first == i + 1 and not m.proclitics
            for m in self._at.get(i + 1, ())
        )

    def _next(self, group: Group) -> Mention | None:
        i = group.last
        if self._document.language == "ar" and (self._quoted_name(i) or self._after_quoted_word(i)):
            i += 1
        rows = [m for m in self._at.get(i, ()) if self._fits(m, group)]
        if rows:
            return min(rows, key=lambda m: (_AFTER.index(m.type), -m.last))
        if any(m.type == "of" for m in self._at.get(i, ())):
            tokens = self._document.tokens
            after = i + 1 + (i + 1 < len(tokens) and not any(m.type in _AFTER for m in self._at.get(i + 1, ())))
            rows = [m for m in self._at.get(after, ()) if m.type in (*_OWNERS, "nationality") and not self._leading(m)]
            return min(rows, key=lambda m: -m.last, default=None)
        return None

    def _leading(self, m: Mention) -> bool:
        """Whether a name only says who leads a force ("US-led coalition")."""
        after = [token.norm for token in self._document.tokens[m.last : m.last + 2]]
        return after == ["-", "led"]

    def _partitive(self, group: Group) -> Mention | None:
        """The force of which an indefinite group is a part («رتل أول من القوات الفرنسية», «عناصر من تنظيم داعش»)."""
        lead = next((i for i in (group.last, group.last + 1) if self._is_from(i)), None)
        if lead is None or group.party or group.definite:
            return None
        near = [i for i in range(lead + 1, lead + 4) if i < len(self._document.tokens)]
        places = [i for i in near if self._document.tokens[i].text not in _QUOTES][:2]
        rows = (m for i in places for m in self._at.get(i, ()))
        return next((m for m in rows if m.type in _WHOLES or (m.type == "unit" and _is_definite(m))), None)

    def _is_from(self, i: int) -> bool:
        return any(m.type == "preposition" and m.id == "from" for m in self._at.get(i, ()))

    def _fits(self, m: Mention, group: Group) -> bool:
        english = self._document.language == "en"
        if m.type not in _AFTER or (english and m.type not in ("unit", "share")) or self._predicative(m, group):
            return False
        if m.type == "nationality":
            return not m.proclitics or self._leads(m) == "to" or self._joins_another(m, group)
        if m.type == "place" and group.foreign and self._leads(m) != "to":
            return False  # «مغادرة القوات الأجنبية ليبيا»
        if m.type == "place" and group.head.type == "protection" and m.id not in self._registry.countries:
            return False  # «حماية معسكر أشرف»: a place that is guarded, and no force
        if m.type in _OWNERS:
            owned = group.owner in ("first", "third")  # «ستسلم مهامها للجيش»
            linked = (self._leads(m) == "to" and not owned) or self._at_type(group.last - 1, "attribute", "of")
            return (linked or (not m.proclitics and group.head.features.get("article") != "yes")) and not (
                group.party or (group.owner == "first" and not linked)
            )
        if m.type == "component" and group.head.type not in ("unit", "force"):
            return not m.proclitics and all(n.type != "unit" for n in self._at.get(m.first, ()))
        if m.type == "share":
            return m.features.get("part") == "rest" and not m.proclitics
        if m.type == "unit":
            return (english or not (m.proclitics or group.definite)) and m.id == group.head.id and m.id == "troops"
        return not m.proclitics

    def _joins_another(self, m: Mention, group: Group) -> bool:
        """Whether an adjective with "and" names one more force of the same noun."""
        named = group.party is not None and self._registry.country(m.id) is not None
        beside = any(n.type == "nationality" for n in self._until.get(m.first, ()))
        return named and beside and self._frames.joins(m)

    def _predicative(self, m: Mention, group: Group) -> bool:
        """Whether an adjective without the article is said of a noun that has it («الجنود باقون»)."""
        qualifies = m.type in ("component", "nationality", "share") or (m.type == "attribute" and m.id != "of")
        definite = self._has_article(group.head) or bool(group.owner) or self._apart(m, group)
        if self._document.language == "en":
            return False
        return qualifies and definite and not m.features.get("article")

    def _apart(self, m: Mention, group: Group) -> bool:
        """Whether a plural adjective follows a noun that is none, or the name of a whole («جنود اليونيفيل باقون»)."""
        here = (n for n in self._at.get(m.first, ()) if n.type == "attribute")
        people = any(n.features.get("agreement") == "mp" for n in here)
        owned = group.party is not None and self._registry.kind(group.party) in ("force", "body")
        named = any(n.type in _OWNERS for n in self._until.get(m.first, ()))
        return people and (group.head.features.get("pos") != "form" or (owned and named))

    def _quoted_name(self, i: int) -> bool:
        """Whether a name, or one adjective, in quotation marks comes next («مهمة "أتميس"», «القوات "القتالية"»)."""
        here = self._at.get(i + 1, ()) if self._is_quote(i) else ()
        return any(m.type in _OWNERS or (m.type == "component" and self._is_quote(m.last)) for m in here)

    def _after_quoted_word(self, i: int) -> bool:
        """Whether a mark closes a quotation of one word («المهام "القتالية" للقوات»)."""
        return self._is_quote(i) and self._is_quote(i - 2)

    def _is_quote(self, i: int) -> bool:
        return 0 <= i < len(self._document.tokens) and self._document.tokens[i].text in _QUOTES

    def _at_type(self, token: int, kind: str, entity: str) -> bool:
        return any(m.type == kind and m.id == entity and m.last == token + 1 for m in self._until.get(token + 1, ()))

    def _leads(self, mention: Mention) -> str | None:
        return self._frames.preposition(mention.proclitics)

    def _with(self, group: Group, m: Mention) -> Group:
        group = group._replace(
            last=max(group.last, m.last),
            end=max(group.end, m.end),
            start=min(group.start, m.start),
            first=min(group.first, m.first),
        )
        return self._qualified(group, m)

    def _qualified(self, group: Group, m: Mention) -> Group:
        if m.type == "component":
            return group._replace(component=group.component or m.id)
        if m.type == "nationality" or m.type in _OWNERS:
            owned = (
                m.type in _OWNERS
                and self._document.language == "ar"
                and not self._at_type(m.first - 1, "attribute", "of")
            )
            group = group._replace(definite=group.definite or (owned and self._leads(m) != "to"))
            if group.party and m.type == "nationality" and m.last != group.head.last and self._registry.country(m.id):
                other = self._registry.force(m.id)
                joined = self._document.language == "en" or self._frames.joins(m)  # not «180 جندياً سويدياً مالي»
                return group._replace(others=(*group.others, other)) if joined and other != group.party else group
            if group.party or not (m.type in _OWNERS or self._registry.has_forces(m.id)):
                return group
            return group._replace(party=self._registry.force(m.id))
        if m.type == "attribute" and m.features.get("party"):
            return group._replace(foreign=True)
        if m.type == "number" and isinstance(m.value, NumberValue):
            return group._replace(number=m.value)
        if m.type == "quantity":
            return group._replace(word=m.id)
        if m.type == "share":
            nearly = any(n.type == "degree" and n.id == "nearly" for n in self._until.get(m.first, ()))
            part = "most" if nearly and m.features.get("part") == "all" else m.features.get("part")
            whole = group._replace(number=None, word=None) if m.features.get("left_out") else group  # "all but 200"
            return whole._replace(share=group.share or part)
        if m.type == "bound":
            return group._replace(number=bounded(group.number, m.id))
        if m.type in ("pronoun", "own"):
            return group._replace(owner=group.owner or m.features.get("person"))
        return group

    def _leftward(self, group: Group) -> Group:
        """Takes in what comes before the head: number, share and quantity; in English adjectives and owner too."""
        gap, linked = 0, False
        while group.head.first - group.first < _REACH:
            taken = self._previous(group, group.first - gap) or self._nation_before(group, gap)
            if taken is None:
                if gap == _PARTICLES or not self._particle(group.first - 1 - gap):
                    break
                gap += 1
                continue
            whole = group.definite or gap == _PARTICLES  # "200 of the soldiers"
            linked = linked or (gap > 0 and whole and taken.type in ("number", "quantity"))
            group, gap = self._with(group, taken), 0
        while (joined := self._joined_before(group)) is not None:
            group = self._with(group, joined)
        if linked:
            group = group._replace(share=group.share or "some")  # «300 من الجنود الأمريكيين»
        return group._replace(definite=True) if self._pointed_at(group) else group

    def _nation_before(self, group: Group, gap: int) -> Mention | None:
        """The nationality before an unknown word that qualifies an English noun ("American surge troops")."""
        i = group.first - 1
        plain = (
            self._document.language == "en" and not gap and i > 0 and not self._at.get(i) and not self._until.get(i + 1)
        )
        if (
            not plain
            or group.party
            or not self._document.tokens[i].text.isalpha()
            or self._document.tokens[i].text.istitle()
        ):
            return None
        named = (m for m in self._until.get(i, ()) if m.type == "nationality" and self._registry.country(m.id))
        return next((m for m in named if self._document.text[m.start].isupper()), None)

    def _joined_before(self, group: Group) -> Mention | None:
        """The nationality that "and" joins to that of an English group ("British and American forces")."""
        i = group.first - 1
        linked = any(m.type == "joint" or (m.type == "boundary" and m.id == "and") for m in self._at.get(i, ()))
        if self._document.language != "en" or not linked or group.party is None:
            return None
        named = (m for m in self._until.get(i, ()) if m.type == "nationality" and self._registry.country(m.id))
        return next(named, None)

    def _pointed_at(self, group: Group) -> bool:
        """Whether an article or an owner's name makes an English noun phrase definite."""
        before = self._document.tokens[group.first - 1 : group.first]
        known = bool(before) and (before[0].norm in self._frames.definite or before[0].norm.endswith(_POSSESSIVE))
        return self._document.language == "en" and (known or bool(group.owner))

    def _previous(self, group: Group, end: int) -> Mention | None:
        text, start = self._document.text, self._document.tokens[group.first].start
        near = (m for m in self._until.get(end, ()) if m.type in _BEFORE and "\n" not in text[m.end : start])
        rows = [m for m in near if self._stands_before(m, group)]
        return min(rows, key=lambda m: (m.first, _BEFORE.index(m.type)), default=None)

    def _stands_before(self, m: Mention, group: Group) -> bool:
        if m.enclitic and m.type in ("share", "quantity"):
            return False
        if self._document.language == "en":
            named = m.type == "nationality" or m.type in _OWNERS
            proper = self._document.text[m.start].isupper() or m.enclitic == _POSSESSIVE or m.type in _WHOLES
            return (not named or proper) and m.type != "unit"
        return m.type in ("number", "quantity", "share", "bound", "pronoun") and not (
            m.type == "pronoun" and m.features.get("person") != "pointing"
        )

    def _particle(self, i: int) -> bool:
        """Whether token ``i`` only links a number to what it counts («مئات من القوات», "2,500 of the troops")."""
        here = self._at.get(i, ())
        if any(m.type == "of" or (m.type == "preposition" and m.id == "from") for m in here):
            parted = any(m.type == "of_them" for m in here)  # «394 منهم 84 قتيلا»
            return not parted and any(m.type in ("number", "quantity", "share") for m in self._until.get(i, ()))
        return (
            self._document.language == "en" and self._document.tokens[i].norm in self._frames.articles
            if i >= 0
            else False
        )


def bounded(number: NumberValue | None, bound: str) -> NumberValue | None:
    """An exact number read as the most or the least that there may be."""
    if number is None or number.min is None or number.max is None or number.min != number.max:
        return number
    return NumberValue(None, number.max) if bound == "most" else NumberValue(number.min, None)


def _is_definite(m: Mention) -> bool:
    return bool(m.features.get("article") or m.enclitic)
