"""The commands for authors of rules: new, list, and which packs are used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from consistency.cli import main

HOUSE = "id: house\nversion: 1.0.0\nrequires: [deployment]\n"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_a_new_rule_never_overwrites_anything(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "new", tmp_path / "drills" / "date") == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    assert len(before) == 8
    assert run("rules", "new", tmp_path / "drills" / "date") == 2
    assert "date.examples.yaml: is there already; allowed is the name of a new rule" in capfd.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before


def of_another_subject(pack: Path) -> None:
    """Makes a new pack, and then one that is about something else than the template."""
    assert run("rules", "new", pack / "open-or-closed") == 0
    for file in pack.rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("embassy", "consulate"), "utf-8")


def test_a_further_rule_of_another_subject_begins_with_one_of_the_pack(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    of_another_subject(tmp_path / "borders")
    capfd.readouterr()
    assert run("rules", "new", tmp_path / "borders" / "since-when") == 2
    told = "no facts of kind 'embassy', which the template compares; name a rule to begin with: --like RULE, one of open-or-closed"
    assert told in capfd.readouterr().err
    assert run("rules", "new", tmp_path / "borders" / "since-when", "--like", "open-or-closed") == 0
    rule, like = (tmp_path / "borders" / "rules" / f"{name}.yaml" for name in ("since-when", "open-or-closed"))
    assert rule.read_text("utf-8") == like.read_text("utf-8").replace("id: open-or-closed", "id: since-when")
    assert run("rules", "test", "since-when", "--rules", tmp_path / "borders") == 0


def test_a_rule_may_begin_as_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.yaml").write_text(HOUSE, "utf-8")
    assert run("rules", "new", tmp_path / "house" / "deadline-conflict", "--like", "deployment/deadline-conflict") == 0
    assert run("rules", "lint", tmp_path / "house") == 0
    assert run("rules", "new", tmp_path / "house" / "mine", "--like", "deployment/combat-or-not") == 0
    assert "id: mine\n" in (tmp_path / "house" / "rules" / "mine.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("like", "told"),
    [
        (
            "open-or-close",
            "no rule 'open-or-close' to begin with; allowed are open-or-closed; did you mean 'open-or-closed'?",
        ),
        ("deployment/deadline", "no rule 'deployment/deadline' to begin with; did you mean 'deployment/same-deadline'"),
        ("../base/x", "no rule '../base/x' to begin with"),
    ],
)
def test_a_rule_to_begin_with_that_is_not_there_is_told(
    like: str, told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    of_another_subject(tmp_path / "borders")
    capfd.readouterr()
    assert run("rules", "new", tmp_path / "borders" / "new", "--like", like) == 2
    assert told in capfd.readouterr().err


def test_no_rule_to_begin_with_in_a_pack_that_is_not_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "new", tmp_path / "borders" / "new", "--like", "old") == 2
    assert "no rule pack yet" in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["date", "drills/Date", "Drills/date", "drills/two dates", "drills/1st"])
def test_a_name_that_cannot_be_is_explained(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("rules", "new", name) == 2
    assert "allowed is PACK/RULE in small letters, digits and hyphens" in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_list_tells_what_each_rule_finds(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "list") == 0
    out = capfd.readouterr().out
    (line,) = [line for line in out.splitlines() if line.startswith("  count-conflict ")]
    assert line.split()[1:3] == ["tension", "medium"]
    assert line.endswith("Two numbers for the same force at the same time that do not overlap.")
    assert "deployment" in out.splitlines()


def test_the_project_s_settings_choose_the_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.yaml").write_text(HOUSE, "utf-8")
    settings = tmp_path / "pyproject.toml"
    settings.write_text('[tool.consistency]\nrules = ["house"]\npacks = ["base"]\n', "utf-8")
    assert run("rules", "list") == 0
    assert capfd.readouterr().out == "0 rules\n"
    assert run("rules", "list", "--packs", "base, house") == 0
    assert "count-conflict" in capfd.readouterr().out
    settings.write_text('[tool.consistency]\npacks = ["house"]\n', "utf-8")
    assert run("rules", "list") == 2
    assert "no pack 'house'" in capfd.readouterr().err


SANCTIONS = Path(__file__).parent / "rulepack" / "sanctions"


def test_the_examples_of_one_pack_are_run(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "test", "--rules", SANCTIONS) == 0
    alone = capfd.readouterr().out
    assert run("rules", "test", "sanctions", "--rules", SANCTIONS) == 0
    assert capfd.readouterr().out == alone
    assert alone.splitlines()[-1] == "25 examples: 25 ok"
    assert run("rules", "test", "sanction", "--rules", SANCTIONS) == 2
    assert "did you mean 'sanctions'?" in capfd.readouterr().err


def test_a_rule_may_be_named_with_its_pack(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "test", "sanctions/lifted-or-in-force", "--rules", SANCTIONS) == 0
    with_pack = capfd.readouterr().out
    assert run("rules", "test", "lifted-or-in-force", "--rules", SANCTIONS) == 0
    assert capfd.readouterr().out == with_pack
    assert run("rules", "test", "base/lifted-or-in-force", "--rules", SANCTIONS) == 2
    assert run("rules", "test", "lifted-or-in-force") == 2
    assert "packs of your own with --rules" in capfd.readouterr().err


def test_a_failed_example_says_why_and_comes_again_at_the_end(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "sanctions"
    shutil.copytree(SANCTIONS, pack)
    rule = pack / "rules" / "imposed-or-not.yaml"
    rule.write_text(rule.read_text("utf-8").replace("when: {days: 7}", "when: {days: 0}"), "utf-8")
    assert run("rules", "test", "imposed-or-not", "--rules", pack) == 1
    lines = capfd.readouterr().out.splitlines()
    assert any("read in a: Selim Arslan: “sanctions had been imposed on Turkey" in line for line in lines)
    assert any("said on 2025-02-10 and 2025-02-11 by two speakers; the rule takes 0 days" in line for line in lines)
    assert lines[-3].startswith("failed: imposed-or-not/en/turkey-imposed-or-not at ")
    assert lines[-1] == "6 examples: 2 failed, 4 ok"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kemal Aydin said that US sanctions on Syria have been lifted.",
            [
                "Kemal Aydin: “US sanctions on Syria have been lifted”",
                "US [nationality place.us] sanctions [topic sanctions] on [preposition at]",
                "“lifted” (event lift) in the clause",
                "owner org.us-government, target org.syrian-government",
                "fact: measure (is: lifted, target: org.syrian-government) of org.us-government, place place.sy",
                "no fact measure (is: in_force): polarity is affirmed, not denied",
            ],
        ),
        ("Kemal Aydin said that the sanctions were lifted.", ["value.target is empty: no party after target"]),
        ("Kemal Aydin said that it was raining.", ["no word of it begins a fact"]),
        ("Sanctions were lifted.", ["no statement: nobody is read as saying anything here"]),
        ("قال كمال أيدن إن واشنطن لم ترفع عقوباتها عن إيران.", ["fact: measure (is: in_force", "ترفع [event lift]"]),
    ],
)
def test_why_a_text_gives_what_it_gives(text: str, told: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "why", text, "--published", "2024-07-02", "--rules", SANCTIONS) == 0
    out = capfd.readouterr().out
    assert [line for line in told if line not in out] == []
