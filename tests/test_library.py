"""The package as other programs use it: no file involved, everything typed, pipelines loaded once."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import consistency
from consistency import Article, Checker, Finding, InputError, Report, RuleError, read_articles, render

ROOT = Path(__file__).resolve().parents[1]
DAY = dt.date(2023, 11, 8)
MARCH = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستنسحب من الأردن بحلول 31 مارس 2024."
JUNE = "Jordan's army chief Faris Khasawneh said Spanish forces would withdraw from Jordan by June 30, 2024."


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def articles() -> list[Article]:
    return [
        Article(id="march", text=MARCH, published=DAY, outlet="Dar", url="https://dar.example/1"),
        Article(id="june", text=JUNE, published=DAY, language="en"),
    ]


def test_at_most_twelve_names_are_exported_and_each_is_there() -> None:
    assert len(consistency.__all__) <= 12
    assert consistency.__all__ == sorted(consistency.__all__)
    assert all(getattr(consistency, name).__doc__ for name in consistency.__all__)
    assert set(consistency.__all__) <= set(dir(consistency))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Chequer'"):
        _ = consistency.Chequer  # type: ignore[attr-defined]


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, consistency; print(sorted({'spacy', 'pydantic', 'yaml'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(consistency.__file__).parent / "py.typed").is_file()


def test_objects_are_checked_with_no_file_involved(checker: Checker) -> None:
    report = checker.check(articles())
    assert isinstance(report, Report)
    (tension,) = [f for f in report.findings if f.verdict == "tension"]
    assert isinstance(tension, Finding)
    assert (tension.rule, tension.severity, tension.scope) == ("deadline-conflict", "high", "between_speakers")
    assert {a.id: a.published_from for a in report.articles} == {"march": "metadata", "june": "metadata"}
    for statement in report.statements:
        text = {"march": MARCH, "june": JUNE}[statement.article]
        assert text[slice(*statement.span)] == statement.text


def test_strings_are_checked_under_a_name_of_their_place(checker: Checker) -> None:
    report = checker.check([MARCH, JUNE])
    assert [(a.id, a.language, a.published) for a in report.articles] == [
        ("text-1", "ar", None),
        ("text-2", "en", None),
    ]


def test_a_checker_is_reused_and_keeps_nothing_of_earlier_batches(checker: Checker) -> None:
    first = checker.check(articles())
    assert checker.check([MARCH]).facts != first.facts
    assert checker.check(articles()) == first


def test_pipelines_are_loaded_once(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    before = checker.check(articles())

    def loaded_again(*_: object) -> None:
        raise AssertionError("rules were read again")

    monkeypatch.setattr("consistency.rulepack.loader.Lexicon", loaded_again)
    assert checker.check(articles()) == before


def test_progress_is_told_article_by_article(checker: Checker) -> None:
    told: list[tuple[int, int]] = []
    checker.check(articles(), lambda number, total: told.append((number, total)))
    assert told == [(1, 2), (2, 2)]


def test_an_article_that_cannot_be_used_is_a_warning(checker: Checker) -> None:
    report = checker.check([*articles(), Article(id="blank", text=" "), Article(id="june", text=MARCH)])
    assert [a.id for a in report.articles] == ["june", "march"]
    assert [(w.code, w.article) for w in report.warnings if w.code == "input_skipped"] == [
        ("input_skipped", "blank"),
        ("input_skipped", "june"),
    ]


def test_an_empty_batch_is_an_empty_report(checker: Checker) -> None:
    assert checker.check([]) == Report()


def test_a_report_is_rendered_in_either_format(checker: Checker) -> None:
    report = checker.check(articles())
    assert render(report).startswith("# Consistency report")
    assert Report.model_validate_json(render(report, "json")) == report
    with pytest.raises(InputError, match="no format 'jsom'; did you mean 'json'"):
        render(report, "jsom")


def test_files_are_read_to_articles(tmp_path: Path) -> None:
    (tmp_path / "march.txt").write_text(MARCH, "utf-8")
    batch = read_articles([tmp_path])
    assert [a.id for a in batch.articles] == ["march"]
    assert batch.warnings == []


def test_errors_are_of_one_family() -> None:
    assert issubclass(InputError, consistency.ConsistencyError)
    with pytest.raises(RuleError, match="no rule pack here"):
        Checker(rules=["nowhere"])


@pytest.mark.parametrize("format", ["html", "markdown", "csv", "facts-csv"])
def test_a_report_is_put_into_words_without_a_page(checker: Checker, format: str) -> None:
    report = checker.check(articles())
    assert render(report, format) == render(report, format, checker.page())


def test_the_plain_call_has_headings_in_full(checker: Checker) -> None:
    report = checker.check(articles())
    for format in ("html", "markdown"):
        text = render(report, format)
        assert "Spanish forces, Jordan" in text
        assert "spanish forces" not in text


def test_one_text_without_a_list_is_refused(checker: Checker) -> None:
    for alone in (JUNE, articles()[0]):
        with pytest.raises(TypeError, match="put the only one into a list"):
            checker.check(alone)


def test_a_field_that_cannot_be_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="published"):
        Article(id="a", text=JUNE, published="4 May 2026")  # type: ignore[arg-type]


def test_packs_on_request_are_used_where_they_are_named(checker: Checker) -> None:
    assert {header.id for header in checker.packs.headers} == {"base", "deployment"}
    assert {header.id for header in Checker(packs=["ceasefire"]).packs.headers} >= {"base", "ceasefire"}


@pytest.mark.parametrize(
    "call",
    [lambda: Checker("house"), lambda: Checker(packs="counts"), lambda: read_articles("days")],
    ids=["rules", "packs", "paths"],
)
def test_one_name_in_the_place_of_a_list_is_told(call: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match="put the only one into a list"):
        call()
