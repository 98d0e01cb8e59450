"""What was read: articles with their sources, and a warning for each input that gave none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from consistency.errors import InputError
from consistency.model import Article, Warning

SKIPPED = "input_skipped"
IGNORED = "files_ignored"


@dataclass(frozen=True, slots=True)
class Source:
    """The file an article came from, and the line on which it begins there."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"

    def of(self, field: str) -> str:
        """The place of a field of a row: that of the row."""
        return str(self)


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
            raise InputError(f"{source}: {taken}; every article needs an id of its own")
        self.articles.append(article)
        self.sources[article.id] = source

    def warn(self, code: str, message: str) -> None:
        """Notes an input that gave no article."""
        self.warnings.append(Warning(code=code, message=message))

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Turns the InputError of an input that cannot be used into a warning."""
        try:
            yield
        except InputError as error:
            self.warn(SKIPPED, str(error))
