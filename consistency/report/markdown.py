"""The report for an editor, as Markdown that GitHub and GitLab show right in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consistency.model import Fact, Finding, Position, Report, Statement, Warning
from consistency.report.escape import directed, inline, quoted
from consistency.report.index import SEVERITIES, Index
from consistency.report.page import Page
from consistency.report.tables import articles_table, positions_table

_SECTIONS = (
    ("agreement", "Agreements", "Different speakers hold the same."),
    ("update", "Updates", "The later position supersedes or fulfils the earlier one, without conflict."),
    ("refinement", "Refinements", "The positions are compatible; one is more specific."),
)
_INPUT_CODES = ("input_skipped", "files_ignored")
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
        *_tensions(index, page),
        *(part for verdict, title, gloss in _SECTIONS for part in _section(index, page, verdict, title, gloss)),
        *_who_holds_what(index, page),
        *_left_open(index, page),
    ]
    return "\n\n".join(parts) + "\n"


def _head(index: Index) -> Iterator[str]:
    report = index.report
    yield "# Consistency report"
    counted = [_many(len(index.findings(v)), v) for v in ("tension", "agreement", "update", "refinement")]
    read = [
        _many(len(items), noun)
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
    yield articles_table(index, page) if index.report.articles else "No article could be read."
    skipped = [w for w in index.report.warnings if w.code in _INPUT_CODES]
    if skipped:
        yield "### Skipped"
        yield _bullets(map(_warning, skipped))


def _tensions(index: Index, page: Page) -> Iterator[str]:
    yield "## Tensions"
    findings = index.findings("tension")
    yield "Two positions that cannot both stand as said." if findings else "None found."
    number = 0
    for severity in SEVERITIES:
        of_severity = [f for f in findings if f.severity == severity]
        if of_severity:
            yield f"### Severity: {severity}"
        for finding in of_severity:
            number += 1
            yield from _finding(index, page, finding, f"#### {number}. ")


def _section(index: Index, page: Page, verdict: str, title: str, gloss: str) -> Iterator[str]:
    findings = index.findings(verdict)
    yield f"## {title}"
    yield gloss if findings else "None found."
    for number, finding in enumerate(findings, 1):
        yield from _finding(index, page, finding, f"### {number}. ")


def _finding(index: Index, page: Page, finding: Finding, heading: str) -> Iterator[str]:
    yield heading + inline(_title(index, page, finding))
    yield directed(finding.explanation)
    if finding.explanation_ar:
        yield f'<p dir="rtl">{inline(finding.explanation_ar)}</p>'
    for letter, position in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", finding.positions, strict=False):
        if len(finding.positions) > 1:
            yield f"**{letter}: {directed(position.summary)}**"
        yield from _evidence(index, page, position)
    rule = f"rule `{finding.pack}/{finding.rule}`"
    yield f"<sub>{_SCOPES[finding.scope]} · {rule} · confidence {finding.confidence:.2f} · {inline(finding.id)}</sub>"


def _title(index: Index, page: Page, finding: Finding) -> str:
    facts = [index.facts[id_] for position in finding.positions for id_ in position.facts if id_ in index.facts]
    if facts:
        return _sentence(page.phrases.topic(facts[0]))
    return page.phrases.subject(finding.subject)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _evidence(index: Index, page: Page, position: Position) -> Iterator[str]:
    """Each statement of a position once, to the letter, with who, where and when."""
    shown: dict[str, Fact] = {}
    for fact in (index.facts[id_] for id_ in position.facts if id_ in index.facts):
        shown.setdefault(fact.statement, fact)
    for id_, fact in shown.items():
        statement = index.statements[id_]
        start = fact.span[0] - statement.span[0]
        inside = start >= 0 and fact.span[1] <= statement.span[1]
        yield quoted(statement.text, (start, start + fact.span[1] - fact.span[0]) if inside else None)
        yield _caption(index, page, statement)


def _caption(index: Index, page: Page, statement: Statement) -> str:
    speaker = index.speakers.get(statement.speaker)
    article = index.articles[statement.article]
    role = f", {directed(speaker.role)}" if speaker and speaker.role else ""
    via = f", via {directed(statement.via)}" if statement.via else ""
    outlet = f" · {directed(article.outlet)}" if article.outlet else ""
    said_on = f" · said on {statement.said_on}" if statement.said_on else " · day unknown"
    place = f"{page.sources.get(article.id, article.id)}, characters {statement.span[0]}–{statement.span[1]}"
    return f"— **{directed(index.name(statement.speaker))}**{role}{via}{outlet}{said_on} · {inline(place)}"


def _who_holds_what(index: Index, page: Page) -> Iterator[str]:
    yield "## Who holds what"
    yield positions_table(index, page) if index.report.facts else "No comparable claim was found."


def _left_open(index: Index, page: Page) -> Iterator[str]:
    yield "## Not compared or not resolved"
    warnings = [w for w in index.report.warnings if w.code not in _INPUT_CODES]
    alone = [f for f in index.report.facts if f.id not in index.compared]
    if not warnings and not alone:
        yield "Nothing was left open."
    if warnings:
        yield _bullets(map(_warning, warnings))
    if alone:
        yield f"{_many(len(alone), 'claim')} had no counterpart on the same subject, event, place and time:"
        yield _bullets(_alone(index, page, fact) for fact in alone)


def _alone(index: Index, page: Page, fact: Fact) -> str:
    said = f"{page.phrases.topic(fact)}: {page.phrases.saying(fact)}"
    article = index.statements[fact.statement].article
    return f"{directed(index.name(index.speaker_of(fact)))} — {inline(said)} ({inline(article)})"


def _warning(warning: Warning) -> str:
    place = f" ({inline(warning.article)}{_characters(warning)})" if warning.article else ""
    return f"{directed(warning.message)}{place}"


def _characters(warning: Warning) -> str:
    return f", characters {warning.span[0]}–{warning.span[1]}" if warning.span else ""


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
