"""The page of the formats: what each is for, and which endings of files stand for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.report import FORMATS
from reports.tables import HEAD, table


def format_page(samples: Mapping[str, Sequence[str]]) -> str:
    """Every format with its samples, the names of which in ``reports`` are given by format."""
    rows = [
        (f"`{form.name}`", ", ".join(f"`{ending}`" for ending in form.endings), form.about, _links(samples[form.name]))
        for form in FORMATS.values()
    ]
    about = "What each of them holds is told under [formats](../formats.md). The samples are reports on the shipped examples."
    return "\n\n".join(["# Formats", HEAD, about, table(("format", "endings", "for", "samples"), rows)]) + "\n"


def _links(files: Sequence[str]) -> str:
    return ", ".join(f"[{file}](../../reports/{file})" for file in files)
