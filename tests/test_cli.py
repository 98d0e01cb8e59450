"""The command line as its users and scripts meet it: exit codes, streams, complaints."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest

import consistency.check
import consistency.rulepack
from consistency import __version__
from consistency.cli import main
from consistency.rulepack import Packs, load_packs

ROOT = Path(__file__).resolve().parents[1]
MARCH = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستنسحب من الأردن بحلول 31 مارس 2024."
JUNE = "قال رئيس هيئة الأركان اللواء فارس الخصاونة إن القوات الإسبانية ستنسحب من الأردن بحلول 30 يونيو 2024."
MANY = "قالت النائبة ليلى حداد إن عدد الجنود الإسبان في الأردن يبلغ 900 جندي. ويبدأ الانسحاب هذا الشهر."
FEW = "قال وزير الدفاع الإسباني بابلو سيرانو إن عدد الجنود الإسبان في الأردن يبلغ 600 جندي. ويبدأ الانسحاب هذا الشهر."


@lru_cache(maxsize=1)
def _shipped() -> Packs:
    return load_packs()


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped packs are compiled once for all the tests of this file."""

    def load(extra: Iterable[Path] = (), names: Sequence[str] = ()) -> Packs:
        folders = list(extra)
        return load_packs(folders, names) if folders or names else _shipped()

    monkeypatch.setattr(consistency.check, "load_packs", load)
    monkeypatch.setattr(consistency.rulepack, "load_packs", load)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which two articles name dates for one withdrawal that cannot both be kept."""
    (tmp_path / "march.txt").write_text(MARCH, "utf-8")
    (tmp_path / "june.txt").write_text(JUNE, "utf-8")
    return tmp_path


def run(*arguments: object) -> int:
    """The exit code of the command, wrong usage included."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def process(*arguments: str, env: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "consistency", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False)


# --- exit codes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "level", "code"),
    [
        ((MARCH, JUNE), "low", 1),
        ((MARCH, JUNE), "high", 1),
        ((MARCH, JUNE), "never", 0),
        ((MANY, FEW), "medium", 1),
        ((MANY, FEW), "high", 0),
        ((MARCH, MARCH.replace("بابلو سيرانو", "كارلوس أورتيغا")), "low", 0),
        ((FEW,), "low", 0),
    ],
)
def test_the_exit_code_tells_a_tension_of_the_level(
    tmp_path: Path, texts: tuple[str, ...], level: str, code: int
) -> None:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    assert run("check", tmp_path, "--published", "2023-11-08", "--fail-on", level) == code


def test_any_tension_fails_unless_a_level_is_given(folder: Path) -> None:
    assert run("check", folder, "--published", "2023-11-08") == 1


def test_a_skipped_input_is_never_success(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_text(" \n", "utf-8")
    assert run("check", folder, "--published", "2023-11-08", "--fail-on", "never") == 2
    assert "march.txt" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "required: COMMAND"),
        (("check",), "required: PATH"),
        (("check", "x.txt", "--published", "31/12/2021"), "allowed is one such as 2021-12-31"),
        (("check", "x.txt", "--fail-on", "mild"), "'mild' is no verdict or level; allowed are never, a level"),
        (
            ("check", "x.txt", "--format", "jsom"),
            "no format 'jsom'; did you mean 'json'?; allowed are markdown, html, json",
        ),
        (("check", "x.txt", "-o", "report.docx"), "no format ends in '.docx'"),
        (("check", "x.txt", "--dismissals", "nowhere"), "nowhere: cannot be read"),
        (("check", "x.txt", "--config", "nowhere.toml"), "nowhere.toml: cannot be read"),
        (("dismiss", "12", "--reason", "x"), "'12' is no fingerprint"),
        (("dismiss", "0123456789abcdef", "--reason", " "), "no reason"),
        (("dismiss", "0123456789abcdef"), "required: --reason"),
        (
            ("dismiss", "0123456789abcdef", "--reason", "x", "--articles", "no.txt"),
            "no finding of these articles; there are: none",
        ),
        (("review", "-"), "standard input cannot hold the articles here"),
        (("check", "x.txt", "--workers", "0"), "allowed is 1 to 64"),
        (("check", "x.txt", "--rules", "nowhere"), "nowhere:1:1: no rule pack here"),
        (("explain", "deadline-conflikt"), "did you mean 'deadline-conflict'?"),
        (("publish",), "invalid choice: 'publish'"),
    ],
)
def test_wrong_usage_is_explained(
    arguments: tuple[str, ...], complaint: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    out, err = capfd.readouterr()
    assert complaint in err
    assert out == ""


@pytest.mark.parametrize("command", ["check", "review", "dismiss", "annotate", "evaluate", "explain", "schema"])
def test_help_tells_the_exit_codes_where_they_matter(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    assert f"usage: consistency {command}" in capfd.readouterr().out


def test_interruption_has_the_shell_s_code(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("consistency.commands.read_articles", interrupted)
    assert run("check", folder) == 130


# --- settings and decisions ----------------------------------------------------------------


def test_the_project_s_table_counts_for_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = '[tool.consistency]\npublished = 2023-11-08\nfail_on = "agreement"\noutputs = ["out.json"]\n'
    (folder / "pyproject.toml").write_text(table, "utf-8")
    monkeypatch.chdir(folder)
    assert run("check", "march.txt", "june.txt") == 1
    report = json.loads((folder / "out.json").read_text("utf-8"))
    assert {article["published_from"] for article in report["articles"]} == {"option"}
    assert run("check", "march.txt", "june.txt", "--fail-on", "never") == 0


def test_a_dismissed_tension_fails_no_later_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    check = ("check", "march.txt", "june.txt", "--published", "2023-11-08", "--format", "json")
    assert run(*check) == 1
    (tension,) = [f for f in json.loads(capfd.readouterr().out)["findings"] if f["verdict"] == "tension"]
    assert run("dismiss", tension["fingerprint"], "--reason", "one is a training date") == 0
    assert run("dismiss", tension["fingerprint"], "--reason", "one is a training date") == 0
    assert "is dismissed already: .consistency-dismissed:3" in capfd.readouterr().err
    assert run(*check) == 0
    report = json.loads(capfd.readouterr().out)
    assert [d["reason"] for d in report["dismissed"]] == ["one is a training date"]
    assert run("check", "march.txt", "--published", "2023-11-08") == 0
    assert "1 dismissal without a finding" in capfd.readouterr().err


def test_a_dismissal_with_the_articles_says_what_was_dismissed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    given = ("march.txt", "june.txt", "--published", "2023-11-08")
    run("check", *given, "--format", "json")
    (tension,) = [f for f in json.loads(capfd.readouterr().out)["findings"] if f["verdict"] == "tension"]
    articles = ("--articles", "march.txt", "--articles", "june.txt", "--published", "2023-11-08")
    assert run("dismiss", tension["fingerprint"], "--reason", "a slip", *articles) == 0
    told, decision = Path(".consistency-dismissed").read_text("utf-8").splitlines()[-2:]
    assert told.startswith(f"# tension, {tension['severity']}, {tension['rule']}: ")
    assert decision == f"dismiss {tension['fingerprint']} a slip"


def test_a_review_writes_what_is_decided(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("d\nnot the same forces\nq\n"))
    decided = folder / "decided"
    assert run("review", folder, "--published", "2023-11-08", "--dismissals", decided) == 0
    assert f"1 of 2 open findings decided, in {decided}" in capfd.readouterr().err
    options = ("--published", "2023-11-08", "--dismissals", decided)
    assert run("check", folder / "march.txt", folder / "june.txt", *options) == 0


# --- bad input -----------------------------------------------------------------------------


def test_each_bad_input_is_one_line_and_the_others_go_on(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.jsonl").write_text('{"id": "r1"\n', "utf-8")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x01\x02")
    (folder / "greek.txt").write_text("Ποιος είπε τι; Ο υπουργός μίλησε χθες.", "utf-8")
    missing = folder / "missing.txt"
    code = run("check", missing, folder, "--published", "2023-11-08", "--format", "json")
    out, err = capfd.readouterr()
    assert code == 2
    *complaints, last = err.splitlines()
    lines = sorted(line.removeprefix("consistency: ").partition(": ")[0] for line in complaints)
    assert last.startswith(
        "consistency: 1 tension (1 high), 1 agreement in 2 articles with 4 comparable claims; 4 inputs skipped"
    )
    places = [folder / "broken.jsonl:1", missing, folder / "picture.txt"]
    assert lines == sorted([*map(str, places), "article 'greek'"])
    report = json.loads(out)
    assert [a["id"] for a in report["articles"]] == ["june", "march"]
    assert len([w for w in report["warnings"] if w["code"] == "input_skipped"]) == 4


def test_an_empty_path_is_not_the_folder_that_one_is_in(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", "") == 2
    assert capfd.readouterr().err.splitlines() == [
        "consistency: an empty path; allowed are files, folders and - for standard input",
        "consistency: nothing read: no article could be used, so nothing was checked; 1 input skipped",
    ]


def test_a_file_name_cannot_write_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", tmp_path / "\x1b[31mred.txt") == 2
    err = capfd.readouterr().err
    assert "\x1b" not in err
    assert "�[31mred.txt" in err


@pytest.mark.parametrize("format", ["markdown", "json"])
def test_a_file_name_that_is_no_text_can_be_reported(
    folder: Path, format: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / os.fsdecode(b"\xff.txt")).write_text(MARCH, "utf-8")
    assert run("check", folder, "--format", format) == 2
    out, err = capfd.readouterr()
    assert "?.txt" in out
    assert "�.txt" in err


def test_a_report_that_cannot_be_written_is_explained(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "closed").write_text("no folder", "utf-8")
    assert run("check", folder / "march.txt", "-o", folder / "closed" / "report.md") == 2
    assert "report.md: cannot be written: File exists" in capfd.readouterr().err


def test_the_folder_of_a_report_is_made(folder: Path) -> None:
    run("check", folder / "march.txt", "-o", folder / "out" / "deep" / "report.md")
    assert (folder / "out" / "deep" / "report.md").read_text("utf-8").startswith("# Consistency report")


# --- streams -------------------------------------------------------------------------------


def test_the_report_goes_to_the_file_and_nothing_to_the_screen(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    output = folder / "report.json"
    run("check", folder / "march.txt", folder / "june.txt", "--format", "json", "--output", output)
    assert capfd.readouterr() == ("", "consistency: nothing found in 2 articles with 4 comparable claims\n")
    assert output.read_bytes().endswith(b"}\n")
    assert b"\r" not in output.read_bytes()


def test_several_reports_of_one_run(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    places = [folder / "report.md", folder / "log.sarif", f"jsonl:{folder / 'rows.txt'}"]
    options = [option for place in places for option in ("-o", place)]
    assert run("check", folder, "--published", "2023-11-08", *options, "-o", "github:-") == 1
    assert capfd.readouterr().out.startswith("::error file=")
    assert (folder / "report.md").read_text("utf-8").startswith("# Consistency report")
    assert json.loads((folder / "log.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads((folder / "rows.txt").read_text("utf-8").splitlines()[0])["fingerprint"]


def test_one_report_that_cannot_be_written_loses_no_other(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "report.md").mkdir()
    options = ("-o", folder / "report.md", "-o", folder / "report.json")
    assert run("check", folder, "--fail-on", "never", *options) == 2
    assert "report.md: cannot be written" in capfd.readouterr().err
    assert (folder / "report.json").exists()


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(MARCH.encode())))
    assert run("check", "-", "--published", "2023-11-08", "--format", "json") == 0
    (article,) = json.loads(capfd.readouterr().out)["articles"]
    assert (article["id"], article["published"], article["published_from"]) == ("stdin", "2023-11-08", "option")


def test_the_report_is_utf_8_whatever_the_terminal_speaks(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = process("check", str(folder), "--published", "2023-11-08", env=env)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert done.stderr.endswith(b"failed by --fail-on low: 1 finding\n")
    assert "بحلول 31 مارس 2024" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_leaves_no_traceback(folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "consistency", "check", str(folder)]
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (2, b"")


def on_terminal(*arguments: str, **variables: str) -> str:
    """What the command writes on standard error when that is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "consistency", *arguments]
    env = {**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, **variables}
    subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=theirs, check=False)
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # Linux says so at the end of a terminal's output
        pass
    os.close(ours)
    return shown.decode()


def test_progress_shows_on_a_terminal_only(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "reading article 1 of 2" in on_terminal("check", str(folder))
    run("check", folder)
    assert "reading article" not in capfd.readouterr().err


@pytest.mark.parametrize(("variables", "red"), [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)])
def test_errors_are_red_on_a_terminal_unless_no_color_is_set(variables: dict[str, str], red: bool) -> None:
    assert ("\x1b[31m" in on_terminal("check", "missing.txt", **variables)) is red


# --- the other commands --------------------------------------------------------------------


def test_the_version_needs_no_heavy_import() -> None:
    code = (
        "import sys\nfrom consistency.cli import main\ntry:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'spacy', 'numpy', 'pydantic', 'yaml', 'rapidfuzz', 'simplemma'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"consistency {__version__}", "[]"]


def test_the_schema_describes_the_report(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    schema = json.loads(capfd.readouterr().out)
    run("check", folder, "--format", "json")
    jsonschema.validate(json.loads(capfd.readouterr().out), schema)


def test_explain_prints_a_rule_s_page(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "deadline-conflict") == 0
    page = capfd.readouterr().out
    assert page.startswith("# deadline-conflict\n")
    assert "rules/deployment/rules/deadline-conflict.yaml" in page
    assert "## Examples" in page


def test_annotate_prints_a_row_an_article(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("annotate", folder, "--format", "jsonl", "--published", "2023-11-08") == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["june", "march"]
    for row, text in zip(rows, (JUNE, MARCH), strict=True):
        for mention in row["mentions"]:
            assert set(mention) == {"type", "span", "text", "value"}
            assert text[slice(*mention["span"])] == mention["text"]
    (date,) = [m["value"] for m in rows[1]["mentions"] if m["type"] == "date"]
    assert date == {"start": "2024-03-31", "end": "2024-03-31", "precision": "day"}


def test_annotate_goes_on_after_a_bad_input(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("annotate", folder / "missing.txt", folder / "march.txt") == 2
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == len(err.splitlines()) == 1


def test_further_rules_are_added_with_an_option(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pack = folder / "house" / "rules"
    pack.mkdir(parents=True)
    (pack.parent / "pack.yaml").write_text("id: house\nversion: 1.0.0\n", "utf-8")
    source = ROOT / "rules" / "deployment" / "rules" / "deadline-conflict.yaml"
    text = source.read_text("utf-8").replace("severity: high", "severity: low")
    (pack / "deadline-conflict.yaml").write_text(text, "utf-8")
    options = ("--published", "2023-11-08", "--rules", pack.parent, "--fail-on", "medium")
    assert run("check", folder / "march.txt", folder / "june.txt", *options) == 0
    assert "house/deadline-conflict" in capfd.readouterr().out
