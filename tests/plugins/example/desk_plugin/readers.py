"""A further reader: files of a wire, articles between lines of equals signs."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.readers import Batch, Source
from consistency.readers.batch import Row
from consistency.readers.files import File
from consistency.readers.formats import FileReader


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """A row an article; its id is the file's name and its number."""
    line = 1
    for number, text in enumerate(file.read().decode("utf-8").split("=====\n"), 1):
        if text.strip():
            fields = {"id": f"{file.path.stem}-{number}", "text": text, "outlet": "the wire"}
            yield Row(fields, Source(str(file.path), line), "wire")
        line += text.count("\n") + 1


WIRE = FileReader(rows)
