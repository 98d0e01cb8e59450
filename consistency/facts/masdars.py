"""Arabic words that are a verb or its masdar in one spelling («رفع»، «فرض»): which of the two stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from consistency.model import Mention
from consistency.rulepack.lexicon import ALSO, MASDAR

_BEFORE_A_NOUN = frozenset({"aspect", "modality", "preposition"})
"""What a noun follows, and no verb («تم رفع العقوبات», «بعد رفع», «يعتزم فرض»)."""
_BEFORE_A_VERB = "already"
"""What no noun follows («قد رفع», «لقد سحب»)."""
_BEFORE_A_CLAUSE, _SUBJECTS = "that", frozenset({"force", "government", "body", "person", "place"})
"""What a verb follows together («إن التحالف سحب قواته»)."""
_OF_VERBS, _OF_NOUNS = frozenset({"tense", "person", MASDAR}), frozenset({"number", ALSO})
_PAST = {"pos": "verb", "tense": "past", "person": "3ms"}


def with_masdars(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, those that may be either as nouns where only a noun can stand, as verbs where only a verb can."""
    rows = list(mentions)
    that = {m.last for m in rows if m.type == _BEFORE_A_CLAUSE}
    behind = {m.last for m in rows if m.type == _BEFORE_A_VERB or (m.type in _SUBJECTS and m.first in that)}
    led = {m.last for m in rows if m.type in _BEFORE_A_NOUN} - behind
    for m in rows:
        if MASDAR in m.features and m.first in led:
            kept = {name: word for name, word in m.features.items() if name not in _OF_VERBS}
            m = replace(m, features={**kept, "pos": "noun"})
        elif m.features.get(ALSO) == "past" and m.first in behind and not (m.proclitics or m.enclitic):
            kept = {name: word for name, word in m.features.items() if name not in _OF_NOUNS}
            m = replace(m, features={**kept, **_PAST})
        yield m
