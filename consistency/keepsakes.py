"""A batch on its way into a store: compared with what is there, put in the place of its old versions, kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency import __version__
from consistency.attribution import Resolved, resolve_further
from consistency.check import reported
from consistency.compare import kept
from consistency.copies import passages_of, trace
from consistency.facts import canonicalize
from consistency.gathering import MOST, Material
from consistency.model import Article, FellAway, Finding, Memory, Report, ReportedArticle, Warning
from consistency.neighbours import Neighbours, facts_of, involves, neighbours
from consistency.readers import undated
from consistency.reading import Reading
from consistency.rulepack import Packs
from consistency.rulepack.parts import EXAMPLES
from consistency.store import Addition, Keeping, Stored

CUT = "store-cut"
"""The code of the warning that a batch was not compared with all that could meet it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A report, what was read for it, and the sources of the articles in it that earlier batches brought."""

    report: Report
    readings: Sequence[Reading]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Versions:
    """The digest of each article by id, and that of the rules it is read by."""

    digests: Mapping[str, str]
    rules: str

    def has(self, stored: Stored | None) -> bool:
        """Whether the store's version is the one given, read by the same rules."""
        return stored is not None and (stored.digest, stored.rules) == (self.digests[stored.article.id], self.rules)


def versions(articles: Iterable[Article], packs: Packs) -> Versions:
    """The versions of articles, which are made ready."""
    return Versions({article.id: _digest(article) for article in articles}, rules_digest(packs))


def rules_digest(packs: Packs) -> str:
    """The digest of all that says how articles are read: the version, and every file of the packs but examples."""
    digest = hashlib.sha256(__version__.encode())
    for folder in packs.folders:
        for path in sorted(folder.rglob("*.yaml")):
            if not path.name.endswith(EXAMPLES):
                digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _digest(article: Article) -> str:
    return hashlib.sha256(json.dumps(article.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Before:
    """What was found around the old versions of articles, and the facts of these, which are gone now."""

    replaced: Sequence[str] = ()
    findings: Sequence[Finding] = ()
    gone: frozenset[str] = frozenset()

    @property
    def survivors(self) -> frozenset[str]:
        """The facts that other articles hold."""
        return frozenset(id_ for finding in self.findings for id_ in facts_of(finding) if id_ not in self.gone)

    @property
    def fingerprints(self) -> frozenset[str]:
        return frozenset(finding.fingerprint for finding in self.findings)

    def fell_away(self, after: Sequence[Finding]) -> Iterator[FellAway]:
        """The findings that no later one of the same rule upholds with all that others still hold."""
        prints = {finding.fingerprint for finding in after}
        for old in self.findings:
            left = set(facts_of(old)) - self.gone
            upheld = (f for f in after if f.rule == old.rule and left and left <= set(facts_of(f)))
            if old.fingerprint not in prints and not any(upheld):
                yield self._fallen(old)

    def _fallen(self, old: Finding) -> FellAway:
        replaced = sorted({_article_of(id_) for id_ in facts_of(old) if id_ in self.gone})
        return FellAway(
            rule=old.rule,
            verdict=old.verdict,
            severity=old.severity,
            fingerprint=old.fingerprint,
            articles=tuple(replaced),
            explanation=old.explanation,
            explanation_ar=old.explanation_ar,
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch and the store that it goes into; ``sources`` by article id."""

    packs: Packs
    keeping: Keeping
    given: Versions
    sources: Mapping[str, str]

    def compare(self, readings: Sequence[Reading]) -> Known:
        """The report on what is new; the batch is in the store afterwards, its old versions are not."""
        held = self.keeping.articles(document.article.id for document, _ in readings)
        readings = [reading for reading in readings if not self.given.has(held.get(reading[0].article.id))]
        replaced = sorted(document.article.id for document, _ in readings if document.article.id in held)
        before = self._before(replaced)
        self.keeping.remove(replaced)
        documents = [document for document, _ in readings]
        attributions = {document.article.id: found for document, found in readings}
        resolved = resolve_further(documents, attributions, self.packs, self.keeping)
        told = trace(documents, resolved.statements, self.packs.denials)
        facts, unread = canonicalize(documents, told, resolved.speakers, self.packs)
        days = {document.article.id: document.article.published for document in documents}
        own = Material(
            kept(facts, told, resolved.speakers, self.packs),
            [(days[statement.article], statement) for statement in told],
            passages_of(documents),
            resolved.speakers,
        )
        new = {fact.id for fact in facts}
        around = neighbours(self.keeping, self.packs, own, new | before.survivors, before.survivors)
        self._keep(readings, own, around, resolved)
        warnings = (*filter(None, map(undated, documents)), *resolved.warnings, *unread, *_cut(around))
        return self._known(readings, around, before, warnings)

    def around(self, articles: Collection[str]) -> Known:
        """The report on all findings in which some articles of the store take part, new or not."""
        own = frozenset(one.fact.id for one in self.keeping.facts_in(articles))
        found = neighbours(self.keeping, self.packs, Material(), own, own)
        shown = [finding for finding in found.findings if involves(finding, own)]
        excerpt = found.excerpt(own | {id_ for finding in shown for id_ in facts_of(finding)}, articles)
        listed = self.keeping.articles({*articles, *(statement.article for statement in excerpt.statements)})
        report = Report(
            articles=tuple(listed[id_].article for id_ in sorted(listed)),
            speakers=tuple(excerpt.speakers.values()),
            statements=tuple(excerpt.statements),
            facts=tuple(excerpt.facts),
            findings=tuple(shown),
            warnings=tuple(_cut(found)),
            memory=Memory(earlier=tuple(sorted(listed.keys() - set(articles)))),
        )
        return Known(report, (), {id_: stored.source for id_, stored in listed.items()})

    def _before(self, replaced: Sequence[str]) -> _Before:
        """What the old versions of articles took part in."""
        if not replaced:
            return _Before()
        old = self.keeping.facts_in(replaced)
        gone = frozenset(one.fact.id for one in old)
        found = neighbours(self.keeping, self.packs, Material(), gone, gone)
        return _Before(replaced, [finding for finding in found.findings if involves(finding, gone)], gone)

    def _keep(self, readings: Sequence[Reading], own: Material, around: Neighbours, resolved: Resolved) -> None:
        """Adds the batch to the store, with the copies that the store made known."""
        number = self.keeping.next_batch()
        traced = {statement.id: statement for statement in around.statements}
        self.keeping.add(
            Addition(
                [self._stored(reported(document.article), number) for document, _ in readings],
                [traced[statement.id] for _, statement in own.statements],
                own.facts,
                [p for p in own.passages if any(p.holds(s.article, s.span) for s in own.claimed)],
                resolved.pieces,
            )
        )

    def _stored(self, article: ReportedArticle, batch: int) -> Stored:
        source = self.sources.get(article.id, article.id)
        return Stored(article, self.given.digests[article.id], self.given.rules, source, batch)

    def _known(
        self, readings: Sequence[Reading], around: Neighbours, before: _Before, warnings: Sequence[Warning]
    ) -> Known:
        """The report on the findings in which something new takes part, with all that they rest on."""
        batch = {document.article.id: reported(document.article) for document, _ in readings}
        new = {fact.id for fact in around.facts if _article_of(fact.id) in batch}
        shown = [f for f in around.findings if involves(f, new) and f.fingerprint not in before.fingerprints]
        excerpt = around.excerpt(new | {id_ for finding in shown for id_ in facts_of(finding)}, batch.keys())
        earlier = self.keeping.articles({s.article for s in excerpt.statements} - batch.keys())
        listed = {**batch, **{id_: stored.article for id_, stored in earlier.items()}}
        memory = Memory(
            earlier=tuple(sorted(earlier)),
            replaced=tuple(before.replaced),
            fell_away=tuple(before.fell_away(around.findings)),
        )
        report = Report(
            articles=tuple(listed[id_] for id_ in sorted(listed)),
            speakers=tuple(excerpt.speakers.values()),
            statements=tuple(excerpt.statements),
            facts=tuple(excerpt.facts),
            findings=tuple(shown),
            warnings=tuple(warnings),
            memory=memory,
        )
        return Known(report, readings, {id_: stored.source for id_, stored in earlier.items()})


def _article_of(id_: str) -> str:
    """The article of a fact or a statement."""
    return id_.rpartition("#")[0]


def _cut(around: Neighbours) -> Iterator[Warning]:
    if around.cut:
        yield Warning(
            code=CUT,
            message=f"more than {MOST:,} stored claims could meet this batch; the latest {MOST:,} were compared",
        )
