"""The formats that newsrooms keep articles in: which reader takes a file, by its ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import consistency.readers.csvfile as csvfile
import consistency.readers.docx as docx
import consistency.readers.ninjs as ninjs
import consistency.readers.parquet as parquet
import consistency.readers.warc as warc
import consistency.readers.webpage as webpage
import consistency.readers.xmlfile as xmlfile
from consistency.errors import PluginError
from consistency.plugins import plugins
from consistency.readers.batch import Batch, Row
from consistency.readers.files import ROWS, TEXTS, File

Reader = Callable[[File, Batch], Iterator[Row]]

READERS: dict[str, Reader] = {
    ".html": webpage.rows,
    ".htm": webpage.rows,
    ".xhtml": webpage.rows,
    ".csv": csvfile.rows,
    ".tsv": csvfile.rows,
    ".parquet": parquet.rows,
    ".xml": xmlfile.rows,
    ".rss": xmlfile.rows,
    ".atom": xmlfile.rows,
    ".json": ninjs.rows,
    ".docx": docx.rows,
    ".warc": warc.rows,
    ".warc.gz": warc.rows,
}
SINGLE = (".html", ".htm", ".xhtml", ".docx")
"""The formats of which a file holds one article: an index may give its metadata."""


@dataclass(frozen=True, slots=True)
class FileReader:
    """What a plug-in of the group ``consistency.readers`` leads to; its name is the ending of the files, as ".srt"."""

    rows: Reader


@lru_cache(maxsize=1)
def known_readers() -> Mapping[str, Reader]:
    """The readers by ending; raises PluginError for a plug-in whose ending is read already."""
    added = plugins("readers", FileReader)
    taken = sorted(added.keys() & {*READERS, *TEXTS, ROWS})
    if taken:
        raise PluginError(f"plug-in {taken[0]!r} in consistency.readers: files of that ending are read already")
    return {**READERS, **{ending: made.rows for ending, made in added.items()}}


def rows_in(file: File, batch: Batch) -> Iterator[Row]:
    """The articles of a file; what cannot be used in it becomes a warning. Raises InputError for the whole of it."""
    readers = READERS if file.ending in READERS else known_readers()
    return readers[file.ending](file, batch)
