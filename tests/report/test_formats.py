"""Formats that other packages add."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from consistency.errors import PluginError
from consistency.outputs import Output, outputs
from consistency.report import render
from consistency.report.formats import known_formats
from tests.report.sample import sample_report

ROOT = Path(__file__).resolve().parents[2]
Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs the package that the docs show, with an entry point of some name."""
    docs = (ROOT / "docs" / "formats.md").read_text("utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", docs, re.DOTALL | re.MULTILINE)

    def installed(point: str, name: str) -> None:
        (tmp_path / "desk_reports.py").write_text(code.replace('"titles"', f'"{name}"'), "utf-8")
        points = EntryPoints([EntryPoint(point, "desk_reports:TITLES", "consistency.renderers")])
        monkeypatch.setattr("consistency.plugins.entry_points", lambda group: points.select(group=group))
        known_formats.cache_clear()

    monkeypatch.syspath_prepend(str(tmp_path))
    yield installed
    sys.modules.pop("desk_reports", None)
    known_formats.cache_clear()


def test_a_format_of_another_package_is_one_like_the_others(install: Install) -> None:
    install("titles", "titles")
    assert render(sample_report("سنغادر"), "titles") == "سنغادر\n"
    assert outputs(["a.titles", "titles:-"]) == (Output("titles", Path("a.titles")), Output("titles"))


@pytest.mark.parametrize(("point", "name"), [("json", "json"), ("titles", "other")])
def test_a_name_that_is_taken_or_another_is_refused(install: Install, point: str, name: str) -> None:
    install(point, name)
    with pytest.raises(PluginError, match=f"plug-in '{point}'"):
        known_formats()
