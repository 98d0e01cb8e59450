"""Batches made by hand, and what is left of a run when ids of stores do not matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from consistency import Checker
from consistency.compare import compare
from consistency.model import Fact, Finding, Report, ReportedArticle, Statement, Subject
from consistency.recall import Kept, Passage, Profile
from consistency.store import Addition, Stored

FACTS = 3


def addition(batch: int, articles: int = 20) -> Addition:
    """A batch of articles with one statement and three facts each, all of one speaker."""
    ids = [f"b{batch}-{n}" for n in range(articles)]
    return Addition(
        [_stored(id_, batch) for id_ in ids],
        [_statement(id_) for id_ in ids],
        [_kept(id_, n) for id_ in ids for n in range(1, FACTS + 1)],
        [Passage(id_, (0, 22), "the words of a passage") for id_ in ids],
        [(id_, _profile(id_)) for id_ in ids],
    )


def _stored(id_: str, batch: int) -> Stored:
    article = ReportedArticle(
        id=id_, title="Words", language="en", outlet=None, url=None, published=dt.date(2023, 1, 1),
        published_from="metadata", stories=(),
    )  # fmt: skip
    return Stored(article, id_, "rules", f"{id_}.txt:1", batch)


def _statement(id_: str) -> Statement:
    return Statement(
        id=f"{id_}#s1",
        article=id_,
        story="1",
        speaker="person.a",
        mode="direct",
        span=(0, 22),
        text="the words of a passage",
    )


def _kept(id_: str, number: int) -> Kept:
    count = {"min": number, "max": number}
    kind, value = ("deadline", {"by": {"start": None, "end": "2023-06-30"}}) if number == FACTS else ("count", count)
    fact = Fact(
        id=f"{id_}#s1.f{number}", statement=f"{id_}#s1", kind=kind, subject=Subject(party="org.us-forces"), span=(0, 22),
        text="the words of a passage", place="place.iq", value=value,
    )  # fmt: skip
    return Kept(fact, True, "place.iq", dt.date(2023, 1, 1), f"{number:016}")


def _profile(id_: str) -> Profile:
    order = f"2023-01-01 {id_} 000000"
    return Profile(base="person.a", kind="person", forms=((order, f"A of {id_}"),), keys=("name|a", f"name|{id_}"))


Content = tuple[object, ...]


def content(finding: Finding) -> Content:
    """All that a finding says, with its ids."""
    positions = tuple((p.summary, frozenset(p.speakers), frozenset(p.facts)) for p in finding.positions)
    told = (finding.explanation, finding.explanation_ar, finding.confidence, finding.severity)
    return (finding.id, finding.fingerprint, finding.verdict, finding.scope, frozenset(positions), *told)


def substance(finding: Finding) -> Content:
    """The same without ids of speakers and what is made of them: who is known keeps an id that one run would make anew."""
    positions = frozenset((p.summary, frozenset(p.facts)) for p in finding.positions)
    return (
        finding.rule,
        finding.verdict,
        finding.scope,
        finding.severity,
        finding.confidence,
        positions,
        finding.explanation,
    )


def around(report: Report, articles: Collection[str], checker: Checker) -> list[Finding]:
    """What one run over everything finds between the facts of some articles and all others."""
    focus = {fact.id for fact in report.facts if fact.id.rpartition("#")[0] in articles}
    return compare(report.facts, report.statements, report.speakers, checker.packs, focus)
