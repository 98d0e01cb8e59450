"""Packs that do not build on each other are read apart: no word of one changes what another finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency import Checker
from consistency.model import Report
from consistency.readers import read_articles
from consistency.rulepack import all_packs, load_packs
from consistency.rulepack.families import families_of
from consistency.rulepack.header import PackHeader
from tests.shared import SHARED, needs_shared

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def header(id: str, *requires: str) -> PackHeader:
    return PackHeader(id=id, version="1.0.0", requires=("base", *requires))


def test_a_pack_joins_the_family_of_what_it_builds_on() -> None:
    headers = [header("forces"), header("votes"), header("drills", "forces"), header("fleets", "drills")]
    found = families_of(headers, {"forces", "votes", "drills"})
    assert found == {"forces": "forces", "votes": "votes", "drills": "forces", "fleets": "forces"}


def test_a_pack_that_builds_on_two_families_joins_them() -> None:
    headers = [header("forces"), header("votes"), header("both", "forces", "votes")]
    assert len(set(families_of(headers, {"forces", "votes", "both"}).values())) == 1


def test_a_pack_without_frames_is_shared_by_all() -> None:
    assert families_of([header("forces"), header("names")], {"forces"}) == {"forces": "forces", "names": ""}


def write(folder: Path, pack: str, words: str, frames: str) -> None:
    (folder / pack / "lexicon").mkdir(parents=True)
    (folder / pack / "pack.yaml").write_text(f"{{id: {pack}, version: '1', requires: [base]}}", "utf-8")
    (folder / pack / "lexicon" / "en.yaml").write_text(words, "utf-8")
    (folder / pack / "facts.yaml").write_text(frames, "utf-8")


def test_one_word_may_mean_something_else_to_another_pack(tmp_path: Path) -> None:
    frame = "frames: [{on: event, facts: [{kind: KIND, event: trigger, subject: event}]}]"
    write(tmp_path, "strikes", "[{id: walkout, type: event, nouns: [strike]}]", frame.replace("KIND", "labour"))
    write(tmp_path, "raids", "[{id: raid, type: event, forms: [strike on, strike]}]", frame.replace("KIND", "raid"))
    text = "The strike on Monday was a success, the minister said."
    report = Checker([tmp_path], packs=("strikes", "raids")).check([text])
    assert {(fact.kind, fact.event) for fact in report.facts} == {("labour", "walkout"), ("raid", "raid")}


def deployments(path: Path, packs: tuple[str, ...]) -> tuple[list[str], list[tuple[object, ...]]]:
    report = Checker(packs=packs).check(read_articles([path]).articles)
    return [s.text for s in report.statements], said(report)


def said(report: Report) -> list[tuple[object, ...]]:
    kinds = {emit.kind for frame in load_packs(names=["deployment"]).frames for emit in frame.facts}
    return [
        (f.statement, f.kind, f.subject, f.event, f.place, f.value, f.phase, f.polarity, f.certainty, f.span)
        for f in report.facts
        if f.kind in kinds
    ]


PATHS = [EXAMPLES, pytest.param(SHARED / "articles", marks=needs_shared)]


@pytest.mark.parametrize("path", PATHS, ids=["examples", "shared"])
def test_the_facts_of_a_pack_are_the_same_with_all_packs(path: Path) -> None:
    alone, together = deployments(path, ("deployment",)), deployments(path, all_packs())
    assert alone[1]
    assert together == alone
