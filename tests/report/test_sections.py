"""What an editor finds in each section of the Markdown report."""

from __future__ import annotations

from dataclasses import replace

from consistency.model import NARRATOR, Report
from consistency.report import Page, render
from consistency.rulepack import load_packs
from tests.report.sample import fact, sample_report, statement


def with_many_statements(count: int) -> Report:
    """The sample, whose first position rests on ``count`` statements of the first speaker."""
    report = sample_report()
    numbers = range(3, 2 + count)
    finding = report.findings[0]
    first = replace(finding.positions[0], facts=("f1", *(f"f{n}" for n in numbers)))
    said = [replace(statement(n, f"سنغادر {n}"), speaker="person.1") for n in numbers]
    return report.model_copy(
        update={
            "statements": (*report.statements, *said),
            "facts": (*report.facts, *(fact(n, f"سنغادر {n}", "2019") for n in numbers)),
            "findings": (replace(finding, positions=(first, finding.positions[1])),),
        }
    )


def section(report: Report, name: str, page: Page | None = None) -> str:
    return render(report, "markdown", page).split(f"## {name}\n", 1)[1].split("\n## ", 1)[0]


def test_the_tensions_stand_in_a_table_first() -> None:
    table = section(sample_report(), "Tensions").split("### ", 1)[0]
    assert "| 1 | high |" in table
    assert table.count('<span dir="rtl">سنغادر في الربيع</span>') == 4


def test_positions_in_the_same_words_are_shown_as_one() -> None:
    report = sample_report()
    first, second = report.findings[0].positions
    positions = tuple(
        replace(position, summary=summary)
        for position, summary in ((first, "by 2019"), (second, "by 2020"), (second, "by 2019"))
    )
    finding = replace(report.findings[0], positions=positions)
    shown = section(report.model_copy(update={"findings": (finding,)}), "Tensions")
    assert [line for line in shown.splitlines() if line.startswith("**")] == ["**A: by 2019**", "**B: by 2020**"]


def test_a_rule_says_what_to_rule_out_before_printing() -> None:
    rules = {rule.id: rule for _, rule in load_packs().rules()}
    shown = section(sample_report(), "Tensions", Page(rules=rules)).split("### Before printing", 1)[1]
    assert "`deadline-moved` (tension 1)" in shown
    assert all(f"- {line}" in shown for line in rules["deadline-moved"].false_alarms)


def test_more_than_a_few_statements_of_a_position_fold() -> None:
    shown = section(with_many_statements(6), "Tensions")
    opened, folded = shown.split("<details>", 1)
    assert "<summary>3 more statements to the same effect</summary>" in folded
    assert opened.count("<blockquote") == 3
    assert folded.split("</details>", 1)[0].count("<blockquote") == 3


def test_the_day_of_a_news_item_is_no_day_of_saying() -> None:
    report = sample_report()
    undated = tuple(replace(s, said_on=None) for s in report.statements)
    assert "reported on 2019-03-04" in render(report.model_copy(update={"statements": undated}))
    nowhere = tuple(replace(f, said_on=None) for f in report.facts)
    assert "day unknown" in render(report.model_copy(update={"statements": undated, "facts": nowhere}))


def test_what_was_skipped_stands_at_the_top() -> None:
    assert "### Skipped\n\n- " in section(sample_report(), "What was read")


def test_claims_without_a_counterpart_are_listed_and_narration_is_counted() -> None:
    report = sample_report()
    told = replace(statement(3, "غادر الجنود"), speaker=NARRATOR)
    report = report.model_copy(
        update={
            "findings": (),
            "statements": (*report.statements, told, statement(4, "الطقس حار")),
            "facts": (*report.facts, fact(3, "غادر الجنود", "2019")),
        }
    )
    shown = section(report, "Not compared or not resolved")
    assert shown.count("characters 10–18") == 2
    assert "The articles' own narration holds 1 claim" in shown
    assert "1 of 4 statements hold no claim" in shown


def test_anonymous_sources_are_listed_apart() -> None:
    report = sample_report()
    source = replace(report.speakers[0], id="anon.a.1", name="مصدر أمني")
    said = replace(report.statements[0], speaker="anon.a.1")
    report = report.model_copy(
        update={"speakers": (source, report.speakers[1]), "statements": (said, report.statements[1])}
    )
    assert '<span dir="rtl">مصدر أمني</span>: 1 statement (a)' in section(report, "Not compared or not resolved")


def test_a_report_on_nothing_says_so() -> None:
    assert "No article could be read." in render(Report())
    assert "Nothing was left open." in render(Report())


def test_nothing_read_is_not_nothing_found() -> None:
    empty = sample_report().model_copy(update={"findings": ()})
    assert render(empty).count("None found.") == 4
    assert render(Report()).count("Nothing was read, so nothing was checked.") == 4
