"""The page of the formats: what each is for, and which endings of files stand for it."""

from __future__ import annotations

from collections.abc import Mapping

from consistency.report import FORMATS
from reports.tables import HEAD, table


def format_page(samples: Mapping[str, str]) -> str:
    """Every format with a sample, the name of which in ``reports`` is given by format."""
    rows = [
        (f"`{form.name}`", ", ".join(f"`{ending}`" for ending in form.endings), form.about, _link(samples[form.name]))
        for form in FORMATS.values()
    ]
    about = "What each of them holds is told under [formats](../formats.md). The samples are reports on the shipped examples."
    return "\n\n".join(["# Formats", HEAD, about, table(("format", "endings", "for", "sample"), rows)]) + "\n"


def _link(file: str) -> str:
    return f"[{file}](../../reports/{file})"
