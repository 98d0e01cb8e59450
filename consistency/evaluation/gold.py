"""Gold annotations: NAME.gold.json, one an article, and NAME.findings.json, one a group of articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from consistency.errors import InputError
from consistency.model import Span, Subject, Verdict

T = TypeVar("T", bound=BaseModel)


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldStatement(_Gold):
    """A statement that the checker should find; ``speaker`` lists accepted surface forms."""

    id: str
    span: Span
    text: str = ""
    speaker: tuple[str, ...] = Field(min_length=1)
    speaker_id: str | None = None
    optional: bool = False


class GoldFact(_Gold):
    """A fact that the checker should find; ``components`` and ``parties`` are also accepted."""

    statement: str
    kind: str
    subject: Subject
    components: tuple[str, ...] | None = None
    parties: tuple[str, ...] | None = None
    event: str | None = None
    value: dict[str, Any] = Field(default_factory=dict)
    phase: str | None = None
    polarity: Literal["affirmed", "denied"] = "affirmed"
    optional: bool = False


class GoldArticle(_Gold):
    """The annotations of one article."""

    article: str
    sha256: str | None = None
    statements: tuple[GoldStatement, ...] = ()
    facts: tuple[GoldFact, ...] = ()


class GoldFinding(_Gold):
    """A finding that the checker should make; each side lists ``article#statement`` references."""

    id: str
    verdict: Verdict
    verdicts: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    sides: tuple[tuple[str, ...], ...]
    optional: bool = False
    note: str = ""

    def accepts(self, verdict: str) -> bool:
        """Whether a finding of this verdict may match."""
        return verdict in (self.verdicts or (self.verdict,))


class GoldGroup(_Gold):
    """Articles that are checked as one batch, and the findings among them."""

    group: str
    articles: tuple[str, ...]
    findings: tuple[GoldFinding, ...] = ()


@dataclass(frozen=True)
class Gold:
    """All gold of some folders or files: articles by id, and groups in the order of their files."""

    articles: dict[str, GoldArticle]
    groups: tuple[GoldGroup, ...]

    def batches(self) -> list[tuple[str, tuple[str, ...]]]:
        """(name, article ids) of every batch; articles in no group form one of their own."""
        named = sorted((g.group, g.articles) for g in self.groups)
        rest = tuple(a for a in sorted(self.articles) if not any(a in g.articles for g in self.groups))
        return [*named, *([("(no group)", rest)] if rest else [])]


def load_gold(paths: Iterable[Path]) -> Gold:
    """Reads gold files, and the gold files of folders.

    Raises InputError for a path without gold, or a file that is not in the format.
    """
    articles: dict[str, GoldArticle] = {}
    groups = []
    for path in _files(paths):
        if path.name.endswith(".findings.json"):
            groups.append(_read(path, GoldGroup))
        else:
            article = _read(path, GoldArticle)
            articles[article.article] = article
    return Gold(articles, tuple(groups))


def articles_beside(paths: Iterable[Path]) -> list[Path]:
    """Where the articles of gold folders or files lie: in ``articles`` beside the folder, else in the folder itself."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    return [beside if (beside := folder.resolve().parent / "articles").is_dir() else folder for folder in folders]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        found: Sequence[Path] = [path]
        if path.is_dir():
            found = [*sorted(path.glob("*.gold.json")), *sorted(path.glob("*.findings.json"))]
        if not found or not all(p.is_file() for p in found):
            raise InputError(
                f"{path}: no gold here; expected NAME.gold.json or NAME.findings.json, or a folder of them"
            )
        yield from found


def _read(path: Path, model: type[T]) -> T:
    try:
        return model.model_validate(json.loads(path.read_text("utf-8")))
    except (ValueError, ValidationError) as error:
        raise InputError(f"{path}: not gold: {str(error).splitlines()[0]}") from None
