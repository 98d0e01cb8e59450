"""Loading packs: places of faults, overriding, part-of."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import RuleError
from consistency.rulepack import load_packs, packs_at


def write_pack(folder: Path, **files: str) -> Path:
    """A pack folder with a header and the given files (``__`` stands for a path separator)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("id: extra\nversion: 1.0.0\n", "utf-8")
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_a_users_pack_adds_a_party_with_one_line(tmp_path: Path) -> None:
    line = (
        "- {id: org.blue-legion, kind: force, ar: [الفيلق الأزرق], en: [Blue Legion], part_of: [org.foreign-forces]}\n"
    )
    packs = load_packs([write_pack(tmp_path / "mine", entities=line)])
    assert packs.entities.part_of("org.blue-legion", "org.foreign-forces")
    assert not packs.entities.part_of("org.foreign-forces", "org.blue-legion")


def test_a_folder_of_packs_loads_all_of_them(tmp_path: Path) -> None:
    write_pack(tmp_path / "one", entities="- {id: org.one, kind: body}\n")
    write_pack(tmp_path / "two", entities="- {id: org.two, kind: body}\n")
    assert {"org.one", "org.two"} <= set(load_packs([tmp_path]).entities)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("- {id: org.x, kind: body, wikidata: seven}\n", (1, 37), "wikidata"),
        ("- {id: org.x, kind: body}\n- {id: org.y}\n", (2, 3), "kind"),
        ("- id: org.x\n  kind: body\n  kind: force\n", (3, 3), "duplicate key"),
        ("- {id: org.x, kind: [\n", (2, 1), "not YAML"),
    ],
)
def test_a_fault_names_its_file_line_and_column(tmp_path: Path, text: str, place: tuple[int, int], words: str) -> None:
    packs = load_packs([write_pack(tmp_path / "mine", entities=text)])
    with pytest.raises(RuleError) as caught:
        packs.entities  # noqa: B018
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == place
    assert words in fault.message
    assert fault.file.endswith("entities.yaml")


def test_no_word_of_yaml_becomes_a_truth_value(tmp_path: Path) -> None:
    packs = load_packs([write_pack(tmp_path / "mine", entities="- {id: place.no, kind: place, en: [NO, 12:30]}\n")])
    assert packs.entities["place.no"].en == ("NO", "12:30")


def test_a_folder_that_is_no_pack_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rule pack"):
        load_packs([tmp_path / "nothing"])


def test_packs_are_read_again_only_when_a_file_of_theirs_has_changed(tmp_path: Path) -> None:
    words = tmp_path / "lexicon" / "en.yaml"
    words.parent.mkdir()
    (tmp_path / "pack.yaml").write_text("{id: sample, version: '1'}", "utf-8")
    words.write_text("[{id: leave, type: event, verbs: [leave]}]", "utf-8")
    first = packs_at([tmp_path])
    assert packs_at([tmp_path]) is first
    words.write_text("[{id: leave, type: event, verbs: [leave, depart]}]", "utf-8")
    assert next(packs_at([tmp_path]).words("en", "event")).verbs == ("leave", "depart")
