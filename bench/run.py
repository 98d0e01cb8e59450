"""Prints speed, memory and growth of a full check beside the aims, and says of each whether it is met.

Every figure comes from a process of its own, and this one stays small: a process's peak memory counts that of its parent.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = (100, 1_000, 10_000)
MOST_TIMES, MOST_TIMES_ELSEWHERE, MOST_GROWTH, MOST_MEGABYTES = 3.0, 1.0, 1.2, 500
_HEADINGS = {"concerned": "articles that the packs concern", "others": "articles that no pack concerns"}


def main() -> None:
    """Measures, one process after the other, and prints each figure as soon as it is there."""
    prices = _measure("price")
    for name, aim in (("concerned", MOST_TIMES), ("others", MOST_TIMES_ELSEWHERE)):
        _print_price(_HEADINGS[name], prices[name], aim)
    costs = _measure("packs")
    print("\nPacks on articles that no pack concerns (times who said what alone)")
    for name in ("deployment", "all"):
        print(f"  {name:10} {costs[name]:6.2f}", flush=True)
    print("\nGrowth (both languages, CPU seconds without start-up)")
    sizes = []
    for number in SIZES:
        sizes.append(_measure("growth", str(number)))
        print("  {articles:>6,} articles  {seconds:8.2f} s  peak {megabytes:5.0f} MB".format(**sizes[-1]))
    first, last = sizes[0], sizes[-1]
    rate = (last["seconds"] / last["articles"]) / (first["seconds"] / first["articles"])
    _print_aim(f"time of {SIZES[-1]:,} articles as a multiple of linear", rate, MOST_GROWTH)
    _print_aim("peak memory in MB", last["megabytes"], MOST_MEGABYTES)


def _measure(*what: str) -> dict:
    command = [sys.executable, "-m", "bench.measure", *what]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def _print_price(heading: str, price: dict[str, float], aim: float) -> None:
    print(f"\nArabic {heading} ({price['tokens']:.0f} tokens each)")
    print(f"  bare spaCy tokenization  {price['bare']:6.2f} µs a token  {_rate(price, 'bare'):8,.0f} articles a second")
    print(
        f"  full check               {price['check']:6.2f} µs a token  {_rate(price, 'check'):8,.0f} articles a second"
    )
    _print_aim("full check as a multiple of bare tokenization", price["ratio"], aim)


def _rate(price: dict[str, float], what: str) -> float:
    return 1e6 / (price[what] * price["tokens"])


def _print_aim(what: str, figure: float, most: float) -> None:
    print(f"  {'met    ' if figure <= most else 'NOT MET'}  {what}: {figure:.2f} (aim: at most {most:g})", flush=True)


if __name__ == "__main__":
    main()
