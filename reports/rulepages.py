"""The pages of ``docs/rules``: one a shipped rule, their list, and the comparators with their parameters."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from consistency.compare.registry import COMPARATORS, Comparator
from consistency.report import rule_page
from consistency.rulepack import load_examples, load_sets
from reports import wordpage

FOLDER = "docs/rules"
HEAD = "Written by `make reports` from the rules; changes belong there."


def pages() -> Iterator[tuple[str, str]]:
    """Each page by its path from the root."""
    lines = [
        "# Rules",
        "",
        HEAD,
        "",
        "How they compare: [comparators](comparators.md). Conditions: [guards](../guards.md). "
        "What the files of a pack may name: [words and values](words.md).",
        "",
    ]
    for _, packs in load_sets():
        examples = load_examples(packs)
        for pack, rule in packs.rules():
            page = rule_page(rule, pack, packs.rule_file(rule.id).name, [e for e in examples if e.rule.id == rule.id])
            yield f"{FOLDER}/{rule.id}.md", page
            lines.append(f"- [{rule.id}]({rule.id}.md) ({pack}, {rule.verdict}, {rule.severity}): {rule.what}")
    yield f"{FOLDER}/README.md", "\n".join(lines) + "\n"
    parts = ["# Comparators", HEAD, *(_comparator(name, made) for name, made in sorted(COMPARATORS.items()))]
    yield f"{FOLDER}/comparators.md", "\n\n".join(parts) + "\n"
    yield wordpage.PATH, wordpage.page()


def _comparator(name: str, comparator: Comparator) -> str:
    """What one comparator does, can come to, and takes."""
    about = " ".join(inspect.cleandoc(comparator.compare.__doc__ or "").split()).replace("`" * 2, "`")
    fields = comparator.parameters.model_fields.items()
    rows = [
        f"- `{field}`{'' if info.is_required() else f' (default: {_shown(info.default)})'}: {info.description}"
        for field, info in fields
    ]
    return "\n".join(
        [f"## {name}", "", about, "", f"It says: {', '.join(comparator.relations)}.", *([""] if rows else []), *rows]
    )


def _shown(default: object) -> str:
    return "none" if default in (None, ()) else str(default).lower()
