"""One folded view of a word for look-up, and the ways its clitics can be split off.

Folding changes what newspapers spell in several ways (hamza seats, ى/ي, ة/ه, diacritics,
tatweel, presentation forms, Persian letters, digits); evidence is never taken from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_LETTERS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "ی": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج",
        **{chr(0x0660 + i): str(i) for i in range(10)},
        **{chr(0x06F0 + i): str(i) for i in range(10)},
        "’": "'", "‘": "'", "ʼ": "'", "٫": ".", "٬": ",",
    }
)  # fmt: skip
_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+"
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_ARABIC = re.compile("[\u0620-\u064a]")


_LETTER = r"[^\W\d_]"
_MARKS = "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]"
_WORD = rf"(?:{_LETTER}++|{_MARKS}++)++"
_TAIL = rf"(?:['’ʼ](?!(?:ll|re|ve|m)\b){_LETTER}+)?"
TOKEN = re.compile(
    rf"""
      &(?:[a-zA-Z]{{2,8}}|\#\d{{1,6}});                    # an HTML entity
    | (?:[A-Za-z]\.){{2,}}                                 # U.S.
    | \d+(?:[.,٫٬]\d+)*                                    # 12,000
    | {_WORD}{_TAIL}(?:-(?=[A-Z]){_WORD}{_TAIL})*           # al-Kadhimi's
    | ['’ʼ](?:ll|re|ve|m)\b                               # we'll comes apart
    | \.{{2,}} | -{{2,}} | `{{2}} | '{{2}}                # ``so to say''
    | [\n\r\u2028\u2029]+ | [^\S\n\r\u2028\u2029]+
    | .
    """,
    re.VERBOSE,
)
"""One token of either script, or a stretch of whitespace."""


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The look-up form of one word (or phrase) in either script."""
    return fold_text(word)


def fold_text(text: str) -> str:
    """The same of a longer text, which is not remembered: it hardly comes again, and takes memory."""
    if _PRESENTATION.search(text):
        text = _PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    return _DROPPED.sub("", text).replace("ئو", "وو").translate(_LETTERS).casefold()


def is_arabic(word: str) -> bool:
    """Whether the word has an Arabic letter."""
    return _ARABIC.search(word) is not None


TANWEEN = "ا"
"""The alef of the indefinite accusative («جندياً»), split off like an enclitic."""


class Analysis(NamedTuple):
    """One way to split a folded word: و+س+ / ال / stem / ها (or ا of the accusative)."""

    stem: str
    proclitics: str = ""
    article: bool = False
    enclitic: str = ""


_Split = tuple[str, str, bool, str]
"""The fields of an analysis."""
_AFTER_TWO = 4
"""The letters that must follow two proclitics, so that «ولاية» is not و+ل+اية."""
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فك", "فس")
PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك", "ي")
"""The enclitic pronouns, longest first."""
_ENCLITICS = (*PRONOUNS, TANWEEN)


def _fronts(word: str) -> list[tuple[str, bool, str]]:
    """(proclitics, has article, rest) for every licensed front, least stripped first."""
    fronts = []
    for proclitics in _PROCLITICS:
        if not word.startswith(proclitics):
            continue
        rest = word[len(proclitics) :]
        if len(rest) >= (2 if len(proclitics) < 2 else _AFTER_TWO):
            fronts.append((proclitics, False, rest))
        if rest.startswith("ال") and len(rest) >= 4 and not proclitics.endswith(("ل", "س")):
            fronts.append((proclitics, True, rest[2:]))
        if proclitics.endswith("ل") and rest.startswith("ل") and len(rest) >= 3:
            fronts.append((proclitics, True, rest[1:]))
    return fronts


@lru_cache(maxsize=10_000)
def analyses(norm: str) -> tuple[Analysis, ...]:
    """Every licensed split of a folded word, the whole word first, least stripped first.

    Only a lexicon can say which of them is meant: «وزير» is not و+زير because no entry is «زير».
    """
    return _analyses(_splits(norm))


def known_analyses(norm: str, stems: Container[str]) -> tuple[Analysis, ...]:
    """The splits of a folded word with one of the stems, in the same order."""
    return _analyses([split for split in _splits(norm) if split[0] in stems])


def _analyses(splits: Iterable[_Split]) -> tuple[Analysis, ...]:
    return tuple(sorted((Analysis(*split) for split in dict.fromkeys(splits)), key=_stripped))


def _stripped(analysis: Analysis) -> int:
    """How much is split off, an article counting twice."""
    return len(analysis.proclitics) + 2 * analysis.article + len(analysis.enclitic)


def _splits(norm: str) -> list[_Split]:
    """The fields of every licensed analysis, in any order but the same for the same word."""
    if not is_arabic(norm):
        whole = (norm, "", False, "")
        return [whole, (norm[:-2], "", False, "'s")] if norm.endswith("'s") else [whole]
    fronts = _fronts(norm)
    out = [(rest, proclitics, article, "") for proclitics, article, rest in fronts]
    out += [
        (rest + "ء", p, article, "") for p, article, rest in fronts if rest.endswith("ا") and len(rest) >= 5
    ]  # «الاربعا»
    for proclitics, article, rest in fronts:
        if not article and rest.endswith(_ENCLITICS):
            out += _before_enclitics(proclitics, rest)
    return out


def _before_enclitics(proclitics: str, rest: str) -> Iterator[_Split]:
    for enclitic in _ENCLITICS:
        stem = rest[: -len(enclitic)]
        if rest.endswith(enclitic) and len(stem) >= 2:
            yield stem, proclitics, False, enclitic
            if stem.endswith("ت"):
                yield stem[:-1] + "ه", proclitics, False, enclitic
            if stem.endswith(("اي", "او")) and enclitic != TANWEEN:
                yield stem[:-1] + "ء", proclitics, False, enclitic  # «انتهائها»
