"""What the table of speakers and subjects counts, and where the timeline sets its marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from consistency.report import Page
from consistency.report.html.desk import Desk
from consistency.report.html.matrix import matrix
from consistency.report.html.timeline import timeline
from tests.report.checked import checked
from tests.report.sample import sample_report


def counted(desk: Desk) -> Counter[str]:
    """How often each kind of mark stands in the table."""
    marks = [mark for row in matrix(desk).rows for cell in row.cells if cell for mark in cell.marks]
    return Counter({kind: sum(m.count for m in marks if m.kind == kind) for kind in {m.kind for m in marks}})


def test_every_finding_is_counted_for_each_speaker_and_subject_once() -> None:
    desk = Desk(*checked())
    expected: Counter[str] = Counter()
    for finding in desk.index.report.findings:
        facts = desk.facts(finding.positions)
        cells = {(desk.index.speaker_of(fact), desk.topic(fact)) for fact in facts}
        expected["shift" if finding.verdict == "update" else finding.verdict] += len(cells)
    assert {kind: n for kind, n in counted(desk).items() if kind != "claim"} == expected


def test_a_tension_of_one_speaker_is_a_shift_too() -> None:
    report = sample_report()
    assert counted(Desk(report, Page())) == {"tension": 2}
    alone = tuple(replace(finding, scope="same_speaker") for finding in report.findings)
    assert counted(Desk(report.model_copy(update={"findings": alone}), Page())) == {"tension": 2, "shift": 2}


def test_speakers_who_met_nobody_are_counted_and_have_no_row() -> None:
    table = matrix(Desk(sample_report().model_copy(update={"findings": ()}), Page()))
    assert (table.rows, table.subjects, table.silent) == ((), (), 2)


def test_a_cell_leads_to_the_first_tension() -> None:
    rows = matrix(Desk(sample_report(), Page())).rows
    assert [cell.target for row in rows for cell in row.cells if cell] == ["t1", "t1"]


def test_a_deadline_stands_at_its_last_day_and_a_line_leads_there() -> None:
    desk = Desk(*checked())
    lines = {(lane.subject, line.saying): line for lane in timeline(desk).lanes for line in lane.lines}
    line = lines["Withdrawal: Spanish forces, Jordan", "by 2024-06-30 (expected)"]
    assert line.deadline == "93.6%"
    assert line.since == line.dots[0].x
    assert line.dots[0].words.startswith("2023-11-08: ")
    assert lines["Withdrawal: Spanish forces (combat), Jordan", "completed"].deadline is None


def test_claims_without_a_day_are_counted_and_have_no_dot() -> None:
    report = sample_report()
    undated = tuple(replace(fact, said_on=None, value={"by": {"end": None}}) for fact in report.facts)
    shown = timeline(Desk(report.model_copy(update={"facts": undated}), Page()))
    assert shown.undated == 2
    assert shown.scales == ()
    assert [line.dots for lane in shown.lanes for line in lane.lines] == [()]
    assert [
        name for lane in shown.lanes for line in lane.lines for holder in line.holders for _, name in holder.statements
    ] == ["day unknown"] * 2
