"""Which packs are used, in which order, and how one overrides another."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import RuleError
from consistency.rulepack import load_packs, load_sets


def pack(folder: Path, header: str, **files: str) -> Path:
    """A pack with the rest of its header."""
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(f"version: 1.0.0\n{header}\n", "utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_a_pack_comes_after_those_that_it_builds_on(tmp_path: Path) -> None:
    pack(tmp_path / "a", "id: first\nrequires: [second]")
    pack(tmp_path / "b", "id: second\nrequires: [base, third]")
    pack(tmp_path / "c", "id: third")
    order = [header.id for header in load_packs([tmp_path]).headers]
    assert order[0] == "base"
    assert order[-3:] == ["third", "second", "first"]


def test_only_the_named_packs_and_those_below_them_are_used(tmp_path: Path) -> None:
    pack(tmp_path / "a", "id: first\nrequires: [second]")
    pack(tmp_path / "b", "id: second")
    pack(tmp_path / "c", "id: third")
    assert [header.id for header in load_packs([tmp_path], ["first"]).headers] == ["base", "second", "first"]


def test_a_pack_on_request_is_used_where_it_is_named_or_built_upon(tmp_path: Path) -> None:
    pack(tmp_path / "a", 'id: asked\non_request: "true"')
    pack(tmp_path / "b", "id: plain")
    ids = [[header.id for header in packs.headers] for _, packs in load_sets([tmp_path])]
    assert "plain" in ids[0]
    assert "asked" not in ids[0]
    assert ["base", "asked"] in ids
    pack(tmp_path / "c", "id: builder\nrequires: [asked]")
    assert [header.id for header in load_packs([tmp_path]).headers][-2:] == ["asked", "builder"]


def test_a_pack_of_a_shipped_id_adds_to_it_and_overrides_it(tmp_path: Path) -> None:
    row = "- {id: org.nato, kind: body, en: [The Alliance]}\n- {id: org.own-legion, kind: force}\n"
    packs = load_packs([pack(tmp_path / "mine", "id: base", entities=row)])
    assert packs.entities["org.nato"].en == ("The Alliance",)
    assert {"org.own-legion", "org.coalition"} <= set(packs.entities)


@pytest.mark.parametrize(
    ("header", "names", "message"),
    [
        ("id: one\nrequires: [deploiment]", [], "3:12: requires 'deploiment', which is not there; allowed are "),
        ("id: one\nrequires: [deploiment]", [], "did you mean 'deployment'?"),
        ("id: one\nrequires: [one]", [], "packs that require each other: one → one"),
        ("id: One", [], "id: found 'One'; allowed is what matches"),
        ("id: one\nformat: 2", [], "format: found '2'; allowed are 1"),
        ("id: one\nlanguage: [ar]", [], "unknown field 'language'; allowed are"),
        ("id: one\nlanguage: [ar]", [], "did you mean 'languages'?"),
        ("version: 2", [], "duplicate key 'version'"),
        ("id: one", ["too"], "no pack 'too'"),
    ],
)
def test_a_pack_that_cannot_be_used_says_why(tmp_path: Path, header: str, names: list[str], message: str) -> None:
    pack(tmp_path / "one", header)
    with pytest.raises(RuleError) as caught:
        load_packs([tmp_path], names)
    assert message in str(caught.value)
