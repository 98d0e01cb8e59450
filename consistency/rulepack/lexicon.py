"""Lexicons: entries as written in YAML, compiled into one matcher a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from consistency.model import Language, Mention, Token
from consistency.orthography import TANWEEN, TOKEN, Analysis, fold, known_analyses
from consistency.rulepack.inflection import inflect

POSSESSIVE = "'s"
MASDAR = "masdar"
"""The feature of a verb that may be read as its noun."""
ALSO = "also"
"""The feature of a noun that may be read as a verb, with the tense of that."""
_FUTURE = "س"
_CONJUNCTIONS = ("و", "ف")
_NEVER_ON_VERBS, _NEVER_ON_THE_PAST = ("ب", "ك"), ("ل", "س")
_NEVER_WITH_ARTICLE = frozenset({"preposition", "that", "duty"})
_SHORTEST_WITH_PRONOUN = 4
"""Of the words inside a phrase, those that may carry a pronoun («مهامها القتالية», never «إنه لم» for «إن لم»)."""
_AL, _SHORTEST_WITH_ARTICLE = "+", 4
_ALEFS, _MADDA = "أإآ", "آ"
_NAMES = frozenset({"place", "given_name", "person", "nationality", "media", "office"})
_WITH_ITS_ARTICLE = frozenset({"place", "given_name", "media"})


class Entry(BaseModel):
    """One lexicon entry: surface forms grouped under the canonical id they mean.

    ``not`` are phrases in which a word does not mean it, those of an entry without words for every entry of its type and id;
    ``shared`` are words that mean another id of the type as well.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    type: str
    forms: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    features: dict[str, str] = Field(default_factory=dict)
    negatives: tuple[str, ...] = Field(default=(), alias="not")
    shared: tuple[str, ...] = ()

    def words(self, language: Language) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
        """Every inflected form as a phrase of folded stems, with its features; ``also`` tells nouns that are verbs too."""
        presents = self._presents(language) if self.nouns and self.verbs else frozenset()
        for part, written in (
            ("form", self.forms),
            ("noun", self.nouns),
            ("adjective", self.adjectives),
            ("verb", self.verbs),
        ):
            for text in written:
                phrase = folded(text, part)
                for form, features in inflect(phrase, part, language):
                    told = {**features, ALSO: "present"} if part == "noun" and form in presents else features
                    for words in _spellings(form, language):
                        yield words, told

    def _presents(self, language: Language) -> frozenset[str]:
        """The present forms of the verbs in English, which look like plurals ("ends", "breaches")."""
        if language != "en":
            return frozenset()
        verbs = (row for text in self.verbs for row in inflect(folded(text, "verb"), "verb", language))
        return frozenset(form for form, features in verbs if features.get("tense") == "present")


def _spellings(form: str, language: Language) -> Iterator[tuple[str, ...]]:
    """The words of a form; in English also as the tokenizer splits what hyphens and points join."""
    words = tuple(form.split())
    yield words
    if language != "ar":
        tokens = tuple(token for token in TOKEN.findall(form) if not token.isspace())
        if tokens != words:
            yield tokens


class Meaning(NamedTuple):
    """What a phrase means; ``article``: whether a name stands with the article (None: either way)."""

    type: str
    id: str
    features: Mapping[str, str]
    article: bool | None = None
    entry: int = 0
    """The number of the entry that says so."""
    excluded: str | None = None
    """The phrase to the letter, for a ``not``."""
    pack: str = ""
    """The family of packs whose word it is; "" for those that all share."""
    alef: str = ""
    """The alef that a form begins with as written, where it has a hamza or a madda («إن»، «آنا»)."""

    @property
    def kind(self) -> str:
        """The type, told apart by whose word it is."""
        return f"{self.type}@{self.pack}" if self.pack else self.type


@dataclass(slots=True)
class _Node:
    """One state of the phrase trie."""

    next: dict[str, _Node] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


class _Match(NamedTuple):
    """A match that ends before token ``last``; ``analysis`` splits its first word."""

    last: int
    node: _Node
    analysis: Analysis
    enclitic: str


class _Meant(NamedTuple):
    """A mention by the words it takes: from ``start`` in the first of them to ``end`` characters after the last (0 or less)."""

    kind: str
    type: str
    id: str
    start: int
    end: int
    words: int
    proclitics: str
    enclitic: str
    features: Mapping[str, str]
    entry: int
    pack: str


@dataclass(slots=True)
class _Words:
    """Words as they are written, with what begins at the first of them when nothing after the last goes on with it."""

    meant: tuple[_Meant, ...] = ()
    wide: tuple[tuple[str, int], ...] = ()
    """The types that match several words, and how many."""
    barred: tuple[tuple[int, int], ...] = ()
    """The entries that a ``not`` phrase keeps out of these words, and how many words."""
    followers: frozenset[str] = frozenset()
    """The stems that may go on with a phrase."""
    stems: tuple[str, ...] = ()
    """The stems that may stand inside a phrase, of a single word."""
    then: dict[str, _Words] = field(default_factory=dict)
    """The same words and one more that goes on."""


_NOTHING = _Words()
_WHOLE_TYPE = -1
"""In place of an entry: a ``not`` phrase keeps every entry of its type silent."""
_REMEMBERED = 50_000
"""The words and phrases whose look-up is kept; then all are forgotten, so that memory stays bounded."""


class Lexicon:
    """All entries of a language as one trie over word stems; look-ups are cached by word.

    A word of a phrase may carry the article or not; the first word may carry proclitics and any
    word an enclitic pronoun. Of overlapping matches of one type the first wins, and of those the longest; the words of packs
    that are read ``apart`` never stand in the way of others.
    """

    def __init__(
        self, entries: Iterable[Entry], language: Language, apart: Mapping[str, Iterable[Entry]] | None = None
    ) -> None:
        self.language = language
        self._root = _Node()
        self._stems: set[str] = set()
        self._seen: dict[str, _Words] = {}
        self._remembered = 0
        owned = [(pack, entry) for pack, rows in {"": entries, **(apart or {})}.items() for entry in rows]
        for number, (pack, entry) in enumerate(owned):
            said = Meaning(entry.type, entry.id, {}, entry=number, pack=pack)
            alefs = {fold(form): form[0] for form in entry.forms if form[0] in _ALEFS}
            for words, features in entry.words(language):
                alef = alefs.get(" ".join(words), "")
                self._add(words, said._replace(features={**features, **entry.features}, alef=alef))
            for phrase, barred in product(entry.negatives, _barred_by(number, owned)):
                for words in _spellings(fold_phrase(phrase), language):
                    excluded = " ".join(map(_whole, words))
                    whose = pack if barred == _WHOLE_TYPE else owned[barred][0]
                    self._add(words, said._replace(entry=barred, pack=whose, excluded=excluded))

    def _add(self, words: tuple[str, ...], meaning: Meaning) -> None:
        node = self._root
        if self.language == "ar" and len(words) == 1 and meaning.type in _WITH_ITS_ARTICLE:
            meaning = meaning._replace(article=words[0].startswith(_AL))
        for word in words:
            stem = word.removeprefix(_AL)
            self._stems.add(stem)
            node = node.next.setdefault(stem, _Node())
        same = (m for m in node.meanings if m.entry == meaning.entry)
        if meaning.excluded or all(m.excluded for m in same):
            node.meanings.append(meaning)
        elif self.language == "ar" and meaning.features.get("tense") == "past":
            node.meanings[:] = [_told(m) if m.entry == meaning.entry else m for m in node.meanings]

    def stems(self, norm: str) -> tuple[Analysis, ...]:
        """The splits of a folded word whose stem some entry has, least stripped first."""
        return known_analyses(norm, self._stems)

    def match(self, tokens: Sequence[Token]) -> list[Mention]:
        """Every mention in ``tokens``, in text order; matches of one type never overlap."""
        found: list[Mention] = []
        covered: dict[str, int] = {}
        barred: dict[int, int] = {}
        reach = 0
        known = [self._seen.get(token.text) or self._learn([token], self._seen) for token in tokens]
        for i, words in enumerate(known):
            if words.followers:
                words = self._longest(tokens, i, known)
            for m in words.meant:
                if (i >= reach or covered.get(m.kind, 0) <= i) and barred.get(m.entry, 0) <= i:
                    last = i + m.words
                    a, b = tokens[i].start + m.start, tokens[last - 1].end + m.end
                    found.append(
                        Mention(m.type, m.id, a, b, i, last, m.proclitics, m.enclitic, m.features, pack=m.pack)
                    )
            for kind, number in words.wide:
                if covered.get(kind, 0) <= i:
                    covered[kind] = i + number
                    reach = max(reach, i + number)
            for entry, number in words.barred:
                barred[entry] = i + number
        return found

    def _longest(self, tokens: Sequence[Token], first: int, known: Sequence[_Words]) -> _Words:
        """The words from token ``first`` on, as long as phrases go on with them."""
        words, last = known[first], first + 1
        while last < len(known) and not words.followers.isdisjoint(known[last].stems):
            longer = words.then.get(tokens[last].text)
            last += 1
            words = longer or self._learn(tokens[first:last], words.then)
        return words

    def _learn(self, tokens: Sequence[Token], place: dict[str, _Words]) -> _Words:
        """What begins at the first of the words, kept in its place for the next time that they are met."""
        best: dict[str, _Match] = {}
        followers: set[str] = set()
        splits = self.stems(tokens[0].norm)
        for analysis in splits:
            if analysis.stem in self._root.next and not _misread(tokens[0].text, analysis):
                followers |= self._walk(tokens, analysis, best)
        stems = tuple(a.stem for a in splits if not a.proclitics) if len(tokens) == 1 else ()
        if not (best or followers or stems):
            words = _NOTHING
        else:
            meant = tuple(_meant(tokens, best))
            kinds = {m.kind for m in meant}
            silent = {kind for kind, match in best.items() if _WHOLE_TYPE in _barred_in(kind, match, tokens)}
            wide = tuple((k, m.last) for k, m in best.items() if (m.last > 1 and k in kinds) or k in silent)
            words = _Words(meant, wide, tuple(_barred(tokens, best)), frozenset(followers), stems)
        if self._remembered >= _REMEMBERED:
            self._seen.clear()
            self._remembered = 0
        self._remembered += 1
        place[tokens[-1].text] = words
        return words

    def _walk(self, tokens: Sequence[Token], analysis: Analysis, best: dict[str, _Match]) -> set[str]:
        """Follows the trie over all tokens; keeps the longest match of each type, the least stripped on a tie.

        Gives the stems that may go on after the last token.
        """
        followers: set[str] = set()
        frontier = [_Match(1, self._root.next[analysis.stem], analysis, analysis.enclitic)]
        while frontier:
            here = frontier.pop()
            for kind in dict.fromkeys(m.kind for m in here.node.meanings):
                if kind not in best or best[kind].last < here.last:
                    best[kind] = here
            if not here.node.next or not _may_go_on(here):
                continue
            if here.last == len(tokens):
                followers |= here.node.next.keys()
                continue
            for inner in reversed(self.stems(tokens[here.last].norm)):
                if not inner.proclitics and inner.stem in here.node.next:
                    enclitic = here.enclitic or inner.enclitic
                    frontier.append(_Match(here.last + 1, here.node.next[inner.stem], analysis, enclitic))
        return followers


def _barred_by(number: int, entries: Sequence[tuple[str, Entry]]) -> Sequence[int]:
    """The entries that the ``not`` phrases of one concern: itself; of one without words, all of its type and id, or all of its
    type where no other has its id."""
    entry = entries[number][1]
    if entry.forms or entry.nouns or entry.adjectives or entry.verbs or not entry.negatives:
        return [number]
    akin = [n for n, (_, other) in enumerate(entries) if (other.type, other.id) == (entry.type, entry.id)]
    worded = any(
        other.forms or other.nouns or other.adjectives or other.verbs for _, other in (entries[n] for n in akin)
    )
    return akin if worded else [_WHOLE_TYPE]


def _meant(tokens: Sequence[Token], best: Mapping[str, _Match]) -> list[_Meant]:
    """What the best match of each type means, in the order of mentions."""
    found = []
    for kind, match in best.items():
        meanings = [m for m in match.node.meanings if m.kind == kind]
        barred = _barred_in(kind, match, tokens)
        if _WHOLE_TYPE in barred:
            continue
        tanween = _TANWEEN_MARK in tokens[match.last - 1].text
        fitting = [m for m in meanings if m.excluded is None and m.entry not in barred and _fits(m, match)]
        fitting = [m for m in fitting if not (tanween and "tense" in m.features) and _spelt(m, match, tokens[0].text)]
        by_id = {m.id: _either(m, fitting) for m in reversed(fitting)}
        found += [_placed(tokens, match, m) for m in by_id.values()]
    ends = [token.end for token in tokens]
    return sorted(found, key=lambda m: (m.start, -ends[m.words - 1] - m.end, m.type, m.id, m.pack))


def _either(meaning: Meaning, others: Sequence[Meaning]) -> Meaning:
    """A verb with a mark where a noun of the same meaning is spelt like it («رفع»), and the noun too."""
    same = [m for m in others if m.id == meaning.id]
    if meaning.features.get("tense") == "past" and any(m.features.get("pos") == "noun" for m in same):
        return meaning._replace(features={**meaning.features, MASDAR: "yes"})
    return _told(meaning) if any(m.features.get("tense") == "past" for m in same) else meaning


def _told(meaning: Meaning) -> Meaning:
    """A noun with a mark where the past of a verb of the same meaning is spelt like it («سحب»)."""
    noun = meaning.features.get("pos") == "noun" and not meaning.excluded
    return meaning._replace(features={**meaning.features, ALSO: "past"}) if noun else meaning


def _barred(tokens: Sequence[Token], best: Mapping[str, _Match]) -> Iterator[tuple[int, int]]:
    """The entries whose ``not`` phrases the tokens spell, with the number of their words."""
    for kind, match in best.items():
        yield from ((entry, match.last) for entry in sorted(_barred_in(kind, match, tokens) - {_WHOLE_TYPE}))


def _barred_in(kind: str, match: _Match, tokens: Sequence[Token]) -> frozenset[int]:
    """The entries that the ``not`` phrases among the meanings of one match keep silent."""
    return frozenset(m.entry for m in match.node.meanings if m.kind == kind and _excludes(m, match, tokens))


def _placed(tokens: Sequence[Token], match: _Match, meaning: Meaning) -> _Meant:
    last, _, analysis, enclitic = match
    features = meaning.features
    start = _raw_length(tokens[0].text, len(analysis.proclitics))
    pronoun = "" if enclitic == TANWEEN else enclitic
    end = -len(pronoun) if pronoun and tokens[last - 1].norm.endswith(pronoun) else 0
    extra = {}
    if analysis.article:
        extra["article"] = "yes"
    if features.get("tense") == "present" and analysis.proclitics.endswith(_FUTURE):
        extra["tense"] = "future"
    features = {**features, **extra} if extra else features
    said = (meaning.kind, meaning.type, meaning.id)
    return _Meant(*said, start, end, last, analysis.proclitics, pronoun, features, meaning.entry, meaning.pack)


def _may_go_on(match: _Match) -> bool:
    return match.enclitic in ("", TANWEEN) or len(match.analysis.stem) >= _SHORTEST_WITH_PRONOUN


def _excludes(meaning: Meaning, match: _Match, tokens: Sequence[Token]) -> bool:
    """Whether a meaning is a ``not`` phrase that the tokens of a match spell to the letter, but for an "and" before it."""
    if meaning.excluded is None:
        return False
    spelt = " ".join(token.norm for token in tokens[: match.last])
    joined = match.analysis.proclitics in _CONJUNCTIONS
    return meaning.excluded == spelt or (joined and meaning.excluded == spelt[1:])


def _fits(meaning: Meaning, match: _Match) -> bool:
    """Whether the clitics go with the word: names as they are, verbs and particles bare, the past without preposition."""
    tense = meaning.features.get("tense")
    if match.analysis.article and meaning.type in _NEVER_WITH_ARTICLE:
        return False  # «خالد العلي»
    if tense and (match.analysis.article or match.analysis.proclitics.endswith(_NEVER_ON_VERBS)):
        return False
    if tense and match.enclitic == TANWEEN:
        return False  # «تبدأ» is no «تبد»
    if tense == "past" and match.analysis.proclitics.endswith(_NEVER_ON_THE_PAST):
        return False
    if match.analysis.proclitics.endswith(_FUTURE) and meaning.features.get("pos") in ("noun", "adjective"):
        return False
    if meaning.features.get("definite") == "yes" and not match.analysis.article:
        return False
    if meaning.type in _NAMES and match.enclitic not in ("", TANWEEN, POSSESSIVE):
        return False
    return meaning.article is None or meaning.article == match.analysis.article


def _spelt(meaning: Meaning, match: _Match, text: str) -> bool:
    """Whether the first letter is that of the form: a madda is no hamza («آنا»، «أنا»), but in words often misspelt («أذار»)."""
    written = text[_raw_length(text, len(match.analysis.proclitics)) :][:1]
    if written == _MADDA:
        return meaning.alef in ("", _MADDA)
    return not (meaning.type == "given_name" and meaning.alef == _MADDA and written in _ALEFS)


_TANWEEN_MARK = "\u064b"
"""The sign of the indefinite accusative, which no verb has."""
_NEVER_A_PRONOUN = {"ه": "ة", "ي": "ى"}
_HAMZA = re.compile("[أإآ]ل")


def _misread(text: str, analysis: Analysis) -> bool:
    """Whether letters that folding made a pronoun or an article of are none as written («دعاة»، «حتى»، «ألمان»)."""
    if text.endswith(_NEVER_A_PRONOUN.get(analysis.enclitic, "\0")):
        return True
    return analysis.article and _HAMZA.match(text, len(analysis.proclitics)) is not None


def _raw_length(text: str, letters: int) -> int:
    """How many characters of the source word its first ``letters`` folded letters take."""
    taken = 0
    while taken < len(text) and (letters or not fold(text[taken])):
        letters -= bool(fold(text[taken]))
        taken += 1
    return taken


def folded(text: str, part: str) -> str:
    """The look-up form of what an entry gives as a verb, noun, adjective or form."""
    return fold_phrase(text) if part != "verb" else fold(text)  # «التزم» has no article


def fold_phrase(text: str) -> str:
    """The folded words of a phrase; an article as written is marked, so that «ألمان» has none."""
    return "/".join(" ".join(map(_marked, part.split())) for part in text.split("/"))


def _marked(word: str) -> str:
    return _AL + fold(word[2:]) if word.startswith("ال") and len(word) >= _SHORTEST_WITH_ARTICLE else fold(word)


def _whole(word: str) -> str:
    return "ال" + word.removeprefix(_AL) if word.startswith(_AL) else word
