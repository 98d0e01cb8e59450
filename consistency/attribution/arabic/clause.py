"""One reporting clause of an Arabic sentence: a cue, who speaks, and where what he says begins."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.attribution.arabic.leads import GLUED
from consistency.attribution.line import Found
from consistency.attribution.saying import Source


@dataclass(frozen=True)
class Clause:
    """One reporting clause, items ``[start, end)``; its content begins at ``content`` (None: it stands before).

    ``kind``: "verb" («قال فلان إن»), "participle" («مضيفاً أن»), "after" (what was said stands before: «…، قال فلان»,
    «…، بحسب فلان»), "before" («وبحسب فلان، فإن …»), "mute" (it tells only who goes on speaking). A ``nested`` clause
    lies inside what another one reports.
    """

    kind: str
    cue: Found
    start: int
    end: int
    source: Source | None
    content: int | None
    via: str | None = None
    nested: bool = False
    relative: bool = False
    pointing: bool = False
    """Whether it points back to what was said, if need be in the sentence before."""

    @property
    def manner(self) -> str:
        """The class of the cue: speech, deny, demand, …"""
        return self.cue.mention.features.get("class", "")

    @property
    def letters(self) -> str:
        """The prepositions by which the verb leads in what is said, as the letters that are glued to a word."""
        takes = self.cue.mention.features.get("takes", "").split()
        return "".join(letter for take, letter in GLUED.items() if take in takes)
