"""Spans of articles as regions of their files: lines and columns from 1, and offsets, in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.model import Span
from consistency.report.page import Place

_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file, its end not included; only ``line`` is known where the file does not hold the text to the letter."""

    line: int
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    offset: int | None = None
    length: int | None = None


def region(place: Place, span: Span) -> Region | None:
    """Where the file has the words of a span of the article's text; None where that is not known."""
    if place.line is None:
        return None
    if place.offset is None:
        return Region(place.line)
    line, column = _at(place, place.line, span[0])
    end_line, end_column = _at(place, place.line, span[1])
    return Region(line, column, end_line, end_column, place.offset + span[0], span[1] - span[0])


def _at(place: Place, line: int, offset: int) -> tuple[int, int]:
    starts = _line_starts(place.text)
    number = bisect_right(starts, offset) - 1
    first_column = place.column if number == 0 else 1
    return line + number, first_column + offset - starts[number]


@lru_cache(maxsize=64)
def _line_starts(text: str) -> Sequence[int]:
    return (0, *(found.end() for found in _BREAK.finditer(text)))
