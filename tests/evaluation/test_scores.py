"""Scoring against gold, compared with the reference scorer on the same input."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from consistency.errors import InputError
from consistency.evaluation import Gold, listing, load_gold, measure
from consistency.evaluation.gold import GoldFact
from consistency.evaluation.matching import core, intersection_over_union, pair
from consistency.model import Fact, Finding, Position, Report, ReportedArticle, Speaker, Statement, Subject
from tests.shared import SHARED, needs_shared


def corrupted(gold: Gold, seed: int | None) -> Report:
    """A report made of gold; with a seed, statements are dropped, moved or given to another, facts changed."""
    chance = random.Random(seed)
    noisy = seed is not None
    statements, facts, findings = [], [], []
    speakers: dict[str, Speaker] = {"person.nobody": Speaker(id="person.nobody", name="Nobody")}
    by_reference: dict[str, list[str]] = {}
    for article in gold.articles.values():
        for s in article.statements:
            if noisy and chance.random() < 0.2:
                continue
            speaker = chance.choice([s.speaker_id or "person.nobody"] * 4 + ["person.nobody"] * noisy)
            speakers.setdefault(speaker, Speaker(id=speaker, name=s.speaker[0]))
            move = chance.choice([0, 0, 5, 60]) * noisy
            ref = f"{article.article}#{s.id}"
            statements.append(
                Statement(id=ref, article=article.article, story="1", speaker=speaker, mode="direct", text=s.text, span=(s.span[0] + move, s.span[1] + move))
            )  # fmt: skip
            for n, f in enumerate(f for f in article.facts if f.statement == s.id):
                if not noisy or chance.random() < 0.7:
                    kind = chance.choice([f.kind] * 5 + ["count"] * noisy)
                    party = chance.choice([f.subject.party] + ["org.us-forces"] * noisy)
                    fact = Fact(id=f"{ref}.{n}", statement=ref, kind=kind, subject=Subject(party=party, component=f.subject.component), event=f.event,
                                value=f.value, phase=f.phase, polarity=f.polarity, span=s.span, text=s.text)  # type: ignore[arg-type]  # fmt: skip
                    facts.append(fact)
                    by_reference.setdefault(ref, []).append(fact.id)
    for n, want in enumerate(f for g in gold.groups for f in g.findings):
        sides = [[i for r in side for i in by_reference.get(r, [])] for side in want.sides]
        if (not noisy or chance.random() < 0.6) and all(sides):
            kind = chance.choice([*(want.kinds or ("count",)), *["nature"] * noisy])
            findings.append(
                Finding(id=str(n), rule="r", pack="p", verdict=want.verdict, scope="between_speakers", severity="low", confidence=1, kind=kind,
                        subject=Subject(party="x"), explanation="…", positions=tuple(Position(summary="", speakers=(), facts=tuple(s)) for s in sides))
            )  # fmt: skip
    articles = [
        ReportedArticle(
            id=a, title=None, language="ar", outlet=None, url=None, published=None, published_from=None, stories=()
        )
        for a in gold.articles
    ]
    return Report(
        articles=tuple(articles),
        speakers=tuple(speakers.values()),
        statements=tuple(statements),
        facts=tuple(facts),
        findings=tuple(findings),
    )


@needs_shared
@pytest.mark.parametrize("seed", range(4))
def test_it_agrees_with_the_reference_scorer(seed: int, tmp_path: Path) -> None:
    gold = load_gold([SHARED / "gold"])
    report = corrupted(gold, seed)
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report.model_dump(mode="json")), "utf-8")
    command = [sys.executable, str(SHARED / "tools/score.py"), str(path), str(SHARED / "gold"), "--json"]
    want: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    counts = measure(report, gold).counts
    for name in ("statements", "facts"):
        got = counts[name]
        assert {"tp": got.right, "pred": got.found, "gold": got.gold}.items() <= want[name].items()
    assert counts["statements_strict"].right == want["statements_iou80"]["tp"]
    assert (counts["speakers"].right, counts["speakers"].found) == (want["speakers"]["right"], want["speakers"]["of"])
    assert (counts["subjects"].right, counts["subjects"].found) == (want["subjects"]["right"], want["subjects"]["of"])
    for kind, row in want["facts_by_kind"].items():
        got = counts[f"fact:{kind}"]
        assert (got.right, got.found, got.gold) == (row["tp"], row["pred"], row["gold"]), kind
    for name in ("tensions", "agreements"):
        got = counts[name]
        assert {"pred": got.found, "good": got.good, "gold": got.gold, "found": got.right}.items() <= want[name].items()


@needs_shared
def test_gold_scored_against_itself_is_perfect_and_lists_nothing() -> None:
    gold = load_gold([SHARED / "gold"])
    scores = measure(corrupted(gold, None), gold)
    assert scores.misses == []
    assert all(c.right == c.gold and c.precision in (1.0, None) for c in scores.counts.values())
    assert "1.000" in listing(scores)


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    assert pair([1.0, 2.0], [2.0, 1.5], lambda p, q: 1 / (1 + abs(p - q))) == [(1, 0, 1.0), (0, 1, 1 / 1.5)]


def test_intersection_over_union() -> None:
    assert intersection_over_union((0, 10), (5, 15)) == pytest.approx(1 / 3)
    assert intersection_over_union((0, 2), (5, 8)) == 0


@pytest.mark.parametrize(
    ("kind", "value", "phase", "keys"),
    [
        ("role_change", {"from": ["combat"], "to": []}, "completed", {("from", "combat")}),
        ("role_change", {"from": [], "to": []}, "unchanged", {("unchanged",)}),
        ("count", {"min": None, "max": None, "word": "few"}, None, {("few",)}),
        ("troop_location", {"relation": "leave", "from": "place.ml"}, None, {("leave", "place.ml")}),
        ("cooperation", {"with": "org.nato", "areas": []}, None, {("any",)}),
    ],
)
def test_the_core_of_a_fact(kind: str, value: dict[str, Any], phase: str | None, keys: set[Any]) -> None:
    fact = GoldFact(statement="s", kind=kind, subject=Subject(party="x"), value=value, phase=phase)
    assert core(fact) == keys


def test_a_file_that_is_no_gold_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.gold.json").write_text('{"article": 3}')
    with pytest.raises(InputError, match="x.gold.json"):
        load_gold([tmp_path])
    with pytest.raises(InputError, match="no gold here"):
        load_gold([tmp_path / "nowhere"])
