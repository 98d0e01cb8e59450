"""Whatever is claimed: what stands around a batch is whole, however many steps lead from claim to claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency import Checker
from consistency.compare import compare, kept
from consistency.gathering import Material
from consistency.model import Fact, ReportedArticle, Statement, Subject
from consistency.neighbours import involves, neighbours
from consistency.recall import Profile
from consistency.rulepack import Packs
from consistency.store import Addition, Keeping, Place, Stored, open_place
from tests.store.made import content

FIRST = dt.date(2020, 1, 6)
PARTIES = ("org.us-forces", "org.french-forces", "org.foreign-forces", "org.coalition")
PLACES = ("place.iq", "place.iq.cities", "place.baghdad", "place.ml", None)
KINDS = st.sampled_from(("count", "deadline", "event_status", "troop_location", "role_change", "cooperation", "stance"))
DATES = ("2020-06-01", "2020-06-02", "2020-12-01", "2021-06-01", "2021-12-01")


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """Somebody's claim of a day in four years; the ids come later."""
    kind = draw(KINDS)
    phase = draw(st.sampled_from(("planned", "begun", "completed", "unchanged" if kind == "role_change" else None)))
    return Fact(
        id="", statement="", kind=kind, span=(0, 9), text="a passage", value=draw(values(kind)), phase=phase,
        subject=Subject(party=draw(st.sampled_from(PARTIES)), component=draw(st.sampled_from(("all", "all", "combat")))),
        event="withdrawal" if kind in ("deadline", "event_status") else None,
        place=draw(st.sampled_from(PLACES)),
        polarity=draw(st.sampled_from(("affirmed", "affirmed", "denied"))),
        said_on=FIRST + dt.timedelta(days=draw(st.integers(0, 70)) * draw(st.sampled_from((1, 1, 20)))),
        confidence=0.9,
    )  # fmt: skip


def values(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a fact of a kind may hold."""
    number = st.sampled_from((900.0, 950.0, 2500.0))
    roles = st.lists(st.sampled_from(("combat", "train", "advise")), min_size=1, max_size=2, unique=True)
    return {
        "count": number.map(lambda n: {"of": "troops", "min": n, "max": n, "total": "yes"}),
        "deadline": st.sampled_from(DATES).map(lambda d: {"by": {"start": d, "end": d, "precision": "day"}}),
        "event_status": st.just({}),
        "troop_location": st.sampled_from(("remain", "leave")).map(lambda r: {"relation": r}),
        "role_change": st.tuples(roles, roles).map(lambda r: {"from": r[0], "to": r[1]}),
        "cooperation": st.sampled_from(("org.iraqi-forces", "place.ml")).map(lambda w: {"with": w, "areas": ["train"]}),
        "stance": st.sampled_from(("accepts", "refuses")).map(lambda s: {"is": s}),
    }[kind]


def told(number: int, fact: Fact, who: str, packs: Packs) -> tuple[Material, Addition]:
    """An article with one claim: as what is new, and as it is kept."""
    id_ = f"a{number}"
    fact = replace(fact, id=f"{id_}#s1.f1", statement=f"{id_}#s1")
    said = Statement(
        id=f"{id_}#s1", article=id_, story="1", speaker=who, mode="direct", span=(0, 9), text="a passage", said_on=fact.said_on
    )  # fmt: skip
    profile = Profile(base=who, kind="person", forms=(("", who),))
    listed = ReportedArticle(
        id=id_, title=None, language="en", outlet=None, url=None, published=fact.said_on, published_from="metadata", stories=()
    )  # fmt: skip
    held = kept([fact], [said], [profile.speaker()], packs)
    addition = Addition([Stored(listed, id_, "rules", id_, 1)], [said], held, [], [(id_, profile)])
    return Material(held, [(fact.said_on, said)], [], [profile.speaker()]), addition


def joined(parts: Sequence[Material]) -> Material:
    return Material(
        [x for part in parts for x in part.facts],
        [x for part in parts for x in part.statements],
        [],
        list({x.id: x for part in parts for x in part.speakers}.values()),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stores")


def emptied(folder: Path) -> Place:
    for file in folder.iterdir():
        file.unlink()
    return open_place(str(folder / "memory.db"), new=True)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(said=st.lists(st.tuples(facts(), st.sampled_from("abcd")), min_size=4, max_size=40), new=st.integers(1, 3))
def test_what_stands_around_a_batch_is_whole(
    checker: Checker, folder: Path, said: Sequence[tuple[Fact, str]], new: int
) -> None:
    packs, place = checker.packs, emptied(folder)
    made = [told(number, fact, f"person.{who}", packs) for number, (fact, who) in enumerate(said)]
    whole, own = joined([material for material, _ in made]), joined([material for material, _ in made[:new]])
    ordered = [statement for _, statement in sorted(whole.statements, key=lambda dated: (dated[0], dated[1].article))]
    by_statement = {one.fact.statement: one.fact for one in whole.facts}
    focus = {one.fact.id for one in own.facts}
    expected = compare([by_statement[s.id] for s in ordered], ordered, whole.speakers, packs, focus)
    with place.writing() as connection:
        keeping = Keeping(connection)
        for _, addition in made[new:]:
            keeping.add(addition)
        found = neighbours(keeping, packs, own, focus).findings
    assert {content(f) for f in found} == {content(f) for f in expected}
    assert all(involves(f, focus) for f in found)
