"""The spaCy pipelines as a whole."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from consistency.language import Reader, build, layers
from consistency.model import Article, Language
from consistency.rulepack import load_packs

PACKS = load_packs()
TEXTS: dict[Language, str] = {
    "ar": "قال وزير الدفاع سالم الحمدان، الاثنين، إن «نحو 300 جندي غادروا البلاد» في 5 آذار 2019.",
    "en": "“About 300 soldiers left the country on 5 March 2019,” Defence Minister Salem Hamdan said on Monday.",
}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_one_text_alone_and_in_a_pipe_gives_the_same_layers(language: Language) -> None:
    nlp = build(language, PACKS)
    alone = nlp(TEXTS[language]).user_data
    piped = next(iter(nlp.pipe([TEXTS[language]]))).user_data
    assert alone == piped
    assert alone[layers.QUOTATIONS]
    assert alone[layers.MENTIONS]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_pipeline_saved_and_loaded_finds_the_same(
    language: Language, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("pipeline")
    nlp = build(language, PACKS)
    nlp.to_disk(folder)
    assert spacy.load(folder)(TEXTS[language]).user_data == nlp(TEXTS[language]).user_data


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_doc_keeps_its_layers_when_serialised(language: Language) -> None:
    nlp = build(language, PACKS)
    doc = nlp(TEXTS[language])
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(data).get_docs(nlp.vocab)
    article = Article(id="a", text=doc.text, language=language)
    assert isinstance(back, Doc)
    assert layers.document(back, article).mentions == layers.document(doc, article).mentions


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('قال وأضاف«»“”".،: \n2021من إلى ١٢ آلاف جندي\u064b\u0640&;quot'), max_size=120))
def test_every_span_is_inside_the_text_and_starts_on_its_own_characters(text: str) -> None:
    (document,) = Reader(PACKS).read([Article(id="a", text=text, language="ar")])
    assert all(text[t.start : t.end] == t.text for t in document.tokens)
    assert all(0 <= m.start < m.end <= len(text) for m in document.mentions)
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in document.sentences)
