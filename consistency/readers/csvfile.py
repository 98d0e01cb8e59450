"""A table of articles in CSV, however its cells are parted: one article a row, under a header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from consistency.errors import InputError
from consistency.readers.batch import Batch, Row, Source
from consistency.readers.columns import columns_of
from consistency.readers.decoding import decode
from consistency.readers.files import LARGEST, File

_SEPARATORS = ",;\t|"
_ANNOUNCED = "sep="
"""Excel's first line of its own, which names the separator."""


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """The articles of a table; a row that cannot be read becomes a warning. Raises InputError for a table that cannot."""
    path = str(file.path)
    text = decode(file.read(), path)
    announced, separator = _separator(text, file.ending)
    with _long_cells():
        table = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        lines = _lines(table, path)
        for _ in range(announced):
            next(lines)
        _, header = next(lines, (1, []))
        columns = columns_of(header, file.columns, f"{path}:{table.line_num or 1}")
        for line, cells in lines:
            with batch.going_on():
                source = Source(path, line)
                if len(cells) > len(header):
                    found = f"{len(cells)} cells under a header of {len(header)}"
                    raise InputError(f"{source}: {found}; a cell with {separator!r} in it needs quotation marks")
                fields = columns.fields(cells, f"{file.path.stem}-{line}")
                if fields:
                    yield Row(fields, source, "csv")


def _separator(text: str, ending: str) -> tuple[int, str]:
    """(how many lines stand before the header to name it, what parts the cells: most frequent in the header)."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.lower().startswith(_ANNOUNCED) and len(first.strip()) == len(_ANNOUNCED) + 1:
        return 1, first[len(_ANNOUNCED)]
    return 0, "\t" if ending == ".tsv" else max(_SEPARATORS, key=first.count)


def _lines(table: Iterator[list[str]], path: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank and the line on which it begins; raises InputError."""
    begins = 1
    while True:
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"{path}:{begins}: not CSV: {error}; allowed are cells in quotation marks that close"
            ) from None
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = getattr(table, "line_num", begins) + 1


@contextmanager
def _long_cells() -> Iterator[None]:
    """Lets cells be as long as files; the limit belongs to the whole process and is put back."""
    before = csv.field_size_limit(LARGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
