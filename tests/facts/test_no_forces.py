"""Sentences that speak of withdrawals, missions and numbers of what is no force: they give no facts of the deployment pack."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from consistency import Article, Checker

SPOKEN_OF = {
    "ar": "قالت وزارة الدفاع الفرنسية يوم الاثنين إن القوات الفرنسية موجودة في مالي منذ تسع سنوات.\nوكان اليوم هادئا.\n",
    "en": "French forces have been in Mali for nine years, the French defence ministry said on Monday.\nThe day was quiet.\n",
}
SENTENCES = [
    pytest.param(language, text, id=f"{language}-{number}")
    for language, texts in yaml.safe_load((Path(__file__).parent / "no_forces.yaml").read_text("utf-8")).items()
    for number, text in enumerate(texts, 1)
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
@pytest.mark.parametrize("before", ["alone", "after a force"])
def test_it_gives_no_fact(checker: Checker, language: str, text: str, before: str) -> None:
    lead = SPOKEN_OF[language] if before != "alone" else ""
    report = checker.check([Article(id="a", text=lead + text, published="2024-10-02", language=language)])
    own = {s.id for s in report.statements if s.span[0] >= len(lead)}
    assert own
    assert not [f for f in report.facts if f.statement in own]
