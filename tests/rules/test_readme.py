"""The page for authors of rules names what there is; its commands are run with those of the other pages."""

from __future__ import annotations

import re
from pathlib import Path

from consistency.rulepack import write_new
from consistency.rulepack.frames import FACETS
from consistency.rulepack.header import PackHeader
from consistency.rulepack.lexicon import Entry
from consistency.rulepack.rules import Rule

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "rules" / "README.md").read_text("utf-8")


def test_a_new_pack_has_the_files_that_the_page_lists(tmp_path: Path) -> None:
    write_new(tmp_path / "exercises" / "exercise-date")
    files = re.findall(r"^\| `(exercises/[^`]+)`", README, re.MULTILINE)
    assert files
    assert [file for file in files if not (tmp_path / file).is_file()] == []


def test_every_field_and_facet_is_named() -> None:
    fields = [f.alias or name for model in (PackHeader, Entry, Rule) for name, f in model.model_fields.items()]
    assert [name for name in (*fields, *FACETS) if f"`{name}`" not in README] == []
