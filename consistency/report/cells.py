"""Comma-separated tables whose cells no spreadsheet takes for a formula.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break gets an apostrophe in front, as OWASP advises against
CSV injection; numbers stay numbers. White space before such a sign does not hide it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

Cell = str | int | float | None
_FORMULA = re.compile("^\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20|%]|^[\\t\\r\\n]")
_BREAK = re.compile(r"\r\n?")
"""Python's writer leaves a lone carriage return unquoted where lines end in a line feed."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MARK = "\ufeff"
"""Without this byte order mark, Excel takes UTF-8 for the code page of its language and garbles Arabic."""


def comma_separated(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """A table with a head; what a row lacks is an empty cell. Lines end in a line feed alone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_safe(row.get(column)) for column in columns])
    return out.getvalue().encode("utf-8", "replace").decode("utf-8")


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    shown = _CONTROL.sub("\ufffd", _BREAK.sub("\n", cell))
    return f"'{shown}" if _FORMULA.match(shown) else shown
