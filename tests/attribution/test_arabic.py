"""Who said what in Arabic articles: every way in which newspapers name a speaker, on sentences written for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.attribution import attribute
from tests.attribution.spoken import PACKS, corpus, heard, read, unmark

CORPUS = corpus("ar")
PATTERNS = {
    "verb before subject", "subject before verb", "verb between the parts of a name or after a long title", "in turn", "according to",
    "quoting somebody", "attributing and describing", "stance verbs", "participle chains", "omitted subjects", "pull quotes",
    "headline speaker", "entities and marks", "misspelt", "passive", "anonymous sources", "chains", "narration", "articles",
}  # fmt: skip
"""What newspapers do, by the names of the corpus."""
LEAST = 5
"""Sentences that each pattern is tried on at least; articles hold many."""


def test_no_pattern_is_missing() -> None:
    assert CORPUS.keys() >= PATTERNS
    assert [name for name in PATTERNS if len(CORPUS[name]) < LEAST] == []


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{name}-{n}") for name, rows in CORPUS.items() for n, row in enumerate(rows)]
)
def test_the_corpus(row: list[str]) -> None:
    marked = unmark(*row)
    assert heard(marked, "ar") == marked.wanted()


def attributed(text: str) -> list[tuple[str | None, str | None, bool]]:
    """(name, carrier, whether anonymous) of each statement."""
    return [(a.name, a.via, a.anonymous) for a in attribute(read(text, "ar"), PACKS)]


@pytest.mark.parametrize(
    ("text", "name", "via"),
    [
        ("ونقلت وكالة رويترز عن العميد ناصر الحلبي قوله إن المعابر مفتوحة.", "ناصر الحلبي", "وكالة رويترز"),
        ("أكد الوزير جاسم العبيدي، بحسب وكالة الأناضول، أن الطريق آمن.", "جاسم العبيدي", "وكالة الأناضول"),
        ("وقال العميد ناصر الحلبي لوكالة رويترز إن المعابر مفتوحة.", "ناصر الحلبي", "وكالة رويترز"),
        ("وذكرت وكالة تسنيم أن الوزير جاسم العبيدي أكد جاهزية القوات.", "جاسم العبيدي", "وكالة تسنيم"),
    ],
)
def test_carriers_are_no_speakers(text: str, name: str, via: str) -> None:
    ((found, carrier, _),) = attributed(text)
    assert found == name
    assert carrier is not None
    assert via.split()[-1] in carrier


@pytest.mark.parametrize(
    "speaker",
    [
        "مصدر أمني",
        "مسؤول حكومي رفيع",
        "أحد الضباط",
        "ثلاثة ضباط",
        "عدد من النواب",
        "شهود عيان",
        "متحدث باسم الجيش",
        "مسؤولان في البنتاغون",
        "نائب في البرلمان",
    ],
)
def test_who_is_not_named_is_anonymous(speaker: str) -> None:
    assert [anonymous for _, _, anonymous in attributed(f"وقال {speaker} إن الطريق آمن.")] == [True]


@pytest.mark.parametrize(
    "speaker",
    ["وزير الدفاع", "قائد عمليات نينوى", "المتحدث باسم الجيش", "رئيس الأركان", "محافظ ديالى", "القنصل الألماني"],
)
def test_who_holds_an_office_is_not_anonymous(speaker: str) -> None:
    assert [anonymous for _, _, anonymous in attributed(f"وقال {speaker} إن الطريق آمن.")] == [False]


def test_the_source_goes_on_and_another_source_does_not() -> None:
    text = "قال مصدر أمني إن الطريق آمن. وأضاف المصدر أن الجسر مغلق. وقال مصدر آخر إن الجسر مفتوح."
    found = attribute(read(text, "ar"), PACKS)
    assert [a.same_as for a in found] == [None, 0, None]


def test_a_rank_behind_an_office_is_no_part_of_it_and_alone_it_is_the_title() -> None:
    text = "قال قائد القوات في الجنوب العميد سهيل الجبوري إن الطريق آمن. وقال العميد الركن هاني وهبي إن الجسر مغلق."
    assert [a.title for a in attribute(read(text, "ar"), PACKS)] == ["قائد القوات في الجنوب", "العميد الركن"]


def test_modes() -> None:
    text = "قال هاربر: «عدنا إلى الثكنات». وأضاف أن الطريق آمن. وتابع أن الجسر «مغلق تماماً» منذ أمس."
    assert [a.mode for a in attribute(read(text, "ar"), PACKS)] == ["direct", "indirect", "mixed"]


def test_headlines_have_their_mode() -> None:
    marked = unmark("# هاربر: {المهمة انتهت}\nكان اليوم هادئاً. وصل الجنرال ديفيد هاربر.", "هاربر")
    assert [a.mode for a in attribute(read(marked.text, "ar", marked.title), PACKS)] == ["headline"]


def test_then_is_the_day_of_the_statement_before() -> None:
    text = "وقبل شهرين كان اللواء سامي الزبيدي قد أعلن أن المهمة انتهت، مضيفاً أن الجسر مغلق. وأوضح حينئذ أن الطريق آمن. وأكد أن الجسر مفتوح."
    days = [str(a.said_on) for a in attribute(read(text, "ar"), PACKS)]
    assert days == ["2021-05-14", "2021-05-14", "2021-05-14", "None"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وقال هاربر الثلاثاء إن المهمة انتهت.", "2021-07-13"),
        ("وقبل شهرين كان اللواء سامي الزبيدي قد أعلن أن المهمة انتهت.", "2021-05-14"),
        ("وكان اللواء سامي الزبيدي قد أعلن الشهر الماضي أن المهمة انتهت.", "2021-06-30"),
        ("وقال اللواء سامي الزبيدي إن المهمة انتهت الشهر الماضي.", "None"),
    ],
)
def test_the_day_is_the_one_that_the_clause_gives_or_the_last_of_a_past_month(text: str, day: str) -> None:
    assert [str(a.said_on) for a in attribute(read(text, "ar"), PACKS)] == [day]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["«", "»", '"', "قال", "وأضاف", "الوزير", "هاربر", "،", ".", ":", "إن", "أن", "بحسب", "عن", "نقلت", "مضيفاً", "\n", "القوات", "بـ", "الذي"]),
        max_size=30,
    )
)  # fmt: skip
def test_any_jumble_gives_spans_inside_the_text_and_backward_references(words: list[str]) -> None:
    text = "المعسكر " + " ".join(words) + " انتهى"
    found = attribute(read(text, "ar"), PACKS)
    for number, attribution in enumerate(found):
        assert 0 <= attribution.span[0] < attribution.span[1] <= len(text)
        assert attribution.same_as is None or attribution.same_as < len(found)
        assert attribution.same_as != number
