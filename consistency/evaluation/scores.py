"""Precision, recall and F1 of a report against gold, with every miss and false alarm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import consistency.evaluation.matching as matching
from consistency.evaluation.gold import Gold, GoldArticle, GoldFact, GoldFinding
from consistency.model import NARRATOR, Fact, Finding, Report, Span, Statement

IOU, STRICT_IOU = 0.5, 0.8


@dataclass
class Count:
    """How many were right, found and wanted; ``good`` found ones differ from ``right`` wanted ones for findings."""

    right: int = 0
    found: int = 0
    gold: int = 0
    good: int | None = None

    @property
    def precision(self) -> float | None:
        """Right of what was found; None when nothing was."""
        return (self.right if self.good is None else self.good) / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right of what gold wants; None when it wants nothing."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return None if p is None or r is None else 2 * p * r / (p + r) if p + r else 0.0

    def add(self, other: Count) -> None:
        """Adds another batch's count to this one."""
        self.right, self.found, self.gold = self.right + other.right, self.found + other.found, self.gold + other.gold
        if other.good is not None:
            self.good = (self.good or 0) + other.good


@dataclass
class Scores:
    """All counts by name ("statements", "facts", "fact:deadline", …) and a line for each miss and false alarm."""

    counts: dict[str, Count] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str) -> Count:
        """The count of that name, made when it is not there yet."""
        return self.counts.setdefault(name, Count())

    def add(self, other: Scores) -> None:
        """Adds another batch's scores to these."""
        for name, count in other.counts.items():
            self.count(name).add(count)
        self.misses += other.misses


def measure(report: Report, gold: Gold) -> Scores:
    """Scores the articles of ``report`` that have gold; findings only where all their articles are there."""
    scores = Scores()
    present = [gold.articles[a.id] for a in report.articles if a.id in gold.articles]
    for article in sorted(present, key=lambda a: a.article):
        _measure_statements(report, article, scores)
        _measure_facts(report, article, scores)
    _measure_findings(report, {a.article: a for a in present}, gold, scores)
    return scores


def _measure_statements(report: Report, gold: GoldArticle, scores: Scores) -> None:
    found = [s for s in report.statements if s.article == gold.article and s.speaker != NARRATOR]
    pairs = matching.pair(found, gold.statements, lambda p, q: _above(matching.intersection_over_union(p.span, q.span)))
    speakers = {s.id: s for s in report.speakers}
    required = [(found[i], gold.statements[j], v) for i, j, v in pairs if not gold.statements[j].optional]
    matched = {i for i, _, _ in pairs}
    optional = [s.span for s in gold.statements if s.optional]
    false = [s for i, s in enumerate(found) if i not in matched and not _touched(s.span, optional)]
    wanted = sum(not s.optional for s in gold.statements)
    right = sum(matching.same_speaker(speakers.get(s.speaker), q) for s, q, _ in required)
    scores.count("statements").add(Count(len(required), len(required) + len(false), wanted))
    strict = sum(v >= STRICT_IOU for _, _, v in required)
    scores.count("statements_strict").add(Count(strict, len(required) + len(false), wanted))
    scores.count("speakers").add(Count(right, len(required), len(required)))
    for s, q, _ in required:
        if not matching.same_speaker(speakers.get(s.speaker), q):
            scores.misses.append(f"wrong speaker {gold.article}#{q.id}: found {s.speaker}, gold {q.speaker[0]}")
    met = {j for _, j, _ in pairs}
    for j, q in enumerate(gold.statements):
        if j not in met and not q.optional:
            scores.misses.append(f"missed statement {gold.article}#{q.id}: {q.speaker[0]}: {q.text[:90]}")
    scores.misses += [f"false statement {s.article} {list(s.span)}: {s.speaker}: {s.text[:90]}" for s in false]


def _above(value: float) -> float:
    return value if value >= IOU else 0.0


def _touched(span: Span, others: Iterable[Span]) -> bool:
    return any(matching.overlap(span, other) for other in others)


def _measure_facts(report: Report, gold: GoldArticle, scores: Scores) -> None:
    said = {s.id: s for s in report.statements if s.article == gold.article and s.speaker != NARRATOR}
    found = [f for f in report.facts if f.statement in said]
    spans = {s.id: s.span for s in gold.statements}
    table = [[matching.fact_score(f, said[f.statement].span, q, spans[q.statement]) for q in gold.facts] for f in found]
    pairs = matching.pair(range(len(found)), range(len(gold.facts)), lambda i, j: table[i][j])
    required = [(found[i], gold.facts[j]) for i, j, _ in pairs if not gold.facts[j].optional]
    optional = [(f.kind, spans[f.statement]) for f in gold.facts if f.optional]
    false = [
        f
        for f, row in zip(found, table, strict=True)
        if not any(row) and not any(f.kind == kind and matching.overlap(f.span, span) for kind, span in optional)
    ]
    other = [(f, q) for f, q in required if not matching.same_subject(f, q)]
    scores.count("subjects").add(Count(len(required) - len(other), len(required), len(required)))
    met = {j for _, j, _ in pairs}
    missed = [q for j, q in enumerate(gold.facts) if j not in met and not q.optional]
    for kind in sorted({f.kind for f in found} | {f.kind for f in gold.facts}):
        hits = sum(q.kind == kind for _, q in required)
        extra = sum(f.kind == kind for f in false)
        wanted = sum(q.kind == kind and not q.optional for q in gold.facts)
        for name in ("facts", f"fact:{kind}"):
            scores.count(name).add(Count(hits, hits + extra, wanted))
    scores.misses += [f"missed fact {gold.article}#{q.statement} {q.kind} {_shown(q)}" for q in missed]
    scores.misses += [
        f"other subject {gold.article}#{q.statement} {q.kind} {_about(f)}, gold {_about(q)}" for f, q in other
    ]
    scores.misses += [f"false fact {gold.article} {f.kind} {_shown(f)} on {list(f.span)}" for f in false]


def _about(fact: Fact | GoldFact) -> str:
    return f"{fact.subject.party} {fact.subject.component or 'all'}"


def _shown(fact: Fact | GoldFact) -> str:
    return " ".join(sorted(str(key) for key in matching.core(fact)))


def _measure_findings(report: Report, golds: dict[str, GoldArticle], gold: Gold, scores: Scores) -> None:
    references = {f"{a.article}#{s.id}": (a.article, s.span) for a in golds.values() for s in a.statements}
    wanted = [
        f
        for g in gold.groups
        for f in g.findings
        if all(r.partition("#")[0] in golds for side in f.sides for r in side)
    ]
    statements = {s.id: s for s in report.statements}
    source = {f.id: statements[f.statement] for f in report.facts if f.statement in statements}
    for verdict in ("tension", "agreement"):
        found = [(f, _sides(f, source)) for f in report.findings if f.verdict == verdict]
        found = [(f, sides) for f, sides in found if _in_scope(sides, golds)]
        _score_findings(verdict, found, [w for w in wanted if w.accepts(verdict)], references, scores)


def _sides(finding: Finding, source: dict[str, Statement]) -> list[list[Statement]]:
    return [[source[f] for f in position.facts if f in source] for position in finding.positions]


def _in_scope(sides: Sequence[Sequence[Statement]], golds: dict[str, GoldArticle]) -> bool:
    flat = [s for side in sides for s in side]
    return bool(flat) and all(s.article in golds and s.speaker != NARRATOR for s in flat)


def _score_findings(
    verdict: str,
    found: Sequence[tuple[Finding, list[list[Statement]]]],
    accepted: Sequence[GoldFinding],
    references: dict[str, matching.Reference],
    scores: Scores,
) -> None:
    good = [any(matching.finding_matches(f, w, sides, references) for w in accepted) for f, sides in found]
    required = [w for w in accepted if not w.optional]
    hit = [any(matching.finding_matches(f, w, sides, references) for f, sides in found) for w in required]
    scores.count(f"{verdict}s").add(Count(sum(hit), len(found), len(required), sum(good)))
    for (finding, _), ok in zip(found, good, strict=True):
        if not ok:
            scores.misses.append(f"false {verdict} {finding.rule}: {finding.explanation[:160]}")
    for want, ok in zip(required, hit, strict=True):
        if not ok:
            scores.misses.append(f"missed {verdict} {want.id}: {want.note[:160]}")
