"""The command line with a store: the story of three days, and the commands that look into it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from consistency.cli import main

ROOT = Path(__file__).resolve().parents[2]
Runner = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "memory.db")


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Runner:
    """Runs a command: its exit code, what it prints, what it complains of."""

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return command


def rules(printed: str) -> list[tuple[str, str]]:
    return sorted((row["verdict"], row["rule"]) for row in map(json.loads, printed.splitlines()))


def day(number: int, store: str, *more: str) -> Sequence[str]:
    return ("check", str(ROOT / "days" / str(number)), "--store", store, "--format", "jsonl", *more)


def test_three_days_tell_a_story(run: Runner, store: str) -> None:
    assert rules(run(*day(1, store))[1]) == [("agreement", "same-count")]
    code, second, _ = run(*day(2, store))
    assert code == 1
    assert {("tension", "deadline-conflict"), ("agreement", "same-deadline")} <= set(rules(second))
    code, third, told = run(*day(3, store))
    assert code == 0
    assert {("update", "deadline-moved"), ("update", "status-advances")} <= set(rules(third))
    assert not {"tension", "refinement"} & {verdict for verdict, _ in rules(third)}
    assert "in 2 new articles" in told
    code, again, told = run(*day(3, store))
    assert (code, again) == (0, "")
    assert "nothing new: the store has all 2 articles of this batch already" in told
    assert set(rules(run(*day(3, store, "--all"))[1])) >= {*rules(second), *rules(third)}


def test_the_commands_look_into_a_store(run: Runner, store: str) -> None:
    run(*day(1, store))
    run(*day(2, store))
    assert "articles    4, 2024-03-04 to 2024-03-05\n" in run("store", "status", "--store", store)[1]
    listed = run("store", "articles", "--store", store)[1].splitlines()
    assert [row.split("\t")[0] for row in listed[1:]] == [
        "polder-2024-03-04", "sahil-2024-03-04", "polder-2024-03-05", "sahil-2024-03-05",
    ]  # fmt: skip
    assert "\tPieter Wassink\tspokesman for the Dutch army\t" in run("store", "speakers", "--store", store)[1]
    exported = [json.loads(line) for line in run("store", "export", "--store", store)[1].splitlines()]
    assert {name for row in exported for name in row} == {"article", "speaker", "statement", "fact"}
    assert sum("article" in row for row in exported) == 4


def test_forgetting(run: Runner, store: str) -> None:
    run(*day(1, store))
    code, out, err = run("store", "forget", "polder-2024-03-4", "--store", store)
    assert (code, out) == (2, "")
    assert "no article 'polder-2024-03-4'; did you mean 'polder-2024-03-04'?" in err
    code, out, _ = run("store", "forget", "polder-2024-03-04", "--store", store)
    assert code == 0
    assert out.startswith("forgot 1 article with ")
    assert "Hoekzema" not in run("store", "export", "--store", store)[1]
    assert run("store", "vacuum", "--store", store)[0] == 0
    assert run(*day(1, store))[1] != ""


def test_dismissals_of_other_days_are_not_called_stale(run: Runner, store: str, tmp_path: Path) -> None:
    run(*day(1, store))
    (tmp_path / "set-aside").write_text("dismiss 0123456789abcdef seen\n")
    given = ("--dismissals", str(tmp_path / "set-aside"))
    assert "without a finding" not in run(*day(2, store, *given))[2]
    assert "1 dismissal without a finding" in run(*day(3, store, "--all", *given))[2]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("check", "days/1", "--all"), "--all goes with a store"),
        (("store", "status"), "no store; name one with --store"),
        (("store", "status", "--store", "missing.db"), "missing.db: no such store"),
    ],
)
def test_what_is_missing_is_told(run: Runner, arguments: Sequence[str], complaint: str) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert complaint in err


def test_a_store_of_the_settings(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.consistency]\nstore = "desk.db"\n')
    monkeypatch.chdir(tmp_path)
    run("check", str(ROOT / "days" / "1"))
    assert (tmp_path / "desk.db").exists()
    assert "articles    2" in run("store", "status")[1]


def test_a_run_with_nothing_new_leaves_the_page_as_it_is(run: Runner, store: str, tmp_path: Path) -> None:
    page, later = tmp_path / "today.md", tmp_path / "later.md"
    days = ("check", str(ROOT / "days" / "2"), "--store", store, "--fail-on", "never")
    run(*days, "-o", str(page))
    morning = page.read_bytes()
    code, _, told = run(*days, "-o", str(page), "-o", str(later))
    assert code == 0
    assert (
        told == f"consistency: nothing new: the store has all 2 articles of this batch already; left as it is: {page}\n"
    )
    assert page.read_bytes() == morning
    assert "Nothing new" in later.read_text("utf-8")
    run(*day(3, store), "-o", f"markdown:{later}")
    assert run(*days, "--all", "-o", str(page))[2].startswith("consistency: 1 tension (1 high), 2 updates")
    assert page.read_bytes() != morning


def test_a_report_on_the_whole_store_is_summed_up_by_its_counts(run: Runner, store: str) -> None:
    assert "in 2 articles of the store (2 of them new) with" in run(*day(1, store, "--all"))[2]
    _, _, told = run(*day(1, store, "--all"))
    assert "1 agreement in 2 articles of the store (none of them new) with 5 comparable claims" in told


def reviewed(run: Runner, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """The fingerprints that a review shows, all skipped."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(readline=io.StringIO("s\n" * 20).readline))
    code, shown, told = run("review", *arguments)
    assert code == 0, told
    return sorted(re.findall("fingerprint ([0-9a-f]{16})", shown))


def test_a_review_goes_through_the_findings_of_the_days_page(
    run: Runner, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a store a review shows what the run of the day did, before it and after it, and leaves the store as it is."""
    pages = {}
    for number in (1, 2, 3):
        of_the_day = (str(ROOT / "days" / str(number)), "--store", store)
        before = reviewed(run, monkeypatch, *of_the_day) if number > 1 else None
        printed = run(*day(number, store))[1]
        pages[number] = sorted(json.loads(line)["fingerprint"] for line in printed.splitlines())
        assert before in (None, pages[number])
        assert reviewed(run, monkeypatch, *of_the_day) == pages[number]
    whole = [json.loads(line)["fingerprint"] for line in run(*day(1, store, "--all"))[1].splitlines()]
    assert reviewed(run, monkeypatch, str(ROOT / "days"), "--store", store) == sorted(whole)


def test_a_review_makes_no_store(run: Runner, store: str) -> None:
    code, _, told = run("review", str(ROOT / "days" / "1"), "--store", store)
    assert (code, Path(store).exists()) == (2, False)
    assert "no such store" in told
