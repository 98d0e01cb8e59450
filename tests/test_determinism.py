"""The same articles give the same bytes whatever the hash seed, the number of workers, or the order of the articles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from consistency import Article, Checker, render

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = 70
"""More than two workers are handed at once."""

NAMES = ("سامر الخالدي", "نبيل الحيدري", "هاشم العزاوي", "رائد الجميلي", "Daniel Harper", "Laura Benson")
ARABIC = """قوة دولية في طريق العودة
أعلن المتحدث باسم القوات الأمريكية {name} أن «{count} جندياً سيغادرون العراق قبل {day} كانون الأول 2021».
وأضاف أن مهام القوات ستقتصر على التدريب وتقديم المشورة.
في المقابل، نفى مصدر أمني انسحاب القوات الأمريكية من العراق."""
ENGLISH = """Troops on their way home
“About {count} American soldiers will have left Iraq by {day} December 2021,” said the spokesman {name} on Monday.
He added that combat operations had ended. A senior official denied that any withdrawal had begun."""


def batch() -> Iterator[Article]:
    """Short articles in both languages, of a few speakers who name different days and numbers."""
    for i in range(ARTICLES):
        name = NAMES[i % len(NAMES)]
        text = (ARABIC if i % 2 else ENGLISH).format(name=name, count=2000 + 100 * (i % 4), day=20 + i % 3)
        yield Article(id=f"a{i:02}", text=text, published=f"2021-12-{1 + i % 9:02}", outlet=f"outlet {i % 5}")


@pytest.fixture(scope="module")
def written() -> str:
    """The report of one process on the articles in order."""
    report = Checker().check(batch())
    assert len(report.statements) > ARTICLES
    assert {finding.verdict for finding in report.findings} >= {"agreement", "tension"}
    return render(report, "json")


def test_the_order_of_articles_changes_nothing(written: str) -> None:
    backwards = list(reversed(list(batch())))
    shuffled = backwards[::3] + backwards[1::3] + backwards[2::3]
    assert render(Checker().check(shuffled), "json") == written


def test_a_checker_that_has_read_other_articles_finds_the_same(written: str) -> None:
    checker = Checker()
    checker.check([Article(id="b", text=ENGLISH.format(name="Laura Benson", count=12, day=1), published="2012-05-05")])
    assert render(checker.check(batch()), "json") == written


@pytest.mark.parametrize(("seed", "workers"), [("1", "2"), ("2", "4")])
def test_neither_the_hash_seed_nor_the_number_of_workers_changes_a_byte(
    written: str, tmp_path: Path, seed: str, workers: str
) -> None:
    rows = tmp_path / "batch.jsonl"
    rows.write_text("\n".join(json.dumps(_row(article), ensure_ascii=False) for article in batch()), "utf-8")
    command = ["check", str(rows), "--format", "json", "--fail-on", "never", "--workers", workers]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-m", "consistency", *command], env=environment, stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert done.stdout.decode("utf-8") == written


def _row(article: Article) -> dict[str, str]:
    return article.model_dump(mode="json", include={"id", "text", "published", "outlet"})
