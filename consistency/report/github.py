"""The report as annotations of a GitHub Actions workflow.

GitHub shows at most ten errors, ten warnings and ten notices of a step, and drops the others without a word; here the tenth
of a kind says how many there were more. Skipped inputs come first, then tensions by severity, then updates; agreements and
refinements are only counted. The runner cuts a message after 4096 UTF-16 code units (``_maxIssueMessageLength``);
here the quotations that do not fit are counted, and the fingerprint stands at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from consistency.model import Finding, Report
from consistency.report.index import Index
from consistency.report.layout import many
from consistency.report.page import Page, Place
from consistency.report.paths import shown
from consistency.report.quotes import Quote, newest, quotes
from consistency.report.regions import region
from consistency.report.tables import title

LIMIT = 10
_LONGEST, _LONGEST_TITLE = 4096, 255
_KINDS = ("error", "warning", "notice")
_SEVERITIES = {"high": "error", "medium": "warning", "low": "notice"}
_SKIPPED = "input_skipped"


@dataclass(frozen=True, slots=True)
class _Annotation:
    kind: str
    title: str
    message: str
    place: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        named = {**self.place, "title": self.title}
        return f"::{self.kind} {','.join(f'{k}={_property(str(v))}' for k, v in named.items())}::{_data(self.message)}"


def as_github(report: Report, page: Page) -> str:
    """The workflow commands, one a line, and a last line that counts."""
    index = Index(report)
    wanted = [*_skipped(report), *_annotated(index, page)]
    lines = [str(annotation) for kind in _KINDS for annotation in _within(kind, wanted)]
    text = "\n".join([*lines, _count(index)]) + "\n"
    return text.encode("utf-8", "replace").decode("utf-8")


def _within(kind: str, wanted: list[_Annotation]) -> Iterator[_Annotation]:
    """Those of a kind that GitHub shows; the last one tells how many it does not."""
    found = [annotation for annotation in wanted if annotation.kind == kind]
    if len(found) <= LIMIT:
        yield from found
        return
    yield from found[: LIMIT - 1]
    left = len(found) - LIMIT + 1
    told = f"GitHub shows {LIMIT} annotations of a kind in a step; these are in the other formats of the report."
    yield _Annotation(kind, f"{left} more are not shown", told)


def _skipped(report: Report) -> Iterator[_Annotation]:
    for warning in report.warnings:
        if warning.code == _SKIPPED:
            yield _Annotation("error", "Input skipped", _cut(warning.message, _LONGEST))


def _annotated(index: Index, page: Page) -> Iterator[_Annotation]:
    for finding in index.findings("tension"):
        yield _annotation(index, page, finding, _SEVERITIES[finding.severity])
    for finding in index.findings("update"):
        yield _annotation(index, page, finding, "notice")


def _annotation(index: Index, page: Page, finding: Finding, kind: str) -> _Annotation:
    found = quotes(index, finding)
    last = newest(found) if found else None
    place = _place(page.place(last.article.id), last.statement.span) if last else {}
    about = f"{finding.verdict.capitalize()}, {finding.severity}: {title(index, page, finding)}"
    last_line = f"{finding.rule} · {finding.fingerprint}"
    return _Annotation(kind, _cut(about, _LONGEST_TITLE), _message(finding.explanation, found, last_line), place)


def _message(explanation: str, found: Sequence[Quote], last_line: str) -> str:
    """The explanation, the quotations as far as there is room for them, and the last line."""
    room = _LONGEST - _units(last_line) - len(f"\n{len(found)} more quotations\n")
    lines = [_cut(explanation, room)]
    for number, quote in enumerate(found):
        if _units("\n".join([*lines, quote.line()])) > room:
            lines.append(many(len(found) - number, "more quotation"))
            break
        lines.append(quote.line())
    return "\n".join([*lines, last_line])


def _cut(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis."""
    if _units(text) <= most:
        return text
    return text.encode("utf-16-le", "replace")[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2


def _place(place: Place, span: tuple[int, int]) -> dict[str, str | int]:
    if place.path is None:
        return {}
    file, found = shown(place.path), region(place, span)
    return {"file": file, "line": found.line, "endLine": found.end_line or found.line} if found else {"file": file}


def _count(index: Index) -> str:
    """Numbers alone: a line that held words of an article could be taken for a command."""
    counted = [many(len(index.findings(v)), v) for v in ("tension", "update", "agreement", "refinement")]
    read = many(len(index.report.articles), "article")
    return f"consistency: {', '.join(counted)} in {read}; agreements and refinements are not annotated"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
