"""The consonants of a name, the same for Arabic and Latin letters, so that both spellings can be compared.

Vowels, و, ي, ا and ع are left out; letters that newspapers render in several ways share a class
(غ ج g j; ق ك c k q; ذ ظ ض d; ب p; ف v; ز س ص s z). Gates, «غيتس» and «جيتس» all give "gts".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from consistency.orthography import is_arabic

_ARABIC = {
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttghXddrssSsdtdgfkklmnh", strict=True)),
}  # fmt: skip
_DIGRAPHS = (
    ("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("th", "t"), ("dh", "d"), ("kh", "X"), ("gh", "g"), ("ph", "f"),
    ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"),
)  # fmt: skip
_LATIN = dict(zip("bcdfghjklmnpqrstvzSX", "bkdfghgklmnbkrstfsSX", strict=True))
_REPEATED = re.compile(r"(.)\1+")


_VOWELS = {
    **dict.fromkeys("اى", "a"),
    "و": "u",
    "ي": "i",
    "a": "a",
    "e": "i",
    "i": "i",
    "y": "i",
    "o": "u",
    "u": "u",
    "w": "u",
}


@lru_cache(maxsize=50_000)
def skeleton(part: str) -> str:
    """The consonant classes of one folded part of a name; an h counts only at the beginning."""
    return "".join(c for c in _sounds(part) if c not in _AIU)


@lru_cache(maxsize=50_000)
def vowels(part: str) -> tuple[frozenset[str], ...]:
    """The vowel classes (a, i, u) written between one consonant of the skeleton and the next."""
    return tuple(frozenset(gap) for gap in _CONSONANT.split(_sounds(part))[1:-1])


_AIU = frozenset("aiu")
_CONSONANT = re.compile(r"[^aiu]")


def _sounds(part: str) -> str:
    table = _ARABIC if is_arabic(part) else _LATIN
    plain = part.replace("تش", "ش") if is_arabic(part) else _single_letters(part)
    sounds = "".join(table.get(letter) or _VOWELS.get(letter, "") for letter in plain)
    single = _REPEATED.sub(r"\1", sounds)
    return single[:1] + single[1:].replace("h", "")


def _single_letters(part: str) -> str:
    """A Latin part without accents, each digraph as one letter."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", part[:64]) if not unicodedata.combining(c))
    for letters, one in _DIGRAPHS:
        plain = plain.replace(letters, one)
    return plain
