"""Metadata in front of an article: YAML between two lines of ``---``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from consistency.errors import InputError
from consistency.readers.columns import fields_meant
from consistency.readers.dates import loose_day

_BREAK = r"(?:\r\n?|\n)"
_FRONT = re.compile(rf"\A---[ \t]*{_BREAK}(?P<yaml>(?:.*?{_BREAK})??)(?:---|\.\.\.)[ \t]*(?:{_BREAK}\s*|\Z)", re.DOTALL)
_FIRST = re.compile(rf"\A---[ \t]*{_BREAK}[ \t]*(?P<name>[^:\r\n]+?)[ \t]*:")
_BEFORE = 2
"""The number of the first line of YAML, behind the line of ``---``."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata, the line of each of its fields, where the article's text begins, and the line before that."""

    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    end: int = 0
    last_line: int = 0


def read_front_matter(text: str, where: str) -> FrontMatter:
    """The metadata of a Markdown text; empty where there is none. Raises InputError for bad YAML."""
    front = _FRONT.match(text)
    if front is None:
        return FrontMatter()
    try:
        fields = yaml.safe_load(front["yaml"])
        node = yaml.compose(front["yaml"], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"{where}{_place(error)}: front matter is not YAML: {_problem(error)}") from None
    if not isinstance(fields, dict) or not isinstance(node, yaml.MappingNode):
        found = type(fields).__name__ if fields is not None else "nothing"
        raise InputError(f"{where}:1: front matter holds {found}; allowed are lines such as 'published: 2021-12-31'")
    lines = {str(key.value): key.start_mark.line + _BEFORE for key, _ in node.value}
    meant = fields_meant(filter(lines.__contains__, fields))
    known = {field: _told(field, fields[name]) for field, name in meant.items()}
    placed = {field: lines[name] for field, name in meant.items()}
    return FrontMatter({**fields, **known}, {**lines, **placed}, front.end(), len(re.findall(_BREAK, front.group())))


def _told(field: str, value: Any) -> Any:
    """A value as given; a day as other programs write it ("2025-02-03 10:00:00 +0100") as that day."""
    return (loose_day(value) or value) if field == "published" else value


def read_plain(text: str, where: str) -> FrontMatter:
    """The metadata of a plain text, where a field of an article stands in front of it; empty for lines of another sense."""
    first = _FIRST.match(text)
    return read_front_matter(text, where) if first and fields_meant([first["name"]]) else FrontMatter()


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f":{mark.line + _BEFORE}:{mark.column + 1}" if mark else ":1"


def _problem(error: Exception) -> str:
    return " ".join(str(getattr(error, "problem", None) or error).split())
