"""What the parts of the page share: the report's nouns by id, and short numbers of them for filters and anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from consistency.model import NARRATOR, Fact, Finding, Position, Report
from consistency.report.grounds import SHOWN
from consistency.report.index import Index
from consistency.report.page import Page


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that one can filter by."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Tags:
    """The numbers that a part of the page is filtered by, parted by spaces."""

    speakers: str
    outlets: str
    subjects: str


@dataclass(frozen=True, slots=True)
class Detail:
    """How much a page shows: articles ``whole`` or their paragraphs with statements, and how many statements of a position."""

    whole: bool = True
    shown: int = SHOWN


class Desk:
    """Numbers speakers, outlets, subjects, statements and articles from 1, the same for the same report."""

    def __init__(self, report: Report, page: Page, detail: Detail | None = None) -> None:
        self.detail = detail or Detail()
        self.index, self.page, self.words = Index(report, page.wording), page, page.wording
        self.statements = _numbered(statement.id for statement in report.statements)
        self.articles = _numbered(article.id for article in report.articles)
        self._topics = {fact.id: _capital(page.phrases.topic(fact)) for fact in report.facts}
        self._sayings = {fact.id: page.phrases.saying(fact) for fact in report.facts}

    @cached_property
    def speakers(self) -> Mapping[str, int]:
        """Whoever claims something, by name."""
        ids = {self.index.speaker_of(fact) for fact in self.index.report.facts}
        return _numbered(sorted(ids, key=lambda id_: (id_ == NARRATOR, self.index.name(id_), id_)))

    @cached_property
    def outlets(self) -> Mapping[str, int]:
        """The outlets of the articles, by name."""
        return _numbered(sorted({article.outlet for article in self.index.report.articles if article.outlet}))

    @cached_property
    def subjects(self) -> Mapping[str, int]:
        """What claims are about, by name."""
        return _numbered(sorted(set(self._topics.values())))

    @property
    def speaker_choices(self) -> list[Choice]:
        """Speakers by name."""
        return [Choice(number, self.index.name(id_)) for id_, number in self.speakers.items()]

    @property
    def outlet_choices(self) -> list[Choice]:
        """Outlets by name."""
        return [Choice(number, outlet) for outlet, number in self.outlets.items()]

    @property
    def subject_choices(self) -> list[Choice]:
        """Subjects by name."""
        return [Choice(number, subject) for subject, number in self.subjects.items()]

    def contested_speakers(self) -> list[Choice]:
        """Speakers, those in most tensions first."""
        return self._contested(self.speaker_choices, lambda fact: self.speakers[self.index.speaker_of(fact)])

    def contested_subjects(self) -> list[Choice]:
        """Subjects, those with most tensions first."""
        return self._contested(self.subject_choices, lambda fact: self.subjects[self.topic(fact)])

    def _contested(self, choices: list[Choice], key: Callable[[Fact], int]) -> list[Choice]:
        tensions: Counter[int] = Counter()
        findings: Counter[int] = Counter()
        for finding in self.index.report.findings:
            numbers = {key(fact) for fact in self.facts(finding.positions)}
            findings.update(numbers)
            tensions.update(numbers if finding.verdict == "tension" else ())
        return sorted(choices, key=lambda choice: (-tensions[choice.number], -findings[choice.number], choice.number))

    def topic(self, fact: Fact) -> str:
        """What a fact is about, in words."""
        return self._topics[fact.id]

    def saying(self, fact: Fact) -> str:
        """What a fact says, in words."""
        return self._sayings[fact.id]

    def facts(self, positions: Iterable[Position]) -> list[Fact]:
        """The facts of some positions."""
        return [self.index.facts[id_] for p in positions for id_ in p.facts if id_ in self.index.facts]

    def about(self, finding: Finding) -> str:
        """What a finding is about, in words."""
        facts = self.facts(finding.positions)
        return self.topic(facts[0]) if facts else _capital(self.page.phrases.subject(finding.subject))

    def tags(self, facts: Iterable[Fact]) -> Tags:
        """The filters that show what rests on these facts."""
        found = list(facts)
        statements = [self.index.statements[fact.statement] for fact in found]
        outlets = [self.index.articles[statement.article].outlet for statement in statements]
        return Tags(
            _joined(self.speakers[statement.speaker] for statement in statements),
            _joined(self.outlets[outlet] for outlet in outlets if outlet),
            _joined(self.subjects[self.topic(fact)] for fact in found),
        )

    def text(self, article: str) -> str | None:
        """An article's whole text, where it is known."""
        return self.page.place(article).text or self.index.articles[article].text


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(ids, 1)}


def _joined(numbers: Iterable[int]) -> str:
    return " ".join(map(str, sorted(set(numbers))))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
