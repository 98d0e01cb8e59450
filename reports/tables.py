"""Markdown tables of the pages that are written from the code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

HEAD = "Written by `make reports` from the code; changes belong there."


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(text: str) -> str:
    """Text that is to be shown to the letter in a cell."""
    for mark in ("\\", "|", "<", "*", "_"):
        text = text.replace(mark, f"\\{mark}")
    return text
