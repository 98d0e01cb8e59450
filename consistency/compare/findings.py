"""Findings: what a rule found, put into words for an editor."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from consistency.compare.claims import Claim
from consistency.compare.fingerprint import fingerprint
from consistency.compare.positions import Match
from consistency.model import Fact, Finding, Position, Speaker
from consistency.phrasing import Phrasebook
from consistency.rulepack.rules import Rule

_LISTED = 4


class Writer:
    """Writes findings; ``phrases`` by language, English first."""

    def __init__(self, phrases: Mapping[str, Phrasebook], speakers: Sequence[Speaker]) -> None:
        self._phrases = phrases
        self._names = {s.id: s.name for s in speakers}
        self._sayings: dict[tuple[str, str], str] = {}

    def finding(self, rule: Rule, pack: str, match: Match) -> Finding:
        """The finding of a match, as sure as the surest claim of its weaker side."""
        confidence = min(max(c.fact.confidence for c in side) for side in match.sides)
        first = match.left[0][0].fact
        return Finding(
            id=_id(rule, match),
            fingerprint=fingerprint(rule.id, match.sides, self._names),
            rule=rule.id,
            pack=pack,
            verdict=rule.verdict,
            scope=match.between,
            severity=rule.severity,
            confidence=round(confidence, 2),
            kind=first.kind,
            event=first.event,
            subject=first.subject,
            positions=tuple(self._position(position) for position in (*match.left, *match.right)),
            explanation=self._explained(rule.message.en, "en", match),
            explanation_ar=self._explained(rule.message.ar, "ar", match),
        )

    def _position(self, side: Sequence[Claim]) -> Position:
        speakers = dict.fromkeys(c.statement.speaker for c in side)
        return Position(
            summary=self._saying(side[0].fact, "en"),
            speakers=tuple(speakers),
            facts=tuple(c.fact.id for c in side),
        )

    def _explained(self, template: str, language: str, match: Match) -> str:
        phrases = self._phrases[language]
        words: dict[str, str] = {"topic": phrases.topic(match.left[0][0].fact)}
        for name, positions in (("left", match.left), ("right", match.right)):
            side = [c for position in positions for c in position]
            if side:
                sayings = dict.fromkeys(self._saying(position[0].fact, language) for position in positions)
                words[name] = phrases.listed(list(sayings), _LISTED)
                times = [self._saying(fact, language) for fact in _by_time(side)]
                words[f"{name}_times"] = phrases.listed(times, _LISTED)
                words[f"{name}_speakers"] = self._speakers(side, phrases)
                words[f"{name}_topic"] = phrases.topic(side[0].fact)
                words[f"{name}_days"] = _days([c.fact for c in side], phrases)
        words["reason"] = phrases.reason(match.comparison.reason, match.comparison.values)
        return template.format(**words)

    def _saying(self, fact: Fact, language: str) -> str:
        key = language, fact.id
        if key not in self._sayings:
            self._sayings[key] = self._phrases[language].saying(fact)
        return self._sayings[key]

    def _speakers(self, side: Sequence[Claim], phrases: Phrasebook) -> str:
        names = list(dict.fromkeys(self._names.get(c.statement.speaker, c.statement.speaker) for c in side))
        return phrases.listed(names, _LISTED)


def _by_time(side: Sequence[Claim]) -> Iterable[Fact]:
    """The first fact of the time to come and of the time before it, in the order of the claims."""
    found: dict[bool, Fact] = {}
    for claim in side:
        found.setdefault(claim.fact.phase == "planned", claim.fact)
    return found.values()


def _days(facts: Sequence[Fact], phrases: Phrasebook) -> str:
    days = sorted({f.said_on.isoformat() for f in facts if f.said_on})
    if not days:
        return phrases.word("day unknown")
    return days[0] if len(days) == 1 else phrases.interval({"start": days[0], "end": days[-1]})


def _id(rule: Rule, match: Match) -> str:
    """A stable id, within a batch, of the rule and of the words that it rests on."""
    sides = [sorted({(c.statement.article, c.statement.speaker, c.fact.text) for c in side}) for side in match.sides]
    digest = hashlib.sha256(repr((rule.id, match.between, sides)).encode("utf-8")).hexdigest()
    return f"{rule.id}-{digest[:10]}"
