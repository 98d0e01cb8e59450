"""A walk through findings in the terminal: both quotations, why they meet, and what somebody decides about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from consistency.dismissals import ACCEPT, DISMISS, checked_reason, decide
from consistency.errors import InputError
from consistency.model import Finding, Report
from consistency.report.index import Index
from consistency.report.page import Page
from consistency.report.quotes import Quote, quotes
from consistency.report.tables import title

_KEYS = "[a]ccept, [d]ismiss, [s]kip, [q]uit? "
_HELP = "a: it is a real one, do not ask again. d: set it aside in every later run. s: decide later. q: stop here."
_NAMES = {"a": "accept", "d": "dismiss", "s": "skip", "q": "quit"}
_JOINERS = "\u200c\u200d\u200e\u200f\u061c"
"""Letters of Arabic script are joined, parted and turned by these; no terminal takes them for a command."""
_VERDICTS = ("tension", "update", "agreement", "refinement")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a review is shown and from where it is answered; a line an answer."""

    out: TextIO
    answers: TextIO

    def show(self, line: str) -> None:
        """Prints a line; what a terminal would take for a command is a replacement character."""
        print("".join(c if c.isprintable() or c in _JOINERS else "\ufffd" for c in line), file=self.out)

    def ask(self, question: str) -> str | None:
        """The answer, or None at the end of the answers."""
        print(question, end="", file=self.out, flush=True)
        line = self.answers.readline()
        return line.strip() if line else None


def review(report: Report, page: Page, terminal: Terminal, file: Path) -> int:
    """Shows every finding of the report and writes the decisions into the file as they are made; how many were made."""
    index, made = Index(report), 0
    findings = [finding for verdict in _VERDICTS for finding in index.findings(verdict)]
    for number, finding in enumerate(findings, 1):
        terminal.show(f"--- {number} of {len(findings)} ---")
        for line in shown(index, page, finding):
            terminal.show(line)
        decision = _decision(terminal)
        if decision is None:
            break
        verb, reason = decision
        if verb in (ACCEPT, DISMISS):
            decide(file, verb, finding.fingerprint, reason, about(index, page, finding))
            made += 1
    return made


def about(index: Index, page: Page, finding: Finding) -> str:
    """What a decision is about, for whoever reads the file of decisions."""
    return f"{finding.verdict}, {finding.severity}, {finding.rule}: {title(index, page, finding)}"


def shown(index: Index, page: Page, finding: Finding) -> Iterator[str]:
    """A finding as lines: what it is about, each position with its quotations, and why they meet."""
    yield f"{finding.verdict} ({finding.severity}, confidence {finding.confidence:.2f}): {title(index, page, finding)}"
    for letter, group in _by_letter(quotes(index, finding)):
        yield f"{letter}: {group[0].position.summary}"
        for quote in group:
            yield f"   “{' '.join(quote.statement.text.split())}”"
            yield f"   — {', '.join(_caption(page, quote))}"
    yield f"Why: {finding.explanation}"
    if finding.explanation_ar:
        yield finding.explanation_ar
    yield f"Rule {finding.pack}/{finding.rule}, fingerprint {finding.fingerprint}"


def _by_letter(found: Iterable[Quote]) -> list[tuple[str, list[Quote]]]:
    groups: dict[str, list[Quote]] = {}
    for quote in found:
        groups.setdefault(quote.letter, []).append(quote)
    return list(groups.items())


def _caption(page: Page, quote: Quote) -> Iterator[str]:
    yield quote.speaker.name
    if quote.speaker.role:
        yield quote.speaker.role
    if quote.article.outlet:
        yield quote.article.outlet
    yield str(quote.fact.said_on or "day unknown")
    yield page.source(quote.article.id)


def _decision(terminal: Terminal) -> tuple[str, str] | None:
    """What is decided and why; None to stop. Asks again until the answer is one."""
    while (answer := terminal.ask(_KEYS)) is not None:
        verb = _NAMES.get(answer[:1].lower()) if answer.lower() in (*_NAMES, *_NAMES.values()) else None
        if verb is None:
            terminal.show(_HELP)
        elif verb == "quit":
            return None
        elif verb != DISMISS:
            return verb, ""
        elif (reason := _reason(terminal)) is not None:
            return DISMISS, reason
    return None


def _reason(terminal: Terminal) -> str | None:
    """Why, or None to go back to the question."""
    answer = terminal.ask("Why? (empty: not dismissed) ")
    try:
        return checked_reason(answer or "")
    except InputError:
        return None
