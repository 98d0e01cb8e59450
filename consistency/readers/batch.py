"""What was read: articles with their sources, and a warning for each input that gave none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from consistency.errors import InputError
from consistency.model import Article, Warning
from consistency.readers.rows import Fields, article_from

SKIPPED = "input_skipped"
IGNORED = "files_ignored"


class ForeignError(InputError):
    """A whole file that is none of news; inside a folder it is left alone."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file an article came from, and the line and column, from 1, on which it begins there, or the part ("entry 3").

    ``offset`` is the place of its text in the decoded file; None where the file does not hold the text to the letter.
    """

    path: str
    line: int = 1
    part: str = ""
    column: int = 1
    offset: int | None = None

    def __str__(self) -> str:
        return f"{self.path}, {self.part}" if self.part else f"{self.path}:{self.line}"

    def of(self, field: str) -> str:
        """The place of a field of a row: that of the row."""
        return str(self)


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one article as a reader of ``format`` took them out of a file, and where they stand there."""

    fields: Fields
    source: Source
    format: str


@dataclass
class Batch:
    """The articles read, the source of each by its id, and a warning for each input left out."""

    articles: list[Article] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)

    def add(self, article: Article, source: Source) -> None:
        """Takes in an article; raises InputError when its id is taken."""
        if article.id in self.sources:
            taken = f"the id {article.id!r} is taken by {self.sources[article.id]}"
            raise InputError(
                f"{source}: {taken}; every article needs an id of its own: its file's name, or its row's id"
            )
        self.articles.append(article)
        self.sources[article.id] = source

    def take(self, row: Row) -> None:
        """Takes in the article of a row; raises InputError."""
        article = article_from(row.fields, row.source.of)
        self.add(article.model_copy(update={"format": row.format}), row.source)

    def warn(self, code: str, message: str) -> None:
        """Notes an input that gave no article."""
        self.warnings.append(Warning(code=code, message=message))

    @contextmanager
    def going_on(self, foreign: str = SKIPPED) -> Iterator[None]:
        """Turns the InputError of an input that cannot be used into a warning; ``foreign``: its code where it is no news."""
        try:
            yield
        except ForeignError as error:
            self.warn(foreign, str(error))
        except InputError as error:
            self.warn(SKIPPED, str(error))
