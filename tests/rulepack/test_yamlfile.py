"""YAML as packs may use it: what is refused, where each node stands, and what other readers would misread."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import RuleError
from consistency.rulepack.yamlfile import DEEPEST, MOST_BYTES, YamlFile, read_yaml

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def read(folder: Path, text: str) -> YamlFile:
    path = folder / "file.yaml"
    path.write_text(text, "utf-8")
    return read_yaml(path, "file.yaml")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: &x [one]\n", (1, 4), "anchor &x; anchors and aliases are not allowed"),
        ("a: &x one\nb: *x\n", (2, 4), "alias *x; write out what is meant"),
        ("a: !!python/object:os.system [ls]\n", (1, 4), "tag !!python/object:os.system; tags are not allowed"),
        ("a: one\n---\nb: two\n", (2, 1), "a second document"),
        ("a: one\nb: two\na: three\n", (3, 1), "duplicate key 'a'"),
        ("? [a, b]\n: c\n", (1, 3), "a mapping or list as a key"),
        ("a: " + "[" * 100 + "]" * 100, (1, 4 + DEEPEST - 1), f"nested more than {DEEPEST} deep"),
        ("# " + "x" * MOST_BYTES, (1, 1), "2,000,002 bytes; allowed are 2,000,000"),
        ("a: [one\nb: two\n", (2, 2), "not YAML"),
        ("a: \x07\n", (1, 1), "not YAML"),
    ],
)
def test_what_is_no_plain_data_is_refused_with_its_place(
    tmp_path: Path, text: str, place: tuple[int, int], words: str
) -> None:
    with pytest.raises(RuleError) as caught:
        read(tmp_path, text)
    assert any((f.line, f.column) == place and words in f.message for f in caught.value.faults), caught.value.faults


def test_a_bomb_of_aliases_is_never_unfolded(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        read(tmp_path, LAUGHS)
    assert len(caught.value.faults) == 9 + 8 * 9


def test_every_node_and_key_has_its_place(tmp_path: Path) -> None:
    file = read(tmp_path, "a:\n- {b: one, c: [two, three]}\n- four\nd: five\n")
    assert file.value == {"a": [{"b": "one", "c": ["two", "three"]}, "four"], "d": "five"}
    places = {("a",): (2, 1), ("a", 0, "c", 1): (2, 21), ("a", 1): (3, 3), ("d",): (4, 4)}
    assert {key: file.places[key] for key in places} == places
    assert (file.keys[("a", 0, "c")], file.keys[("d",)]) == ((2, 12), (4, 1))


def test_words_that_other_readers_misread_are_noted_unless_they_are_quoted(tmp_path: Path) -> None:
    file = read(tmp_path, "[NO, 'NO', 12:30, \"12:30\", yes, nothing, 12, ~, 'null']\n")
    assert file.value == ["NO", "NO", "12:30", "12:30", "yes", "nothing", "12", None, "null"]
    assert file.bare == ((0,), (2,), (4,))
