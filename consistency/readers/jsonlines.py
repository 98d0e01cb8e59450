"""The rows of a JSONL file, each with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from consistency.errors import InputError
from consistency.readers.batch import Batch, Source
from consistency.readers.columns import fields_meant
from consistency.readers.dates import loose_day
from consistency.readers.rows import Fields

_BREAK = re.compile(r"\r\n?|\n")


def rows_of(text: str, path: str, batch: Batch) -> Iterator[tuple[Fields, Source]]:
    """Each row that is a JSON object; the others become warnings, and so does a text without rows."""
    number = 0
    for number, line in enumerate(_BREAK.split(text), 1):
        with batch.going_on():
            if line.strip():
                source = Source(path, number)
                yield _parsed(line, source), source
    if not text.strip():
        raise InputError(f"{path}: empty; allowed is one JSON object a line")


def _parsed(line: str, source: Source) -> Fields:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source}: not JSON: {error}; allowed is one object a line") from None
    if not isinstance(row, dict):
        raise InputError(f"{source}: a JSON {type(row).__name__}; allowed is one object a line")
    return {**row, **_day_of(row)}


def _day_of(row: Fields) -> Fields:
    """The day of a row that gives one under another name ("date"), where it is one beyond doubt."""
    name = fields_meant(row).get("published", "published")
    day = loose_day(row[name]) if name in row and name != "published" else None
    return {"published": day} if day else {}
