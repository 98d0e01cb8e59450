"""Everything that the README and the docs show is run, and every file that they name is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.cli import _parser
from consistency.evaluation.gold import GoldArticle, GoldGroup
from consistency.report import report_schema

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


SUMMED_UP = r"consistency: ([0-9]+ (tensions?|agreements?|updates?|refinements?)[ ,]|nothing found|nothing new|[0-9a-f]{16} is dismissed)"
COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the inputs that the commands name."""
    here = tmp_path_factory.mktemp("clone")
    for name in ("examples", "days", "tests/gold"):
        shutil.copytree(ROOT / name, here / name)
    executed(f"{sys.executable} -m consistency check days/1 --store memory.db", here)
    return here


def executed(command: list[str] | str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=folder, env=env, shell=isinstance(command, str), capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("consistency ")])
def test_each_command_runs(command: str, folder: Path) -> None:
    done = executed(f"{sys.executable} -m {command}", folder)
    assert done.returncode == 0, done.stderr
    assert all(re.match(SUMMED_UP, line) for line in done.stderr.splitlines())
    assert done.stdout or re.search(" -o | dismiss ", command)


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.startswith("consistency ")])
def test_each_make_target_exists(command: str) -> None:
    assert command.startswith("make ")
    assert executed(f"{command} --dry-run", ROOT).returncode == 0


def test_the_python_example_prints_what_it_says(folder: Path) -> None:
    (code,), (printed,) = blocks("python"), blocks("text")
    done = executed([sys.executable, "-c", code], folder)
    assert (done.stderr, done.stdout) == ("", printed)


def test_every_option_of_check_is_told() -> None:
    (commands,) = [a for a in _parser()._actions if a.dest == "command"]
    for action in commands.choices["check"]._actions:  # type: ignore[union-attr, index]
        names = [name for name in action.option_strings if name not in ("-h", "--help")]
        assert not names or any(f"`{name}" in README for name in names), names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("place", re.findall(r"`((?:consistency|rules|tests|examples|reports)(?:/[\w./-]*)?)`", README))
def test_every_place_that_the_readme_names_is_there(place: str) -> None:
    assert place == "consistency" or (ROOT / place).exists()


def test_the_docs_name_every_field_of_the_report() -> None:
    page = (ROOT / "docs" / "report.md").read_text("utf-8")
    schema = report_schema()
    nouns = [schema, *schema["$defs"].values()]
    fields = {field for noun in nouns for field in noun.get("properties", {})}
    assert {field for field in fields if f"`{field}`" not in page and f'"{field}"' not in page} == set()


def test_the_gold_of_the_docs_is_gold() -> None:
    article, group = blocks("json", (ROOT / "docs" / "gold.md").read_text("utf-8"))
    GoldArticle.model_validate(json.loads(article))
    GoldGroup.model_validate(json.loads(group))
