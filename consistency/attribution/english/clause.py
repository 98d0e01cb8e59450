"""One reporting clause of an English sentence: a cue, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.attribution.english.verbs import takes
from consistency.attribution.line import Found
from consistency.attribution.saying import Source


@dataclass(frozen=True)
class Clause:
    """One reporting clause: its items ``[start, end)``; ``source`` None means the subject goes on.

    ``kind``: ``finite`` ("X said"), ``relative`` ("X, who said"), ``gerund`` (", adding that"), ``source``
    ("according to X") or ``quoted`` ("was quoted as saying").
    """

    kind: str
    cue: Found
    start: int
    end: int
    source: Source | None
    inverted: bool = False
    via: str | None = None
    stop: int | None = None
    """The item at which what it reports ends, where that is not the next clause."""

    @property
    def takes(self) -> frozenset[str]:
        return takes(self.cue)

    @property
    def manner(self) -> str:
        """The class of the cue: speech, deny, demand, …"""
        return self.cue.mention.features.get("class", "")
