"""Slips of an author that break nothing and find nothing: each is told with its place and the nearest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from consistency.cli import main
from consistency.lint import lint

PACK = Path(__file__).parents[1] / "rulepack" / "sanctions"


def changed(folder: Path, file: str, old: str, new: str) -> list[str]:
    """The faults of the pack on sanctions with a change in one of its files, without their places."""
    copy = folder / "sanctions"
    shutil.copytree(PACK, copy)
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), "utf-8")
    return [fault.message for fault in lint([copy], only=[copy])]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("facts.yaml", "topic.sanctions", "topic.sanction", "no word of type topic has the id 'sanction'"),
        ("facts.yaml", "topic.sanctions", "under.beginn", "did you mean 'begin'?"),
        ("facts.yaml", "kind: sanctions_end", "kind: sanctions_and", "no rule compares facts of kind 'sanctions_and'"),
        ("facts.yaml", "place: target,", "place: targets,", "no slot 'targets' that holds a place or a party"),
        ("rules/imposed-or-not.yaml", "[imposed, not_imposed]", "[imposed, notimposed]", "did you mean 'not_imposed'?"),
        (
            "lexicon/en.yaml",
            "{id: affirm, type: cue",
            "{id: admit, type: cue",
            "'renew' is a reporting word (affirm) too",
        ),
    ],
)
def test_a_slip_is_told(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    assert any(message in found for found in changed(tmp_path, file, old, new))


def test_text_of_the_template_is_told_of_in_a_pack_of_another_name(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, faults in (("embassies", 0), ("drills", 3)):
        main(["rules", "new", str(tmp_path / name / "a-rule")])
        capfd.readouterr()
        assert main(["rules", "lint", str(tmp_path / name)]) == (1 if faults else 0)
        out = capfd.readouterr().out
        assert out.count("is still the text of the template") == faults
    assert "'what' is still the text of the template" in out


def test_success_is_told_too(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "lint", str(PACK)]) == 0
    assert capfd.readouterr() == ("no faults in 1 pack: sanctions\n", "")


def test_a_check_with_a_faulty_pack_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "sanctions"
    shutil.copytree(PACK, copy)
    (copy / "lexicon" / "en.yaml").write_text("- {id: sanctions, type: topic, nouns: [sanction, sanction]}\n", "utf-8")
    article = tmp_path / "a.txt"
    article.write_text("Ministers meet\nNothing was said of sanctions.\n", "utf-8")
    main(["check", str(article), "--rules", str(copy), "--fail-on", "never"])
    assert f"in the rule packs; see: consistency rules lint {copy}" in capfd.readouterr().err
