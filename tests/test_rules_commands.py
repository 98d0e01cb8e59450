"""The commands for authors of rules: new, list, and which packs are used."""

from __future__ import annotations

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
