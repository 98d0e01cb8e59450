"""Numbers in Arabic and English text."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.model import Language, Mention, NumberValue
from tests.language.recognised import LANGUAGES, ODD, bench, read, rows, words
from tests.shared import needs_shared

CORPUS = rows("numbers.yaml")
_ENGLISH = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
_ARABIC = words("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")
_ARABIC_TENS = words("_ _ عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون")
_ARABIC_HUNDREDS = words("_ مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة")


def shown(mention: Mention) -> str:
    value = mention.value
    assert isinstance(value, NumberValue)
    ends = [f"{x:.12g}" if x is not None else "" for x in (value.min, value.max)]
    return (
        ("~" if value.approximate else "")
        + (ends[0] if value.min == value.max else "..".join(ends))
        + ("%" if mention.type == "percent" else "")
    )


def numbers(text: str, language: Language) -> dict[str, str]:
    document = read(text, language)
    return {document.slice(m.span): shown(m) for m in document.mentions if m.type in ("number", "percent")}


@pytest.mark.parametrize("row", CORPUS, ids=[r["text"][:40] for r in CORPUS])
def test_the_corpus(row: dict[str, Any]) -> None:
    assert numbers(row["text"], row["language"]) == row["numbers"]


def test_the_corpus_is_large_enough() -> None:
    assert sum(len(row["numbers"]) for row in CORPUS) >= 120
    assert sum(not row["numbers"] for row in CORPUS) >= 15


def test_a_number_inside_a_date_is_no_number() -> None:
    assert numbers("غادر 300 جندي في 14 آذار 2017.", "ar") == {"300": "300"}
    assert numbers("More than two years ago, 300 men left between 2010 and 2012.", "en") == {"300": "300"}


def english(number: int) -> str:
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        return _ENGLISH_TENS[number // 10] + (f"-{_ENGLISH[number % 10]}" if number % 10 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            return f"{english(number // scale)} {name}" + (f" {english(rest)}" if rest else "")
    raise AssertionError


def _arabic_hundreds(number: int) -> str:
    words = []
    if number >= 100:
        words.append(_ARABIC_HUNDREDS[number // 100])
    tens, units = divmod(number % 100, 10)
    if tens == 1 and units:
        words.append(("أحد" if units == 1 else "اثنا" if units == 2 else _ARABIC[units]) + " عشر")
    elif number % 100:
        words += [_ARABIC[10]] if tens == 1 else [_ARABIC[units]] * bool(units) + [_ARABIC_TENS[tens]] * bool(tens)
    return " و".join(words)


def _arabic_scale(count: int, forms: tuple[str, str, str]) -> str:
    one, two, many = forms
    if count <= 2:
        return (one, two)[count - 1]
    return f"{_arabic_hundreds(count)} {many if 3 <= count % 100 <= 10 else one}"


def arabic(number: int) -> str:
    words = []
    for scale, forms in (
        (10**9, ("مليار", "ملياران", "مليارات")),
        (10**6, ("مليون", "مليونان", "ملايين")),
        (1000, ("ألف", "ألفان", "آلاف")),
    ):
        if number >= scale:
            words.append(_arabic_scale(number // scale, forms))
            number %= scale
    return " و".join([*words, *([_arabic_hundreds(number)] if number else [])])


def _is_whole(number: int) -> bool:
    """Arabic leaves «مئة وألف» to no number word: the count of a scale never ends in one or two hundreds and units."""
    return all(
        (number // scale) % 1000 % 100 not in (1, 2) or (number // scale) % 1000 in (1, 2)
        for scale in (1000, 10**6, 10**9)
    )


def _is_year(number: int) -> bool:
    return 1900 <= number < 2100


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=2, max_value=10**12 - 1))
def test_digits_and_english_words_of_a_number_agree(number: int) -> None:
    for written in (english(number), f"{number:,}", *([] if _is_year(number) else [str(number)])):
        assert [m.value for m in read(f"Of these {written} remain.", "en").mentions if m.type == "number"] == [
            NumberValue(number, number)
        ]


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=3, max_value=10**12 - 1).filter(_is_whole))
def test_digits_and_arabic_words_of_a_number_agree(number: int) -> None:
    eastern = str(number).translate({ord("0") + i: chr(0x0660 + i) for i in range(10)})
    for written in (arabic(number), f"{number:,}", *([] if _is_year(number) else [eastern])):
        found = [m.value for m in read(f"بقي منهم {written}.", "ar").mentions if m.type == "number"]
        assert found == [NumberValue(number, number)], written


WORDS = {
    "ar": words(
        "نحو أكثر من 3 5 إلى ألف آلاف مئة وخمسين واحد أحد عشر بين و35 50 في المئة % - ، مليون ونصف ال100 على الأقل جندي ٣٫٥ 1/2 ألفين مئات"
    ),
    "en": words(
        "about more than 3 5 to thousand hundred and fifty one a half between 35 50 percent % - , million dozens of at least soldiers 3.5 1/2 twenty-one (45)"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_numbers_are_slices_of_the_source_that_never_overlap(language: Language, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from([*WORDS[language], *ODD]), max_size=14)))
    document = read(text, language)
    found = [m for m in document.mentions if m.type in ("number", "percent")]
    for mention in found:
        assert (
            document.tokens[mention.first].start <= mention.start < mention.end <= document.tokens[mention.last - 1].end
        )
        assert document.slice(mention.span).strip() == document.slice(mention.span)
        assert mention.value.min is not None or mention.value.max is not None
    assert all(a.end <= b.start for a, b in pairwise(found))


@needs_shared
def test_the_public_test_set() -> None:
    """Right, wrong and unanswered on Duckling's numbers: what is vague there («a few») is none here."""
    score = Counter(
        _verdict(row, language) for language in LANGUAGES for row in bench(f"numbers_duckling_{language}.jsonl")
    )
    print(dict(score))
    assert score["right"] >= 0.95 * score.total(), score
    assert score["wrong"] <= 0.03 * score.total(), score


def _verdict(row: dict[str, Any], language: Language) -> str:
    values = [m.value for m in read(row["text"], language).mentions if m.type in ("number", "percent")]
    if not values:
        return "unanswered"
    return "right" if [(v.min, v.max) for v in values] == [(row["expected"], row["expected"])] else "wrong"
