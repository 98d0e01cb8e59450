"""Pairs of short articles that differ in one detail, read and compared from end to end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from consistency import Article, Checker

PAIRS = [
    pytest.param(language, pair, id=f"{language}-{pair['id']}")
    for language in ("ar", "en")
    for pair in yaml.safe_load((Path(__file__).parent / f"{language}.yaml").read_text("utf-8"))
]


@pytest.mark.parametrize(("language", "pair"), PAIRS)
def test_what_a_pair_must_and_must_not_give(checker: Checker, language: str, pair: dict[str, Any]) -> None:
    articles = [Article(id=side, language=language, **pair[side]) for side in ("a", "b")]
    findings = checker.check(articles).findings
    got = {(f.verdict, f.kind) for f in findings}
    if "expect" in pair:
        wanted = {(verdict, kind) for verdict, kinds in pair["expect"].items() for kind in kinds}
        assert got & wanted, f"found {sorted(got)}"
    assert not [f.explanation for f in findings if f.verdict in pair.get("forbid", ())]
