"""What a reader sees beside the report itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from consistency.phrasing import Phrasebook
from consistency.rulepack import Rule


def _no_phrases() -> Phrasebook:
    return Phrasebook({}, (), "en")


@dataclass(frozen=True, slots=True)
class Page:
    """``sources``: the file and line of each article by its id; ``phrases``: how facts are put in words; ``rules`` by id."""

    sources: Mapping[str, str] = field(default_factory=dict)
    phrases: Phrasebook = field(default_factory=_no_phrases)
    rules: Mapping[str, Rule] = field(default_factory=dict)

    def source(self, article: str) -> str:
        """Where an article came from: its file and line, or its id."""
        return self.sources.get(article, article)
