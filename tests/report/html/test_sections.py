"""What an editor finds in the page beside the findings: what the Markdown report says, the page says too."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from consistency.model import NARRATOR, FellAway, Memory, Report, Warning
from consistency.report import Page, render
from tests.report.sample import fact, sample_report, statement

FALLEN = FellAway(
    rule="deadline-moved", verdict="tension", severity="high", fingerprint="0123456789abcdef", articles=("a",),
    explanation="Ana said March, Omar said May.", explanation_ar="قالت آنا آذار وقال عمر أيار.",
)  # fmt: skip


def shown(report: Report, page: Page | None = None) -> html.HtmlElement:
    return html.document_fromstring(render(report, "html", page or Page()))


def text(report: Report) -> str:
    return " ".join(shown(report).text_content().split())


def with_memory(**fields: object) -> Report:
    return sample_report().model_copy(update={"memory": Memory(**fields)})  # type: ignore[arg-type]


def test_what_fell_away_is_told_in_both_languages_before_the_findings() -> None:
    document = shown(with_memory(replaced=("a",), fell_away=(FALLEN,)))
    (fallen,) = document.find_class("fallen")
    told = " ".join(fallen.text_content().split())
    assert "Tension (high) · a · 0123456789abcdef" in told
    assert FALLEN.explanation in told
    assert FALLEN.explanation_ar in told
    assert fallen.getparent().tag == "header"
    assert "A new version took the place of: a" in " ".join(document.text_content().split())


def test_articles_of_earlier_batches_say_so() -> None:
    assert "from an earlier batch" in text(with_memory(earlier=("a",)))
    assert "from an earlier batch" not in text(with_memory())


def test_nothing_new_is_neither_nothing_read_nor_nothing_found() -> None:
    told = text(Report(memory=Memory(unchanged=("a", "b"))))
    assert "Nothing new: the store has 2 articles of this batch already, word for word." in told
    assert "Nothing new was read." in told
    assert "Nothing was read" not in told
    assert "None found." not in told


def test_articles_that_were_given_again_are_counted() -> None:
    assert "1 article unchanged since an earlier run." in text(with_memory(unchanged=("b",)))


def test_a_run_without_a_store_says_nothing_of_one() -> None:
    document = shown(sample_report())
    assert not document.find_class("fallen")
    assert "batch" not in document.text_content()


def test_the_tensions_stand_at_a_glance_where_there_are_several() -> None:
    report = sample_report()
    several = report.model_copy(update={"findings": (*report.findings, replace(report.findings[0], id="t2"))})
    (table,) = shown(several).find_class("glance")
    assert [a.get("href") for a in table.iter("a")] == ["#t1", "#t2"]
    assert table.text_content().count("سنغادر في الربيع") == 2 * 2 * 2
    assert not shown(report).find_class("glance")


def test_claims_without_a_counterpart_are_listed_and_narration_is_counted() -> None:
    report = sample_report()
    report = report.model_copy(
        update={
            "statements": (
                *report.statements,
                replace(statement(3, "غادر الجنود"), speaker=NARRATOR),
                statement(4, "لا"),
            ),
            "facts": (*report.facts, fact(3, "غادر الجنود", "2019")),
            "findings": (),
        }
    )
    told = text(report)
    assert "Claims that met no other 2" in told
    assert "The articles' own narration holds 1 claim" in told
    assert "1 of 4 statements hold no claim" in told


def test_a_claim_that_is_made_twice_is_listed_once_with_both_statements() -> None:
    report = sample_report()
    twice = replace(statement(3, "سنغادر في الربيع"), speaker="person.1")
    report = report.model_copy(
        update={
            "statements": (*report.statements, twice),
            "facts": (*report.facts, fact(3, "سنغادر في الربيع", "2019")),
            "findings": (),
        }
    )
    items = [
        " ".join(li.text_content().split())
        for li in shown(report).xpath("//section[@aria-labelledby='open']//li/ul/li")
    ]
    assert [item.rpartition(" · ")[2] for item in items] == ["1, 3", "2"]


def test_anonymous_sources_are_listed_with_their_articles() -> None:
    report = sample_report()
    speakers = tuple(replace(s, id="anon.a.1", name="مصدر") if s.id == "person.1" else s for s in report.speakers)
    statements = tuple(replace(s, speaker="anon.a.1") if s.speaker == "person.1" else s for s in report.statements)
    told = text(report.model_copy(update={"speakers": speakers, "statements": statements}))
    assert "Anonymous sources Each is kept apart" in told
    assert "مصدر: 1 statement (a)" in told


def test_dismissals_that_match_nothing_are_listed() -> None:
    stale = Warning(code="stale-dismissal", message="decided:3: the dismissal of 0123456789abcdef matches no finding")
    told = text(sample_report().model_copy(update={"warnings": (stale,)}))
    assert "Dismissals that match nothing decided:3: the dismissal of 0123456789abcdef" in told
