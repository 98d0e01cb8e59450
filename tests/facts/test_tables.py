"""Short statements in, facts out: every class of language in both languages."""

from __future__ import annotations

import pytest

from consistency import Article, Checker, Report
from consistency.model import NARRATOR, Language
from tests.facts.table import KINDS, Case, cases, differences

LANGUAGES: tuple[Language, ...] = ("ar", "en")
CASES = [case for language in LANGUAGES for case in cases(language)]


def marked(case: Case) -> object:
    """The case as a test; a known gap must fail."""
    gap = case.row.get("gap")
    return pytest.param(case, id=case.name, marks=[pytest.mark.xfail(reason=gap, strict=True)] if gap else [])


def read(case: Case, checker: Checker) -> Report:
    """The report on the case's text as an article of its own."""
    row = case.row
    return checker.check([Article(id="a", text=row["text"], language=case.language, published=row.get("day"))])  # type: ignore[arg-type]


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_statement_gives_these_facts_and_no_others(checker: Checker, case: Case) -> None:
    report = read(case, checker)
    said = {s.id for s in report.statements if s.speaker != NARRATOR}
    assert not list(differences(case, [f for f in report.facts if f.statement in said])), [
        s.text for s in report.statements
    ]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_every_fact_stands_in_its_statement_and_shows_the_source_to_the_letter(checker: Checker, case: Case) -> None:
    report = read(case, checker)
    spans = {s.id: s.span for s in report.statements}
    for fact in report.facts:
        start, end = fact.span
        first, last = spans[fact.statement]
        assert first <= start < end <= last
        assert case.row["text"][start:end] == fact.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_there_in_both_languages(language: Language) -> None:
    wanted = {fact["kind"] for case in cases(language) if not case.row.get("gap") for fact in case.wanted}
    assert wanted == set(KINDS.values())
