"""The published JSON Schema of the report."""

from __future__ import annotations

from typing import Any

from consistency.model import Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, Any]:
    """The JSON Schema of a report; it allows fields that it does not know, as the contract does."""
    schema = _open(Report.model_json_schema(mode="serialization"))
    return {"$schema": DIALECT, "title": "Consistency report", **{k: v for k, v in schema.items() if k != "title"}}


def _open(node: Any) -> Any:
    if isinstance(node, dict):
        closed = node.get("additionalProperties") is False
        return {k: _open(v) for k, v in node.items() if not (closed and k == "additionalProperties")}
    return [_open(item) for item in node] if isinstance(node, list) else node
