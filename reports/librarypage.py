"""The page of the library: what the package exports, and what plug-ins are made of, with signatures and docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import consistency
from consistency.compare import Comparator, Comparison, NoParameters
from consistency.languages import LanguageSupport
from consistency.model import Article
from consistency.readers import Batch, Source
from consistency.readers.formats import FileReader
from consistency.report import Page
from consistency.report.formats import Format
from reports.docstrings import field_docs
from reports.tables import HEAD, table

_REPORTED = ("Fact", "Finding", "Report", "Speaker", "Statement")
_PLUGINS = (Comparator, Comparison, NoParameters, FileReader, Format, Page, LanguageSupport)


def library_page() -> str:
    """The public names, those of plug-ins apart."""
    parts = ["# The library", HEAD, "Imported from `consistency`:"]
    for name in consistency.__all__:
        parts += _described(getattr(consistency, name))
    parts += ["`read_articles` returns:", *_described(Batch), *_described(Source)]
    parts += ["# For plug-ins", "How they go together: [plug-ins](../plugins.md)."]
    for one in _PLUGINS:
        parts += _described(one)
    return "\n\n".join(parts) + "\n"


def _described(one: type | object) -> Iterator[str]:
    """A class or function: how it is called, what it does, its fields and methods."""
    name = str(getattr(one, "__name__", one))
    yield f"## {name}"
    yield f"`from {_home(one)} import {name}`" if _home(one) != "consistency" else f"`{_home(one)}.{name}`"
    if name in _REPORTED:
        yield f"{_told(one)} Its fields: [{name}](report.md#{name.lower()})."
        return
    yield from _called(name, one)
    yield _told(one)
    if one is Article:
        told = field_docs(Article)
        rows = [(f"`{field}`", f"`{_typed(Article.__annotations__[field])}`", told[field]) for field in told]
        yield table(("field", "type", "meaning"), rows)
    if isinstance(one, type):
        yield from _methods(one)


def _home(one: type | object) -> str:
    """The shortest module from which it is imported."""
    name, module = str(getattr(one, "__name__", one)), str(one.__module__)
    homes = [".".join(module.split(".")[:length]) for length in range(1, module.count(".") + 2)]
    return next(home for home in homes if name in getattr(inspect.importlib.import_module(home), "__all__", [name]))  # type: ignore[attr-defined]


def _called(name: str, one: type | object) -> Iterator[str]:
    """The signature, one that can be read at a glance; exceptions and nouns have none."""
    if isinstance(one, type) and (issubclass(one, Exception) or hasattr(one, "model_fields")):
        return
    yield f"```python\n{name}{_signature(one)}\n```"


def _signature(one: object) -> str:
    """Parameters and what is returned, as the source writes them."""
    shown = str(inspect.signature(one))  # type: ignore[arg-type]
    shown = re.sub(r"<(?:function|class) '?(?:[\w.]*\.)?(\w+)[^>]*>", r"\1", shown)
    shown = shown.replace("<factory>", "…").replace("(self, ", "(").replace("(self)", "()").removesuffix(" -> None")
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", shown)


def _typed(annotation: object) -> str:
    return str(annotation).replace("|", "\\|")


def _told(one: object) -> str:
    """The docstring as Markdown."""
    return inspect.cleandoc(one.__doc__ or "").replace("``", "`")


def _methods(one: type) -> Iterator[str]:
    for name, function in vars(one).items():
        if inspect.isfunction(function) and not name.startswith("_") and function.__doc__:
            yield f"```python\n{one.__name__}.{name}{_signature(function)}\n```"
            yield _told(function)
