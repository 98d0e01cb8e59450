"""The rules of the packs in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from consistency.report.layout import many
from consistency.rulepack import Rule, RuleExample


def rule_list(rules: Iterable[tuple[str, Rule]], examples: Sequence[RuleExample]) -> str:
    """A line a rule under the name of its pack: verdict, severity, how many examples in each language, what it finds."""
    lines: list[str] = []
    counted = Counter((item.rule.id, item.example.language) for item in examples)
    home = ""
    for pack, rule in rules:
        if pack != home:
            lines += ["", f"{pack}"]
            home = pack
        languages = sorted(language for id_, language in counted if id_ == rule.id)
        shown = ", ".join(f"{language} {counted[rule.id, language]}" for language in languages) or "none"
        lines.append(f"  {rule.id:28} {rule.verdict:10} {rule.severity:6} examples: {shown:14} {rule.what}".rstrip())
    total = many(sum(line.startswith("  ") for line in lines), "rule")
    return "\n".join([*lines, "", total]).lstrip("\n") + "\n"
