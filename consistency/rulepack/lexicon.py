"""Lexicons: entries as written in YAML, compiled into one matcher a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from consistency.model import Language, Mention, Token
from consistency.orthography import TANWEEN, TOKEN, Analysis, analyses, fold
from consistency.rulepack.inflection import inflect

POSSESSIVE = "'s"
_NEVER_ON_VERBS, _NEVER_ON_THE_PAST = ("ب", "ك"), ("ل", "س")
_SHORTEST_WITH_PRONOUN = 4
"""Of the words inside a phrase, those that may carry a pronoun («مهامها القتالية», never «إنه لم» for «إن لم»)."""
_AL, _SHORTEST_WITH_ARTICLE = "+", 4
_NAMES = frozenset({"place", "given_name", "person", "nationality", "media", "office"})
_WITH_ITS_ARTICLE = frozenset({"place", "given_name", "media"})


class Entry(BaseModel):
    """One lexicon entry: surface forms grouped under the canonical id they mean."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    type: str
    forms: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    features: dict[str, str] = Field(default_factory=dict)
    negatives: tuple[str, ...] = Field(default=(), alias="not")

    def words(self, language: Language) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
        """Every inflected form as a phrase of folded stems, with its features."""
        for part, written in (
            ("form", self.forms),
            ("noun", self.nouns),
            ("adjective", self.adjectives),
            ("verb", self.verbs),
        ):
            for text in written:
                for form, features in inflect(_fold_phrase(text), part, language):
                    for words in _spellings(form, language):
                        yield words, features


def _spellings(form: str, language: Language) -> Iterator[tuple[str, ...]]:
    """The words of a form; in English also as the tokenizer splits what hyphens and points join."""
    words = tuple(form.split())
    yield words
    if language == "en":
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


class Lexicon:
    """All entries of a language as one trie over word stems; look-ups are cached by word.

    A word of a phrase may carry the article or not; the first word may carry proclitics and any
    word an enclitic pronoun. Of overlapping matches of one type the first wins, and of those the longest.
    """

    def __init__(self, entries: Iterable[Entry], language: Language) -> None:
        self.language = language
        self._root = _Node()
        self._stems: set[str] = set()
        self._cache: dict[str, tuple[Analysis, ...]] = {}
        for number, entry in enumerate(entries):
            for words, features in entry.words(language):
                self._add(words, Meaning(entry.type, entry.id, {**features, **entry.features}, entry=number))
            for phrase in entry.negatives:
                for words in _spellings(_fold_phrase(phrase), language):
                    self._add(words, Meaning(entry.type, entry.id, {}, None, number, " ".join(map(_whole, words))))

    def _add(self, words: tuple[str, ...], meaning: Meaning) -> None:
        node = self._root
        if self.language == "ar" and len(words) == 1 and meaning.type in _WITH_ITS_ARTICLE:
            meaning = meaning._replace(article=words[0].startswith(_AL))
        for word in words:
            stem = word.removeprefix(_AL)
            self._stems.add(stem)
            node = node.next.setdefault(stem, _Node())
        same = (m for m in node.meanings if m[:2] == meaning[:2] and m.entry == meaning.entry)
        if meaning.excluded or all(m.excluded for m in same):
            node.meanings.append(meaning)

    def stems(self, norm: str) -> tuple[Analysis, ...]:
        """The splits of a folded word whose stem some entry has, least stripped first."""
        known = self._cache.get(norm)
        if known is None:
            known = self._cache[norm] = tuple(a for a in analyses(norm) if a.stem in self._stems)
        return known

    def match(self, tokens: Sequence[Token]) -> list[Mention]:
        """Every mention in ``tokens``, in text order; matches of one type never overlap."""
        found: list[Mention] = []
        covered: dict[str, int] = {}
        root = self._root.next
        for i, token in enumerate(tokens):
            best: dict[str, _Match] = {}
            for analysis in self.stems(token.norm):
                if analysis.stem in root and not _misread(token.text, analysis):
                    self._walk(tokens, i, analysis, best)
            for kind, match in best.items():
                if covered.get(kind, 0) <= i:
                    covered[kind] = match.last
                    meant = [m for m in match.node.meanings if m.type == kind]
                    barred = {m.entry for m in meant if _excludes(m, tokens[i : match.last])}
                    meant = [m for m in meant if m.excluded is None and m.entry not in barred and _fits(m, match)]
                    first = {m.id: m for m in reversed(meant)}
                    found += [_mention(tokens, i, match, m) for m in first.values()]
        found.sort(key=lambda m: (m.start, -m.end, m.type, m.id))
        return found

    def _walk(self, tokens: Sequence[Token], first: int, analysis: Analysis, best: dict[str, _Match]) -> None:
        """Follows the trie from ``first``; keeps the longest match of each type, the least stripped on a tie."""
        frontier = [_Match(first + 1, self._root.next[analysis.stem], analysis, analysis.enclitic)]
        while frontier:
            here = frontier.pop()
            for kind in dict.fromkeys(m.type for m in here.node.meanings):
                if kind not in best or best[kind].last < here.last:
                    best[kind] = here
            if here.node.next and here.last < len(tokens) and _may_go_on(here):
                for inner in self.stems(tokens[here.last].norm):
                    if not inner.proclitics and inner.stem in here.node.next:
                        enclitic = here.enclitic or inner.enclitic
                        frontier.append(_Match(here.last + 1, here.node.next[inner.stem], analysis, enclitic))


def _mention(tokens: Sequence[Token], first: int, match: _Match, meaning: Meaning) -> Mention:
    last, _, analysis, enclitic = match
    kind, entity, features = meaning.type, meaning.id, meaning.features
    start = tokens[first].start + _raw_length(tokens[first].text, len(analysis.proclitics))
    pronoun = "" if enclitic == TANWEEN else enclitic
    end = tokens[last - 1].end - (len(pronoun) if pronoun and tokens[last - 1].norm.endswith(pronoun) else 0)
    extra = {}
    if analysis.article:
        extra["article"] = "yes"
    if features.get("tense") == "present" and analysis.proclitics.endswith("س"):
        extra["tense"] = "future"
    return Mention(
        kind,
        entity,
        start,
        end,
        first,
        last,
        analysis.proclitics,
        pronoun,
        {**features, **extra} if extra else features,
    )


def _may_go_on(match: _Match) -> bool:
    return match.enclitic in ("", TANWEEN) or len(match.analysis.stem) >= _SHORTEST_WITH_PRONOUN


def _excludes(meaning: Meaning, tokens: Sequence[Token]) -> bool:
    """Whether a meaning is a ``not`` phrase that the tokens spell to the letter, clitics included."""
    return meaning.excluded is not None and meaning.excluded == " ".join(token.norm for token in tokens)


def _fits(meaning: Meaning, match: _Match) -> bool:
    """Whether the clitics go with the word: names as they are, verbs without article, the past without preposition."""
    tense = meaning.features.get("tense")
    if tense and (match.analysis.article or match.analysis.proclitics.endswith(_NEVER_ON_VERBS)):
        return False
    if tense == "past" and match.analysis.proclitics.endswith(_NEVER_ON_THE_PAST):
        return False
    if meaning.features.get("definite") == "yes" and not match.analysis.article:
        return False
    if meaning.type in _NAMES and match.enclitic not in ("", TANWEEN, POSSESSIVE):
        return False
    return meaning.article is None or meaning.article == match.analysis.article


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


def _fold_phrase(text: str) -> str:
    """The folded words of a phrase; an article as written is marked, so that «ألمان» has none."""
    return "/".join(" ".join(map(_marked, part.split())) for part in text.split("/"))


def _marked(word: str) -> str:
    return _AL + fold(word[2:]) if word.startswith("ال") and len(word) >= _SHORTEST_WITH_ARTICLE else fold(word)


def _whole(word: str) -> str:
    return "ال" + word.removeprefix(_AL) if word.startswith(_AL) else word
