"""Paths to articles; whatever is wrong with an input becomes a warning and loses no other input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from consistency.errors import InputError
from consistency.model import Article, Warning
from consistency.readers.decoding import decode
from consistency.readers.files import INDEX, list_files, read_text
from consistency.readers.frontmatter import split_front_matter
from consistency.readers.rows import article_from

SKIPPED = "input_skipped"
IGNORED = "files_ignored"
_STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Source:
    """The file an article came from, and the line on which it begins there."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass
class Batch:
    """The articles read, the source of each by its id, and a warning for each input left out."""

    articles: list[Article] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)
    metadata: dict[tuple[Path, str], dict[str, Any]] = field(default_factory=dict)

    def add(self, article: Article, source: Source) -> None:
        """Takes in an article; raises InputError when its id is taken."""
        if article.id in self.sources:
            taken = f"the id {article.id!r} is taken by {self.sources[article.id]}"
            raise InputError(f"{source}: {taken}; every article needs an id of its own")
        self.articles.append(article)
        self.sources[article.id] = source

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Turns the InputError of an input that cannot be used into a warning."""
        try:
            yield
        except InputError as error:
            self.warnings.append(Warning(code=SKIPPED, message=str(error)))


def read_articles(paths: Iterable[Path | str]) -> Batch:
    """Everything that the paths (files, folders, ``-`` for standard input) hold."""
    batch = Batch()
    for path in paths:
        with batch.going_on():
            if str(path) == "-":
                _read_stdin(batch)
            else:
                _read_path(batch, Path(path))
    return batch


def _read_path(batch: Batch, path: Path) -> None:
    files, others = list_files(path)
    if others:
        batch.warnings.append(Warning(code=IGNORED, message=_left_alone(path, others)))
    for file in files:
        with batch.going_on():
            read = _read_rows if file.suffix.lower() == ".jsonl" else _read_text
            read(batch, read_text(file), file)


def _read_stdin(batch: Batch) -> None:
    text = decode(sys.stdin.buffer.read(), _STDIN)
    if text.lstrip().startswith("{"):
        _read_rows(batch, text, Path(_STDIN))
    else:
        batch.add(article_from({"id": "stdin", "text": text}, _STDIN), Source(_STDIN))


def _read_text(batch: Batch, text: str, path: Path) -> None:
    fields, start = split_front_matter(text, str(path)) if path.suffix.lower() == ".md" else ({}, 0)
    known = batch.metadata.get((path.parent, path.stem), {})
    article = article_from({**known, **fields, "id": path.stem, "text": text[start:]}, str(path))
    batch.add(article, Source(str(path), text.count("\n", 0, start) + 1))


def _read_rows(batch: Batch, text: str, path: Path) -> None:
    """Each line's row; in an index, a row without text is the metadata of the file of that name."""
    for number, line in enumerate(text.split("\n"), 1):
        source = Source(str(path), number)
        with batch.going_on():
            row = _parsed(line, source) if line.strip() else None
            if row is not None and path.name == INDEX and "text" not in row:
                batch.metadata[path.parent, str(row.get("id"))] = dict(row)
            elif row is not None:
                batch.add(article_from(row, str(source)), source)


def _parsed(line: str, source: Source) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source}: not JSON: {error}; allowed is one object a line") from None
    if not isinstance(row, dict):
        raise InputError(f"{source}: a JSON {type(row).__name__}; allowed is one object a line")
    return row


def _left_alone(path: Path, others: list[Path]) -> str:
    names = ", ".join(p.name for p in others[:3]) + (", …" if len(others) > 3 else "")
    return f"{path}: other files left alone: {len(others)} ({names})"
