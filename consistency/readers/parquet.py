"""A table of articles in Parquet, read a few rows at a time; needs pyarrow, which is an extra."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from consistency.errors import InputError
from consistency.readers.batch import Batch, Row, Source
from consistency.readers.columns import Columns, columns_of
from consistency.readers.files import File

_ROWS = 256


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """The articles of a table; raises InputError where it cannot be read or pyarrow is not there."""
    path = str(file.path)
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise InputError(
            f"{path}: Parquet needs pyarrow; install it with: pip install 'consistency[parquet]'"
        ) from None
    try:
        with ParquetFile(io.BytesIO(file.data) if file.data is not None else path) as table:
            names = table.schema_arrow.names
            columns = columns_of(names, file.columns, path)
            wanted = [names[at] for at in columns.places.values()]
            order = Columns({field: at for at, field in enumerate(columns.places)})
            yield from _articles(_cells(table, wanted), order, file, batch)
    except (pyarrow.ArrowException, OSError) as error:
        reason = " ".join(str(error).split())[:120]
        raise InputError(f"{path}: not Parquet: {reason}; allowed is a whole Parquet file") from None


def _articles(table: Iterator[list[Any]], columns: Columns, file: File, batch: Batch) -> Iterator[Row]:
    for number, cells in enumerate(table, 1):
        with batch.going_on():
            fields = columns.fields(cells, f"{file.path.stem}-{number}")
            if fields:
                yield Row(fields, Source(str(file.path), part=f"row {number}"), "parquet")


def _cells(table: Any, names: list[str]) -> Iterator[list[Any]]:
    """The cells of each row in the order of the names."""
    for part in table.iter_batches(batch_size=_ROWS, columns=names):
        for row in part.to_pylist():
            yield [row[name] for name in names]
