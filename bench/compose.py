"""Articles without end, composed from a few: names, numbers and days vary, so that no cache sees the same article twice.

Their paragraphs stand on lines of their own with no empty line between, as text files of articles mostly have them. That
matters for the comparison: spaCy's tokenizer takes a line break for a special case and keeps nothing that comes after one
in its cache, so that articles without single line breaks cost it a tenth of this.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consistency import Article
from consistency.language import Reader
from consistency.model import Document
from consistency.readers import prepare
from consistency.rulepack import Packs

_UNDATED, _DAYS = dt.date(2021, 6, 30), 180
_LAST_DAY_OF_ALL_MONTHS = 28
_ALPHABETS = {"ar": "بتجحدرسشصطعغفقكلمنه", "en": "bdfghklmnprstvz"}
_VOWELS = {"ar": "اوي", "en": "aeiou"}
_KEPT = re.compile(r"(?:19|20)\d\d")
_EMPTY_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Template:
    """An article with the spans that vary: the words of persons' names, and numbers in digits."""

    article: Article
    spans: tuple[tuple[int, int], ...]


def templates(articles: Iterable[Article], packs: Packs) -> list[Template]:
    """The articles with what varies in them, as the checker itself recognises it."""
    tight = (a.model_copy(update={"text": _EMPTY_LINES.sub("\n", a.text)}) for a in articles)
    ready, _ = prepare(tight, packs)
    return [Template(document.article, tuple(_varying(document))) for document in Reader(packs).read(ready)]


def _varying(document: Document) -> Iterator[tuple[int, int]]:
    named = {i for m in document.mentions if m.type == "person" for i in range(m.first, m.last)}
    for i, token in enumerate(document.tokens):
        number = token.text.isdecimal() and not _KEPT.fullmatch(token.text)
        if number or (i in named and len(token.text) > 2):
            yield token.start, token.end


def compose(patterns: Sequence[Template], number: int, seed: int) -> list[Article]:
    """``number`` articles, each a variation of one of the patterns in turn, on a day of its own."""
    chance = random.Random(seed)
    return [_varied(patterns[i % len(patterns)], f"{seed}-{i:06}", chance) for i in range(number)]


def _varied(pattern: Template, id_: str, chance: random.Random) -> Article:
    text, parts, at = pattern.article.text, [], 0
    written: dict[str, str] = {}
    for start, end in pattern.spans:
        word = text[start:end]
        if word not in written:
            written[word] = _another(word, pattern.article.language or "ar", chance)
        parts += [text[at:start], written[word]]
        at = end
    published = (pattern.article.published or _UNDATED) + dt.timedelta(days=chance.randint(-_DAYS, _DAYS))
    changed = {"id": id_, "text": "".join([*parts, text[at:]]), "published": published, "stories": ()}
    return pattern.article.model_copy(update=changed)


def _another(word: str, language: str, chance: random.Random) -> str:
    """A number of as many digits, or a made-up name of about as many letters."""
    if word.isdecimal():
        most = min(10 ** len(word) - 1, _LAST_DAY_OF_ALL_MONTHS if int(word) <= 31 else 10 ** len(word))
        return str(chance.randint(10 ** (len(word) - 1), most))
    pairs = zip(_draw(_ALPHABETS[language], chance), _draw(_VOWELS[language], chance), strict=False)
    name = "".join(c + v for (c, v), _ in zip(pairs, range(max(2, len(word) // 2)), strict=False))
    return name.capitalize()


def _draw(letters: str, chance: random.Random) -> Iterator[str]:
    while True:
        yield chance.choice(letters)
