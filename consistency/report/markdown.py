"""The report for an editor, as Markdown that GitHub and GitLab show right in both directions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.model import Dismissed, FellAway, Finding, Report
from consistency.ownreports import TEXT_MARK
from consistency.report.escape import mixed
from consistency.report.evidence import evidence
from consistency.report.flow import flowing, own
from consistency.report.headings import VERDICTS, none_found, nothing_read, scope
from consistency.report.index import SEVERITIES, Index, told_apart
from consistency.report.layout import bullets
from consistency.report.leftopen import INPUT_CODES, left_open
from consistency.report.page import Page
from consistency.report.quotes import letter
from consistency.report.tables import articles_table, positions_table, tensions_table, title, warning_line


def as_markdown(report: Report, page: Page) -> str:
    """The whole report, in English unless the page wants another language; the same report and page give the same bytes."""
    page = page.spoken(page.language or "en")
    index = Index(report, page.wording)
    parts = [
        *_head(index),
        *_reading(index, page),
        *_remembered(index, page),
        *_tensions(index, page),
        *(part for verdict, name, gloss in VERDICTS[1:] for part in _section(index, page, verdict, name, gloss)),
        *_dismissed(index, page),
        *_who_holds_what(index, page),
        *left_open(index, page),
    ]
    if page.wording.direction == "rtl":
        parts = ['<div dir="rtl">', *parts, "</div>"]
    return "\n\n".join([*parts, TEXT_MARK]) + "\n"


def _head(index: Index) -> Iterator[str]:
    report, words = index.report, index.wording
    yield f"# {words.label('Consistency report')}"
    comma = words.label(", ")
    counted = comma.join(words.many(len(index.findings(verdict)), verdict) for verdict, _, _ in VERDICTS)
    read = comma.join(
        words.many(len(items), noun)
        for items, noun in (
            (report.articles, "article"),
            (report.speakers, "speaker"),
            (report.statements, "statement"),
            (report.facts, "comparable claim"),
        )
    )
    yield words.label("**{findings}** in {read}.", findings=counted, read=read)
    yield words.label("This report shows who said what and where it agrees or conflicts. It does not say who is right.")


def _reading(index: Index, page: Page) -> Iterator[str]:
    yield f"## {index.wording.label('What was read')}"
    earlier = index.report.memory.earlier if index.report.memory else ()
    read = [article for article in index.report.articles if article.id not in earlier]
    yield articles_table(index, page, read) if read else nothing_read(index)
    skipped = [w for w in index.report.warnings if w.code in INPUT_CODES]
    if skipped:
        yield f"### {index.wording.label('Skipped')}"
        yield bullets(warning_line(page, w) for w in skipped)


def _remembered(index: Index, page: Page) -> Iterator[str]:
    """What comes from the store, and what the batch changed in it."""
    memory, label = index.report.memory, index.wording.label
    if memory is None:
        return
    if memory.replaced:
        yield label("A new version took the place of: {articles}", articles=_listed(page, memory.replaced))
    earlier = [article for article in index.report.articles if article.id in memory.earlier]
    if earlier:
        yield f"### {label('From earlier batches')}"
        yield articles_table(index, page, earlier)
    if memory.fell_away:
        yield f"## {label('Fell away')}"
        yield label("Found in an earlier run; the new version of an article no longer holds what it rested on.")
        yield bullets(_fallen(page, fallen) for fallen in memory.fell_away)


def _listed(page: Page, ids: Sequence[str]) -> str:
    return flowing(page, page.wording.label(", ").join(ids))


def _fallen(page: Page, fallen: FellAway) -> str:
    _, _, told = page.wording.explanations(fallen)[0]
    about = f"{_sort(page, fallen)}: {told}"
    return f"{flowing(page, about)} — {_listed(page, fallen.articles)} · `{fallen.fingerprint}`"


def _tensions(index: Index, page: Page) -> Iterator[str]:
    """The tensions at a glance, then each with its evidence, then what to rule out before one prints them."""
    label = index.wording.label
    yield f"## {label('Tensions')}"
    findings = index.findings("tension")
    if not findings:
        yield none_found(index)
        return
    yield label("Two positions that cannot both stand as said.")
    yield tensions_table(index, page, findings)
    for severity in SEVERITIES:
        numbered = [(n, f) for n, f in enumerate(findings, 1) if f.severity == severity]
        if numbered:
            yield f"### {label('Severity: {severity}', severity=label(severity))}"
        for number, finding in numbered:
            yield from _finding(index, page, finding, f"#### {number}. ")
    yield from _cautions(page, findings)


def _cautions(page: Page, findings: list[Finding]) -> Iterator[str]:
    """What each rule behind a tension is known to mistake for one."""
    numbers: dict[str, list[str]] = {}
    for number, finding in enumerate(findings, 1):
        numbers.setdefault(finding.rule, []).append(str(number))
    known = [(page.rules[id_], where) for id_, where in numbers.items() if id_ in page.rules]
    if known:
        yield f"### {page.wording.label('Before printing')}"
    for rule, where in known:
        tensions = f"{page.wording.label('tension')} {', '.join(where)}"
        yield f"`{rule.id}` ({tensions}): {own(page, rule.why)} {page.wording.label('Rule out that:')}"
        yield bullets(own(page, line) for line in rule.false_alarms)


def _section(index: Index, page: Page, verdict: str, name: str, gloss: str) -> Iterator[str]:
    findings = index.findings(verdict)
    yield f"## {index.wording.label(name)}"
    yield index.wording.label(gloss) if findings else none_found(index)
    for number, finding in enumerate(findings, 1):
        yield from _finding(index, page, finding, f"### {number}. ")


def _finding(index: Index, page: Page, finding: Finding, heading: str) -> Iterator[str]:
    yield heading + flowing(page, title(index, page, finding))
    yield from _explained(page, finding)
    positions = told_apart(finding)
    for number, position in enumerate(positions):
        if len(positions) > 1:
            yield f"**{page.wording.label(letter(number))}: {flowing(page, page.summary(position, index.facts))}**"
        yield from evidence(index, page, position)
    label = index.wording.label
    rule = f"{label('rule')} `{finding.pack}/{finding.rule}`"
    sure = f"{label('confidence')} {finding.confidence:.2f}"
    yield f"<sub>{label(scope(finding))} · {rule} · {sure} · {mixed(finding.id)}</sub>"
    if finding.fingerprint:
        yield f'<sub>{label("To set it aside:")} `consistency dismiss {finding.fingerprint} --reason "…"`</sub>'


def _explained(page: Page, finding: Finding) -> Iterator[str]:
    """The explanation in both languages, that of the page first."""
    for _, base, told in page.wording.explanations(finding):
        here = base == page.wording.direction
        yield flowing(page, told) if here else f'<p dir="{base}">{mixed(told, base)}</p>'


def _dismissed(index: Index, page: Page) -> Iterator[str]:
    """What somebody set aside, one line each with the reason."""
    if index.report.dismissed:
        label = index.wording.label
        yield f"## {label('Dismissed')}"
        yield label("Set aside by somebody, with a reason. Deleting the line of the fingerprint brings a finding back.")
        yield bullets(_dismissed_line(index, page, d) for d in index.report.dismissed)


def _dismissed_line(index: Index, page: Page, dismissed: Dismissed) -> str:
    finding = dismissed.finding
    about = f"{_sort(page, finding)}: {title(index, page, finding)}"
    return f"{flowing(page, about)} — {own(page, dismissed.reason)} · `{finding.fingerprint}`"


def _sort(page: Page, finding: Finding | FellAway) -> str:
    verdict = page.wording.label(finding.verdict)
    return f"{verdict[:1].upper()}{verdict[1:]} ({page.wording.label(finding.severity)})"


def _who_holds_what(index: Index, page: Page) -> Iterator[str]:
    label = index.wording.label
    yield f"## {label('Who holds what')}"
    yield positions_table(index, page) if index.report.facts else label("No comparable claim was found.")
