"""Scores as a table that a person reads."""

from __future__ import annotations

from consistency.evaluation.scores import Count, Scores

_RATES = ("speakers", "subjects")


def listing(scores: Scores, *, misses: bool = False) -> str:
    """One line a count, kinds of facts indented; with ``misses`` every miss and false alarm first."""
    lines = [*sorted(scores.misses), ""] if misses and scores.misses else []
    lines.append(f"{'':24}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'found':>7}{'gold':>6}")
    order = ["statements", "statements_strict", "speakers", "facts"]
    kinds = sorted(name for name in scores.counts if name.startswith("fact:"))
    for name in [*order, *kinds, "subjects", "tensions", "agreements"]:
        if name in scores.counts:
            lines.append(_line(name, scores.counts[name]))
    return "\n".join(lines) + "\n"


def _line(name: str, count: Count) -> str:
    label = f"  {name.removeprefix('fact:')}" if name.startswith("fact:") else name.replace("_", " ")
    if name in _RATES:
        return f"{label:24}{_rate(count.precision):>10}{'':8}{'':7}{count.right:>7}{count.found:>7}"
    rates = f"{_rate(count.precision):>10}{_rate(count.recall):>8}{_rate(count.f1):>7}"
    return f"{label:24}{rates}{count.right:>7}{count.found:>7}{count.gold:>6}"


def _rate(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
