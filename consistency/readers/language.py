"""Which of the two languages a text is written in, by the share of their letters."""

from __future__ import annotations

import re

from consistency.languages import supported
from consistency.model import Language

_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile("[A-Za-z]+")
_OTHER = re.compile("[^\\W\\d_]+")


def detect_language(text: str) -> Language | None:
    """ "ar", "en", or the first further language that knows the text; None when fewer than half of the letters are theirs."""
    added = next((code for code, language in supported().items() if language.detect(text)), None)
    if added is not None:
        return added
    arabic, latin, letters = (sum(map(len, part.findall(text))) for part in (_ARABIC, _LATIN, _OTHER))
    if not letters or arabic + latin < letters / 2:
        return None
    return "ar" if arabic >= latin else "en"
