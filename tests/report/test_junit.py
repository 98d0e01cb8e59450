"""JUnit XML by the schema that Jenkins uses."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from consistency.failing import fail_on
from consistency.model import Dismissed, Report, Warning
from consistency.report import Page, render
from tests.report.checked import checked
from tests.report.sample import sample_report

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit.xsd"))


def suites(text: str) -> dict[str, etree._Element]:
    """The suites by name, once the document is valid."""
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    return {suite.get("name"): suite for suite in root}


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_words_give_a_valid_document(text: str) -> None:
    suites(render(sample_report(text), "junit"))


def test_tensions_fail_and_other_findings_pass() -> None:
    report, _ = checked()
    suite = suites(render(report, "junit"))["findings"]
    tensions = sum(finding.verdict == "tension" for finding in report.findings)
    assert (int(suite.get("tests")), int(suite.get("failures"))) == (len(report.findings), tensions)
    assert len(suite.findall("testcase/failure")) == tensions > 0


def test_only_what_fails_the_run_is_a_failure() -> None:
    report, _ = checked()
    suite = suites(render(report, "junit", Page(fails=fail_on("agreement").fails)))["findings"]
    assert {case.find("failure").get("type").split()[0] for case in suite if case.find("failure") is not None} == {
        "agreement"
    }


def test_nothing_read_is_told_from_nothing_found() -> None:
    read = suites(render(sample_report(), "junit"))["articles"]
    assert [case.find("error") is not None for case in read] == [False, True]
    assert suites(render(Report(), "junit"))["articles"].get("tests") == "0"


def test_a_skipped_input_is_named_by_its_place_and_tells_why_in_its_body() -> None:
    told = "drafts/plan.pdf: ends in '.pdf'; allowed are .txt, .md"
    report = Report(warnings=(Warning(code="input_skipped", message=told),))
    (case,) = suites(render(report, "junit"))["articles"]
    assert (case.get("name"), case.findtext("error")) == ("drafts/plan.pdf", told)
    assert case.find("error").get("message") == "ends in '.pdf'; allowed are .txt, .md"


def test_a_refused_article_is_named_by_the_file_that_holds_it() -> None:
    told = "article 'a': neither Arabic nor English; allowed are texts in ar and en"
    report = Report(warnings=(Warning(code="input_skipped", message=told, article="a"),))
    (case,) = suites(render(report, "junit", Page(sources={"a": "in/a.txt:1"})))["articles"]
    assert case.get("name") == "in/a.txt:1"


def test_a_dismissed_finding_is_a_skipped_test() -> None:
    report = sample_report()
    (finding,) = report.findings
    marked = report.model_copy(update={"findings": (), "dismissed": (Dismissed(finding=finding, reason="a slip"),)})
    suite = suites(render(marked, "junit"))["findings"]
    assert (suite.get("skipped"), suite.findtext("testcase/skipped")) == ("1", "dismissed: a slip")
