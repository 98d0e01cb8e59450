"""The example package adds a comparator, a reader, a format and a language by its entry points, without being installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = Path(__file__).parent / "example"
WIRE = """\
French troops to leave Chad
French forces will leave Chad by 6 May, General Luc Ferrand told reporters.
=====
Another month is named
Governor Idris Mahamat said that the French forces would leave Chad by 2 June.
"""
FRENCH = "Les soldats quitteront le pays en mai, a déclaré Luc Ferrand."


def run(*arguments: object, path: Path = EXAMPLE) -> subprocess.CompletedProcess[str]:
    """The command, with the example on the path where Python looks for packages."""
    env = {**os.environ, "PYTHONPATH": f"{path}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "consistency", *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    file = tmp_path / "monday.wire"
    file.write_text(WIRE, "utf-8")
    return file


def test_a_reader_a_comparator_and_a_format_are_added(wire: Path) -> None:
    options = ("--published", "2024-04-22", "--rules", EXAMPLE / "pack", "--packs", "desk", "--format", "desk")
    done = run("check", wire, *options)
    assert done.returncode == 1, done.stderr
    assert "tension: Luc Ferrand: by 6 May" in done.stdout or "tension: Luc Ferrand: by 2024-05-06" in done.stdout
    assert "Idris Mahamat" in done.stdout


def test_a_language_is_added(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    done = run("check", tmp_path, "--rules", EXAMPLE / "pack", "--format", "json", "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["articles"][0]["language"] == "fr"
    (statement,) = report["statements"]
    assert statement["text"] == "Les soldats quitteront le pays en mai"
    assert {s["id"]: s["name"] for s in report["speakers"]}[statement["speaker"]] == "Luc Ferrand"
    rows = run("annotate", tmp_path, "--rules", EXAMPLE / "pack").stdout.splitlines()
    found = {(m["type"], m["text"]) for m in json.loads(rows[0])["mentions"]}
    assert {("event", "quitteront"), ("unit", "soldats")} <= found


def test_without_the_package_its_names_are_unknown(wire: Path) -> None:
    options = ("--rules", EXAMPLE / "pack", "--format", "json")
    done = run("check", wire, *options, path=ROOT)
    assert done.returncode == 2
    assert "languages.1: found 'fr'; allowed are ar, en" in done.stderr
    assert ".wire" in run("check", wire, path=ROOT).stderr


def test_the_pack_of_the_example_is_clean_and_its_examples_go_as_they_say() -> None:
    lint = run("rules", "lint", EXAMPLE / "pack")
    assert (lint.stdout, lint.stderr) == ("no faults in 1 pack: desk\n", "")
    tested = run("rules", "test", "month-conflict", "--rules", EXAMPLE / "pack")
    assert tested.returncode == 0, tested.stdout
    assert {line.split("/")[1] for line in tested.stdout.splitlines() if line.startswith("ok ")} == {"en", "fr"}


def test_a_plug_in_that_cannot_be_loaded_is_named(tmp_path: Path, wire: Path) -> None:
    info = tmp_path / "other-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[consistency.comparators]\nnearly = other.absent:NEARLY\n", "utf-8")
    done = run("rules", "lint", path=tmp_path)
    assert done.returncode == 2
    assert (
        "plug-in 'nearly' = 'other.absent:NEARLY' of other in consistency.comparators: cannot be loaded" in done.stderr
    )


def test_both_lists_of_entry_points_are_one() -> None:
    points = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    written = ConfigParser(delimiters=("=",))
    written.read(EXAMPLE / "desk_plugin-1.0.dist-info" / "entry_points.txt", "utf-8")
    assert {group: dict(written[group]) for group in written.sections()} == points
