"""The spaCy pipelines of both languages, made of registered components.

Each component adds one layer to ``doc.user_data`` (tokens, paragraphs, quotations, sentences,
mentions), so that a Doc serialises with all that was found in it. Factories take the rule packs' folders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

import consistency.language.layers as layers
import consistency.language.tokenizer as tokenizer
from consistency.language.breaks import Recogniser, within_paragraphs
from consistency.language.dates import find_dates
from consistency.language.names import NameReader
from consistency.language.numbers import find_numbers
from consistency.language.quotations import pair_quotations
from consistency.language.segments import paragraphs, sentences
from consistency.language.wordindex import words_apart
from consistency.model import Article, Document, Language
from consistency.rulepack import Packs, packs_at

_FROM_PACKS = ("news_sentences", "news_lexicon", "news_names")
_COMPONENTS = ("news_quotations", "news_sentences", "news_lexicon", "news_numbers", "news_dates", "news_names")


@Pipeline.component("news_quotations")
def news_quotations(doc: Doc) -> Doc:
    """Adds the paragraphs and the quotations paired in each."""
    data = doc.user_data
    text = data.pop(layers.TEXT)
    data[layers.PARAGRAPHS] = paragraphs(text)
    data[layers.QUOTATIONS] = pair_quotations(text, data[layers.TOKENS], data[layers.PARAGRAPHS])
    return doc


@Pipeline.factory("news_sentences", default_config={"packs": []})
def create_news_sentences(nlp: Pipeline, name: str, packs: list[str]) -> Callable[[Doc], Doc]:
    """Adds the sentences; abbreviations come from the lexicon (type "abbreviation")."""
    abbreviations = packs_at(map(Path, packs)).abbreviations(_language(nlp))

    def news_sentences(doc: Doc) -> Doc:
        data = doc.user_data
        data[layers.SENTENCES] = sentences(
            data[layers.TOKENS], data[layers.PARAGRAPHS], data[layers.QUOTATIONS], abbreviations
        )
        for start, end in data[layers.SENTENCES]:
            span = doc.char_span(start, end)
            if span is not None:
                span[0].is_sent_start = True
        return doc

    return news_sentences


@Pipeline.factory("news_lexicon", default_config={"packs": []})
def create_news_lexicon(nlp: Pipeline, name: str, packs: list[str]) -> Callable[[Doc], Doc]:
    """Adds a mention for every word of the packs' lexicons and entities; those for numbers and dates are laid apart."""
    lexicon = packs_at(map(Path, packs)).lexicon(_language(nlp))

    def news_lexicon(doc: Doc) -> Doc:
        data = doc.user_data
        data[layers.WORDS], data[layers.MENTIONS] = words_apart(lexicon.match(data[layers.TOKENS]))
        return doc

    return news_lexicon


def _recogniser(name: str, find: Recogniser, *, last: bool = False) -> None:
    """Registers a component that adds what ``find`` recognises by its words; the ``last`` one drops these."""

    def create(nlp: Pipeline, name: str) -> Callable[[Doc], Doc]:
        language = _language(nlp)

        def component(doc: Doc) -> Doc:
            data = doc.user_data
            found = within_paragraphs(find, data[layers.PARAGRAPHS])(data[layers.TOKENS], data[layers.WORDS], language)
            data[layers.MENTIONS] = layers.merge(data[layers.MENTIONS], found)
            if last:
                del data[layers.WORDS]
            return doc

        return component

    Pipeline.factory(name, func=create)


_recogniser("news_numbers", find_numbers)
_recogniser("news_dates", find_dates, last=True)


@Pipeline.factory("news_names", default_config={"packs": []})
def create_news_names(nlp: Pipeline, name: str, packs: list[str]) -> Callable[[Doc], Doc]:
    """Adds persons and the institutions of countries."""
    reader = NameReader(packs_at(map(Path, packs)), _language(nlp))

    def news_names(doc: Doc) -> Doc:
        data = doc.user_data
        tokens = data[layers.TOKENS]
        opening = {start for start, _ in data[layers.PARAGRAPHS]}
        starts = frozenset(i for i, token in enumerate(tokens) if token.start in opening)
        data[layers.MENTIONS] = reader.read(tokens, data[layers.MENTIONS], starts)
        return doc

    return news_names


def _language(nlp: Pipeline) -> Language:
    return nlp.lang or "en"


def build(language: Language, packs: Packs) -> Pipeline:
    """A new pipeline for one language on the given rule packs."""
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.REGISTERED}}})
    folders = [str(folder) for folder in packs.folders]
    for name in _COMPONENTS:
        nlp.add_pipe(name, config={"packs": folders} if name in _FROM_PACKS else {})
    return nlp


class Reader:
    """Reads articles into documents; loads each language's pipeline when it first meets it."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._pipelines: dict[Language, Pipeline] = {}

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        """One document an article, in the same order; articles need a ``language``."""
        for article in articles:
            yield layers.document(self._pipeline(article.language or "ar")(article.text), article)

    def _pipeline(self, language: Language) -> Pipeline:
        if language not in self._pipelines:
            self._pipelines[language] = build(language, self._packs)
        return self._pipelines[language]
