"""The pipeline with a memory: a batch is compared with all that was read before, and then kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from consistency.check import Checker, Progress
from consistency.compare import compare
from consistency.keepsakes import Batch, Known, Versions, versions
from consistency.model import Article, Memory, Warning
from consistency.readers import SKIPPED, prepare
from consistency.reading import Reading
from consistency.store import Asking, Keeping, Place, Stored, listing


def check_with(
    checker: Checker, place: Place, articles: Sequence[Article], sources: Mapping[str, str], progress: Progress | None
) -> Known:
    """The report on what is new in a batch, which the store then holds too; ``sources`` by article id.

    Articles that the store holds as they are are not read again, and those that changed take the place of their old version.
    """
    read = _read(checker, place, articles, progress)
    with place.writing() as connection:
        batch = Batch(checker.packs, Keeping(connection), read.given, sources)
        known = batch.compare(read.readings)
    new = {document.article.id for document, _ in known.readings}
    unchanged = tuple(sorted(read.usable - new))
    memory = replace(known.report.memory or Memory(), unchanged=unchanged)
    warnings = (*read.warnings, *known.report.warnings)
    report = known.report.model_copy(update={"memory": memory, "warnings": warnings})
    return replace(known, report=report)


def look_with(
    checker: Checker, place: Place, articles: Sequence[Article], sources: Mapping[str, str], progress: Progress | None
) -> Known:
    """The report on every finding in which a batch takes part, among all that the store holds, which stays as it is.

    The findings are those of the runs that put the batch, and what came after it, into the store; of articles that it does
    not hold, those of a run that would.
    """
    read = _read(checker, place, articles, progress)
    with place.trying() as connection:
        batch = Batch(checker.packs, Keeping(connection), read.given, sources)
        told = batch.compare(read.readings).report.warnings
        known = batch.around(read.usable)
    warnings = dict.fromkeys((*read.warnings, *told, *known.report.warnings))
    return replace(known, report=known.report.model_copy(update={"warnings": tuple(warnings)}))


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a batch; ``usable`` are the ids of the articles that the store has, or may take in."""

    given: Versions
    usable: frozenset[str]
    readings: Sequence[Reading]
    warnings: Sequence[Warning]


def _read(checker: Checker, place: Place, articles: Sequence[Article], progress: Progress | None) -> _Read:
    """Reads the articles of a batch that the store does not hold as they are."""
    ready, skipped = prepare(articles, checker.packs)
    given = versions(ready, checker.packs)
    with place.reading() as connection:
        held = Asking(connection).articles(given.digests)
    fresh = [article for article in ready if not given.has(held.get(article.id))]
    foreign = {a.id: told for a in fresh if (told := _other(a, held.get(a.id)))}
    readings = list(checker.read([a for a in fresh if a.id not in foreign], progress))
    refused = (Warning(code=SKIPPED, message=told, article=id_) for id_, told in foreign.items())
    return _Read(given, frozenset(given.digests.keys() - foreign.keys()), readings, (*skipped, *refused))


def check_everything(checker: Checker, place: Place, known: Known) -> Known:
    """The report on all that the store holds; warnings are those of the batch."""
    with place.reading() as connection:
        articles = list(listing.list_articles(connection))
        speakers = [profile.speaker() for profile, _, _ in listing.list_speakers(connection)]
        statements, facts = listing.all_statements(connection), listing.all_facts(connection)
    batch = {document.article.id for document, _ in known.readings}
    earlier = tuple(one.article.id for one in articles if one.article.id not in batch)
    report = known.report.model_copy(
        update={
            "articles": tuple(one.article for one in articles),
            "speakers": tuple(speakers),
            "statements": tuple(statements),
            "facts": tuple(facts),
            "findings": tuple(compare(facts, statements, speakers, checker.packs)),
            "memory": replace(known.report.memory or Memory(), earlier=earlier),
        }
    )
    return replace(known, report=report, sources={one.article.id: one.source for one in articles})


def _other(article: Article, stored: Stored | None) -> str | None:
    """What to say of an article that has the id of another one in the store; None for one that is new, or a new version."""
    if stored is None:
        return None
    for name in ("url", "outlet", "published"):
        new, old = getattr(article, name), getattr(stored.article, name)
        if new and old and new != old:
            told = f"article {article.id!r}: the store has another article of that id ({name} {old}; here {new})"
            return f"{told}; give this one an id of its own, or forget that one: consistency store forget {article.id}"
    return None
