"""A finding's fingerprint: of who says what in which words, whatever files, places and order hold it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from consistency.compare.claims import Claim
from consistency.orthography import fold

_WORD = re.compile(r"\w+")
_NAMED_BY_ARTICLE = ("anon.", "role.")
"""Speakers whose ids hold the id of their article, and are told by their names instead."""
_LENGTH = 16


def fingerprint(rule: str, sides: Iterable[Sequence[Claim]], names: Mapping[str, str]) -> str:
    """16 hexadecimal digits; ``names`` of speakers by id.

    The same words of one speaker count once, on the first day that they are reported: a wire copy changes nothing.
    """
    content = [rule, sorted(_side(side, names) for side in sides)]
    written = json.dumps(content, ensure_ascii=False).encode("utf-8")
    return hashlib.sha256(written).hexdigest()[:_LENGTH]


def _side(claims: Iterable[Claim], names: Mapping[str, str]) -> list[list[str]]:
    days: dict[tuple[str, str, str], str] = {}
    for claim in claims:
        key = (_speaker(claim, names), _canonical(claim), _folded(claim.statement.text))
        day = str(claim.fact.said_on or "")
        days[key] = min(day, days.get(key, day))
    return sorted([*key, day] for key, day in days.items())


def _speaker(claim: Claim, names: Mapping[str, str]) -> str:
    speaker = claim.statement.speaker
    kind = next((prefix for prefix in _NAMED_BY_ARTICLE if speaker.startswith(prefix)), None)
    return f"{kind} {_folded(names.get(speaker, ''))}" if kind else speaker


def _canonical(claim: Claim) -> str:
    """What the claim says, without its ids, its words and how sure the reading is."""
    fact = claim.fact
    subject = [fact.subject.party, fact.subject.component]
    parts = [fact.kind, subject, fact.event, fact.place, fact.value, fact.phase, fact.polarity, fact.certainty]
    return json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    """The words alone: quotation marks, dashes and spellings differ from paper to paper."""
    return " ".join(_WORD.findall(fold(text)))
