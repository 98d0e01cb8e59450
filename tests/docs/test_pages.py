"""Every command and every snippet of every page is run, in its order, and prints what the page shows."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.pages import Command, Step, steps
from tests.docs.session import ROOT, Machine, follow, set_up

PAGES = [ROOT / "README.md", ROOT / "rules" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return set_up(tmp_path_factory.mktemp("machine"))


@pytest.mark.parametrize(
    "page", [page for page in PAGES if steps(page)], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_a_page_goes_as_it_says(page: Path, machine: Machine, tmp_path: Path) -> None:
    followed = steps(page)
    if any("import pandas" in step.text for step in followed) and find_spec("pandas") is None:
        pytest.skip("pandas is not installed; requirements.lock has it")
    for step, done in zip(followed, follow(followed, machine, tmp_path), strict=True):
        for one in done:
            assert one.code == one.command.code, f"{one.command.line}\n{one.output}"
        output = "".join(one.output for one in done)
        if step.printed is not None and not step.matches(output):
            assert output == step.printed


def page_of(tmp_path: Path, text: str) -> Path:
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    return page


def test_a_page_is_read_as_its_reader_reads_it(tmp_path: Path) -> None:
    text = "Save this as `a/b.md`:\n\n```markdown\ntext\n```\n\n```sh exit=1\ncat \\\n  a/b.md\nfalse\n```\n\n```text\ntext\n```\n"
    save, run = steps(page_of(tmp_path, text))
    assert save == Step("markdown", "text\n", "a/b.md")
    assert run.commands() == [Command("cat a/b.md"), Command("false", 1)]
    assert run.printed == "text\n"


def test_output_of_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"page\.md: no block before this one prints it"):
        steps(page_of(tmp_path, "```text\nlost\n```\n"))


@pytest.mark.parametrize(
    ("printed", "output", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "b\n", False),
        ("a\n…\nc\n", "a\nb\nb\nc\n", True),
        ("a\n…\nc\n", "a\nb\nd\n", False),
        ("[q]uit? d\nWhy? (empty: not dismissed) no\nend\n", "[q]uit? Why? (empty: not dismissed) end\n", True),
    ],
)
def test_what_is_printed_is_compared(printed: str, output: str, same: bool) -> None:
    assert Step("sh", "x", printed=printed).matches(output) is same


def test_answers_stand_where_they_are_asked_for() -> None:
    step = Step("sh", "x", printed="[q]uit? d\nWhy? (empty: not dismissed) A misprint.\nend\n")
    assert step.answers == "d\nA misprint.\n"
