"""Text as the page shows it: escaped, to the letter, and its direction kept apart from its neighbours'."""

from __future__ import annotations

import re
from typing import Any, Literal

from markupsafe import Markup, escape

from consistency.report.escape import has_rtl, stretches, visible

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""The controls that embed, override or isolate; one without its end would turn round the text of the page after it."""
_TURNED = Markup('<span class="turn" title="U+{:04X}">{}</span>')


def shown(text: str) -> Markup:
    """The text to the letter; a control that turns directions stands in a box of its own, without effect, and is seen."""
    parts, last = [], 0
    whole = visible(text)
    for control in _TURNING.finditer(whole):
        parts += [escape(whole[last : control.start()]), _TURNED.format(ord(control.group()), control.group())]
        last = control.end()
    return Markup("").join([*parts, escape(whole[last:])])


def isolated(text: str) -> Markup:
    """A name or title in a line from left to right; what could turn the line round stands apart."""
    return _apart(text) if has_rtl(text) else shown(text)


def sentence(text: str, base: Literal["ltr", "rtl"] = "ltr") -> Markup:
    """A sentence in the direction ``base``, with names and dates of the other direction isolated."""
    return Markup("").join(_apart(part) if foreign else shown(part) for part, foreign in stretches(text, base))


def plain(value: Any) -> Any:
    """What the template prints without saying how, attributes above all: no control of any kind."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _TURNING.sub("\ufffd", visible(value))
    return value


def _apart(text: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(shown(text))
