"""A report's nouns by id, for the renderers that follow references."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from consistency.model import NARRATOR, Fact, Finding, Position, Report, ReportedArticle, Speaker, Statement
from consistency.wording import Wording

SEVERITIES = ("high", "medium", "low")


class Index:
    """Looks up what a report's ids refer to, and says it in the words of a language."""

    def __init__(self, report: Report, wording: Wording | None = None) -> None:
        self.report = report
        self.wording = wording or Wording()
        self.articles: dict[str, ReportedArticle] = {a.id: a for a in report.articles}
        self.speakers: dict[str, Speaker] = {s.id: s for s in report.speakers}
        self.statements: dict[str, Statement] = {s.id: s for s in report.statements}
        self.facts: dict[str, Fact] = {f.id: f for f in report.facts}

    def findings(self, verdict: str) -> list[Finding]:
        """The findings of a verdict, the most severe and surest first, otherwise in the report's order."""
        found = [f for f in self.report.findings if f.verdict == verdict]
        return sorted(found, key=lambda f: (SEVERITIES.index(f.severity), -f.confidence))

    def speaker_of(self, fact: Fact) -> str:
        """The id of who said a fact."""
        return self.statements[fact.statement].speaker

    def name(self, speaker: str) -> str:
        """A speaker's name as first written; the article's own voice has none."""
        if speaker == NARRATOR:
            return self.wording.label("the article itself")
        return self.speakers[speaker].name if speaker in self.speakers else speaker

    def day(self, fact: Fact) -> str:
        """When a fact was said: the day that the words themselves give, else that of the news item."""
        said_on = self.statements[fact.statement].said_on
        if said_on:
            return self.wording.label("said on {day}", day=said_on)
        return (
            self.wording.label("reported on {day}", day=fact.said_on)
            if fact.said_on
            else self.wording.label("day unknown")
        )

    @cached_property
    def copies(self) -> dict[str, list[Statement]]:
        """The copies of each statement that has some, in the report's order."""
        found: dict[str, list[Statement]] = {}
        for statement in self.report.statements:
            if statement.copy_of:
                found.setdefault(statement.copy_of, []).append(statement)
        return found

    @cached_property
    def compared(self) -> frozenset[str]:
        """The ids of the facts that some finding rests on."""
        findings = (*self.report.findings, *(d.finding for d in self.report.dismissed))
        return frozenset(f for finding in findings for p in finding.positions for f in p.facts)


def told_apart(finding: Finding) -> tuple[Position, ...]:
    """The positions of a finding, those in the same words as one, unless these are all there are."""
    joined: dict[str, Position] = {}
    for position in finding.positions:
        known = joined.setdefault(position.summary, position)
        if known is not position:
            speakers = tuple(dict.fromkeys((*known.speakers, *position.speakers)))
            joined[position.summary] = replace(known, speakers=speakers, facts=(*known.facts, *position.facts))
    return tuple(joined.values()) if len(joined) > 1 else finding.positions
