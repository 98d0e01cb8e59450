"""The report as SARIF 2.1.0, for code scanning and editors.

A tension is a result of kind "fail" whose level is its severity; everything else is "informational". How sure the reading
is stands apart, as ``rank`` (0 to 100). The one primary location is what was said last, the others are related. Dismissed
findings are there with their suppression, inputs that were skipped as notifications of the run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from consistency import __version__
from consistency.model import Finding, Report, Span, Warning
from consistency.report.index import Index
from consistency.report.page import Page, Place
from consistency.report.paths import uri
from consistency.report.quotes import Quote, newest, quotes
from consistency.report.regions import Region, region
from consistency.rulepack import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "consistencyFinding/v1"
_LEVELS = {"high": "error", "medium": "warning", "low": "note"}
_SKIPPED = "input_skipped"
Node = dict[str, Any]


def as_sarif(report: Report, page: Page) -> str:
    """The log, with one run; the same report and page give the same bytes."""
    index = Index(report)
    suppressed = {d.finding.fingerprint: d.reason for d in report.dismissed}
    findings = [*report.findings, *(d.finding for d in report.dismissed)]
    rules = list(dict.fromkeys(finding.rule for finding in findings))
    results = [
        _result(index, page, finding, rules.index(finding.rule), suppressed.get(finding.fingerprint))
        for finding in findings
    ]
    driver = {"name": "consistency", "version": __version__, "rules": [_rule(id_, page.rules) for id_ in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(page, report.warnings)],
        "results": results,
    }
    text = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _rule(id_: str, rules: Mapping[str, Rule]) -> Node:
    named = {"id": id_, "name": "".join(word.capitalize() for word in id_.split("-"))}
    if id_ not in rules:
        return named
    rule = rules[id_]
    told = {"text": rule.why}
    if rule.false_alarms:
        told["text"] += "\nRule out that:\n" + "\n".join(f"- {line}" for line in rule.false_alarms)
    level = _LEVELS[rule.severity] if rule.verdict == "tension" else "none"
    return {
        **named,
        "shortDescription": {"text": f"{rule.verdict.capitalize()}: {id_.replace('-', ' ')}"},
        "fullDescription": {"text": rule.why},
        "help": told,
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [rule.verdict], "severity": rule.severity},
    }


def _result(index: Index, page: Page, finding: Finding, rule: int, reason: str | None) -> Node:
    found = quotes(index, finding)
    failing = finding.verdict == "tension"
    result: Node = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "kind": "fail" if failing else "informational",
        "level": _LEVELS[finding.severity] if failing else "none",
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": _plain(finding.explanation)},
        **_locations(page, found),
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "verdict": finding.verdict,
            "scope": finding.scope,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "explanation_ar": finding.explanation_ar,
            "id": finding.id,
        },
    }
    if reason is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return result


def _locations(page: Page, found: Sequence[Quote]) -> Node:
    """What was said last, and beside it every quotation of every position."""
    if not found:
        return {"locations": []}
    related = [{"id": number, **_location(page, quote)} for number, quote in enumerate(found, 1)]
    return {"locations": [_location(page, newest(found))], "relatedLocations": related}


def _location(page: Page, quote: Quote) -> Node:
    article, span = quote.article.id, quote.fact.span
    place = page.place(article)
    return {
        **_physical(place, span, quote.fact.text, _context(place, quote)),
        "logicalLocations": [{"name": article, "fullyQualifiedName": quote.statement.id, "kind": "article"}],
        "message": {"text": _plain(quote.line())},
        "properties": {"articleSpan": list(span)},
    }


def _context(place: Place, quote: Quote) -> Node | None:
    """The whole quotation, where it is more than the words that count and the file holds it to the letter."""
    (start, end), (first, last) = quote.fact.span, quote.statement.span
    around = first <= start and end <= last and (first, last) != (start, end)
    found = region(place, quote.statement.span) if around and place.offset is not None else None
    return {**_region(found), "snippet": {"text": quote.statement.text}} if found else None


def _physical(place: Place, span: Span | None, words: str = "", context: Node | None = None) -> Node:
    """The place in a file; nothing for an article that no file holds."""
    if place.path is None:
        return {}
    artifact = uri(place.path)
    location: Node = {"artifactLocation": artifact}
    found = region(place, span) if span else None
    if found:
        location["region"] = {**_region(found), **({"snippet": {"text": words}} if words else {})}
        if context:
            location["contextRegion"] = context
    return {"physicalLocation": location}


def _region(found: Region) -> Node:
    named = {
        "startLine": found.line,
        "startColumn": found.column,
        "endLine": found.end_line,
        "endColumn": found.end_column,
        "charOffset": found.offset,
        "charLength": found.length,
    }
    return {name: value for name, value in named.items() if value is not None}


def _invocation(page: Page, warnings: Sequence[Warning]) -> Node:
    """Whether every input was read, and what was not."""
    notes = list(_notifications(page, warnings))
    skipped = any(warning.code == _SKIPPED for warning in warnings)
    return {"executionSuccessful": not skipped, "toolExecutionNotifications": notes}


def _notifications(page: Page, warnings: Sequence[Warning]) -> Iterator[Node]:
    for warning in warnings:
        place = _physical(page.place(warning.article), warning.span) if warning.article else {}
        yield {
            "descriptor": {"id": warning.code},
            "level": "error" if warning.code == _SKIPPED else "note",
            "message": {"text": _plain(warning.message)},
            **({"locations": [place]} if place else {}),
        }


def _plain(text: str) -> str:
    """Text in which no viewer finds a link: ``[words](1)`` would be one."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
