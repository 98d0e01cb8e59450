"""Pairing and repair of quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.language.quotations import pair_quotations
from consistency.language.segments import paragraphs
from consistency.language.tokenizer import TOKEN
from consistency.model import Token
from consistency.orthography import fold


def quoted(text: str) -> list[str]:
    tokens = [
        Token(m.start(), m.end(), m.group(), fold(m.group())) for m in TOKEN.finditer(text) if not m.group().isspace()
    ]
    return [text[a:b] for a, b in (q.content for q in pair_quotations(text, tokens, paragraphs(text)))]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("قال الوزير: «لن نبقى يوماً واحداً».", ["لن نبقى يوماً واحداً"]),
        ('قال "انتهى الأمر" ثم خرج، وأضاف "إلى الأبد".', ["انتهى الأمر", "إلى الأبد"]),
        ("أعلن “بدء التسليم“، مضيفاً “سنكمل غداً”.", ["بدء التسليم", "سنكمل غداً"]),
        ("مشدداً على”رفض التمديد”.", ["رفض التمديد"]),
        ("قال: «رجال «الفوج الثالث» عادوا» أمس.", ["رجال «الفوج الثالث» عادوا"]),
        ("وقال &quot;عدنا إلى ثكناتنا&quot; مساءً.", ["عدنا إلى ثكناتنا"]),
        ("وقال &laquo;عدنا&raquo; مساءً.", ["عدنا"]),
        ("“We are done,” she said. “Nobody stays.”", ["We are done,", "Nobody stays."]),
        ("Minister says ‘no deal’ on bases", ["no deal"]),
        ("The soldiers’ families don’t know.", []),
        ("The soldiers' families don't know of the '90s.", []),
        ("'We are done,' she said. 'The soldiers' families know.'", ["We are done,", "The soldiers' families know."]),
        ("‘The soldiers’ families know,’ she said.", ["The soldiers’ families know,"]),
        ("``We are done,'' she said.", ["We are done,"]),
        ("وقال ''لن نبقى'' ثم خرج.", ["لن نبقى"]),
        ("وستحمي الشرطة المقار”، وفق البيان.", []),
    ],
)
def test_quotations_of_newspapers(text: str, contents: list[str]) -> None:
    assert quoted(text) == contents


def test_an_opening_mark_without_partner_runs_to_the_end_of_its_paragraph() -> None:
    assert quoted("وقال “سننسحب في آذار\nوعاد إلى مكتبه.") == ["سننسحب في آذار"]


@given(
    st.lists(st.sampled_from(["قال", " ", "“", "”", "«", "»", '"', "\n", ".", "نعم", "،"]), max_size=40).map("".join)
)
def test_quotations_never_overlap_and_hold_no_surrounding_space(text: str) -> None:
    contents = quoted(text)
    assert all(c and c == c.strip() for c in contents)
