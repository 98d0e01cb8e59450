"""What one process measures, printed as JSON: ``price`` (bare tokenization beside a full check), ``packs`` or ``growth N``."""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import spacy

from bench.compose import Template, compose, templates
from consistency import Article, Checker, read_articles
from consistency.collector import look_less_often

ROOT = Path(__file__).resolve().parents[1]
CONCERNED = (ROOT / "examples",)
OTHERS = (ROOT / "bench" / "texts" / "others",)
ROUNDS, A_ROUND, WARM_UP = 7, 150, 300
FEW = 100
"""Batches of at most so many articles are measured a few times, and the fastest stands."""


def price(checker: Checker, folders: Sequence[Path]) -> dict[str, float]:
    """CPU microseconds a token of bare tokenization and of a full check of the same Arabic texts, new ones each round.

    Both have seen other variations of the texts before, so that both have their caches. The medians of the rounds.
    """
    patterns = [t for t in _patterns(checker, folders) if t.article.language == "ar"]
    nlp = spacy.blank("ar")
    bare, full, tokens = [], [], 0
    for seed in range(ROUNDS + 1):
        articles = compose(patterns, A_ROUND if seed else WARM_UP, seed)
        seconds, docs = _timed(lambda batch: [nlp(a.text) for a in batch], articles)
        tokens = sum(map(len, docs))
        bare.append(seconds / tokens * 1e6)
        full.append(_timed(checker.check, articles)[0] / tokens * 1e6)
    del bare[0], full[0]
    ratio = median(b / a for a, b in zip(bare, full, strict=True))
    return {"bare": median(bare), "check": median(full), "ratio": ratio, "tokens": tokens / A_ROUND}


def packs() -> dict[str, float]:
    """What packs cost on articles that concern none: CPU time with them as a multiple of who said what alone (medians)."""
    sets = {"alone": ("base",), "deployment": ("deployment",), "all": ("deployment", "ceasefire", "counts")}
    checkers = {name: Checker(packs=chosen) for name, chosen in sets.items()}
    patterns = _patterns(checkers["all"], OTHERS)
    times: dict[str, list[float]] = {name: [] for name in sets}
    for seed in range(ROUNDS + 1):
        articles = compose(patterns, A_ROUND if seed else WARM_UP, seed)
        for name, checker in checkers.items():
            times[name].append(_timed(checker.check, articles)[0])
    alone = times.pop("alone")[1:]
    return {name: median(b / a for a, b in zip(alone, took[1:], strict=True)) for name, took in times.items()}


def growth(checker: Checker, number: int) -> dict[str, float]:
    """CPU seconds and peak memory of a check of ``number`` articles in both languages, after a warm-up."""
    patterns = _patterns(checker, CONCERNED)
    checker.check(compose(patterns, WARM_UP, 0))
    batches = (compose(patterns, number, seed) for seed in range(1, 4 if number <= FEW else 2))
    seconds = min(_timed(checker.check, articles)[0] for articles in batches)
    return {"articles": number, "seconds": seconds, "megabytes": _peak()}


def _patterns(checker: Checker, folders: Sequence[Path]) -> list[Template]:
    return templates(read_articles(folders).articles, checker.packs)


def _timed(work: Callable[[list[Article]], object], articles: list[Article]) -> tuple[float, object]:
    """CPU seconds that the work takes, which other work on the machine does not lengthen, and its result."""
    gc.collect()
    start = time.process_time()
    result = work(articles)
    return time.process_time() - start, result


def _peak() -> float:
    """The most memory that the process has held, in MB; getrusage counts kilobytes, on macOS bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def main(arguments: Sequence[str]) -> None:
    """Measures what the arguments say, in a process set up as the command line's is."""
    look_less_often()
    if arguments[0] == "packs":
        print(json.dumps(packs()))
        return
    checker = Checker()
    if arguments[0] == "growth":
        print(json.dumps(growth(checker, int(arguments[1]))))
    else:
        print(json.dumps({"concerned": price(checker, CONCERNED), "others": price(checker, OTHERS)}))


if __name__ == "__main__":
    main(sys.argv[1:])
