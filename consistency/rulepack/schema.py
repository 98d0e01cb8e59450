"""The published JSON Schemas of the pack format, for editors and other tools."""

from __future__ import annotations

from typing import Any

from consistency.rulepack.parts import PARTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def part_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one sort of file of a rule pack; raises KeyError for an unknown sort."""
    part = PARTS[name]
    schema = part.model.model_json_schema(by_alias=True)
    head = {"$schema": DIALECT, "title": f"Rule pack format 1: {part.about}"}
    if not part.listed:
        return {**head, **{k: v for k, v in schema.items() if k != "title"}}
    defs = schema.pop("$defs", {})
    rows = {"type": "array", "items": {"$ref": f"#/$defs/{part.model.__name__}"}}
    return {**head, **rows, "$defs": {**defs, part.model.__name__: schema}}
