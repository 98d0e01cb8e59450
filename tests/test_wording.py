"""The reports' own words: the forms that go with a number, and that nothing stays English in Arabic."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from consistency.model import Warning
from consistency.report.headings import ORIGINS, SCOPES, VERDICTS
from consistency.report.index import SEVERITIES
from consistency.report.leftopen import grouped
from consistency.report.quotes import letter
from consistency.report.tables import LANGUAGES
from consistency.rulepack import load_packs
from consistency.wording import Wording, wording

REPORT = Path(__file__).resolve().parents[1] / "consistency" / "report"
ARABIC = re.compile("[\u0621-\u064a]")


@pytest.fixture(scope="module")
def arabic() -> Wording:
    return wording(load_packs(), "ar")


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 مقال"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالاً"),
        (99, "99 مقالاً"),
        (100, "100 مقال"),
        (102, "102 مقال"),
        (103, "103 مقالات"),
        (111, "111 مقالاً"),
    ],
)
def test_an_arabic_noun_has_the_form_that_goes_with_its_number(arabic: Wording, count: int, told: str) -> None:
    assert arabic.many(count, "article") == told


def test_english_needs_no_file() -> None:
    assert wording(load_packs(), "en") == Wording()
    assert Wording().many(1, "claim") == "1 claim"
    assert Wording().label("said on {day}", day="2019-03-04") == "said on 2019-03-04"


def test_a_language_without_labels_is_english() -> None:
    assert wording(load_packs(), "fr") == Wording()


def test_what_is_not_translated_stays_english(arabic: Wording) -> None:
    assert arabic.label("Unheard of") == "Unheard of"
    assert arabic.many(3, "unheard thing") == "3 unheard things"


def _sources() -> list[Path]:
    """The modules and templates of the reports that are there in Arabic."""
    found = sorted(REPORT.rglob("*"))
    return [path for path in found if path.suffix in (".py", ".jinja") and not path.name.startswith(("rule", "github"))]


def written() -> tuple[set[str], set[str]]:
    """The labels and the counted nouns that the reports' modules and templates name."""
    text = "\n".join(path.read_text("utf-8") for path in _sources())
    labels = set(re.findall(r"""\b(?:label|t)\(\s*"([^"]+)\"""", text))
    labels |= set(re.findall(r"""\blabel\(\s*'([^']+)'""", text))
    nouns = set(re.findall(r"""many\((?:[^"'\n()]|\([^()]*\))*["']([a-z][a-z ]+)["']\)""", text))
    return labels, nouns


def test_every_label_of_the_reports_is_there_in_arabic(arabic: Wording) -> None:
    labels, nouns = written()
    fixed = {words for row in VERDICTS for words in row} | set(SCOPES.values()) | set(ORIGINS.values())
    fixed |= {*SEVERITIES, *LANGUAGES.values(), *map(letter, range(10)), "shift"}
    fixed |= {title for title, _ in grouped([Warning(code=code, message="") for code in _CODES])}
    assert len(labels) > 60
    assert {text for text in labels | fixed if text not in arabic.labels} == set()
    assert {"article", "more statement", "claim", "story"} <= nouns
    assert {noun for noun in nouns if noun not in arabic.counted} == set()


_CODES = ("undated-article", "unresolved-speaker", "unresolved-date", "stale-dismissal", "another")


def test_arabic_labels_keep_what_is_put_in(arabic: Wording) -> None:
    for english, told in arabic.labels.items():
        assert sorted(re.findall(r"\{\w*\}", told)) == sorted(re.findall(r"\{\w*\}", english)), english
        assert ARABIC.search(told) or not re.search("[A-Za-z]", english.replace("{", "").replace("}", "")), english


def test_every_counted_noun_has_the_forms_that_numbers_need(arabic: Wording) -> None:
    for noun, forms in arabic.counted.items():
        assert {"one", "two", "few", "many", "other"} <= set(forms), noun
        assert all("{}" in forms[form] for form in ("few", "many", "other")), noun


def test_none_has_a_form_of_its_own_where_a_noun_gives_one(arabic: Wording) -> None:
    assert arabic.many(0, "tension") == "لا تعارضات"
