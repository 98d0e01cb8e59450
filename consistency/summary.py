"""A run in one line, which never lets "nothing found" pass for "nothing read"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from consistency.failing import LEVELS, VERDICTS, FailOn
from consistency.model import NARRATOR, Memory, Report

_SKIPPED, _STALE = "input_skipped", "stale-dismissal"


def summary(report: Report, failing: FailOn) -> str:
    """What was read, what was found in it, and what was left out."""
    return "; ".join([_read(report), *_left_out(report), *_failed(report, failing)])


def _read(report: Report) -> str:
    memory = report.memory or Memory()
    number = len(report.articles) - len(memory.earlier)
    if not number and memory.unchanged:
        return f"nothing new: the store has {_all_of(len(memory.unchanged))} of this batch already"
    if not number:
        return "nothing read: no article could be used, so nothing was checked"
    articles = _many(number, "article") if report.memory is None else _many(number, "new article")
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
