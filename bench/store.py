"""Prints what a batch of new articles costs on a store of a million facts beside an empty one.

``python -m bench.store [--facts N] [--keep FOLDER] [--postgres URL]``: the stores are made in a temporary folder, or kept in the
one that is named and used again. What they hold is told in ``bench/world.py``.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.world import additions, batch, patterns, world
from consistency import Article, Checker, Report, read_articles
from consistency.remembering import check_with
from consistency.store import Addition, Keeping, Place, listing, open_place

ROOT = Path(__file__).resolve().parents[1]
FACTS, CHUNK, ROUNDS, BATCH = 1_000_000, 4_000, 5, 100
MOST_TIMES = 1.3
_CHECK = (sys.executable, "-m", "consistency", "check")
_READ = (0, 1)
"""The exit codes of a run that lost nothing, without findings and with some."""
_HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Plan:
    """A world by name: how many conflicts, with how many foreign forces each, and whether some are more in the news."""

    name: str
    conflicts: int
    guests: int
    uneven: bool


PLANS = (
    Plan("120 conflicts, 16 foreign forces in each", 120, 16, uneven=False),
    Plan("60 conflicts, 8 foreign forces in each", 60, 8, uneven=False),
)


@dataclass(frozen=True)
class Cost:
    """CPU and wall seconds that a batch takes, and what its report holds."""

    cpu: float
    wall: float
    findings: float
    facts: float


def fill(place: Place, source: Iterator[Addition], number: int) -> float:
    """Adds made-up articles with at least so many facts, in chunks; the seconds it took."""
    started, facts = time.perf_counter(), 0
    while facts < number:
        some: list[Addition] = []
        while len(some) < CHUNK and facts < number:
            some.append(next(source))
            facts += len(some[-1].facts)
        with place.writing() as connection:
            Keeping(connection).add(_joined(some))
    return time.perf_counter() - started


def _joined(some: Sequence[Addition]) -> Addition:
    return Addition(
        [x for a in some for x in a.articles],
        [x for a in some for x in a.statements],
        [x for a in some for x in a.facts],
        [x for a in some for x in a.passages],
        [x for a in some for x in a.pieces],
    )


def cost(checker: Checker, place: Place, batches: Sequence[Sequence[Article]]) -> Cost:
    """The medians of what batches cost, each of which is taken back again; the first, which warms up, is left out."""
    costs = [_one(checker, place, articles) for articles in batches][1:]
    return Cost(
        *(median(figures) for figures in zip(*((c.cpu, c.wall, c.findings, c.facts) for c in costs), strict=True))
    )


def commands(names: Sequence[str], batches: Sequence[Sequence[Article]]) -> list[float]:
    """The medians of the CPU seconds that ``consistency check`` takes with the store of each name, from its start to its end.

    Each batch goes into all stores in turn, since the speed of a machine drifts.
    """
    costs: dict[str, list[float]] = {name: [] for name in names}
    with TemporaryDirectory() as folder:
        news = Path(folder) / "news.jsonl"
        for articles in batches:
            news.write_text("\n".join(map(_row, articles)), encoding="utf-8")
            for name in names:
                costs[name].append(_command(news, name))
                with open_place(name, new=True).writing() as connection:
                    Keeping(connection).remove(article.id for article in articles)
    return [median(taken) for taken in costs.values()]


def _command(news: Path, store: str) -> float:
    before = _children()
    done = subprocess.run([*_CHECK, news, "--store", store], env=_HERE, capture_output=True)
    if done.returncode not in _READ:
        done.check_returncode()
    return _children() - before


def _row(article: Article) -> str:
    return article.model_dump_json(include={"id", "text", "language", "outlet", "published"})


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _one(checker: Checker, place: Place, articles: Sequence[Article]) -> Cost:
    gc.collect()
    before, clock = time.process_time(), time.perf_counter()
    report = check_with(checker, place, articles, {}, None).report
    cpu, wall = time.process_time() - before, time.perf_counter() - clock
    with place.writing() as connection:
        Keeping(connection).remove(article.id for article in articles)
    return Cost(cpu, wall, len(report.findings), _earlier(report, articles))


def _earlier(report: Report, articles: Sequence[Article]) -> int:
    """How many facts of earlier batches the report shows."""
    new = {article.id for article in articles}
    return sum(fact.id.rpartition("#")[0] not in new for fact in report.facts)


def measure(checker: Checker, full: str, empty: str, plan: Plan, number: int) -> None:
    """Prints the figures of one world in one database, beside an empty one."""
    place = open_place(full, new=True)
    around = world(checker.packs, plan.conflicts, plan.guests, uneven=plan.uneven)
    made = read_articles((ROOT / "examples",)).articles
    with place.reading() as connection:
        held = listing.status(connection)
    if held.facts < number:
        seconds = fill(place, additions(patterns(checker, made), around), number)
        print(f"  filled in batches of {CHUNK:,} articles in {seconds:,.0f} s")
        with place.reading() as connection:
            held = listing.status(connection)
    print(
        f"  {held.facts:,} facts of {held.articles:,} articles, {held.speakers:,} speakers, {place.size() / 1e6:,.0f} MB"
    )
    for name, themes in (("a new theme", around.unheard()), ("one theme", around.alone()), ("all themes", around)):
        print(f"  {BATCH} new articles of {name}", flush=True)
        _compare(checker, empty, full, [batch(made, themes, BATCH, seed) for seed in range(ROUNDS + 1)])


def _compare(checker: Checker, empty: str, full: str, batches: Sequence[Sequence[Article]]) -> None:
    few, many = (cost(checker, open_place(name, new=True), batches) for name in (empty, full))
    for where, found in (("an empty store", few), ("this store", many)):
        told = f"{found.findings:.0f} findings, with {found.facts:.0f} facts of earlier articles"
        print(f"    on {where}: {found.cpu:.2f} s CPU, {found.wall:.2f} s in all; {told}")
    ratio = many.cpu / few.cpu
    print(f"    in one process, {ratio:.2f} times the CPU time, {many.wall / few.wall:.2f} times the clock")
    alone, beside = commands((empty, full), batches)
    times = beside / alone
    met = "met    " if times <= MOST_TIMES else "NOT MET"
    print(f"  {met}  as a command {alone:.2f} s and {beside:.2f} s CPU: {times:.2f} times (aim: at most {MOST_TIMES})")


def main() -> None:
    """Makes the stores, and measures on them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=FACTS)
    parser.add_argument("--keep", type=Path)
    parser.add_argument(
        "--postgres", help="a URL, up to the name of the database: NAME-0, NAME-1 … and NAME-empty exist"
    )
    given = parser.parse_args()
    checker = Checker()
    with TemporaryDirectory() as folder:
        for number, plan in enumerate(PLANS):
            where = given.postgres or f"{given.keep or folder}/{given.facts}"
            print(plan.name, flush=True)
            measure(checker, f"{where}-{number}", f"{where}-empty", plan, given.facts)


if __name__ == "__main__":
    main()
