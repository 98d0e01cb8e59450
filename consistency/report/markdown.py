"""The report for an editor, as Markdown that GitHub and GitLab show right in both directions."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model import Dismissed, FellAway, Finding, Report
from consistency.report.escape import inline, mixed
from consistency.report.evidence import evidence
from consistency.report.index import SEVERITIES, Index, told_apart
from consistency.report.layout import bullets, many
from consistency.report.leftopen import INPUT_CODES, left_open
from consistency.report.page import Page
from consistency.report.quotes import letter
from consistency.report.tables import articles_table, positions_table, tensions_table, title, warning_line

_SECTIONS = (
    ("agreement", "Agreements", "Different speakers hold the same."),
    ("update", "Updates", "The later position supersedes or fulfils the earlier one, without conflict."),
    ("refinement", "Refinements", "The positions are compatible; one is more specific."),
)
_SCOPES = {
    "between_speakers": "between speakers",
    "same_speaker": "one speaker, at different places",
    "same_statement": "within one statement",
}


def as_markdown(report: Report, page: Page) -> str:
    """The whole report; the same report and page give the same bytes."""
    index = Index(report)
    parts = [
        *_head(index),
        *_reading(index, page),
        *_remembered(index, page),
        *_tensions(index, page),
        *(part for verdict, name, gloss in _SECTIONS for part in _section(index, page, verdict, name, gloss)),
        *_dismissed(index, page),
        *_who_holds_what(index, page),
        *left_open(index, page),
    ]
    return "\n\n".join(parts) + "\n"


def _head(index: Index) -> Iterator[str]:
    report = index.report
    yield "# Consistency report"
    counted = [many(len(index.findings(v)), v) for v in ("tension", "agreement", "update", "refinement")]
    read = [
        many(len(items), noun)
        for items, noun in (
            (report.articles, "article"),
            (report.speakers, "speaker"),
            (report.statements, "statement"),
            (report.facts, "comparable claim"),
        )
    ]
    yield f"**{', '.join(counted)}** in {', '.join(read)}."
    yield "This report shows who said what and where it agrees or conflicts. It does not say who is right."


def _reading(index: Index, page: Page) -> Iterator[str]:
    yield "## What was read"
    earlier = index.report.memory.earlier if index.report.memory else ()
    read = [article for article in index.report.articles if article.id not in earlier]
    yield articles_table(index, page, read) if read else _nothing_read(index)
    skipped = [w for w in index.report.warnings if w.code in INPUT_CODES]
    if skipped:
        yield "### Skipped"
        yield bullets(warning_line(page, w) for w in skipped)


def _nothing_read(index: Index) -> str:
    memory = index.report.memory
    if memory and memory.unchanged:
        return (
            f"Nothing new: the store has {many(len(memory.unchanged), 'article')} of this batch already, word for word."
        )
    return "No article could be read."


def _remembered(index: Index, page: Page) -> Iterator[str]:
    """What comes from the store, and what the batch changed in it."""
    memory = index.report.memory
    if memory is None:
        return
    if memory.replaced:
        yield f"A new version took the place of: {inline(', '.join(memory.replaced))}"
    earlier = [article for article in index.report.articles if article.id in memory.earlier]
    if earlier:
        yield "### From earlier batches"
        yield articles_table(index, page, earlier)
    if memory.fell_away:
        yield "## Fell away"
        yield "Found in an earlier run; the new version of an article no longer holds what it rested on."
        yield bullets(_fallen(fallen) for fallen in memory.fell_away)


def _fallen(fallen: FellAway) -> str:
    about = f"{fallen.verdict.capitalize()} ({fallen.severity}): {fallen.explanation}"
    return f"{mixed(about)} — {inline(', '.join(fallen.articles))} · `{fallen.fingerprint}`"


def _tensions(index: Index, page: Page) -> Iterator[str]:
    """The tensions at a glance, then each with its evidence, then what to rule out before one prints them."""
    yield "## Tensions"
    findings = index.findings("tension")
    if not findings:
        yield _none(index)
        return
    yield "Two positions that cannot both stand as said."
    yield tensions_table(index, page, findings)
    for severity in SEVERITIES:
        numbered = [(n, f) for n, f in enumerate(findings, 1) if f.severity == severity]
        if numbered:
            yield f"### Severity: {severity}"
        for number, finding in numbered:
            yield from _finding(index, page, finding, f"#### {number}. ")
    yield from _cautions(page, findings)


def _none(index: Index) -> str:
    """Nothing found is another thing than nothing read."""
    if index.report.articles:
        return "None found."
    unchanged = index.report.memory and index.report.memory.unchanged
    return "Nothing new was read." if unchanged else "Nothing was read, so nothing was checked."


def _cautions(page: Page, findings: list[Finding]) -> Iterator[str]:
    """What each rule behind a tension is known to mistake for one."""
    numbers: dict[str, list[str]] = {}
    for number, finding in enumerate(findings, 1):
        numbers.setdefault(finding.rule, []).append(str(number))
    known = [(page.rules[id_], where) for id_, where in numbers.items() if id_ in page.rules]
    if known:
        yield "### Before printing"
    for rule, where in known:
        yield f"`{rule.id}` (tension {', '.join(where)}): {mixed(rule.why)} Rule out that:"
        yield bullets(mixed(line) for line in rule.false_alarms)


def _section(index: Index, page: Page, verdict: str, name: str, gloss: str) -> Iterator[str]:
    findings = index.findings(verdict)
    yield f"## {name}"
    yield gloss if findings else _none(index)
    for number, finding in enumerate(findings, 1):
        yield from _finding(index, page, finding, f"### {number}. ")


def _finding(index: Index, page: Page, finding: Finding, heading: str) -> Iterator[str]:
    yield heading + mixed(title(index, page, finding))
    yield mixed(finding.explanation)
    if finding.explanation_ar:
        yield f'<p dir="rtl">{mixed(finding.explanation_ar, "rtl")}</p>'
    positions = told_apart(finding)
    for number, position in enumerate(positions):
        if len(positions) > 1:
            yield f"**{letter(number)}: {mixed(position.summary)}**"
        yield from evidence(index, page, position)
    rule = f"rule `{finding.pack}/{finding.rule}`"
    yield f"<sub>{_SCOPES[finding.scope]} · {rule} · confidence {finding.confidence:.2f} · {mixed(finding.id)}</sub>"
    if finding.fingerprint:
        yield f'<sub>To set it aside: `consistency dismiss {finding.fingerprint} --reason "…"`</sub>'


def _dismissed(index: Index, page: Page) -> Iterator[str]:
    """What somebody set aside, one line each with the reason."""
    if index.report.dismissed:
        yield "## Dismissed"
        yield "Set aside by somebody, with a reason. Deleting the line of the fingerprint brings a finding back."
        yield bullets(_dismissed_line(index, page, d) for d in index.report.dismissed)


def _dismissed_line(index: Index, page: Page, dismissed: Dismissed) -> str:
    finding = dismissed.finding
    about = f"{finding.verdict.capitalize()} ({finding.severity}): {title(index, page, finding)}"
    return f"{mixed(about)} — {mixed(dismissed.reason)} · `{finding.fingerprint}`"


def _who_holds_what(index: Index, page: Page) -> Iterator[str]:
    yield "## Who holds what"
    yield positions_table(index, page) if index.report.facts else "No comparable claim was found."
