"""The whole pipeline: read, annotate, attribute, canonicalize, compare, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from consistency.attribution import resolve
from consistency.compare import compare, judges
from consistency.copies import trace
from consistency.facts import canonicalize
from consistency.model import Article, Report, ReportedArticle
from consistency.readers import prepare, undated
from consistency.reading import ArticleReader, Reading, read_in_workers
from consistency.report import Page, page_of
from consistency.rulepack import load_packs

Progress = Callable[[int, int], None]
"""Called with how many articles are read, of how many."""


class Checker:
    """Checks batches of articles; loads rules and pipelines once, so reuse it.

    ``rules`` are folders of further rule packs; ``packs`` names those to use, with what they build on. Without names these
    are all but the packs on request (of the shipped ones ``ceasefire`` and ``counts``). ``workers`` is the number of
    processes that read articles (the result is the same for any number). Raises RuleError for a pack that cannot be used, and
    TypeError for one folder or name without a list around it.
    """

    def __init__(self, rules: Iterable[Path | str] = (), *, packs: Sequence[str] = (), workers: int = 1) -> None:
        if isinstance(rules, str | Path) or isinstance(packs, str):
            raise TypeError(
                "rules and packs are lists; put the only one into a list: Checker(['folder'], packs=['name'])"
            )
        self.packs = load_packs(map(Path, rules), packs)
        judges(self.packs)
        self.workers = workers
        self._reader = ArticleReader(self.packs)

    def check(self, articles: Iterable[Article | str], progress: Progress | None = None) -> Report:
        """The report on a batch of articles, or of their bare texts, which are named text-1, text-2 and so on.

        An article that cannot be used becomes a warning and loses no other. Raises TypeError for what is no such batch: one
        text alone, say.
        """
        if isinstance(articles, str | Article):
            raise TypeError("check takes a list of articles or texts; put the only one into a list: check([article])")
        ready, skipped = prepare(map(_article, articles, count(1)), self.packs)
        readings = list(self.read(ready, progress))
        documents = [document for document, _ in readings]
        attributions = {document.article.id: found for document, found in readings}
        speakers, told, unresolved = resolve(documents, attributions, self.packs)
        statements = trace(documents, told, self.packs.denials)
        facts, unread = canonicalize(documents, statements, speakers, self.packs)
        findings = compare(facts, statements, speakers, self.packs)
        return Report(
            articles=tuple(reported(document.article) for document in documents),
            speakers=tuple(speakers),
            statements=tuple(statements),
            facts=tuple(facts),
            findings=tuple(findings),
            warnings=(*skipped, *filter(None, map(undated, documents)), *unresolved, *unread),
        )

    def read(self, articles: Sequence[Article], progress: Progress | None = None) -> Iterator[Reading]:
        """What each of the articles, which are made ready, says and who says it, in their order."""
        several = self.workers > 1 and len(articles) > 1
        readings = read_in_workers(articles, self.packs, self.workers) if several else self._reader.read(articles)
        return _watched(readings, len(articles), progress)

    def page(self, sources: Mapping[str, str] | None = None) -> Page:
        """What the reports for people show beside the report: files by article id, how facts are put in words, and the rules."""
        return page_of(self.packs, sources)


def _article(given: Article | str, number: int) -> Article:
    return given if isinstance(given, Article) else Article(id=f"text-{number}", text=given)


def _watched(readings: Iterable[Reading], total: int, progress: Progress | None) -> Iterator[Reading]:
    for number, reading in enumerate(readings, 1):
        yield reading
        if progress:
            progress(number, total)


def reported(article: Article) -> ReportedArticle:
    """An article as reports list it."""
    story = article.stories[0]
    headline = article.text[slice(*story.title_span)] if story.title_span else None
    return ReportedArticle(
        id=article.id,
        title=article.title or headline,
        language=article.language or "ar",
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        published_from=article.published_from,
        stories=article.stories,
        author=article.author,
        format=article.format,
        text=article.text if article.format else None,
    )
