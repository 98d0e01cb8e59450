"""Whole short articles in the styles of several newspapers, checked through ``--packs``, with what must be found across them and what must not.

A file beside this one with ``id``, ``packs``, ``articles``, ``expect`` (rule and who stands on each side) and ``forbid`` (rules) is a list of
groups. Besides the expected findings no tension may come.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from consistency.cli import main

FILES = ("counts.yaml", "truces.yaml")
_FIELDS = ("outlet", "published", "language", "text")


def _groups() -> Iterator[Any]:
    for name in FILES:
        for group in yaml.safe_load((Path(__file__).parent / name).read_text("utf-8")):
            yield pytest.param(group, id=group["id"])


def _findings(group: dict[str, Any], folder: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    rows = [{"id": a["id"], **{k: str(a[k]) for k in _FIELDS if k in a}} for a in group["articles"]]
    batch = folder / "articles.jsonl"
    batch.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    main(["check", str(batch), "--packs", ",".join(group["packs"]), "--format", "json", "--fail-on", "never"])
    return json.loads(capsys.readouterr().out)


def _sides(finding: dict[str, Any], report: dict[str, Any]) -> list[list[str]]:
    """The names of the speakers on each side."""
    facts = {fact["id"]: fact["statement"] for fact in report["facts"]}
    said = {statement["id"]: statement["speaker"] for statement in report["statements"]}
    names = {speaker["id"]: speaker["name"] for speaker in report["speakers"]}
    return sorted(sorted({names[said[facts[fact]]] for fact in side["facts"]}) for side in finding["positions"])


@pytest.mark.parametrize("group", list(_groups()))
def test_articles_give_what_an_editor_expects(
    group: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = _findings(group, tmp_path, capsys)
    found = [(f["rule"], _sides(f, report)) for f in report["findings"]]
    wanted = [(row["rule"], sorted(sorted(side) for side in row["sides"])) for row in group["expect"]]
    assert [row for row in wanted if row not in found] == [], found
    assert [f["explanation"] for f in report["findings"] if f["rule"] in group.get("forbid", ())] == []
    tensions = [(f["rule"], _sides(f, report)) for f in report["findings"] if f["verdict"] == "tension"]
    assert [row for row in tensions if row not in wanted] == []
