"""Scores of gold as tests hold them: the checker runs once a process over each set, one batch a group of articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from consistency import Checker, Report
from consistency.evaluation import Gold, Scores, articles_beside, load_gold, measure
from consistency.readers import read_articles

Floors = Mapping[str, Mapping[str, float]]
"""Name of a count to its rates ("precision", "recall", "f1") and the least that they may be."""


def reports(checker: Checker, folder: Path, gold: Gold) -> Iterator[Report]:
    """A report for each batch of a gold folder."""
    articles = {a.id: a for a in read_articles(articles_beside([folder])).articles}
    for _, ids in gold.batches():
        yield checker.check([articles[id_] for id_ in ids])


def scored(checker: Checker, folder: Path) -> Scores:
    """The scores of all batches of a gold folder."""
    gold, scores = load_gold([folder]), Scores()
    for report in reports(checker, folder, gold):
        scores.add(measure(report, gold))
    return scores


def below(scores: Scores, floors: Floors) -> list[str]:
    """A line for each rate that lies below its floor, or that is not there at all."""
    rows = [(name, rate, floor) for name, rates in floors.items() for rate, floor in rates.items()]
    found = [(name, rate, getattr(scores.count(name), rate), floor) for name, rate, floor in rows]
    return [f"{n} {rate}: {got} < {floor}" for n, rate, got, floor in found if got is None or got < floor]
