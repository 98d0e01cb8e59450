"""What a desk sees of a store: only what is new, what a changed article took away, who is known already."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency import Article, Checker, Report
from consistency.remembering import check_everything, check_with
from consistency.store import Asking, Place, listing

MINISTER = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستنسحب من الأردن بحلول 31 مارس 2024."
GENERAL = "Jordan's army chief Faris Khasawneh said Spanish forces would withdraw from Jordan by June 30, 2024."


def article(id_: str, text: str, day: str = "2023-11-08", **fields: str) -> Article:
    return Article(id=id_, text=text, published=day, **fields)


def checked(checker: Checker, place: Place, *articles: Article) -> Report:
    return check_with(checker, place, articles, {a.id: f"{a.id}.txt:1" for a in articles}, None).report


def verdicts(report: Report) -> list[str]:
    return [finding.verdict for finding in report.findings]


def test_a_later_article_meets_an_earlier_one(checker: Checker, place: Place) -> None:
    assert verdicts(checked(checker, place, article("m", MINISTER))) == []
    report = checked(checker, place, article("g", GENERAL))
    assert "tension" in verdicts(report)
    assert [one.id for one in report.articles] == ["g", "m"]
    assert report.memory is not None
    assert report.memory.earlier == ("m",)


def test_the_same_batch_twice_adds_nothing(checker: Checker, place: Place) -> None:
    batch = (article("m", MINISTER), article("g", GENERAL))
    checked(checker, place, *batch)
    with place.reading() as connection:
        before = listing.status(connection)
    report = checked(checker, place, *batch)
    with place.reading() as connection:
        assert listing.status(connection) == before
    assert (report.findings, report.articles) == ((), ())
    assert report.memory is not None
    assert report.memory.unchanged == ("g", "m")


def test_everything_is_what_one_run_finds(checker: Checker, place: Place) -> None:
    checked(checker, place, article("m", MINISTER))
    known = check_with(checker, place, [article("g", GENERAL)], {}, None)
    whole = checker.check([article("m", MINISTER), article("g", GENERAL)])
    report = check_everything(checker, place, known).report
    assert (report.findings, report.facts, report.statements) == (whole.findings, whole.facts, whole.statements)


def test_a_changed_article_takes_the_place_of_its_old_version_and_what_fell_away_is_told(
    checker: Checker, place: Place
) -> None:
    checked(checker, place, article("m", MINISTER), article("g", GENERAL))
    report = checked(checker, place, article("g", GENERAL.replace("June 30", "March 31")))
    assert report.memory is not None
    assert report.memory.replaced == ("g",)
    assert [(fallen.verdict, fallen.articles) for fallen in report.memory.fell_away] == [("tension", ("g",))]
    assert set(verdicts(report)) == {"agreement"}


def test_a_change_of_other_words_is_no_news(checker: Checker, place: Place) -> None:
    checked(checker, place, article("m", MINISTER), article("g", GENERAL))
    report = checked(checker, place, article("g", f"{GENERAL}\n\nThe weather was fine."))
    assert report.memory is not None
    assert (report.memory.replaced, report.memory.fell_away, report.findings) == (("g",), (), ())


@pytest.mark.parametrize("field", ["outlet", "url"])
def test_another_article_of_the_same_id_does_not_replace_the_first(checker: Checker, place: Place, field: str) -> None:
    checked(checker, place, article("1", MINISTER, **{field: "first"}))
    report = checked(checker, place, article("1", GENERAL, **{field: "second"}))
    (warning,) = report.warnings
    assert warning.code == "input_skipped"
    assert f"({field} first; here second)" in warning.message
    with place.reading() as connection:
        assert Asking(connection).articles(["1"])["1"].article.outlet in ("first", None)


def test_who_is_known_keeps_the_id_and_is_joined(checker: Checker, place: Place) -> None:
    first = checked(checker, place, article("m", MINISTER))
    again = article("n", "Defence Minister Pablo Serrano said on Monday that talks went on.", "2023-11-13")
    second = checked(checker, place, again)
    (known,) = [s.id for s in first.speakers]
    (speaker,) = second.speakers
    assert speaker.id == known
    assert speaker.names == ("بابلو سيرانو", "Pablo Serrano")


def test_what_an_article_told_of_a_speaker_goes_with_it(checker: Checker, place: Place) -> None:
    checked(checker, place, article("m", MINISTER))
    english = article("n", "Defence Minister Pablo Serrano said on Monday that talks went on.", "2023-11-13")
    checked(checker, place, english)
    from consistency.store import Keeping

    with place.writing() as connection:
        Keeping(connection).remove(["m"])
    with place.reading() as connection:
        (left,) = list(listing.list_speakers(connection))
    assert left[0].speaker().names == ("Pablo Serrano",)


def test_one_bad_article_does_not_keep_the_others_out(checker: Checker, place: Place) -> None:
    report = checked(checker, place, article("m", MINISTER), article("empty", " "))
    assert [warning.code for warning in report.warnings] == ["input_skipped"]
    assert [one.id for one in report.articles] == ["m"]


def test_a_wire_copy_of_an_earlier_batch_is_no_second_voice(checker: Checker, place: Place) -> None:
    text = (
        "Spain's defence minister Pablo Serrano said all Spanish forces would withdraw from Jordan by March 31, 2024."
    )
    checked(checker, place, article("wire", text))
    report = checked(checker, place, article("paper", text, "2023-11-09"))
    assert report.findings == ()
    (copy,) = [statement for statement in report.statements if statement.article == "paper"]
    assert copy.copy_of is not None
    assert copy.copy_of.startswith("wire#")


def test_other_rules_read_an_article_anew(checker: Checker, place: Place, tmp_path: Path) -> None:
    from consistency.rulepack import write_new

    checked(checker, place, article("m", MINISTER))
    write_new(tmp_path / "house" / "more")
    report = checked(Checker([tmp_path / "house"]), place, article("m", MINISTER))
    assert report.memory is not None
    assert report.memory.replaced == ("m",)
