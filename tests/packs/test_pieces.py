"""Short pieces and longer articles on truces and counts, written without a look at the packs, read and compared from end to end.

An entry of ``ar.yaml``, ``en.yaml`` and what goes on with them (``ar-more.yaml``, ``en-more.yaml``) is a group of articles with the verdicts of which at least one finding must come (``expect``) and those
that must not come (``forbid``); ``gap: missed`` or ``gap: false`` marks what the packs do not do yet.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from consistency import Article, Checker


def _pieces() -> list[Any]:
    rows = (
        (lang, more, r)
        for lang in ("ar", "en")
        for more in ("", "-more")
        for r in yaml.safe_load((Path(__file__).parent / f"{lang}{more}.yaml").read_text("utf-8"))
    )
    return [
        pytest.param(lang, r, id=f"{lang}{more}-{r['id']}", marks=[pytest.mark.xfail(reason=r["gap"], strict=True)] if "gap" in r else [])
        for lang, more, r in rows
    ]  # fmt: skip


@cache
def _checker(pack: str) -> Checker:
    return Checker(packs=("base", pack))


@pytest.mark.parametrize(("language", "piece"), _pieces())
def test_what_pieces_must_and_must_not_give(language: str, piece: dict[str, Any]) -> None:
    articles = [Article(id=f"a{i}", language=language, **a) for i, a in enumerate(piece["articles"], 1)]
    findings = _checker(piece["packs"]).check(articles).findings
    got = {f.verdict for f in findings}
    assert "expect" not in piece or got & set(piece["expect"]), piece["about"]
    assert not [f.explanation for f in findings if f.verdict in piece.get("forbid", ())], piece["about"]
