"""Paragraphs and sentences."""

from __future__ import annotations

from consistency.language.quotations import pair_quotations
from consistency.language.segments import paragraphs, sentences
from consistency.language.tokenizer import TOKEN
from consistency.model import Token
from consistency.orthography import fold


def split(text: str) -> list[str]:
    tokens = [
        Token(m.start(), m.end(), m.group(), fold(m.group())) for m in TOKEN.finditer(text) if not m.group().isspace()
    ]
    spans = paragraphs(text)
    found = sentences(tokens, spans, pair_quotations(text, tokens, spans), {"gen", "mr"})
    return [text[a:b] for a, b in found]


def test_a_full_stop_inside_a_quotation_ends_no_sentence() -> None:
    assert split("قال: «انتهينا. عدنا جميعاً» أمس. ثم غادر.") == ["قال: «انتهينا. عدنا جميعاً» أمس.", "ثم غادر."]


def test_glued_full_stops_and_decimals() -> None:
    assert split("غادر 2.5 ألف جندي.وبقي آخرون.") == ["غادر 2.5 ألف جندي.", "وبقي آخرون."]


def test_abbreviations_end_no_sentence() -> None:
    assert split("Gen. Marsh met U.S. officers. He left.") == ["Gen. Marsh met U.S. officers.", "He left."]


def test_a_quotation_that_ends_its_sentence() -> None:
    assert split("“We leave in May.” The base will close.") == ["“We leave in May.”", "The base will close."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Statement by the Press Office\n"
        "The delegation of the ministry completed a visit to the region where\n"
        "it met a number of officers and visited the two bases that remain in\n"
        "the north.\n"
        "It returned on Monday after a short stop in the capital, where it met\n"
        "the speaker of parliament.\n"
    )
    assert len(paragraphs(text)) == 3


def test_every_line_is_a_paragraph_otherwise() -> None:
    assert len(paragraphs("عنوان\nفقرة أولى قصيرة\nفقرة ثانية\n")) == 3
