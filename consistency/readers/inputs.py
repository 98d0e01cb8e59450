"""Paths to articles; whatever is wrong with an input becomes a warning and loses no other input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from consistency.errors import InputError
from consistency.ownreports import is_own_report
from consistency.readers.batch import IGNORED, SKIPPED, Batch, ForeignError, Row, Source
from consistency.readers.decoding import decode
from consistency.readers.files import INDEX, ROWS, TEXTS, File, check, list_files, read_text, some
from consistency.readers.formats import SINGLE, rows_in
from consistency.readers.frontmatter import FrontMatter, read_front_matter, read_plain
from consistency.readers.jsonlines import rows_of
from consistency.readers.once import Inputs, place_of
from consistency.readers.rows import Fields, article_from, metadata_from

_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml|rss|feed)\b", re.IGNORECASE)
_WRITTEN = (*TEXTS, ROWS, ".html", ".htm", ".csv", ".tsv")
"""The endings of files that a report may have."""
STDIN, _STDIN_ID = "standard input", "stdin"


@dataclass
class _Index:
    """The metadata that an index gives for the files beside it, and where; a file takes what is its own."""

    rows: dict[tuple[Path, str], tuple[dict[str, Any], Source]] = field(default_factory=dict)

    def put(self, path: Path, row: Fields, source: Source) -> None:
        """Keeps a row for the file of its id; raises InputError."""
        if not isinstance(row.get("id"), str):
            raise InputError(f"{source}: no 'id'; a row without text needs the id of a file beside it")
        key = (path.parent, row["id"])
        if key in self.rows:
            raise InputError(
                f"{source}: {row['id']!r} has its metadata at {self.rows[key][1]} already; one row is enough"
            )
        self.rows[key] = (metadata_from(row, source.of), source)

    def take(self, path: Path) -> dict[str, Any]:
        """The metadata for a file."""
        return self.rows.pop((path.parent, path.stem), ({}, None))[0]


def read_articles(paths: Iterable[Path | str], columns: Mapping[str, str] | None = None) -> Batch:
    """Everything that the paths (files, folders, ``-`` for standard input) hold; ``columns`` of tables by field.

    Folders come first. What is named twice, or lies in a folder that is named too, is read once. Raises TypeError for one
    path without a list around it.
    """
    if isinstance(paths, str | Path):
        raise TypeError("read_articles takes a list of paths; put the only one into a list: read_articles([path])")
    given = list(dict.fromkeys(map(str, paths)))
    folders = [path for path in given if path and Path(path).is_dir()]
    files = [path for path in given if path not in folders]
    inputs = Inputs(Batch(), columns or {}, frozenset(place_of(Path(path)) for path in files))
    for path in [*folders, *files]:
        with inputs.batch.going_on():
            if path == "":
                raise InputError("an empty path; allowed are files, folders and - for standard input")
            if path == "-":
                _read_stdin(inputs.batch)
            else:
                _read_path(inputs, Path(path))
    return inputs.batch


def _read_path(inputs: Inputs, path: Path) -> None:
    batch, listing, index = inputs.batch, list_files(path), _Index()
    for message in listing.closed:
        batch.warn(SKIPPED, message)
    if left := inputs.new(file for file in listing.others if not inputs.asked_for(file)):
        batch.warn(IGNORED, f"{path}: other files left alone: {len(left)} ({some(left)})")
    for file in inputs.new(listing.files):
        with batch.going_on(foreign=SKIPPED if inputs.asked_for(file) else IGNORED):
            _read_file(batch, File(file, columns=inputs.columns), index)
    for (_, id_), (_, source) in index.rows.items():
        batch.warn(SKIPPED, f"{source}: no text, and no file of the name {id_!r} beside it; a row needs one of them")


def _read_file(batch: Batch, file: File, index: _Index) -> None:
    check(file.path)
    if file.ending in _WRITTEN and is_own_report(file.read(), file.ending):
        raise ForeignError(f"{file.path}: a report of this program, and no article")
    if file.ending == ROWS:
        _read_rows(batch, read_text(file.path), file.path, index)
    elif file.ending in TEXTS:
        _read_text(batch, file.path, index.take(file.path))
    else:
        _read_format(batch, file, index.take(file.path) if file.ending in SINGLE else {})


def _read_format(batch: Batch, file: File, known: Fields) -> None:
    """Adds the articles of a file of another format, ``known`` where it says nothing itself; raises InputError for none."""
    before = len(batch.articles) + len(batch.warnings)
    for row in rows_in(file, batch):
        with batch.going_on():
            batch.take(Row({**known, **row.fields}, row.source, row.format))
    if len(batch.articles) + len(batch.warnings) == before:
        raise InputError(f"{file.path}: no article in it; allowed is a {file.ending} file with articles")


def _read_stdin(batch: Batch) -> None:
    text = decode(sys.stdin.buffer.read(), STDIN)
    if _MARKUP.match(text):
        raise InputError(
            f"{STDIN}: HTML or XML; allowed are text and JSONL; keep it in a file that ends in .html or .xml"
        )
    if text.lstrip().startswith("{"):
        _read_rows(batch, text, Path(STDIN), _Index())
    else:
        front = read_front_matter(text, STDIN)
        _add(batch, text, front, {"id": _STDIN_ID, **front.fields}, Path(STDIN))


def _read_text(batch: Batch, path: Path, known: dict[str, Any]) -> None:
    text = read_text(path)
    front = (read_front_matter if path.suffix.lower() == ".md" else read_plain)(text, str(path))
    _add(batch, text, front, {**known, **front.fields, "id": path.stem}, path)


def _add(batch: Batch, text: str, front: FrontMatter, fields: Fields, path: Path) -> None:
    """Adds the article of a text with its metadata in front or elsewhere."""
    lines = {**front.lines, "text": front.last_line + 1}
    article = article_from({**fields, "text": text[front.end :]}, lambda name: f"{path}:{lines.get(name, 1)}")
    column = len(text[: front.end].rpartition("\n")[2]) + 1
    batch.add(article, Source(str(path), lines["text"], column=column, offset=front.end))


def _read_rows(batch: Batch, text: str, path: Path, index: _Index) -> None:
    """Each line's row; in an index, a row without text is the metadata of the file of that name."""
    for row, source in rows_of(text, str(path), batch):
        with batch.going_on():
            if path.name == INDEX and "text" not in row:
                index.put(path, row, source)
            else:
                batch.add(article_from(row, source.of), source)
