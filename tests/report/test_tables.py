"""Rows for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.report import render
from consistency.report.cells import MARK, comma_separated
from consistency.report.flat import FACTS, FINDINGS
from consistency.report.spreadsheet import COLUMNS
from tests.report.checked import checked
from tests.report.sample import sample_report

DANGER = re.compile(r"\s*[=+\-@]|[\t\r\n]")


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline="")))


@given(st.text(st.characters(codec="utf-8"), min_size=1))
@pytest.mark.parametrize("name", ["csv", "facts-csv", "findings-csv"])
def test_no_cell_is_a_formula(name: str, text: str) -> None:
    for evil in (text, f"={text}", f" @{text}", f"\t{text}", f"-{text}"):
        cells = [cell for row in read(render(sample_report(evil), name)) for cell in row.values()]
        assert not any(DANGER.match(cell) for cell in cells)


def test_a_guarded_cell_keeps_its_words_and_a_number_is_left_alone() -> None:
    assert comma_separated(["a", "b", "c"], [{"a": "=1+1", "b": -3, "c": None}]) == "a,b,c\n'=1+1,-3,\n"


def test_the_table_for_spreadsheets_says_that_it_is_utf_8_and_has_a_row_a_finding() -> None:
    report, page = checked()
    text = render(report, "csv", page)
    assert text.encode().startswith(b"\xef\xbb\xbfverdict,")
    rows = read(text)
    assert {row["fingerprint"] for row in rows} == {finding.fingerprint for finding in report.findings}
    assert rows[0]["verdict"] == "tension"
    assert tuple(rows[0]) == COLUMNS


@pytest.mark.parametrize(("name", "columns"), [("facts", FACTS), ("findings", FINDINGS)])
def test_both_forms_of_a_flat_table_hold_the_same(name: str, columns: tuple[str, ...]) -> None:
    report, page = checked()
    table, lines = read(render(report, f"{name}-csv", page)), render(report, f"{name}-jsonl", page).splitlines()
    rows = [json.loads(line) for line in lines]
    assert {tuple(row) for row in (*table, *rows)} == {columns}
    assert [list(row.values()) for row in table] == [
        ["" if value is None else str(value) for value in row.values()] for row in rows
    ]


def test_a_flat_table_begins_with_its_head_not_with_a_mark() -> None:
    assert render(sample_report(), "facts-csv").startswith("fact,kind,")


def test_findings_join_to_facts() -> None:
    report, page = checked()
    facts = {row["fact"] for row in read(render(report, "facts-csv", page))}
    rows = read(render(report, "findings-csv", page))
    assert facts == {fact.id for fact in report.facts}
    assert {row["fact"] for row in rows} <= facts


def test_a_line_of_json_is_understood_alone() -> None:
    report, page = checked()
    rows = [json.loads(line) for line in render(report, "jsonl", page).splitlines()]
    assert [row["id"] for row in rows] == [finding.id for finding in report.findings]
    texts = {article: place.text for article, place in page.places.items()}
    for row in rows:
        assert len({quotation["summary"] for quotation in row["quotations"]}) >= 1
        for quotation in row["quotations"]:
            start, end = quotation["span"]
            assert texts[quotation["article"]][start:end] == quotation["text"]
            assert quotation["name"]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_finding_is_one_line_whatever_its_words(text: str) -> None:
    assert render(sample_report(text), "jsonl").count("\n") == 1
