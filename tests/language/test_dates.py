"""Dates in Arabic and English text."""

from __future__ import annotations

import datetime as dt
import pickle
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from consistency.dates import UNRESOLVED, DateExpression, Interval
from consistency.language import build
from consistency.language.layers import MENTIONS
from consistency.model import Language
from consistency.rulepack import load_packs
from tests.language.recognised import LANGUAGES, ODD, bench, read, rows, words
from tests.shared import needs_shared

CORPUS = [(language, row) for language in LANGUAGES for row in rows(f"dates_{language}.yaml")]
DAYS = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2070, 12, 31))


def shown(interval: Interval) -> str:
    if interval == UNRESOLVED:
        return "unresolved"
    if interval.start == interval.end:
        return str(interval.start)
    return f"{interval.start or ''}..{interval.end or ''}"


def dates(text: str, language: Language) -> list[tuple[str, DateExpression]]:
    document = read(text, language)
    return [(document.slice(m.span), m.value) for m in document.mentions if m.type == "date"]


def resolved(text: str, language: Language, anchor: dt.date | None) -> dict[str, str]:
    return {surface: shown(value.resolve(anchor)) for surface, value in dates(text, language)}


@pytest.mark.parametrize(("language", "row"), CORPUS, ids=[row["text"][:40] for _, row in CORPUS])
def test_the_corpus(language: Language, row: dict[str, Any]) -> None:
    assert resolved(row["text"], language, row.get("at")) == {k: str(v) for k, v in row["dates"].items()}


def test_the_corpus_is_large_enough() -> None:
    assert sum(len(row["dates"]) for _, row in CORPUS) >= 200
    assert sum(not row["dates"] for _, row in CORPUS) >= 25


def test_the_words_are_kept_as_written() -> None:
    ((_, value),) = dates("ينتهي في 31 ديسمبر/ كانون  الأول 2021.", "ar")
    assert value.words == "31 ديسمبر/ كانون الأول 2021"


def test_a_proclitic_is_no_part_of_a_date() -> None:
    (mention,) = [m for m in read("سيغادرون بنهاية العام 2011.", "ar").mentions if m.type == "date"]
    assert (mention.start, mention.proclitics, mention.value.words) == (10, "ب", "نهاية العام 2011")


def test_words_of_dates_and_numbers_are_not_handed_on() -> None:
    kinds = {m.type for language, row in CORPUS for m in read(row["text"], language).mentions}
    assert "date" in kinds
    assert not [kind for kind in kinds if "." in kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_date_expressions_survive_serialisation(language: Language) -> None:
    nlp = build(language, load_packs())
    docs = [nlp(row["text"]) for spoken, row in CORPUS if spoken == language]
    data = DocBin(store_user_data=True, docs=docs).to_bytes()
    for doc, back in zip(docs, DocBin().from_bytes(data).get_docs(nlp.vocab), strict=True):
        found = [m.value for m in doc.user_data[MENTIONS] if m.type == "date"]
        assert [m.value for m in back.user_data[MENTIONS] if m.type == "date"] == found
        assert pickle.loads(pickle.dumps(found)) == found
        assert len({hash(value) for value in found}) == len(set(found))


WORDS = {
    "ar": words(
        "نهاية أواخر مطلع العام الشهر الأسبوع الجاري المقبل الماضي هذا ذلك من إلى في بين و ، / ( ) 3 31 2011 14/12/2021 أيلول كانون"
        " الأول الثاني آب آذار مارس الثلاثين والثلاثين الحادي اليوم أمس غداً مساء الأحد الخميس يوم شهر عام سنة خلال قبل بعد منذ ستة"
        " أشهر أيام عامين ونصف ثلاثة ربع الربع النصف صيف عيد الفطر رمضان 1442 هـ آخر أول الأخير الستة القليلة الـ 24 ساعة"
    ),
    "en": words(
        "the end of late early mid-May mid - this last next past coming year month week quarter half first second third last May March"
        " September 5 31 2011 , to and between from until by since in on 14/12/2021 2021-12-14 Thursday Sunday today yesterday tomorrow"
        " within two six 60 days months years ago from now after before Christmas Easter 24 th s Q 3 that summer 1990s ( ) a week"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_dates_are_slices_of_the_source_and_resolving_never_raises(language: Language, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from([*WORDS[language], *ODD]), max_size=14)))
    document = read(text, language)
    found = [m for m in document.mentions if m.type == "date"]
    for mention in found:
        assert (
            document.tokens[mention.first].start <= mention.start < mention.end <= document.tokens[mention.last - 1].end
        )
        assert mention.value.words == " ".join(document.slice(mention.span).split())
        interval = mention.value.resolve(data.draw(DAYS))
        assert interval.start is None or interval.end is None or interval.start <= interval.end
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(("language", "row"), CORPUS, ids=[row["text"][:40] for _, row in CORPUS])
def test_without_an_anchor_only_what_names_its_year_is_resolved(language: Language, row: dict[str, Any]) -> None:
    for _, value in dates(row["text"], language):
        alone = value.resolve(None)
        assert alone == UNRESOLVED or alone == value.resolve(dt.date(1999, 5, 5)) == value.resolve(
            dt.date(2030, 11, 30)
        )


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2070, 12, 31)), DAYS)
def test_every_way_to_write_a_day_means_that_day(day: dt.date, anchor: dt.date | None) -> None:
    written = {
        "ar": [
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%Y-%m-%d}",
            f"الموافق {day.day} {ARABIC[day.month - 1]} عام {day.year}",
        ],
        "en": [
            f"{day:%Y-%m-%d}",
            f"{day.day} {day:%B} {day.year}",
            f"{day:%B} {day.day}, {day.year}",
            f"the {day.day}th of {day:%B} {day.year}",
        ],
    }
    for language in LANGUAGES:
        for form in written[language]:
            ((_, value),) = dates(f"({form}).", language)
            assert value.resolve(anchor) == Interval(day, day, "day"), form


ARABIC = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2070, 12, 31)))
def test_a_bare_weekday_is_the_latest_one_and_never_to_come(anchor: dt.date) -> None:
    for number, name in enumerate(words("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد")):
        ((_, value),) = dates(f"وصل {name} إلى المدينة.", "ar")
        day = value.resolve(anchor).start
        assert day.weekday() == number
        assert 0 <= (anchor - day).days < 7


# --- the public test set --------------------------------------------------------------

_WEEKDAYS = frozenset(
    words(
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
        " الاثنين الثلاثاء الاربعاء الخميس الجمعة الجمعه السبت الاحد"
    )
)
_PASSED = {423, 424, 442, 786, 787, 919, 921, 922}
"""English rows with nothing but a feast that passed a few days before: like a weekday, Duckling puts it into the future."""
_BEGINS = {"AR": {6, 42}, "EN": {*range(792, 800), 841, 892, 900, 901, 917, 918}}
"""The beginning of a month, a month in figures, feasts that begin on the evening before: an interval from that day is as good."""
_MIDDLE = {"AR": {35, 36, 37}, "EN": set[int]()}
"""The middle of a month, of which Duckling names one day."""
_LAST = {"AR": set[int](), "EN": set(range(963, 1003))}
"""Rows like "the upcoming two months", of which Duckling names the last one: here a stretch that ends in it."""


@needs_shared
def test_the_public_test_set() -> None:
    """Right, wrong and unanswered on Duckling's days and periods, bare weekdays apart."""
    score = Counter(
        _verdict(row, language) for language in LANGUAGES for row in bench(f"dates_duckling_{language}.jsonl")
    )
    print(dict(score))
    total = score.total() - score["apart"]
    assert score["right"] >= 0.90 * total, score
    assert score["wrong"] <= 0.03 * total, score


def _verdict(row: dict[str, Any], language: Language) -> str:
    place, number = row["id"].split("-")[-2:]
    if row["text"].rstrip(".") in _WEEKDAYS or (place == "EN" and int(number) in _PASSED):
        return "apart"
    found = [value.resolve(dt.date.fromisoformat(row["reference"])) for _, value in dates(row["text"], language)]
    if not found or found == [UNRESOLVED]:
        return "unanswered"
    return "right" if len(found) == 1 and _matches(found[0], row["expected"], place, int(number)) else "wrong"


def _matches(found: Interval, expected: dict[str, Any], place: str, number: int) -> bool:
    start, end = (dt.date.fromisoformat(expected[side]) for side in ("start", "end"))
    if found.start is None or found.end is None:
        return False
    return (
        (found.start, found.end) == (start, end)
        or (number in _BEGINS[place] and found.start == start)
        or (number in _MIDDLE[place] and found.start <= start <= found.end)
        or (number in _LAST[place] and start <= found.end <= end)
    )
