"""A run with a store finds what one run over all articles finds, as far as something new takes part in it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from consistency import Article, Checker, Report, read_articles
from consistency.model import Finding
from consistency.remembering import check_with
from consistency.store import Place, open_place
from tests.store.made import Content, around, content, substance
from tests.test_determinism import batch

ROOT = Path(__file__).resolve().parents[2]


class Whole:
    """The reports of single runs, each made once."""

    def __init__(self, checker: Checker) -> None:
        self._checker, self._known = checker, dict[frozenset[str], Report]()

    def report(self, articles: Sequence[Article]) -> Report:
        key = frozenset(article.id for article in articles)
        if key not in self._known:
            self._known[key] = self._checker.check(articles)
        return self._known[key]


def days(folder: str) -> list[list[Article]]:
    """The articles of a folder of shipped examples, day by day."""
    found: dict[object, list[Article]] = {}
    for article in read_articles([ROOT / folder]).articles:
        found.setdefault(article.published, []).append(article)
    return [found[day] for day in sorted(found, key=str)]


def run(
    checker: Checker,
    whole: Whole,
    place: Place,
    parts: Iterable[Sequence[Article]],
    of: Callable[[Finding], Content] = content,
) -> int:
    """Checks part after part, compares each report with that of one run, and counts the findings."""
    seen: list[Article] = []
    number = 0
    for part in parts:
        seen += part
        new = {article.id for article in part}
        report = check_with(checker, place, part, {}, None).report
        expected = {of(f) for f in around(whole.report(seen), new, checker)}
        found: set[Content] = {of(finding) for finding in report.findings}
        assert found == expected
        number += len(found)
    return number


def test_the_examples_in_every_order_of_days(checker: Checker, tmp_path: Path) -> None:
    whole, parts = Whole(checker), days("examples")
    assert len(parts) >= 5
    for number, order in enumerate(permutations(parts)):
        place = open_place(str(tmp_path / f"{number}.db"), new=True)
        assert run(checker, whole, place, order) > 10


def test_the_days_in_every_order(checker: Checker, tmp_path: Path) -> None:
    whole, parts = Whole(checker), days("days")
    for number, order in enumerate(permutations(parts)):
        place = open_place(str(tmp_path / f"{number}.db"), new=True)
        assert run(checker, whole, place, order, substance) > 5


@pytest.mark.parametrize(("seed", "parts"), [(1, 2), (2, 3), (3, 6)])
def test_many_articles_split_by_chance(checker: Checker, place: Place, seed: int, parts: int) -> None:
    articles = list(batch())
    random.Random(seed).shuffle(articles)
    assert run(checker, Whole(checker), place, [articles[n::parts] for n in range(parts)])


def test_articles_of_other_forces_are_not_even_loaded(checker: Checker, place: Place) -> None:
    text = "قال وزير الدفاع سامي حداد إن القوات {} ستنسحب من {} بحلول 31 مارس 2024."
    told = [("الإسبانية", "الأردن"), ("الفرنسية", "مالي")]
    for number, (force, country) in enumerate(told):
        article = Article(id=f"a{number}", text=text.format(force, country), published="2023-11-08")
        report = check_with(checker, place, [article], {}, None).report
        assert [one.id for one in report.articles] == [f"a{number}"]
        assert report.facts
