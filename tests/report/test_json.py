"""JSON by the contract, and its published schema."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Report
from consistency.report import FORMATS, as_json, render, report_schema
from tests.report.sample import sample_report


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_report_is_valid_by_its_schema_and_reads_back(text: str) -> None:
    written = as_json(sample_report(text))
    jsonschema.validate(json.loads(written), report_schema())
    assert Report.model_validate_json(written) == sample_report(text)


def test_the_schema_is_a_schema_and_lets_producers_add_fields() -> None:
    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({**json.loads(as_json(sample_report())), "added": 1}, schema)


@pytest.mark.parametrize(
    "field", ["schema_version", "articles", "speakers", "statements", "facts", "findings", "warnings"]
)
def test_no_field_of_the_contract_may_be_missing(field: str) -> None:
    report = json.loads(as_json(sample_report()))
    del report[field]
    with pytest.raises(jsonschema.ValidationError, match=field):
        jsonschema.validate(report, report_schema())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert render(sample_report(), name) == render(sample_report(), name)
