"""Languages beside Arabic and English, as plug-ins support them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from consistency.errors import InputError, PluginError
from consistency.model import LANGUAGES, Attribution, Document, Language, known_languages
from consistency.nearest import allowed
from consistency.plugins import plugins


@dataclass(frozen=True, slots=True)
class LanguageSupport:
    """What a plug-in of the group ``consistency.languages`` leads to; its name is the code of the language, as "fr".

    ``detect`` says whether a text is in the language; ``inflect`` gives the folded forms of a word of a lexicon that is a
    "verb", "noun" or "adjective", each with its features; ``attribute`` gives the statements of a document in text order.
    Words come from packs (``lexicon/fr.yaml``), and the rest of the reading takes the language as it takes English.
    """

    detect: Callable[[str], bool]
    inflect: Callable[[str, str], Iterable[tuple[str, dict[str, str]]]]
    attribute: Callable[[Document, Any], Sequence[Attribution]]


@lru_cache(maxsize=1)
def supported() -> Mapping[str, LanguageSupport]:
    """The further languages by code; raises PluginError for one that the package has."""
    added = plugins("languages", LanguageSupport)
    taken = sorted(added.keys() & set(LANGUAGES))
    if taken:
        raise PluginError(f"plug-in {taken[0]!r} in consistency.languages: the package has that language")
    return added


def language_named(code: str) -> Language:
    """The language of a code; raises InputError that lists the codes there are."""
    if code not in known_languages():
        raise InputError(f"no language {code!r}{allowed(code, known_languages())}")
    return code
