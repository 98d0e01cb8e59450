"""Article text made harmless for Markdown and HTML, and its direction kept.

GitHub and GitLab keep ``span``, ``div``, ``blockquote`` and the attribute ``dir``, and drop ``bdi``.
Both turn ``@name``, ``#1``, ``!1``, ``~label``, ``:emoji:``, ``$math$`` and bare addresses of rendered text into
links and pictures; a ``span`` around the character that starts one prevents it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

_MARKUP = re.compile(r"[&<>\\`*{}\[\]|~^=$@]|_(?!(?<=\w_)[^\W_])")
_LINE_START = re.compile(r"^(?:[#+\-.!):]|[0-9](?=[0-9]{0,8}[.)]))")
_STARTERS = re.compile(r"[@$]|[#!~%&^](?=\w)|:(?=//|\w+:)|(?<=www)\.|(?<=\[)\[", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile("[^\\W\\d_]")
_RTL = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
_LTR = "[0-9A-Za-z\u00c0-\u024f]+"
_RUNS = {
    "ltr": re.compile(rf"(?:«(?={_RTL}))?{_RTL}(?:[\s\-–«»،]+{_RTL})*»?"),
    "rtl": re.compile(rf"{_LTR}(?:[-–.,:/'’&]{_LTR}|\s+(?=[A-Za-z\u00c0-\u024f]){_LTR})*"),
}
"""The stretches of each direction's foreign letters and of dates, which a line of that direction would turn round."""


def inline(text: str) -> str:
    """One line of text that Markdown and HTML show to the letter, white space apart."""
    return _LINE_START.sub(_code, _harmless(_one_line(text)))


@lru_cache(maxsize=4_096)
def mixed(text: str, base: Literal["ltr", "rtl"] = "ltr") -> str:
    """One line of a sentence in the direction ``base``, with names and dates of the other direction isolated."""
    other = "rtl" if base == "ltr" else "ltr"
    parts = [
        f'<span dir="{other}">{_harmless(part)}</span>' if foreign else _harmless(part)
        for part, foreign in stretches(_one_line(text), base)
    ]
    return _LINE_START.sub(_code, "".join(parts))


def stretches(text: str, base: Literal["ltr", "rtl"]) -> Iterator[tuple[str, bool]]:
    """The parts of a line of the direction ``base``, and whether each is a name or date of the other direction."""
    last = 0
    for run in _RUNS[base].finditer(text):
        yield text[last : run.start()], False
        yield run.group(), True
        last = run.end()
    yield text[last:], False


@lru_cache(maxsize=4_096)
def directed(text: str) -> str:
    """The same, isolated in its own direction so that mixed lines keep their order."""
    return f'<span dir="{direction(text)}">{inline(text)}</span>' if text.strip() else ""


def direction(text: str) -> str:
    """ "rtl" or "ltr", by the first letter."""
    letter = _LETTER.search(text)
    return "rtl" if letter and _RIGHT_TO_LEFT.match(letter.group()) else "ltr"


def prevailing(text: str) -> Literal["ltr", "rtl"]:
    """The direction of most letters."""
    letters = len(_LETTER.findall(text))
    return "rtl" if 2 * len(_RIGHT_TO_LEFT.findall(text)) > letters else "ltr"


def has_rtl(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def quoted(text: str, strong: tuple[int, int] | None = None) -> str:
    """A block quotation of the text, line by line; ``strong`` is the part that a finding rests on."""
    start, end = strong or (0, 0)
    if start >= end:
        return f'<blockquote dir="{direction(text)}">{_lines(text)}</blockquote>'
    inside = f"{_lines(text[:start])}<strong>{_lines(text[start:end])}</strong>"
    return f'<blockquote dir="{direction(text)}">{inside}{_lines(text[end:])}</blockquote>'


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", visible(text)).strip()


def _harmless(text: str) -> str:
    """Markup characters as numbers, starters of links and pictures kept apart."""
    parts, last = [], 0
    for starter in _STARTERS.finditer(text):
        parts += [_coded(text[last : starter.start()]), f"<span>{_coded(starter.group())}</span>"]
        last = starter.end()
    return "".join([*parts, _coded(text[last:])])


def _lines(text: str) -> str:
    """White space at the ends is kept: it parts the strong words from their neighbours."""
    shown = "<br>".join(inline(line) for line in text.strip().splitlines() if line.strip())
    before, after = text[: 1 if text[:1].isspace() else 0], text[len(text) - 1 :]
    return (" " if before else "") + shown + (" " if after.isspace() and shown else "")


def _coded(text: str) -> str:
    return _MARKUP.sub(_code, text)


def _code(character: re.Match[str]) -> str:
    return f"&#{ord(character.group())};"


def visible(text: str) -> str:
    """Control characters as the replacement character; surrogates too."""
    return _CONTROL.sub("\ufffd", text.encode("utf-8", "replace").decode("utf-8"))
