"""A rule as a page that its readers understand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def rule_page(rule: Mapping[str, Any], pack: str, file: str) -> str:
    """The rule's fields as Markdown, in the order in which its file has them."""
    return "\n".join([f"# {rule['id']}", "", f"Pack {pack}, {file}", "", *_fields(rule, 0)]) + "\n"


def _fields(node: Any, depth: int) -> Iterator[str]:
    items = node.items() if isinstance(node, Mapping) else ((None, item) for item in node)
    for key, value in items:
        if key == "id" and depth == 0:
            continue
        label = f"{'  ' * depth}- " + (f"{key.replace('_', ' ')}: " if key else "")
        if isinstance(value, Mapping | list):
            yield label.rstrip()
            yield from _fields(value, depth + 1)
        else:
            yield label + " ".join(str(value if value is not None else "").split())
