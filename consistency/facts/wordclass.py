"""English words that are noun or verb by what stands before them ("should end", "the stay of the troops")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from consistency.model import Mention


def with_word_classes(mentions: Iterable[Mention], words: list[str], articles: Collection[str]) -> Iterator[Mention]:
    """The mentions with nouns as verbs behind auxiliaries, and verbs as nouns behind articles and owners.

    ``words`` are the folded tokens of the document.
    """
    rows = list(mentions)
    helped = {m.last for m in rows if _helps(m)}
    for m in rows:
        before = words[m.first - 1] if m.first else ""
        if m.features.get("pos") == "noun" and m.features.get("number") == "s" and m.first in helped:
            yield replace(m, features={**m.features, "pos": "verb", "tense": "base"})
        elif m.features.get("tense") == "base" and (before in articles or before.endswith("'s")):
            yield replace(m, features={k: v for k, v in m.features.items() if k != "tense"} | {"pos": "noun"})
        else:
            yield m


def _helps(m: Mention) -> bool:
    """Whether a verb comes next: behind auxiliaries and "must", "should", "may"."""
    return m.type == "auxiliary" or (m.type == "modality" and m.features.get("pos") == "form")
