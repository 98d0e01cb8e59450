"""What the pipeline's components leave in ``Doc.user_data``, and how it serialises."""

from __future__ import annotations

import datetime as dt
from bisect import insort
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.tokens import Doc

from consistency.dates import NOUNS
from consistency.model import Article, Document, Mention, NumberValue, Quotation, Span, Token

TOKENS, PARAGRAPHS, QUOTATIONS, SENTENCES, MENTIONS = "tokens", "paragraphs", "quotations", "sentences", "mentions"
TEXT = "text"
"""The text itself, until it is cut: a Doc would have to put it together again."""
WORDS = "words"
"""The words that numbers and dates are made of, until both are found."""
_NOUNS: dict[str, Any] = {noun.__name__: noun for noun in (Mention, NumberValue, Quotation, *NOUNS)}
_DAY = "__day__"


def merge(mentions: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Both in text order, as ``mentions`` are; a date swallows the numbers that share a token with it."""
    dated = {i for m in found if m.type == "date" for i in range(m.first, m.last)}
    merged = [m for m in mentions if m.type != "number" or dated.isdisjoint(range(m.first, m.last))]
    for mention in found:
        insort(merged, mention, key=_order)
    return merged


def _order(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, -mention.end, mention.type, mention.id


def document(doc: Doc, article: Article) -> Document:
    """The frozen document that the later stages work on."""
    data = doc.user_data
    return Document(
        article=article,
        language=doc.lang_,
        tokens=tuple(data[TOKENS] if _are_tokens(data[TOKENS]) else (Token(*t) for t in data[TOKENS])),
        paragraphs=_spans(data[PARAGRAPHS]),
        sentences=_spans(data[SENTENCES]),
        quotations=tuple(data[QUOTATIONS]),
        mentions=tuple(data[MENTIONS]),
    )


def _are_tokens(rows: Sequence[object]) -> bool:
    """Whether the rows are tokens, and not the lists that serialising makes of these."""
    return all(isinstance(row, Token) for row in rows[:1])


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)


def encode_noun(value: Any, chain: Any = None) -> Any:
    """A noun of the package as a msgpack map of its fields under its class name, a day as its ISO form."""
    if is_dataclass(value) and type(value).__name__ in _NOUNS:
        return {"__noun__": type(value).__name__, **{f.name: getattr(value, f.name) for f in fields(value)}}
    if isinstance(value, dt.date):
        return {_DAY: value.isoformat()}
    return value if chain is None else chain(value)


def decode_noun(value: Any, chain: Any = None) -> Any:
    """The noun or day that ``encode_noun`` wrote."""
    if isinstance(value, dict) and _DAY in value:
        return dt.date.fromisoformat(value[_DAY])
    if isinstance(value, dict) and "__noun__" in value:
        noun = _NOUNS[value.pop("__noun__")]
        return noun(**{k: tuple(v) if isinstance(v, list) else v for k, v in value.items()})
    return value if chain is None else chain(value)


srsly.msgpack_encoders("consistency_nouns", func=encode_noun)
srsly.msgpack_decoders("consistency_nouns", func=decode_noun)
