"""The report as JUnit XML: what was read is one suite, what was found another.

An article that was read is a test that passes, a skipped input one with an error: "nothing found" is never "nothing read". A
finding that makes the run fail (``--fail-on``) is a failure, a dismissed one is skipped, any other passes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from consistency.model import Dismissed, Finding, Report, Warning
from consistency.report.index import Index
from consistency.report.page import Page
from consistency.report.quotes import quotes
from consistency.report.tables import title

_SKIPPED = "input_skipped"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report, page: Page) -> str:
    """The two suites; no clock and no host name, so that the same report gives the same bytes."""
    index = Index(report)
    cases = [
        *(_finding(index, page, f) for f in report.findings),
        *(_set_aside(index, page, d) for d in report.dismissed),
    ]
    suites = [_suite("articles", _articles(report, page)), _suite("findings", cases)]
    root = Xml.Element("testsuites", {"name": "consistency", **_counts([case for suite in suites for case in suite])})
    root.attrib.pop("skipped")
    root.extend(suites)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _suite(name: str, cases: Sequence[Xml.Element]) -> Xml.Element:
    suite = Xml.Element("testsuite", {"name": name, **_counts(cases)})
    suite.extend(cases)
    return suite


def _counts(cases: Sequence[Xml.Element]) -> dict[str, str]:
    counted = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    numbers = {name: sum(case.find(tag) is not None for case in cases) for name, tag in counted.items()}
    return {name: str(number) for name, number in {"tests": len(cases), **numbers}.items()}


def _articles(report: Report, page: Page) -> list[Xml.Element]:
    read = [_case("articles", page.source(article.id)) for article in report.articles]
    return read + [_left_out(page, warning) for warning in report.warnings if warning.code == _SKIPPED]


def _left_out(page: Page, warning: Warning) -> Xml.Element:
    """An input that gave no article: named by its place, with which its message begins, so that the name stays the same."""
    place, _, told = warning.message.partition(": ")
    named = page.source(warning.article) if warning.article else place
    return _with(_case("articles", named), "error", told or warning.message, warning.message)


def _finding(index: Index, page: Page, finding: Finding) -> Xml.Element:
    case = _named(index, page, finding)
    lines = [quote.line() + f" ({page.source(quote.article.id)})" for quote in quotes(index, finding)]
    if page.fails(finding):
        return _with(
            case, "failure", finding.explanation, "\n".join(lines), type=f"{finding.verdict} {finding.severity}"
        )
    Xml.SubElement(case, "system-out").text = _clean("\n".join([finding.explanation, *lines]))
    return case


def _set_aside(index: Index, page: Page, dismissed: Dismissed) -> Xml.Element:
    case = _named(index, page, dismissed.finding)
    Xml.SubElement(case, "skipped").text = _clean(f"dismissed: {dismissed.reason}")
    return case


def _named(index: Index, page: Page, finding: Finding) -> Xml.Element:
    about = f"{finding.verdict} ({finding.severity}): {title(index, page, finding)} [{finding.fingerprint}]"
    return _case(f"{finding.pack}.{finding.rule}", about)


def _case(classname: str, name: str) -> Xml.Element:
    return Xml.Element("testcase", {"classname": _clean(classname), "name": _clean(name)})


def _with(case: Xml.Element, tag: str, message: str, text: str, type: str = "input") -> Xml.Element:
    Xml.SubElement(case, tag, {"message": _clean(message), "type": type}).text = _clean(text)
    return case


def _clean(text: str) -> str:
    """Characters that XML cannot hold as the replacement character."""
    return _NO_XML.sub("\ufffd", text)
