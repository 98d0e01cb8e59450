"""The formats that newsrooms keep articles in: which reader takes a file, by its ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consistency.readers import csvfile, docx, ninjs, parquet, warc, webpage, xmlfile
from consistency.readers.batch import Batch, Row
from consistency.readers.files import File

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


def rows_in(file: File, batch: Batch) -> Iterator[Row]:
    """The articles of a file; what cannot be used in it becomes a warning. Raises InputError for the whole of it."""
    return READERS[file.ending](file, batch)
