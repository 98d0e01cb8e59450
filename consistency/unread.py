"""Articles of an example of which nothing is read that its rule compares: there the reading is silent, not the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.check import Checker
from consistency.facts import explain
from consistency.model import Article, Document, Report
from consistency.readers import prepare
from consistency.rulepack.rules import Rule


def unread(rule: Rule, articles: Sequence[Article], report: Report, checker: Checker) -> Iterator[str]:
    """The ids of the articles without a fact of the rule's kinds and without a word that a frame for one is on."""
    kinds = {kind for selector in (*rule.lefts, *rule.rights) for kind in selector.kinds}
    homes = {statement.id: statement.article for statement in report.statements}
    given = {homes[fact.statement] for fact in report.facts if fact.kind in kinds}
    silent = [article for article in articles if article.id not in given]
    ready = prepare(silent, checker.packs)[0] if silent else []
    concerned = {d.article.id for d, _ in checker.read(ready) if _concerns(d, kinds, report, checker)}
    yield from (article.id for article in silent if article.id not in concerned)


def _concerns(document: Document, kinds: set[str], report: Report, checker: Checker) -> bool:
    statements = [statement for statement in report.statements if statement.article == document.article.id]
    told = explain(document, statements, report.speakers, checker.packs)
    return any(refusal.kind in kinds for found in told for looked in found.looked for refusal in looked.refusals)
