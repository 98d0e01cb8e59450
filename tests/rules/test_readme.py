"""The page for authors of rules: its commands run in their order, and it names what there is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from consistency.rulepack.frames import FACETS
from consistency.rulepack.header import PackHeader
from consistency.rulepack.lexicon import Entry
from consistency.rulepack.rules import Rule

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "rules" / "README.md").read_text("utf-8")
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE) for line in block.splitlines()
]


def test_a_new_pack_comes_about_as_the_page_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert len(COMMANDS) == 5
    for command in COMMANDS:
        arguments = [sys.executable, "-m", *command.split()]
        done = subprocess.run(arguments, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    lint = [sys.executable, "-m", "consistency", "rules", "lint", "exercises"]
    assert subprocess.run(lint, cwd=tmp_path, env=env, capture_output=True, check=False).stdout == b""
    for file in re.findall(r"^\| `(exercises/[^`]+)`", README, re.MULTILINE):
        assert (tmp_path / file).is_file()


def test_every_field_and_facet_is_named() -> None:
    fields = [f.alias or name for model in (PackHeader, Entry, Rule) for name, f in model.model_fields.items()]
    assert [name for name in (*fields, *FACETS) if f"`{name}`" not in README] == []


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / "rules" / link).exists()] == []
