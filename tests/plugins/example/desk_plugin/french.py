"""A further language: as much French as the example needs; its words stand in the pack beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.languages import LanguageSupport
from consistency.model import Attribution, Document
from consistency.rulepack import Packs

_FRENCH = re.compile(r"\b(?:le|les|du|des)\b.*\ba déclaré\b", re.DOTALL)
_SAID = re.compile(r"(?P<content>[^.]+), a déclaré (?P<who>\w+ \w+)")
_FUTURE = {"a": "3s", "ont": "3p"}


def inflect(entry: str, part: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Nouns with their plural; verbs of the first class in the future."""
    yield entry, {"pos": part}
    if part == "verb":
        yield from ((entry + ending, {"pos": part, "tense": "future", "person": p}) for ending, p in _FUTURE.items())
    else:
        yield f"{entry}s", {"pos": part, "number": "p"}


def attribute(document: Document, packs: Packs) -> list[Attribution]:
    """What stands before «a déclaré», said by who stands after it."""
    found = _SAID.finditer(document.text)
    return [Attribution(m.span("content"), "indirect", m.span("who"), m.group("who")) for m in found]


FRENCH = LanguageSupport(lambda text: bool(_FRENCH.search(text)), inflect, attribute)
