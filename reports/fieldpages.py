"""The pages of the report's fields and of the settings: names, types and meanings, from the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, get_args, get_type_hints

from consistency import model
from consistency.config import Options
from consistency.report import report_schema
from reports.docstrings import field_docs
from reports.tables import HEAD, table

Schema = Mapping[str, Any]


def report_page() -> str:
    """Every noun of the JSON report with its fields."""
    schema = report_schema()
    about = "How they hang together, and what the kinds of claims hold: [the JSON report](../report.md)."
    source = "The same as JSON Schema: [report.schema.json](../../reports/report.schema.json), or `consistency schema`."
    python = "The same names from Python: a report is a tree of frozen objects, and null is `None`."
    parts = ["# Fields of the JSON report", HEAD, about, source, python]
    for name, noun in (("Report", schema), *schema["$defs"].items()):
        parts += [f"## {name}", _about(name), table(("field", "type", "meaning"), _rows(name, noun))]
    return "\n\n".join(parts) + "\n"


def _about(name: str) -> str:
    return " ".join((getattr(model, name).__doc__ or "").split("\n\n")[0].split()).replace("``", "`")


def _rows(name: str, noun: Schema) -> Iterator[tuple[str, str, str]]:
    told = field_docs(getattr(model, name))
    for field, schema in noun["properties"].items():
        yield f"`{field}`", _type(schema), told[field]


def _type(schema: Schema) -> str:
    """A JSON type in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(map(_type, schema["anyOf"]))
    if "const" in schema or "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return "`[start, end]`" if "prefixItems" in schema else f"list of {_type(schema['items'])}"
    return "day" if schema.get("format") == "date" else str(schema["type"])


def settings_page() -> str:
    """Every key of the settings."""
    told, hints = field_docs(Options), get_type_hints(Options)
    rows = [(f"`{name}`", _toml(hints[name]), told[name]) for name in Options.model_fields]
    about = "What stands in `[tool.consistency]` of a `pyproject.toml`, or bare in a file that `--config` names: "
    about += "[settings](../howto-ci.md#settings)."
    return "\n\n".join(["# Settings", HEAD, about, table(("key", "type", "meaning"), rows)]) + "\n"


def _toml(hint: Any) -> str:
    """A type of a setting as TOML calls it."""
    if isinstance(hint, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    names = {"str": "string", "int": "integer", "date": "date", "list": "list of strings"}
    return names[getattr(hint, "__origin__", hint).__name__]
