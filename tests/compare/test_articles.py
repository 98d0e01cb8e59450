"""Short articles compared from end to end: who stands against whom, and against himself, within and across papers and languages."""

from __future__ import annotations

import pytest

from consistency import Article, Checker, Finding

STAY = "American forces will stay in Iraq until the end of 2026, {who} said."
LEAVE = "American forces will leave Iraq by the end of 2025, {who} said."
BEGUN = "American forces have begun to withdraw from Iraq, {who} said."
NOT_BEGUN = "American forces have not begun to withdraw from Iraq, {who} said."
FEW, MANY = (
    "There are 900 American soldiers in Iraq, {who} said.",
    "There are 2,500 American soldiers in Iraq, {who} said.",
)
ONE, OTHER = "General Daniel Harper", "Defence Minister Laura Benson"


def found(checker: Checker, *rows: tuple[str, str]) -> list[Finding]:
    """The findings on articles of these (day, text)."""
    return list(
        checker.check(
            [Article(id=f"a{n}", text=text, published=day, outlet=f"o{n}") for n, (day, text) in enumerate(rows)]
        ).findings
    )


def shown(findings: list[Finding]) -> set[tuple[str, str, str]]:
    return {(f.verdict, f.kind, f.scope) for f in findings}


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [(STAY, LEAVE, "deadline"), (BEGUN, NOT_BEGUN, "event_status"), (FEW, MANY, "count")],
)
def test_two_speakers_of_one_article_and_of_two_stand_against_each_other(
    checker: Checker, left: str, right: str, kind: str
) -> None:
    one, other = left.format(who=ONE), right.format(who=OTHER)
    wanted = ("tension", kind, "between_speakers")
    assert wanted in shown(found(checker, ("2025-03-01", f"Troops in Iraq\n{one} {other}")))
    assert wanted in shown(found(checker, ("2025-03-01", one), ("2025-03-01", other)))
    assert {f.scope for f in found(checker, ("2025-03-01", one), ("2025-03-01", other)) if f.verdict == "tension"} == {
        "between_speakers"
    }


@pytest.mark.parametrize(("left", "right", "kind"), [(STAY, LEAVE, "deadline"), (FEW, MANY, "count")])
def test_one_speaker_who_says_both_contradicts_or_corrects_himself(
    checker: Checker, left: str, right: str, kind: str
) -> None:
    rows = [("2025-03-01", left.format(who=ONE)), ("2025-03-02", right.format(who=ONE))]
    findings = found(checker, *rows)
    assert {(f.verdict, f.kind) for f in findings} & {("tension", kind), ("update", kind)}
    assert "between_speakers" not in {f.scope for f in findings}


def test_a_speaker_is_one_under_his_surname_and_in_the_other_language(checker: Checker) -> None:
    arabic = "قال الجنرال دانيال هاربر إن القوات الأمريكية ستغادر العراق بحلول نهاية عام 2025."
    rows = [("2025-03-01", BEGUN.format(who=ONE)), ("2025-03-01", arabic), ("2025-03-01", LEAVE.format(who="Harper"))]
    assert "between_speakers" not in {f.scope for f in found(checker, *rows)}


def test_what_was_planned_and_is_done_later_is_an_update(checker: Checker) -> None:
    done = "American forces have completed their withdrawal from Iraq, Defence Minister Laura Benson said."
    findings = found(checker, ("2025-03-01", LEAVE.format(who=ONE)), ("2025-12-30", done))
    assert ("update", "event_status", "between_speakers") in shown(findings)
    assert not [f.explanation for f in findings if f.verdict == "tension"]


@pytest.mark.parametrize(
    "other",
    [
        "American forces will leave Niger by the end of 2026, {who} said.",
        "British forces will leave Iraq by the end of 2026, {who} said.",
        "American forces could leave Iraq by the end of 2026, {who} said.",
        "{who} hopes that American forces will leave Iraq by the end of 2026.",
        "American forces had planned to leave Iraq by the end of 2026, {who} said.",
    ],
)
def test_another_place_force_or_certainty_contradicts_nobody(checker: Checker, other: str) -> None:
    rows = [("2025-03-01", LEAVE.format(who=ONE)), ("2025-03-01", other.format(who=OTHER))]
    assert not [f.explanation for f in found(checker, *rows) if f.verdict == "tension"]


def test_the_writers_own_words_and_a_repeated_agency_text_are_nobodys_position(checker: Checker) -> None:
    narrated = "American forces will stay in Iraq until the end of 2026. It was a quiet day."
    assert not found(checker, ("2025-03-01", LEAVE.format(who=ONE)), ("2025-03-01", narrated))
    copied = LEAVE.format(who="a senior official")
    assert not found(checker, ("2025-03-01", copied), ("2025-03-01", copied))


def test_positions_are_shown_with_all_who_hold_them_and_words_of_the_source(checker: Checker) -> None:
    texts = [LEAVE.format(who=ONE), LEAVE.format(who=OTHER), STAY.format(who="President Mark Ellis")]
    articles = [Article(id=f"a{n}", text=text, published="2025-03-01") for n, text in enumerate(texts)]
    report = checker.check(articles)
    facts, names = {f.id: f for f in report.facts}, {s.id: s.name for s in report.speakers}
    statements = {s.id: s for s in report.statements}
    (tension,) = [f for f in report.findings if f.verdict == "tension" and f.kind == "deadline"]
    sides = [({names[i] for i in p.speakers}, [facts[i] for i in p.facts]) for p in tension.positions]
    assert {frozenset(who) for who, _ in sides} == {
        frozenset({"Daniel Harper", "Laura Benson"}),
        frozenset({"Mark Ellis"}),
    }
    for who, held in sides:
        assert {names[statements[f.statement].speaker] for f in held} == who
        assert all(f.value["by"]["end"] in ("2025-12-31", "2026-12-31") for f in held)
