"""What comes from a store of earlier batches, and what a new version of an article took away."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.model import FellAway, Memory
from consistency.report.headings import nothing_read
from consistency.report.html.desk import Desk


@dataclass(frozen=True, slots=True)
class Remembered:
    """``lines`` say what the batch changed, ``fell_away`` which findings that took away; ``earlier`` are ids of articles."""

    lines: tuple[str, ...]
    fell_away: tuple[FellAway, ...]
    earlier: frozenset[str]


def remembered(desk: Desk) -> Remembered:
    """All of it; nothing where the run had no store."""
    memory = desk.index.report.memory or Memory()
    return Remembered(_lines(desk, memory), memory.fell_away, frozenset(memory.earlier))


def _lines(desk: Desk, memory: Memory) -> tuple[str, ...]:
    words, report = desk.words, desk.index.report
    lines = []
    if len(report.articles) == len(memory.earlier):
        lines.append(nothing_read(desk.index))
    elif memory.unchanged:
        unchanged = words.many(len(memory.unchanged), "article")
        lines.append(words.label("{articles} unchanged since an earlier run.", articles=unchanged))
    if memory.replaced:
        replaced = words.label(", ").join(memory.replaced)
        lines.append(words.label("A new version took the place of: {articles}", articles=replaced))
    return tuple(lines)
