"""Metadata in front of a Markdown article: YAML between two lines of ``---``."""

from __future__ import annotations

import re
from typing import Any

import yaml

from consistency.errors import InputError

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)\s*", re.DOTALL | re.MULTILINE)


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], int]:
    """(the metadata, where the body begins); raises InputError for bad YAML."""
    front = _FRONT.match(text)
    if front is None:
        return {}, 0
    try:
        fields = yaml.safe_load(front["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 2}:{mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or error
        raise InputError(f"{where}{place}: front matter is not YAML: {problem}") from None
    if not isinstance(fields, dict):
        found = type(fields).__name__ if fields is not None else "nothing"
        raise InputError(f"{where}: front matter holds {found}; allowed are lines such as 'published: 2021-12-31'")
    return fields, front.end()
