"""The formats of reports, each with the renderer that writes it; a renderer is imported when it is first used.

A renderer takes the report and the page and returns the whole text; it is named as ``module:function``, as in entry points.
A package adds a format by an entry point of the group ``consistency.renderers`` that leads to a ``Format``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from consistency.errors import InputError, PluginError
from consistency.nearest import near

if TYPE_CHECKING:
    from consistency.model import Report
    from consistency.report.page import Page

    Renderer = Callable[[Report, Page], str]

DEFAULT = "markdown"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings of files that are written in it, what it is for, and the place of its renderer."""

    name: str
    endings: tuple[str, ...]
    about: str
    target: str

    def renderer(self) -> Renderer:
        """The function that writes it."""
        module, _, function = self.target.partition(":")
        renderer: Renderer = getattr(import_module(module), function)
        return renderer


_HERE = "consistency.report"
_SHIPPED = (
    Format("markdown", (".md", ".markdown", ".txt"), "for people", f"{_HERE}.markdown:as_markdown"),
    Format("html", (".html", ".htm"), "one page for a browser, without a network", f"{_HERE}.html:as_html"),
    Format("json", (".json",), "the whole report, for programs", f"{_HERE}.json:as_json"),
    Format("jsonl", (".jsonl", ".ndjson"), "a finding a line, with its quotations", f"{_HERE}.jsonlines:as_jsonl"),
    Format("csv", (".csv",), "a finding a row, for spreadsheets", f"{_HERE}.spreadsheet:as_csv"),
    Format("sarif", (".sarif", ".sarif.json"), "SARIF 2.1.0, for code scanning", f"{_HERE}.sarif:as_sarif"),
    Format("junit", (".junit.xml", ".xml"), "JUnit XML, for CI", f"{_HERE}.junit:as_junit"),
    Format("github", (), "annotations of a GitHub workflow", f"{_HERE}.github:as_github"),
    Format("jsonld", (".jsonld",), "linked data: schema.org claims, web annotations", f"{_HERE}.linked:as_jsonld"),
    Format("facts-csv", (".facts.csv",), "a flat table of the facts", f"{_HERE}.flat:facts_csv"),
    Format("facts-jsonl", (".facts.jsonl",), "the same as JSON lines", f"{_HERE}.flat:facts_jsonl"),
    Format("findings-csv", (".findings.csv",), "a flat table of the findings", f"{_HERE}.flat:findings_csv"),
    Format("findings-jsonl", (".findings.jsonl",), "the same as JSON lines", f"{_HERE}.flat:findings_jsonl"),
)
FORMATS: Mapping[str, Format] = {format.name: format for format in _SHIPPED}


@lru_cache(maxsize=1)
def known_formats() -> Mapping[str, Format]:
    """The shipped formats and those that plug-ins add; raises PluginError for one with a name that is taken."""
    from consistency.plugins import plugins

    added = plugins("renderers", Format)
    for point, format in added.items():
        if point != format.name or point in FORMATS:
            raise PluginError(
                f"plug-in {point!r} in consistency.renderers: its format {format.name!r} needs that name to itself"
            )
    return {**FORMATS, **added}


def format_named(name: str) -> Format:
    """The format of a name; raises InputError that lists the names there are."""
    formats = FORMATS if name in FORMATS else known_formats()
    if name not in formats:
        raise InputError(f"no format {name!r}{near(name, formats)}; allowed are {', '.join(formats)}")
    return formats[name]


def format_of(file: str) -> Format | None:
    """The format that the ending of a file's name tells, the longest ending first; None where it has no ending.

    Raises InputError for an ending that tells none.
    """
    name = file.replace("\\", "/").rpartition("/")[2].lower()
    known = {ending: format for format in known_formats().values() for ending in format.endings}
    for ending in sorted(known, key=len, reverse=True):
        if name.endswith(ending):
            return known[ending]
    ending = name[name.rindex(".") :] if "." in name[1:] else ""
    if not ending:
        return None
    raise InputError(f"{file}: no format ends in {ending!r}{near(ending, known)}; allowed are {', '.join(known)}")
