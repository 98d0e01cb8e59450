"""Text as the page shows it: escaped, to the letter, and its direction kept apart from its neighbours'."""

from __future__ import annotations

import re
from typing import Any, Literal

from markupsafe import Markup, escape

from consistency.report.escape import has_rtl, prevailing, stretches, visible

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""The controls that embed, override or isolate; one without its end would turn round the text of the page after it."""
_ARABIC = re.compile("[\u0600-\u06ff\\s]*")
"""A name of Arabic letters alone turns no line round that runs from right to left."""
_NUMBER = re.compile(r"[\d.,]+")
"""A number keeps its order in both directions."""
_DAY = re.compile(r"(?a)\b(\d{4}-\d\d-\d\d)\b")
_KEPT = Markup("<time>{}</time>")
"""The style sheet keeps it in one line and its direction apart."""
_TURNED = Markup('<span class="turn" title="U+{:04X}">{}</span>')


def shown(text: str) -> Markup:
    """The text to the letter; a control that turns directions stands in a box of its own, without effect, and is seen."""
    parts, last = [], 0
    whole = visible(text)
    for control in _TURNING.finditer(whole):
        parts += [escape(whole[last : control.start()]), _TURNED.format(ord(control.group()), control.group())]
        last = control.end()
    return Markup("").join([*parts, escape(whole[last:])])


def isolated(text: str, base: Literal["ltr", "rtl"] = "ltr") -> Markup:
    """A name or title in a line of the direction ``base``; what could turn the line round stands apart."""
    turns = has_rtl(text) if base == "ltr" else not _ARABIC.fullmatch(text)
    return _apart(text) if turns else shown(text)


def own(text: str, base: Literal["ltr", "rtl"] = "ltr") -> Markup:
    """A sentence that may be in another language than the page, which has the direction ``base``; it keeps its own."""
    return sentence(text, base) if prevailing(text) == base else english(text, base)


def english(text: str, base: Literal["ltr", "rtl"] = "ltr") -> Markup:
    """A sentence from left to right, as warnings are, whatever names they begin with."""
    return sentence(text) if base == "ltr" else Markup('<span lang="en" dir="ltr">{}</span>').format(sentence(text))


def sentence(text: str, base: Literal["ltr", "rtl"] = "ltr") -> Markup:
    """A sentence in the direction ``base``, with names and dates of the other direction isolated."""
    parts = ((part, foreign and not _NUMBER.fullmatch(part)) for part, foreign in stretches(text, base))
    return Markup("").join(_apart(part) if turns else _days_kept(part) for part, turns in parts)


def plain(value: Any) -> Any:
    """What the template prints without saying how, attributes above all: no control of any kind."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _TURNING.sub("\ufffd", visible(value))
    return value


def _apart(text: str) -> Markup:
    return _days_kept(text) if _DAY.fullmatch(text) else Markup("<bdi>{}</bdi>").format(_days_kept(text))


def _days_kept(text: str) -> Markup:
    """The text with its dates, which a browser would break at a hyphen, in one piece each."""
    parts = enumerate(_DAY.split(text))
    return Markup("").join(_KEPT.format(part) if number % 2 else shown(part) for number, part in parts)
