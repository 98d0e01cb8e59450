"""The accuracy gate: the development set (../shared) is read and compared as well as was promised."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from consistency import Article, Checker, Report
from consistency.cli import main
from consistency.evaluation import Gold, Scores, articles_beside, load_gold, measure
from consistency.readers import read_articles
from tests.evaluation.floors import Floors, below, reports
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
FOLDER = SHARED / "gold"
DIGEST = "coalition-iraq-2021-12-09"
DIGEST_FLOORS: Floors = {"statements": {"f1": 0.90}, "speakers": {"precision": 0.95}, "facts": {"f1": 0.80}}
FLOORS: Floors = {
    "statements": {"f1": 0.95},
    "statements_strict": {"f1": 0.90},
    "speakers": {"precision": 0.95},
    "facts": {"f1": 0.85},
    "tensions": {"precision": 0.85, "recall": 0.8},
    "agreements": {"precision": 0.90, "recall": 0.75},
}


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold([FOLDER])


@pytest.fixture(scope="module")
def batches(checker: Checker, gold: Gold) -> list[Report]:
    """The reports of the whole set, one batch a group."""
    return list(reports(checker, FOLDER, gold))


@pytest.fixture(scope="module")
def digest(checker: Checker) -> Report:
    """The report on the digest of four stories alone."""
    articles: dict[str, Article] = {a.id: a for a in read_articles(articles_beside([FOLDER])).articles}
    return checker.check([articles[DIGEST]])


def test_the_digest_is_read_well_enough(digest: Report, gold: Gold) -> None:
    scores = measure(digest, gold)
    assert not below(scores, DIGEST_FLOORS), "\n".join(scores.misses)


def test_every_tension_of_the_digest_is_found_and_no_false_one(digest: Report, gold: Gold) -> None:
    scores = measure(digest, gold)
    tensions = scores.count("tensions")
    assert tensions.gold >= 5
    assert (tensions.precision, tensions.recall) == (1.0, 1.0), "\n".join(scores.misses)


@pytest.mark.parametrize(
    ("rules", "left", "right"),
    [
        ({"role-changed-or-not", "role-kept-or-mission-over"}, "التحالف الدولي", "قاسم الأعرجي"),
        ({"done-or-not"}, "قاسم الأعرجي", "يحيى رسول"),
        ({"combat-or-not"}, "يحيى رسول", "يحيى رسول"),
        ({"numbers-kept-or-few-left"}, "جويل هاربر", "يحيى رسول"),
    ],
)
def test_what_an_editor_expects_of_the_digest(digest: Report, rules: set[str], left: str, right: str) -> None:
    names = {s.id: s.name for s in digest.speakers}
    found = [f for f in digest.findings if f.verdict == "tension" and f.rule in rules]
    sides = [[{names[i] for i in position.speakers} for position in f.positions] for f in found]
    assert any(left in a and right in b for ps in sides for a, b in permutations(ps, 2)), sides


def test_several_speakers_share_the_deadline_of_the_digest(digest: Report) -> None:
    facts = {f.id: f for f in digest.facts}
    shared = [f for f in digest.findings if f.verdict == "agreement" and f.kind == "deadline"]
    days = [{facts[i].value["by"]["end"] for i in f.positions[0].facts} for f in shared]
    assert {"2021-12-31"} in days
    assert any(len(f.positions[0].speakers) >= 3 for f in shared)


def test_the_whole_set_is_read_well_enough(batches: list[Report], gold: Gold) -> None:
    scores = Scores()
    for report in batches:
        scores.add(measure(report, gold))
    assert not below(scores, FLOORS), "\n".join(scores.misses)


def test_evaluate_prints_what_the_reference_scorer_counts(
    batches: list[Report], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(FOLDER)]) == 0
    printed = dict(_rows(capsys.readouterr().out))
    wanted = _reference(batches, tmp_path)
    for label, counts in wanted.items():
        assert printed[label][: len(counts)] == counts, label
    assert len(wanted) > 10


def _rows(table: str) -> Iterator[tuple[str, list[int]]]:
    """(label, [right, found, gold]) of each line of the table; rates have no gold."""
    for line in table.splitlines()[1:]:
        if line.strip():
            yield line[:24].strip(), [int(n) for n in line[49:].split()]


def _reference(batches: list[Report], folder: Path) -> dict[str, list[int]]:
    """The same counts from ../shared/tools/score.py, added up over the batches."""
    total: Counter[tuple[str, str]] = Counter()
    for number, report in enumerate(batches):
        path = folder / f"{number}.json"
        path.write_text(json.dumps(report.model_dump(mode="json")), "utf-8")
        command = [sys.executable, str(SHARED / "tools/score.py"), str(path), str(FOLDER), "--json"]
        rows: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        kinds = rows.pop("facts_by_kind")
        total.update({(name, key): n for name, row in {**rows, **kinds}.items() for key, n in _counted(row)})
    return {name: [total[name, key] for key in keys] for name, keys in _KEYS.items()} | {
        name: [total[name, key] for key in ("tp", "pred", "gold")] for name in kinds
    }


_KEYS = {
    "statements": ("tp", "pred", "gold"),
    "facts": ("tp", "pred", "gold"),
    "speakers": ("right", "of"),
    "subjects": ("right", "of"),
    "tensions": ("found", "pred", "gold"),
    "agreements": ("found", "pred", "gold"),
}


def _counted(row: object) -> Iterator[tuple[str, int]]:
    if isinstance(row, dict):
        yield from ((key, n) for key, n in row.items() if isinstance(n, int))
