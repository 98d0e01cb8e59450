"""A run in one line, which never lets "nothing found" pass for "nothing read"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from consistency.failing import LEVELS, VERDICTS, FailOn
from consistency.model import NARRATOR, Report

_SKIPPED, _STALE, _UNDATED = "input_skipped", "stale-dismissal", "undated-article"


def summary(report: Report, failing: FailOn, *, everything: bool = False) -> str:
    """What was read, what was found in it, and what was left out; ``everything``: it is a report on a whole store."""
    read = _read(report, _in_store(report) if everything else _articles(report))
    return "; ".join([read, *_left_out(report), *_failed(report, failing)])


def nothing_new(report: Report) -> bool:
    """Whether there is nothing to tell, since a store has every usable article already."""
    return not report.articles and report.memory is not None and bool(report.memory.unchanged)


def _new(report: Report) -> int:
    """How many of the articles the run itself brought."""
    return len(report.articles) - len(report.memory.earlier if report.memory else ())


def _articles(report: Report) -> str:
    return _many(_new(report), "article" if report.memory is None else "new article")


def _in_store(report: Report) -> str:
    new = _new(report)
    told = f"{new} of them new" if new else "none of them new"
    return f"{_many(len(report.articles), 'article')} of the store ({told})"


def _read(report: Report, articles: str) -> str:
    if nothing_new(report) and report.memory:
        return f"nothing new: the store has {_all_of(len(report.memory.unchanged))} of this batch already"
    if not report.articles:
        return "nothing read: no article could be used, so nothing was checked"
    said = {statement.id for statement in report.statements if statement.speaker != NARRATOR}
    claims = sum(fact.statement in said for fact in report.facts)
    if not claims:
        statements = _many(len(said), "statement")
        return f"nothing to compare: {articles} read, {statements}, no claim of a kind that the rules know"
    where = f"{articles} with {_many(claims, 'comparable claim')}"
    found = list(_found(report))
    return f"{', '.join(found)} in {where}" if found else f"nothing found in {where}"


def _found(report: Report) -> Iterator[str]:
    for verdict in VERDICTS:
        levels = Counter(finding.severity for finding in report.findings if finding.verdict == verdict)
        if levels:
            parts = ", ".join(f"{levels[level]} {level}" for level in reversed(LEVELS) if levels[level])  # type: ignore[index]
            counted = _many(sum(levels.values()), verdict)
            yield f"{counted} ({parts})" if verdict == "tension" else counted


def _left_out(report: Report) -> Iterator[str]:
    codes = Counter(warning.code for warning in report.warnings)
    if report.memory and len(report.articles) > len(report.memory.earlier) and report.memory.unchanged:
        yield f"{_many(len(report.memory.unchanged), 'article')} unchanged since an earlier run"
    if report.memory and report.memory.replaced:
        yield f"{_many(len(report.memory.replaced), 'article')} replaced by a new version"
    if report.memory and report.memory.fell_away:
        yield f"{_many(len(report.memory.fell_away), 'finding')} fell away"
    if codes[_SKIPPED]:
        yield f"{_many(codes[_SKIPPED], 'input')} skipped"
    if codes[_UNDATED]:
        yield f"{_many(codes[_UNDATED], 'article')} without a day"
    if report.dismissed:
        yield f"{_many(len(report.dismissed), 'finding')} dismissed earlier"
    if codes[_STALE]:
        yield f"{_many(codes[_STALE], 'dismissal')} without a finding"


def _failed(report: Report, failing: FailOn) -> Iterator[str]:
    number = sum(map(failing.fails, report.findings))
    if number:
        yield f"failed by --fail-on {failing.text}: {_many(number, 'finding')}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _all_of(count: int) -> str:
    return "the 1 article" if count == 1 else f"all {count} articles"
