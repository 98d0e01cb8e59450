"""The project's settings: found, checked, and overruled by options."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path

import pytest

from consistency.config import Options, settle
from consistency.errors import InputError
from consistency.outputs import Output

TABLE = """\
[project]
name = "desk"
workers = 99

[tool.consistency]
rules = ["house"]
published = 2023-11-08
fail_on = "tension:medium,update"
outputs = ["report.md", "sarif:out/log.json", "github:-"]
dismissals = "decided.txt"
columns = "text=body"
workers = 2
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a project's table, in which the command runs."""
    (tmp_path / "pyproject.toml").write_text(TABLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, "utf-8")


def fault(**given: object) -> str:
    with pytest.raises(InputError) as caught:
        settle(Namespace(**given))
    return str(caught.value)


@pytest.mark.usefixtures("project")
def test_every_option_of_the_table_counts() -> None:
    settings = settle(Namespace())
    assert settings.rules == (Path("house"),)
    assert settings.published == dt.date(2023, 11, 8)
    assert settings.fail_on.text == "tension:medium,update"
    assert settings.outputs == (
        Output("markdown", Path("report.md")),
        Output("sarif", Path("out/log.json")),
        Output("github"),
    )
    assert (settings.dismissals, settings.dismissals_required) == (Path("decided.txt"), True)
    assert (settings.workers, settings.columns) == (2, {"text": "body"})


@pytest.mark.usefixtures("project")
def test_options_of_the_command_go_before_the_table() -> None:
    given = Namespace(format="json", published=dt.date(2024, 1, 1), workers=1, rules=[Path("more")])
    settings = settle(given)
    assert settings.outputs == (Output("json"),)
    assert settings.published == dt.date(2024, 1, 1)
    assert settings.workers == 1
    assert settings.rules == (Path("house"), Path("more"))


def test_a_folder_below_finds_the_table_and_paths_are_seen_from_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "news" / "today").mkdir(parents=True)
    write(project / "news", "[project]\nname = 'other'\n")
    monkeypatch.chdir(project / "news" / "today")
    settings = settle(Namespace())
    assert settings.rules == (project / "house",)
    assert settings.outputs[:2] == (
        Output("markdown", project / "report.md"),
        Output("sarif", project / "out" / "log.json"),
    )


def test_without_a_table_the_defaults_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = settle(Namespace())
    assert (settings.rules, settings.published, settings.fail_on.text, settings.workers) == ((), None, "low", 1)
    assert settings.outputs == (Output("markdown"),)
    assert (settings.dismissals, settings.dismissals_required) == (Path(".consistency-dismissed"), False)


def test_a_file_of_its_own_holds_the_keys_bare(project: Path) -> None:
    file = project / "sub" / "desk.toml"
    file.parent.mkdir()
    file.write_text('fail_on = "never"\nrules = ["mine"]\n', "utf-8")
    settings = settle(Namespace(config=file))
    assert (settings.fail_on.text, settings.rules) == ("never", (file.parent / "mine",))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('fail-on = "high"', "no option 'fail-on'"),
        ('fail-on = "high"', "did you mean 'fail_on'?"),
        (
            'fail-on = "high"',
            "allowed are columns, dismissals, fail_on, format, language, outputs, packs, published, rules, store, workers",
        ),
        ('fail_on = "hihg"', "fail_on: found 'hihg': 'hihg' is no verdict or level; did you mean 'high'?"),
        ("fail_on = 3", "fail_on: found 3: allowed is a text in quotation marks"),
        ('workers = "2"', "workers: found '2': allowed is a whole number, without quotation marks"),
        ('packs = "counts"', "packs: found 'counts': allowed is a list of texts"),
        ('format = "jsno"', "no format 'jsno'; did you mean 'json'?"),
        ('outputs = ["a.docx"]', "no format ends in '.docx'"),
        ('outputs = "a.md"', "outputs: found 'a.md'"),
        ('language = "arabic"', "language: found 'arabic': no language 'arabic'; allowed are ar, en"),
        ('columns = "body"', "columns: found 'body'"),
        ("workers = 65", "workers: found 65: allowed is 1 to 64"),
        ('published = "yesterday"', "published: found 'yesterday': allowed is a date such as 2021-12-31"),
    ],
)
def test_a_fault_is_told_with_its_line(project: Path, line: str, complaint: str) -> None:
    write(project, f"[tool.other]\nfail_on = 1\n\n[tool.consistency]\nrules = []\n{line}\n")
    told = fault()
    assert told.startswith("pyproject.toml:6: ")
    assert complaint in told


def test_all_faults_are_told_at_once_in_the_order_of_lines(project: Path) -> None:
    write(project, '[tool.consistency]\nworkers = 0\nfoo = 1\nfail_on = "x"\n')
    assert [line.split(": ")[0] for line in fault().splitlines()] == [f"pyproject.toml:{n}" for n in (2, 3, 4)]


def test_a_format_for_several_outputs_is_a_fault(project: Path) -> None:
    write(project, '[tool.consistency]\nformat = "json"\noutputs = ["a.md", "b.md"]\n')
    assert "'json' is given for 2 outputs" in fault()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[tool.consistency\n", "pyproject.toml:1:18: not TOML: Expected ']'"),
        ("[tool.consistency]\nworkers = 2\nrules: 3\n", "pyproject.toml:3:6: not TOML: Expected '='"),
        ('[tool.consistency]\nrules = ["a",\n\n', "pyproject.toml:2: not TOML: "),
        ("[project]\n", "no table [tool.consistency]"),
        ("[tool]\nconsistency = 1\n", "tool.consistency is 1; allowed is a table"),
    ],
)
def test_a_file_that_was_named_must_be_of_use(project: Path, text: str, complaint: str) -> None:
    write(project, text)
    assert complaint in fault(config=project / "pyproject.toml")


def test_a_named_file_must_be_there(project: Path) -> None:
    assert "desk.toml: cannot be read: No such file" in fault(config=project / "desk.toml")


def test_every_option_of_the_table_is_told() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "reference" / "settings.md").read_text("utf-8")
    assert [name for name in Options.model_fields if f"| `{name}` | " not in page] == []
