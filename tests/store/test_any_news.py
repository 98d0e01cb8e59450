"""Whatever is said of whom, where and when: a run with a store finds what one run over all articles finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency import Article, Checker
from consistency.remembering import check_with
from consistency.store import open_place
from tests.store.made import around, content

FIRST = dt.date(2020, 1, 6)
SPEAKERS = (
    "Spanish Defence Minister Pablo Serrano", "Jordan's army chief Faris Khasawneh", "Colonel Idris Kolawole",
    "Malian lawmaker Oumou Sangare", "Lieutenant Colonel Alvaro Ruiz",
)  # fmt: skip
FORCES = ("Spanish", "French", "foreign")
PLACES = ("from Jordan", "from Mali", "")
CLAIMS = (
    "all {force} troops would withdraw {place} by {date}", "{force} forces had begun to withdraw {place}",
    "the withdrawal of {force} forces {place} was complete", "{force} forces would not withdraw {place}",
    "there were {number} {force} soldiers {where}", "there were no {force} soldiers {where}",
    "{force} soldiers would stay {where}", "the role of {force} forces {where} would not change",
    "the role of {force} forces {where} would shift from combat to training",
    "Spain would cooperate with {country} in training", "{country} would cooperate with Spain in intelligence",
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """Short articles, each of a speaker who says one or two things on a day of three years, in any order."""
    made = []
    for number in range(draw(st.integers(3, 12))):
        day = FIRST + dt.timedelta(days=draw(st.sampled_from((0, 1, 2, 20, 25, 50, 80, 110, 200, 420, 800))))
        said = [draw(_sentences(day)) for _ in range(draw(st.integers(1, 2)))]
        made.append(Article(id=f"a{number}", text="\n".join(said), published=day, language="en"))
    return made


@st.composite
def _sentences(draw: st.DrawFn, day: dt.date) -> str:
    place = draw(st.sampled_from(PLACES))
    date = FIRST + dt.timedelta(days=draw(st.sampled_from((300, 301, 400, 900))))
    claim = draw(st.sampled_from(CLAIMS)).format(
        force=draw(st.sampled_from(FORCES)),
        place=place,
        where=place.replace("from", "in") or "abroad",
        country=place.removeprefix("from ") or "Mali",
        number=draw(st.sampled_from((600, 620, 900))),
        date=f"{date:%B} {date.day}, {date.year}",
    )
    return f"{draw(st.sampled_from(SPEAKERS))} said {' '.join(claim.split())}."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stores")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(news=articles(), parts=st.integers(2, 4))
def test_in_parts_as_in_one(checker: Checker, folder: Path, news: Sequence[Article], parts: int) -> None:
    file = folder / "memory.db"
    for part in folder.iterdir():
        part.unlink()
    place, seen = open_place(str(file), new=True), list[Article]()
    for batch in (news[n::parts] for n in range(parts)):
        seen += batch
        new = {article.id for article in batch}
        found = check_with(checker, place, batch, {}, None).report.findings
        assert {content(f) for f in found} == {content(f) for f in around(checker.check(seen), new, checker)}
