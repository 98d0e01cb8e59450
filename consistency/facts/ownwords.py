"""The words of a document as the packs of one family read them: their own, and those that all packs share."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.facts.frames import Frames
from consistency.model import Mention


def own_words(mentions: Sequence[Mention], frames: Frames) -> list[Mention]:
    """The mentions that the family reads; of a shared word and its own of one type that overlap, the first, then the longest."""
    read = [m for m in mentions if frames.reads(m)]
    own = {m.type for m in read if m.pack}
    beaten: set[int] = set()
    last: dict[str, list[int]] = {}
    for n, m in enumerate(read):
        if m.type not in own:
            continue
        rivals = [k for k in last.get(m.type, ()) if read[k].last > m.first]
        last[m.type] = [*rivals, n]
        beaten |= {_loser(n, k, read) for k in rivals if read[k].pack != m.pack}
    return [m for n, m in enumerate(read) if n not in beaten]


def _loser(later: int, earlier: int, read: Sequence[Mention]) -> int:
    """Which of two words that overlap gives way; -1 for none: the same words may mean two things."""
    a, b = read[earlier], read[later]
    if a.first == b.first and a.last == b.last:
        return later if a.id == b.id else -1
    return earlier if a.first == b.first and b.last > a.last else later
