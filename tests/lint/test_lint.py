"""What is said of rule packs with faults, and that the shipped ones have none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from consistency.cli import main
from consistency.errors import RuleError
from consistency.lint import lint, lint_used
from consistency.lint.sources import read_sources
from consistency.rulepack import chosen_folders, load_packs
from consistency.rulepack.frames import FACETS, FINDERS

ROOT = Path(__file__).resolve().parents[2]
BROKEN, SANCTIONS = Path("tests/rulepack/broken"), Path("tests/rulepack/sanctions")
PACKS = sorted(path.name for path in (ROOT / BROKEN).iterdir() if path.is_dir())
NEEDS_CEL = pytest.mark.skipif(find_spec("cel_expr_python") is None, reason="cel-expr-python is not installed")


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files as they are seen from here."""
    monkeypatch.chdir(ROOT)


def test_the_shipped_packs_have_no_fault() -> None:
    assert [str(fault) for fault in lint()] == []


def told() -> dict[str, list[str]]:
    """The messages that belong to each broken pack."""
    lines = (ROOT / BROKEN / "messages.txt").read_text("utf-8").splitlines()
    return {pack: [line for line in lines if line.startswith(f"{BROKEN}/{pack}/")] for pack in PACKS}


@pytest.mark.parametrize("pack", [pytest.param(p, marks=NEEDS_CEL if p == "guard" else ()) for p in PACKS])
def test_every_fault_of_a_broken_pack_is_told_with_its_place(pack: str) -> None:
    found = [str(fault) for fault in lint(packs=[pack], only=[BROKEN / pack])]
    assert found == told()[pack]
    assert found


@pytest.mark.parametrize("pack", [pytest.param(p, marks=NEEDS_CEL if p == "guard" else ()) for p in PACKS])
def test_a_run_tells_the_same_faults_without_reading_everything(pack: str) -> None:
    try:
        packs = load_packs([BROKEN / pack], [pack])
        entities = packs.entities
    except RuleError:
        pytest.skip("the pack cannot be used at all")
    assert len(entities) > 0
    assert [str(fault) for fault in lint_used(packs, [BROKEN / pack])] == told()[pack]


def test_a_run_reads_no_examples_of_other_packs_for_the_faults_of_one() -> None:
    folders = chosen_folders([SANCTIONS])
    sources, _ = read_sources(folders, [SANCTIONS])
    assert {source.pack.id for source in sources if source.part == "examples"} == {"sanctions"}
    assert {source.pack.id for source in sources if source.asked} == {"sanctions"}


def test_the_command_prints_the_faults_and_fails(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "lint", str(BROKEN / "kind")]) == 1
    out, err = capfd.readouterr()
    assert out.splitlines() == told()["kind"]
    assert err == "consistency: 1 fault found\n"


def test_a_folder_without_a_pack_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "lint", "docs"]) == 2
    assert "docs:1:1: no rule pack here" in capfd.readouterr().err


def test_what_frames_may_ask_for_is_what_readings_give() -> None:
    from consistency.facts.partners import _FINDERS

    assert set(_FINDERS) == set(FINDERS)
    source = (ROOT / "consistency/facts/facets.py").read_text("utf-8")
    table = source.partition("reading.facets = {")[2].partition("\n        }")[0]
    given = {line.split('"')[1] for line in table.splitlines() if line.strip().startswith('"')}
    assert given
    assert given <= set(FACETS)
