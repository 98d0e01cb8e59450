"""The pages of ``docs/reference``: what can be looked up, written from the code that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reports.commandpage import command_page
from reports.fieldpages import report_page, settings_page
from reports.formatpage import format_page
from reports.librarypage import library_page

FOLDER = "docs/reference"


def reference_pages(samples: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each page by its path from the root; ``samples`` are the names of the sample reports by format."""
    yield f"{FOLDER}/commands.md", command_page()
    yield f"{FOLDER}/formats.md", format_page(samples)
    yield f"{FOLDER}/library.md", library_page()
    yield f"{FOLDER}/report.md", report_page()
    yield f"{FOLDER}/settings.md", settings_page()
