"""Articles made ready for the pipeline: checked, with a language, a date's origin and stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from consistency.errors import InputError
from consistency.model import Article, Warning
from consistency.readers.batch import SKIPPED
from consistency.readers.dates import check_day
from consistency.readers.digest import Separators, separators, split_stories
from consistency.readers.language import detect_language
from consistency.rulepack import Packs

LONGEST = 1_000_000
"""Code points of the longest article; spaCy refuses longer texts."""


def prepare(articles: Iterable[Article], packs: Packs) -> tuple[list[Article], list[Warning]]:
    """(the usable articles by id, a warning for each that is not)."""
    ready: dict[str, Article] = {}
    warnings = []
    between = separators(packs)
    for article in articles:
        try:
            _check(article, ready)
            ready[article.id] = _complete(article, between)
        except InputError as error:
            warnings.append(Warning(code=SKIPPED, message=str(error), article=article.id))
    return [ready[id_] for id_ in sorted(ready)], warnings


def with_published(articles: Iterable[Article], day: dt.date | None) -> Iterator[Article]:
    """The articles, those without a publication date with that of the option."""
    for article in articles:
        if day and article.published is None:
            yield article.model_copy(update={"published": day, "published_from": "option"})
        else:
            yield article


def _check(article: Article, taken: dict[str, Article]) -> None:
    if article.id in taken:
        raise InputError(f"article {article.id!r}: the id is taken; every article needs an id of its own")
    if not article.text.strip():
        raise InputError(f"article {article.id!r}: the text is empty; allowed is a text with words")
    if len(article.text) > LONGEST:
        raise InputError(f"article {article.id!r}: {len(article.text):,} characters; allowed are {LONGEST:,}")
    if article.published:
        check_day(article.published, f"article {article.id!r}")


def _complete(article: Article, between: Separators) -> Article:
    language = article.language or detect_language(article.text)
    if language is None:
        raise InputError(f"article {article.id!r}: neither Arabic nor English; allowed are texts in ar and en")
    return article.model_copy(
        update={
            "language": language,
            "published_from": article.published_from or ("metadata" if article.published else None),
            "stories": article.stories or split_stories(article, between),
        }
    )
