"""English words that are noun or verb by what stands before them ("should end", "the stay of the troops")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from consistency.model import Mention

_SUBJECTS = frozenset({"state", "event", "force", "body", "government", "place", "person", "pronoun", "unit"})
_OBJECTS = frozenset({"date", "number", "force", "body", "government", "nationality", "share", "state"})
_PRESENT = {"pos": "verb", "tense": "present"}


def with_word_classes(mentions: Iterable[Mention], words: list[str], articles: Collection[str]) -> Iterator[Mention]:
    """The mentions with nouns as verbs behind auxiliaries, and verbs as nouns behind articles and owners.

    ``words`` are the folded tokens of the document.
    """
    rows = list(mentions)
    helped = {m.last for m in rows if _helps(m)}
    helped |= {m.last for m in rows if m.type == "adverb" and m.first in helped}  # "will officially end"
    subjects = {m.last for m in rows if m.type in _SUBJECTS}
    behind = {m.first: m.type for m in rows if m.type in _OBJECTS or m.type == "preposition"}
    for m in rows:
        before = words[m.first - 1] if m.first else ""
        if m.features.get("also") == "present" and m.first in subjects and _takes(m, words, behind, articles):
            yield replace(m, features={k: v for k, v in m.features.items() if k != "number"} | _PRESENT)
            continue
        if m.features.get("pos") == "noun" and m.features.get("number") == "s" and m.first in helped:
            yield replace(m, features={**m.features, "pos": "verb", "tense": "base"})
        elif m.features.get("tense") == "base" and (before in articles or before.endswith("'s")):
            yield replace(m, features={k: v for k, v in m.features.items() if k != "tense"} | {"pos": "noun"})
        else:
            yield m


def _takes(m: Mention, words: list[str], behind: Mapping[int, str], articles: Collection[str]) -> bool:
    """Whether what a verb has behind it follows: an object, a day; behind "begins" and "ends" a preposition or a mark too."""
    after = words[m.last] if m.last < len(words) else ""
    if after in articles or behind.get(m.last) in _OBJECTS:
        return True
    return m.type == "aspect" and (m.last in behind or not after[:1].isalnum())


def _helps(m: Mention) -> bool:
    """Whether a verb comes next: behind auxiliaries and "must", "should", "may"."""
    return m.type == "auxiliary" or (m.type == "modality" and m.features.get("pos") == "form")
