"""What names and titles are made of in Arabic."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.dictionary import is_dictionary_word
from consistency.language.persons import NameFinder
from consistency.model import Token
from consistency.orthography import is_arabic

_HAMZA = "إ"
_CLITICS, _PREPOSITIONS = "وفبلك", "بل"
_SHORTEST, _SYLLABLE = 3, 2
_PRESENT, _OBJECTS = ("ي", "ت"), ("ة", "ات", "اً", "ًا", "ين", "ون")
"""How verbs in the present begin and their objects end, which are no names after a title."""
_ENDS = ("cue", "that", "boundary", "date", "preposition", "negation", "linker", "adverb")
_NAMED_BY_A_WORD = ("area", "party")
_PROPER = ("place", "nationality", "body", "force", "government")
_NO_SURNAME_ENDS = ("ه", "ات")
_NISBA = ("ي", "يان", "يون", "يين")
_ADVERBIAL = ("ا", "ه", "ي", "ون", "ين")
"""How adverbs and adjectives end, which may stand between a title and «إن» too."""
_ALI = "علي"
"""The name, told from the preposition by its last letter."""
_ON = "على"
"""The preposition, which some papers write for the name."""
_SURELY_NOUNS = ("ه", "ات", "ها")
"""Ends of nouns behind «على»: of the feminine, or of an owner («على منصة», «على صفحته»)."""
_ARTICLE, _FRONT, _CLITIC_SHORTEST = "ال", 3, 6
_VERBAL_NOUNS = ("الات", "الان", "الاست", "الت")
"""How verbal nouns with the article begin («الاتفاق»، «الانسحاب»، «التقرير»); surnames that do end in «ي»."""


class ArabicNames(NameFinder):
    """Arabic: a name's words are no dictionary words, unless they are given names, compounds or carry the article."""

    def begins(self, i: int, *, led: bool, strong: bool) -> bool:
        norm = self.tokens[i].norm
        if norm in self.words.nevers or not is_arabic(norm) or self._is_area(i):
            return False
        if self.tokens[i].text == _ON and not self._names_on(i):
            return False
        if self.is_given(i) or (norm in self.words.compounds and (i in self.blocked or (led and self._compounded(i)))):
            return True
        if _definite(self.tokens[i]):
            return led and self._given_with_article(i, strong)
        if i in self.blocked and not (strong and i in self.after_titles and not self.has(i, *_ENDS)):
            return False
        if len(norm) < _SHORTEST or self._led_in(i) or self._told_of_a_title(i):
            return False
        return led and (not self._ordinary(i) or self._full(i, strong) or self._surname_alone(i))

    def _told_of_a_title(self, i: int) -> bool:
        """Whether a word alone is by its form and place an adjective of a title without the article («مسؤول عشائري»)."""
        titled = any(m.type == "title" and m.last == i == m.first + 1 for m in self.mentions)
        return (
            titled
            and not _definite(self.tokens[i - 1])
            and self.tokens[i].norm.endswith(_NISBA)
            and self._closes(i + 1)
        )

    def _surname_alone(self, i: int) -> bool:
        """Whether an everyday word between a title and «إن» can only be a surname («قال الرئيس هارت إن»)."""
        titled = any(m.last == i and m.type in ("title", "rank") for m in self.mentions)
        adverb = self.tokens[i].norm.endswith(_ADVERBIAL)
        return titled and _definite(self.tokens[i - 1]) and not adverb and self.has(i + 1, "that")

    def _is_area(self, i: int) -> bool:
        """Whether an unknown word names a province or town, before the name of its governor («حاكم إقليم باكول محمد»)."""
        area = any(m.last == i and m.type == "body_word" and m.id in _NAMED_BY_A_WORD for m in self.at.get(i - 1, ()))
        bare = area and not _definite(self.tokens[i - 1]) and not _definite(self.tokens[i])
        last = i + 2 < len(self.tokens) and _definite(self.tokens[i + 2]) and self._closes(i + 3)
        return bare and i not in self.blocked and not self.is_given(i) and (self.is_given(i + 1) or last)

    def _leads_in(self, i: int) -> bool:
        """Whether «فان» is «فإن» and no particle: by its hamza, or by a noun with the article after it."""
        if not self.has(i, "that"):
            return False
        return _HAMZA in self.tokens[i].text or (i + 1 < len(self.tokens) and _definite(self.tokens[i + 1]))

    def _led_in(self, i: int) -> bool:
        """Whether a preposition is glued to an everyday word that goes on («أوعز القائد بفتح تحقيق»)."""
        rest = self.tokens[i].text[1:]
        glued = self.tokens[i].norm[:1] in _PREPOSITIONS and len(rest) >= _SHORTEST and is_dictionary_word(rest)
        return glued and not self._closes(i + 1) and not self.sure(i + 1) and not self.has(i + 2, "that")

    def _names_on(self, i: int) -> bool:
        """Whether «على» is the name rather than the preposition: before another name, or after a title and no everyday word."""
        noun = i + 1 in self.blocked or (i + 1 < len(self.tokens) and self.tokens[i + 1].norm.endswith(_SURELY_NOUNS))
        titled = i in self.after_titles and not noun and (self.sure(i + 1) or self._closes(i + 2))
        compound = i + 1 < len(self.tokens) and self.tokens[i + 1].norm in self.words.compounds
        return (titled and not self.has(i + 1, "number")) or self.is_given(i + 1) or compound

    def _full(self, i: int, strong: bool) -> bool:
        """Whether an everyday word is a given name after a title: a surer one follows («نعمت الله»), or another, and no more."""
        following = i + 1
        if following >= len(self.tokens) or following in self.starts:
            return False
        if self.tokens[following].norm in self.words.suffixes | self.words.particles:
            return True
        if following in self.blocked:
            return False
        sure = self.sure(following) and (strong or not self.is_given(following))
        return sure or (i in self.after_titles and self._completed(i) and self._pairs(i))

    def _completed(self, i: int) -> bool:
        """Whether nothing can complete the title before a token: it ends with the article or a place."""
        return _definite(self.tokens[i - 1]) or any(m.last == i and m.type in _PROPER for m in self.mentions)

    def _pairs(self, i: int) -> bool:
        """Whether two everyday words stand alone after a title, by their form no verb and its object («كيارا مانشيني،»)."""
        first, second = self.tokens[i].norm, self.tokens[i + 1]
        verbal = len(first) <= _SHORTEST or first.startswith(_PRESENT)
        object_ = second.text.endswith(_OBJECTS) or len(second.norm) < _SHORTEST
        return not verbal and not object_ and is_arabic(second.norm) and self._closes(i + 2)

    def _given_with_article(self, i: int, strong: bool) -> bool:
        """Whether a word with the article is a given name: «بن» follows, or after a rank another given name."""
        following = i + 1
        if following >= len(self.tokens) or i in self.blocked or self.has(i, "preposition"):
            return False
        return self.tokens[following].norm in self.words.particles or (strong and self.is_given(following))

    def compounded(self) -> frozenset[int]:
        """«عبد الرحيم», which needs no title before it."""
        words = self.words.compounds
        return frozenset(
            i
            for i, token in enumerate(self.tokens)
            if token.norm in words and i not in self.blocked and self._compounded(i) and _definite(self.tokens[i + 1])
        )

    def _compounded(self, i: int) -> bool:
        """Whether the second part of a compound follows («عبد الأمير»، «أبو زيد»)."""
        following = i + 1
        if following >= len(self.tokens) or following in self.starts:
            return False
        return _definite(self.tokens[following]) or self.is_given(following)

    def continues(self, i: int, *, second: bool) -> int:
        norm = self.tokens[i].norm
        if norm in self.words.nevers:
            return 0
        if (norm in self.words.particles and not self._leads_in(i)) or norm in self.words.compounds:
            return 2 if i + 1 < len(self.tokens) and is_arabic(self.tokens[i + 1].norm) else 0
        if norm in self.words.suffixes:
            return 1
        if norm == "-":
            return 2 * self.hyphenated(i)
        if not is_arabic(norm) or len(norm) < 2:
            return 0
        if self.tokens[i - 1].norm in self.words.compounds:
            return 1
        if self.is_given(i):
            return int(not any(m.type == "given_name" and "و" in m.proclitics for m in self.at[i]))
        if self.tokens[i].text == _ALI and self.is_given(i - 1):
            return int(self._closes(i + 1) or self.has(i, "boundary"))
        if (second or self.is_given(i - 1)) and self._is_verb_but_for_its_place(i):
            return 1
        expected = norm[:1] != "و" and (second or i - 1 in self.after_titles)
        glued = len(norm) > _SYLLABLE and norm[:1] in _CLITICS and is_dictionary_word(self.tokens[i].text[1:])
        glued = glued and not self._only_surname(i)  # «دانا وايت», and never «وو»
        glued = glued and not (norm[1:].startswith(_ARTICLE) and len(norm) < _CLITIC_SHORTEST)
        nominal = (
            expected and norm.startswith("ال") and not self.has(i, *_ENDS, "event", "document", "modality", "state")
        )
        alone = not self.is_given(i - 1)
        after = glued and alone and (self._led_in(i) or self.tokens[i - 1].norm in self.words.surnames)
        if (i in self.blocked and not nominal) or (glued and not expected) or after:
            return 0  # «أشاد الرئيس أوباما بتطور القوات»
        if _definite(self.tokens[i]):
            return int(self._surname_with_article(i))
        return int(expected or not self._ordinary(i) or self._closes(i + 1))

    def _is_verb_but_for_its_place(self, i: int) -> bool:
        """Whether a verb of saying with «ف» before it is a surname: «إن» or a mark follows («قال باولو فيري إن»)."""
        here = self.at.get(i, ())
        verb = bool(here) and all(m.type == "cue" and m.proclitics == "ف" for m in here)
        if not verb or not self.tokens[i].text.endswith("ي") or i + 1 >= len(self.tokens):
            return False
        following = self.tokens[i + 1]
        return (self.has(i + 1, "that") and following.text.startswith(_HAMZA)) or following.norm in (":", "،")

    def _only_surname(self, i: int) -> bool:
        """Whether a word ends a name that has had a given name alone, so that its first letter is no clitic («دانا وايت»)."""
        compound = i > 1 and self.tokens[i - 2].norm in self.words.compounds  # «عبد الرحمن ورسمة»
        alone = compound or self.is_given(i - 1) or i - 1 in self.after_titles
        return alone and (self.has(i + 1, "that") or (not self.is_given(i - 2) and self._verb_or_mark(i + 1)))

    def _verb_or_mark(self, i: int) -> bool:
        """Whether a comma, a verb of saying or «أن» stands at a token."""
        return i < len(self.tokens) and (self.tokens[i].norm == "،" or self.has(i, "cue", "that"))

    def _surname_with_article(self, i: int) -> bool:
        """Whether a word with the article can be a surname here: not after another one, and not by the form of a noun."""
        norm = self.tokens[i].norm
        compound = i - 2 >= 0 and (
            self.tokens[i - 2].norm in self.words.compounds or self.tokens[i - 1].norm in self.words.suffixes
        )
        second = _definite(self.tokens[i - 1]) and i - 2 >= 0 and not compound
        if norm.endswith(_NO_SURNAME_ENDS):
            tribal = self.is_given(i - 1) and not is_dictionary_word(self.tokens[i].text.removeprefix(_ARTICLE))
            return (tribal or i - 1 in self.after_titles) and self._closes(i + 1)
        complete = self._is_surname(i - 1) and is_dictionary_word(self.tokens[i].text.removeprefix("ال"))
        if (second or complete) and not norm.endswith("ي"):
            return False
        return norm.endswith("ي") or not norm.startswith(_VERBAL_NOUNS)

    def _is_surname(self, i: int) -> bool:
        """Whether a word is a last name already: no given name, nor the first word after a title."""
        words = self.words
        part = self.tokens[i].norm in words.suffixes or self.tokens[i - 1].norm in words.compounds | words.particles
        return not (self.is_given(i) or i in self.after_titles or part)

    def _closes(self, i: int) -> bool:
        """Whether an everyday word before this token can be a last name: nothing goes on here."""
        if i >= len(self.tokens) or self.is_given(i):
            return True
        return not self.tokens[i].norm[:1].isalnum() or self.has(i, *_ENDS)

    def goes_on(self, i: int) -> int:
        norm = self.tokens[i].norm
        if norm == "،":
            return int(self._name(i + 1, led=True, strong=True) is not None or self.has(i + 1, "rank", "courtesy"))
        if norm in self.words.joints or norm.removeprefix("و") in self.words.joints or self._is_area(i):
            return 1
        if self.tokens[i - 1].norm in self.words.joints:  # «الناطق باسم خطة فرض القانون»
            return int(is_arabic(norm) and not self.has(i, "cue", "that", "boundary", "date"))
        return int(_definite(self.tokens[i]) and not self.has(i, "cue", "boundary", "date"))

    def sure(self, i: int) -> bool:
        return self.is_given(i) or (i < len(self.tokens) and is_arabic(self.tokens[i].norm) and not self._ordinary(i))

    def bare(self, i: int) -> str:
        return self.tokens[i].norm.removeprefix("ال")

    def echoes(self, surnames: set[str]) -> Iterable[int]:
        bare = {*surnames, *(_ARTICLE + s for s in surnames)}
        forms = bare.union(clitic + form for clitic in _CLITICS for form in bare)
        named = {m.first for m in self.mentions if m.type == "given_name"}
        return [i for i, token in enumerate(self.tokens) if token.norm in forms or i in named]

    def comes_back(self, i: int, surnames: set[str]) -> bool:
        norm = self.tokens[i].norm
        return self.bare(i) in surnames or bool(self.clitic(i, surnames)) or norm in surnames

    def stands_free(self, i: int) -> bool:
        """«السوداني» at the beginning of a paragraph or after a verb of saying is no adjective."""
        kinds = {m.type for m in self.at.get(i, ())}
        led = i in self.starts or any(m.type == "cue" and m.last == i for m in self.at.get(i - 1, ()))
        return led and kinds <= {"nationality", "place", "given_name"} and _definite(self.tokens[i])

    def clitic(self, i: int, surnames: set[str]) -> str:
        """A conjunction or preposition glued to a name that stands without it elsewhere («لأوباما»)."""
        norm = self.tokens[i].norm
        if i in self.after_titles:
            return ""  # «الإيطالية كيارا» is not «كـ-يارا»
        given = next((m for m in self.at.get(i, ()) if m.type == "given_name"), None)
        if given is not None:
            whole = self.bare(i) in surnames or norm in self.words.surnames  # «بايدن»
            return "" if whole else given.proclitics
        glued = norm[:1] in _CLITICS and norm[1:].removeprefix("ال") in surnames and self.bare(i) not in surnames
        return norm[:1] if glued else ""

    def speaking(self) -> Iterable[int]:
        """«قال ماكرون إن»: a word that may be an everyday one too is the surname behind a verb of saying.

        Not a given name, which many bear; one with the article («نفى الدباغ أن») only before «أن», a mark or an object.
        """
        verbs = {m.last for m in self.mentions if m.type == "cue" and m.features.get("tense")}
        been = {m.last for m in self.mentions if m.type == "copula" and self.has(m.last + 1, "cue", "already")}
        behind = sorted(verbs | been)  # «وكان غيتس أعلن أن»
        listed = (i for i in behind if i < len(self.tokens) and self.tokens[i].norm in self.words.surnames)
        return [i for i in listed if not self._is_first_name(i) and (not _definite(self.tokens[i]) or self._alone(i))]

    def _alone(self, i: int) -> bool:
        """Whether no adjective or title goes on with a word that has the article («قال الحكيم إن», not «أكد البرهان القاطع»)."""
        return i + 1 >= len(self.tokens) or not (
            _definite(self.tokens[i + 1]) or self.has(i + 1, "rank", "nationality")
        )

    def _is_first_name(self, i: int) -> bool:
        return any(m.type == "given_name" and not m.proclitics for m in self.at.get(i, ()))

    def _ordinary(self, i: int) -> bool:
        return is_dictionary_word(self.tokens[i].text)


def _definite(token: Token) -> bool:
    """Whether a word carries the article, clitics before it left out; «ألفريد» and «إلياس» do not."""
    norm = token.norm
    if norm.startswith(("لل", "ولل")):
        return True
    if norm.startswith("كال") and not is_dictionary_word(token.text[1:]):
        return False  # «كالفرت»
    at = 0 if norm.startswith("ال") else 1
    if at and norm[:1] in "وك" and len(norm) < _CLITIC_SHORTEST:
        return False  # «والاس»، «كاليف»
    return (at == 0 or norm[:1] in "وبفك") and norm[at : at + 2] == "ال" and _ARTICLE in token.text[: at + _FRONT]
