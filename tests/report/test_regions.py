"""Spans as lines and columns, whatever ends the lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.report import Place
from consistency.report.regions import Region, region

TEXT = "ab\ncd\r\nef\rgh"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [("ab", (1, 1), (1, 3)), ("cd", (2, 1), (2, 3)), ("f\rg", (3, 2), (4, 2)), ("h", (4, 2), (4, 3))],
)
def test_lines_end_as_files_end_them(words: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    at = TEXT.index(words)
    found = region(Place("f", text=TEXT, offset=0), (at, at + len(words)))
    assert found
    assert ((found.line, found.column), (found.end_line, found.end_column)) == (start, end)


def test_a_text_below_front_matter_counts_from_the_file() -> None:
    place = Place("f", line=8, column=3, offset=100, text=TEXT)
    assert region(place, (0, 2)) == Region(8, 3, 8, 5, 100, 2)
    assert region(place, (3, 5)) == Region(9, 1, 9, 3, 103, 2)


def test_a_row_that_holds_the_text_in_quotes_gives_its_line_alone() -> None:
    assert region(Place("f", line=4, text=TEXT), (3, 5)) == Region(4)


def test_a_text_extracted_from_a_page_has_no_region() -> None:
    assert region(Place("f", line=None, text=TEXT), (3, 5)) is None


@given(st.text(st.sampled_from("ا b\n\r"), max_size=30), st.integers(0, 30))
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    found = region(Place("f", offset=0, text=text), (offset, offset))
    assert found
    starts = [0, *(m.end() for m in re.finditer(r"\r\n?|\n", text))]
    assert found.column is not None
    if text[max(0, offset - 1) : offset + 1] != "\r\n":
        assert starts[found.line - 1] + found.column - 1 == offset
