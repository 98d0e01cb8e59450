"""A force that no shipped pack knows is read, and compared, as soon as a user's pack names it in one line."""

from __future__ import annotations

import pytest

from consistency import Article, Checker, Report

LINE = "- {id: org.blue-legion, kind: force, ar: [الفيلق الأزرق], en: [Blue Legion], part_of: [org.foreign-forces]}\n"
ARABIC = "قال محافظ غاو سيدي تراوري إن الفيلق الأزرق سيغادر مالي بحلول 31 آب 2022."
ENGLISH = "The Blue Legion will leave Mali by 31 August 2022, Defence Minister Oumar Keita said."
LATER = "The Blue Legion will leave Mali by 31 December 2022, Foreign Minister Ali Konate said."


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """A checker with a pack of one entity."""
    folder = tmp_path_factory.mktemp("legion")
    (folder / "pack.yaml").write_text("id: legion\nversion: 1.0.0\n", "utf-8")
    (folder / "entities.yaml").write_text(LINE, "utf-8")
    return Checker(rules=[folder])


def read(checker: Checker, *texts: str) -> Report:
    return checker.check([Article(id=f"a{n}", text=text, published="2022-03-01") for n, text in enumerate(texts)])


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_its_facts_are_read(extended: Checker, text: str) -> None:
    facts = {f.kind: f for f in read(extended, text).facts}
    assert {f.subject.party for f in facts.values()} == {"org.blue-legion"}
    assert facts["deadline"].value["by"]["end"] == "2022-08-31"
    assert facts["event_status"].place == "place.ml"


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_nobody_is_read_without_the_line(checker: Checker, text: str) -> None:
    assert "org.blue-legion" not in {f.subject.party for f in read(checker, text).facts}


def test_its_facts_are_compared_across_languages(extended: Checker) -> None:
    assert ("agreement", "deadline") in {(f.verdict, f.kind) for f in read(extended, ARABIC, ENGLISH).findings}
    assert ("tension", "deadline") in {(f.verdict, f.kind) for f in read(extended, ARABIC, LATER).findings}


def test_it_is_one_of_the_foreign_forces(extended: Checker) -> None:
    everyone = "Foreign forces will leave Mali by 30 June 2022, President Issa Toure said."
    tensions = [f for f in read(extended, everyone, ENGLISH).findings if f.verdict == "tension"]
    assert [f.kind for f in tensions] == ["deadline"]
