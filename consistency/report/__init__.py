"""Reports for people and programs; one renderer a format.

Names are imported on first use, so that the list of formats can be had without the renderers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.report.formats import FORMATS
    from consistency.report.json import as_json
    from consistency.report.layout import many
    from consistency.report.mentions import mention_row
    from consistency.report.page import Page, Place, Voice, page_of
    from consistency.report.rendering import render
    from consistency.report.rulelist import rule_list
    from consistency.report.rulepage import rule_page
    from consistency.report.schema import report_schema

__all__ = [
    "FORMATS",
    "Page",
    "Place",
    "Voice",
    "as_json",
    "many",
    "mention_row",
    "page_of",
    "render",
    "report_schema",
    "rule_list",
    "rule_page",
]

_HOME = {
    "FORMATS": "formats",
    "Page": "page",
    "Place": "page",
    "Voice": "page",
    "as_json": "json",
    "many": "layout",
    "mention_row": "mentions",
    "page_of": "page",
    "render": "rendering",
    "report_schema": "schema",
    "rule_list": "rulelist",
    "rule_page": "rulepage",
}


def __getattr__(name: str) -> Any:
    """The exported ``name``, from the module where it is defined."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
