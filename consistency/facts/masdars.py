"""Arabic words that are a verb or its masdar in one spelling («رفع»، «فرض»): which of the two stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from consistency.model import Mention
from consistency.rulepack.lexicon import MASDAR

_BEFORE_A_NOUN = frozenset({"aspect", "modality", "preposition"})
"""What a noun follows, and no verb («تم رفع العقوبات», «بعد رفع», «يعتزم فرض»)."""
_OF_VERBS = frozenset({"tense", "person", MASDAR})


def with_masdars(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, those that may be either as nouns where only a noun can stand."""
    rows = list(mentions)
    led = {m.last for m in rows if m.type in _BEFORE_A_NOUN}
    for m in rows:
        if MASDAR in m.features and m.first in led:
            kept = {name: word for name, word in m.features.items() if name not in _OF_VERBS}
            m = replace(m, features={**kept, "pos": "noun"})
        yield m
