"""SARIF by the OASIS schema, with regions that lie on the very words."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Dismissed
from consistency.report import Page, Place, render
from tests.report.checked import ROOT, checked
from tests.report.sample import sample_report

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def log(text: str) -> dict[str, Any]:
    """The parsed log, once it is valid."""
    parsed: dict[str, Any] = json.loads(text)
    VALIDATOR.validate(parsed)
    return parsed


def results(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(text)["runs"][0]["results"]
    return found


def physical(result: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for location in [*result["locations"], *result.get("relatedLocations", [])]:
        yield location["physicalLocation"]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_words_give_a_valid_log(text: str) -> None:
    log(render(sample_report(text), "sarif"))


def test_the_examples_give_a_valid_log_with_a_result_for_each_finding() -> None:
    report, page = checked()
    assert len(results(render(report, "sarif", page))) == len(report.findings)


def test_a_region_lies_on_the_words_of_its_file_by_offset_and_by_line() -> None:
    report, page = checked()
    seen = set()
    for place in (p for result in results(render(report, "sarif", page)) for p in physical(result)):
        text = (ROOT / place["artifactLocation"]["uri"]).read_text("utf-8")
        context = place.get("contextRegion")
        if context:
            start = context["charOffset"]
            assert text[start : start + context["charLength"]] == context["snippet"]["text"]
        region, words = place["region"], place["region"]["snippet"]["text"]
        if "charOffset" in region:
            start = region["charOffset"]
            assert text[start : start + region["charLength"]] == words
            lines = text.split("\n")
            first, last = region["startLine"], region["endLine"]
            stretch = "\n".join(lines[first - 1 : last])
            end = len(stretch) - len(lines[last - 1]) + region["endColumn"] - 1
            assert stretch[region["startColumn"] - 1 : end] == words
        else:
            row = json.loads(text.split("\n")[region["startLine"] - 1])
            assert words in row["text"]
        seen.add("charOffset" in region)
    assert seen == {True, False}


def test_severity_is_the_level_of_a_tension_and_confidence_its_rank() -> None:
    report, page = checked()
    told = {
        result["partialFingerprints"]["consistencyFinding/v1"]: result
        for result in results(render(report, "sarif", page))
    }
    levels = {"high": "error", "medium": "warning", "low": "note"}
    for finding in report.findings:
        result = told[finding.fingerprint]
        tension = finding.verdict == "tension"
        assert result["level"] == (levels[finding.severity] if tension else "none")
        assert result["kind"] == ("fail" if tension else "informational")
        assert result["rank"] == pytest.approx(finding.confidence * 100)


def test_a_dismissed_finding_is_suppressed_with_its_reason() -> None:
    report = sample_report()
    (finding,) = report.findings
    marked = report.model_copy(update={"findings": (), "dismissed": (Dismissed(finding=finding, reason="a slip"),)})
    (result,) = results(render(marked, "sarif"))
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "a slip"}]


def test_a_skipped_input_makes_the_run_unsuccessful() -> None:
    (invocation,) = log(render(sample_report(), "sarif"))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["descriptor"] == {"id": "input_skipped"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("news/يوم #1.txt", "news/%D9%8A%D9%88%D9%85%20%231.txt"),
        (os.fsdecode(b"\xff.txt"), "%FF.txt"),
        ("./a/../b.txt", "b.txt"),
        (str(Path.cwd() / "c.txt"), "c.txt"),
    ],
)
def test_paths_are_addresses_below_the_root_of_the_sources(path: str, uri: str) -> None:
    page = Page(places={"a": Place(path, text="x" * 400, offset=0)})
    (result,) = results(render(sample_report(), "sarif", page))
    assert {p["artifactLocation"]["uri"] for p in physical(result)} == {uri}
    assert {p["artifactLocation"]["uriBaseId"] for p in physical(result)} == {"%SRCROOT%"}


def test_an_article_that_no_file_holds_has_a_logical_place_only() -> None:
    (result,) = results(render(sample_report(), "sarif"))
    assert "physicalLocation" not in result["locations"][0]
    assert result["locations"][0]["logicalLocations"][0]["name"] == "a"


def test_brackets_of_an_article_make_no_link() -> None:
    report = sample_report()
    finding = replace(report.findings[0], explanation="see [here](1)")
    (result,) = results(render(report.model_copy(update={"findings": (finding,)}), "sarif"))
    assert result["message"]["text"] == r"see \[here\](1)"
