"""Who said what in the news, and where claims agree, conflict or change.

Names are imported on first use, so that ``import consistency`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.check import Checker
    from consistency.errors import ConsistencyError, InputError, RuleError
    from consistency.model import Article, Fact, Finding, Report, Speaker, Statement
    from consistency.readers import read_articles
    from consistency.report import render

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Checker",
    "ConsistencyError",
    "Fact",
    "Finding",
    "InputError",
    "Report",
    "RuleError",
    "Speaker",
    "Statement",
    "read_articles",
    "render",
]

_HOME = {
    "Article": "model",
    "Checker": "check",
    "ConsistencyError": "errors",
    "Fact": "model",
    "Finding": "model",
    "InputError": "errors",
    "Report": "model",
    "RuleError": "errors",
    "Speaker": "model",
    "Statement": "model",
    "read_articles": "readers",
    "render": "report",
}


def __getattr__(name: str) -> Any:
    """The exported ``name``, from the module where it is defined."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
