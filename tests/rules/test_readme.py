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

QUOTED = [
    line
    for block in re.findall(r"^```yaml\n(- .*?)^```", README.partition("## When nothing")[0], re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]


def test_a_new_pack_has_the_files_and_lines_that_the_page_shows(tmp_path: Path) -> None:
    write_new(tmp_path / "embassies" / "open-or-closed")
    files = re.findall(r"^\| `(embassies/[^`]+)`", README, re.MULTILINE)
    assert len(files) == 6
    assert [file for file in files if not (tmp_path / file).is_file()] == []
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "embassies").rglob("*.yaml"))
    assert QUOTED
    assert [line for line in QUOTED if line not in written] == []


def test_every_field_and_facet_is_named() -> None:
    fields = [f.alias or name for model in (PackHeader, Entry, Rule) for name, f in model.model_fields.items()]
    assert [name for name in (*fields, *FACETS) if f"`{name}`" not in README] == []
