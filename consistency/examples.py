"""The examples of the rules, run through the whole pipeline: what was expected, and what was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from consistency.check import Checker
from consistency.compare import misses
from consistency.model import Article, Finding, Language, Position, Report, Speaker
from consistency.orthography import fold
from consistency.rulepack.examples import Example, ExampleArticle, Expected, Side
from consistency.rulepack.exampleset import RuleExample
from consistency.unread import unread

State = Literal["ok", "failed", "gap", "gap closed"]
_WORD = re.compile(r"\w+")
_UNSAID = ("narration", "third party")
_SILENT = "see consistency rules why “…”; where that is right, say why under unread"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example that was run: what is missing, and what was found beyond it, each as lines of text."""

    item: RuleExample
    missing: tuple[str, ...]
    beyond: tuple[str, ...]
    why: tuple[str, ...] = ()
    """Where something is missing: what was read, and what kept the rule from finding it."""
    unread: tuple[str, ...] = ()
    """The articles of a near miss that show nothing, for nothing is read of them that the rule compares."""

    @property
    def state(self) -> State:
        """ "gap": failed as its author said it would; "gap closed": passed although its author said it would not."""
        failed = bool(self.missing or self.beyond or self.unread)
        if self.item.example.gap is None:
            return "failed" if failed else "ok"
        return "gap" if failed else "gap closed"

    @property
    def good(self) -> bool:
        """Whether it went as its author said."""
        return self.state in ("ok", "gap")

    def text(self) -> str:
        """What a person reads: the state, and for all but the plain ones what was expected against what was found."""
        lines = [f"{self.state:10} {self.item.id}"]
        if self.state != "ok":
            lines += [f"  gap: {self.item.example.gap}"] if self.item.example.gap else []
            lines += [f"  at {self.item.place}"] if not self.good else []
            lines += [f"  expected and not found: {line}" for line in self.missing]
            lines += [f"  found and not expected: {line}" for line in self.beyond]
            lines += [f"  nothing read of {id_} that the rule compares: {_SILENT}" for id_ in self.unread]
            lines += [f"    {line}" for line in self.why]
        return "\n".join(lines)


def run(item: RuleExample, checker: Checker) -> Outcome:
    """Checks the articles of an example and compares every finding of its rule with what is expected.

    A near miss of a rule that finds tensions must give no tension of any other rule either, and of each article of a
    near miss something must be read that the rule compares.
    """
    example = item.example
    articles = [_article(a, example.language) for a in example.articles]
    seen = _Seen(checker.check(articles), example.articles)
    ordered = item.rule.verdict == "update"
    left = [f for f in seen.report.findings if f.rule == item.rule.id]
    missing = []
    for expected in example.expect:
        match = next((f for f in left if seen.shows(expected, f, ordered=ordered)), None)
        if match:
            left.remove(match)
        else:
            missing.append(_expected_line(expected))
    if not example.expect and item.rule.verdict == "tension":
        left += [f for f in seen.report.findings if f.verdict == "tension" and f not in left]
    why = tuple(_why(item, seen.report, checker)) if missing else ()
    silent = tuple(unread(item.rule, articles, seen.report, checker)) if _must_be_read(example) else ()
    return Outcome(item, tuple(missing), tuple(seen.line(f) for f in left), why, silent)


def _must_be_read(example: Example) -> bool:
    """Whether an example is a near miss that the rule is to tell from a finding, and not one of what nobody himself says."""
    return not example.expect and example.harmless not in _UNSAID and example.unread is None


def _why(item: RuleExample, report: Report, checker: Checker) -> Iterator[str]:
    """The statements that were found, who says them and how many facts they gave; then what the rule had against the facts."""
    given = Counter(fact.statement for fact in report.facts)
    names = {speaker.id: speaker.name for speaker in report.speakers}
    for statement in report.statements:
        name, words = names.get(statement.speaker, statement.speaker), " ".join(statement.text.split())
        yield f"read in {statement.article}: {name}: “{words}”, facts: {given[statement.id]}"
    for line in misses(item.rule.id, report.facts, report.statements, report.speakers, checker.packs):
        yield f"not found: {line}"
    yield "what each word was read as: consistency rules why “…” with the sentence in quotation marks"


def summary(outcomes: Sequence[Outcome]) -> str:
    """How many examples there were, and how many in each state."""
    states = Counter(outcome.state for outcome in outcomes)
    return f"{len(outcomes)} examples: " + (", ".join(f"{n} {state}" for state, n in sorted(states.items())) or "none")


def _article(article: ExampleArticle, language: Language) -> Article:
    return Article(
        id=article.id,
        text=article.text,
        language=article.language or language,
        published=article.published,
        outlet=article.outlet,
    )


class _Seen:
    """A report on the articles of an example, as its author would describe it."""

    def __init__(self, report: Report, articles: tuple[ExampleArticle, ...]) -> None:
        self.report = report
        self._texts = {a.id: a.text for a in articles}
        self._speakers = {s.id: s for s in report.speakers}
        self._facts = {f.id: f for f in report.facts}
        self._articles = {s.id: s.article for s in report.statements}

    def shows(self, expected: Expected, finding: Finding, *, ordered: bool) -> bool:
        """Whether the finding is the expected one, in scope, kind, event, subject and sides."""
        subject = finding.subject
        same = (
            expected.scope == finding.scope
            and expected.kind in (None, finding.kind)
            and expected.event == finding.event
            and (expected.party, expected.component) == (subject.party, subject.component)
            and len(expected.sides) == len(finding.positions)
        )
        orders: Iterable[tuple[Position, ...]] = [finding.positions] if ordered else permutations(finding.positions)
        return same and any(all(map(self._holds, order, expected.sides)) for order in orders)

    def _holds(self, position: Position, side: Side) -> bool:
        speakers = [self._speakers[s] for s in position.speakers if s in self._speakers]
        known = all(any(_named(s, name) for name in side.speakers) for s in speakers)
        complete = all(any(_named(s, name) for s in speakers) for name in side.speakers)
        return known and complete and all(self._rests_on(position, words) for words in side.words)

    def _rests_on(self, position: Position, words: str) -> bool:
        """Whether the words touch the evidence of some fact of the position."""
        facts = [self._facts[f] for f in position.facts]
        return any(
            match.start() < fact.span[1] and fact.span[0] < match.end()
            for fact in facts
            for match in re.finditer(re.escape(words), self._texts[self._articles[fact.statement]])
        )

    def line(self, finding: Finding) -> str:
        """A finding in one line."""
        sides = [(self._names(p), self._evidence(p)) for p in finding.positions]
        subject = (finding.subject.party, finding.subject.component)
        return _line(f"{finding.rule}, {finding.scope}", (finding.kind, finding.event, *subject), sides)

    def _names(self, position: Position) -> list[str]:
        return [self._speakers[s].name if s in self._speakers else s for s in position.speakers]

    def _evidence(self, position: Position) -> list[str]:
        return [self._facts[f].text for f in position.facts]


def _expected_line(expected: Expected) -> str:
    about = (expected.kind, expected.event, expected.party, expected.component)
    return _line(expected.scope, about, [(s.speakers, s.words) for s in expected.sides])


def _line(head: str, about: Sequence[str | None], sides: Sequence[tuple[Sequence[str], Sequence[str]]]) -> str:
    shown = [f"{', '.join(speakers)}: {' … '.join(map(repr, words))}" for speakers, words in sides]
    return f"{head}, {' '.join(word for word in about if word)}; {' | '.join(shown)}"


def _named(speaker: Speaker, name: str) -> bool:
    """Whether a name of the speaker has the words of ``name`` one after the other."""
    wanted = f" {_plain(name)} "
    return any(wanted in f" {_plain(known)} " for known in (speaker.name, speaker.role, *speaker.names) if known)


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))
