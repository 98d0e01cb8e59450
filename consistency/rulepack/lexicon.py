"""Lexicons: entries as written in YAML, compiled into one matcher a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from consistency.model import Language, Mention, Token
from consistency.orthography import TANWEEN, Analysis, analyses, fold
from consistency.rulepack.inflection import inflect


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
                    yield tuple(form.split()), features


@dataclass(slots=True)
class _Node:
    """One state of the phrase trie."""

    next: dict[str, _Node] = field(default_factory=dict)
    meanings: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)


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
        for entry in entries:
            for words, features in entry.words(language):
                self._add(words, (entry.type, entry.id, {**features, **entry.features}))
            for phrase in entry.negatives:
                words = _fold_phrase(phrase)
                self._add(tuple(words.split()), (entry.type, "", {"written": words}))

    def _add(self, words: tuple[str, ...], meaning: tuple[str, str, Mapping[str, str]]) -> None:
        node = self._root
        for word in words:
            stem = _bare(word) if self.language == "ar" else word
            self._stems.add(stem)
            node = node.next.setdefault(stem, _Node())
        if not meaning[1] or not any(known[:2] == meaning[:2] for known in node.meanings):
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
                if analysis.stem in root and not _misread(token.text, analysis.enclitic):
                    self._walk(tokens, i, analysis, best)
            for kind, match in best.items():
                if covered.get(kind, 0) <= i:
                    covered[kind] = match.last
                    meant = [m for m in match.node.meanings if m[0] == kind]
                    if not any(_excludes(m, tokens[i : match.last]) for m in meant):
                        found += [_mention(tokens, i, match, m) for m in meant if m[1]]
        found.sort(key=lambda m: (m.start, -m.end, m.type, m.id))
        return found

    def _walk(self, tokens: Sequence[Token], first: int, analysis: Analysis, best: dict[str, _Match]) -> None:
        """Follows the trie from ``first``; keeps the longest match of each type, the least stripped on a tie."""
        frontier = [_Match(first + 1, self._root.next[analysis.stem], analysis, analysis.enclitic)]
        while frontier:
            here = frontier.pop()
            for kind, _, _ in here.node.meanings:
                if kind not in best or best[kind].last < here.last:
                    best[kind] = here
            if here.node.next and here.last < len(tokens):
                for inner in self.stems(tokens[here.last].norm):
                    if not inner.proclitics and inner.stem in here.node.next:
                        enclitic = here.enclitic or inner.enclitic
                        frontier.append(_Match(here.last + 1, here.node.next[inner.stem], analysis, enclitic))


def _mention(
    tokens: Sequence[Token], first: int, match: _Match, meaning: tuple[str, str, Mapping[str, str]]
) -> Mention:
    last, _, analysis, enclitic = match
    kind, entity, features = meaning
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


def _excludes(meaning: tuple[str, str, Mapping[str, str]], tokens: Sequence[Token]) -> bool:
    """Whether a meaning is a ``not`` phrase that the tokens spell to the letter, clitics included."""
    return not meaning[1] and meaning[2]["written"] == " ".join(token.norm for token in tokens)


_NEVER_A_PRONOUN = {"ه": "ة", "ي": "ى"}


def _misread(text: str, enclitic: str) -> bool:
    """Whether a last letter that folding made a pronoun of is none as written («دعاة»، «حتى»)."""
    return text.endswith(_NEVER_A_PRONOUN.get(enclitic, "\0"))


def _raw_length(text: str, letters: int) -> int:
    """How many characters of the source word its first ``letters`` folded letters take."""
    taken = 0
    while taken < len(text) and (letters or not fold(text[taken])):
        letters -= bool(fold(text[taken]))
        taken += 1
    return taken


def _fold_phrase(text: str) -> str:
    return "/".join(" ".join(fold(w) for w in part.split()) for part in text.split("/"))


def _bare(word: str) -> str:
    """The word without the article, as ``analyses`` strips it."""
    return word[2:] if word.startswith("ال") and len(word) >= 4 else word
