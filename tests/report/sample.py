"""A small report made by hand; ``evil`` stands wherever an article's words stand."""

from __future__ import annotations

import datetime as dt

from consistency.model import (
    Fact,
    Finding,
    Position,
    Report,
    ReportedArticle,
    Speaker,
    Statement,
    Story,
    Subject,
    Warning,
)

DAY = dt.date(2019, 3, 4)


def statement(number: int, text: str) -> Statement:
    return Statement(
        id=f"a/{number}", article="a", story="a/1", speaker=f"person.{number}", mode="direct",
        span=(10, 10 + len(text)), text=text, said_on=DAY, via=text,
    )  # fmt: skip


def fact(number: int, text: str, year: str) -> Fact:
    return Fact(
        id=f"f{number}", statement=f"a/{number}", kind="deadline", subject=Subject(party="org.dutch-forces"), event="withdrawal",
        place="place.ml", value={"by": {"start": year, "end": year, "precision": "year"}}, said_on=DAY,
        span=(10, 10 + len(text) // 2), text=text[: len(text) // 2],
    )  # fmt: skip


def sample_report(evil: str = "سنغادر في الربيع") -> Report:
    subject = Subject(party="org.dutch-forces")
    positions = tuple(Position(summary=evil, speakers=(f"person.{n}",), facts=(f"f{n}",)) for n in (1, 2))
    finding = Finding(
        id="t1", rule="deadline-moved", pack="deployment", verdict="tension", scope="between_speakers", severity="high",
        confidence=0.9, kind="deadline", event="withdrawal", subject=subject, positions=positions, explanation=evil,
    )  # fmt: skip
    story = Story(id="a/1", span=(0, 400))
    article = ReportedArticle(
        id="a",
        title=evil,
        language="ar",
        outlet=evil,
        url=None,
        published=DAY,
        published_from="option",
        stories=(story,),
    )
    return Report(
        articles=(article,),
        speakers=tuple(Speaker(id=f"person.{n}", name=evil, names=(evil,), role=evil) for n in (1, 2)),
        statements=(statement(1, evil), statement(2, evil)),
        facts=(fact(1, evil, "2019"), fact(2, evil, "2020")),
        findings=(finding,),
        warnings=(
            Warning(code="input_skipped", message=evil),
            Warning(code="speaker", message=evil, article="a", span=(1, 2)),
        ),
    )
