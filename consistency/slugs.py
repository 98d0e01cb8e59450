"""Ids made of names: lower case, Latin letters, words joined by hyphens."""

from __future__ import annotations

import re
import unicodedata

from consistency.orthography import is_arabic

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچگڤ"
_LATIN = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i a a a a a i u i p ch g v"
_LETTERS = dict(zip(_ARABIC, _LATIN.split(), strict=True))
_ARTICLE = re.compile(r"\bال(?=\w\w)")
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """The slug of a name in either script; the Arabic article becomes "al-"."""
    latin = "".join(_LETTERS.get(c, c) for c in _ARTICLE.sub("al-", name)) if is_arabic(name) else name
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin[:200]) if not unicodedata.combining(c))
    return _OTHER.sub("-", plain.lower().replace("'", "").replace("’", "")).strip("-")
