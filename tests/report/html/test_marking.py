"""Text cut where marks begin and end, and scales of days."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from consistency.report.html.marking import Piece, Saying, pieces
from consistency.report.html.scale import scale
from consistency.report.html.shown import isolated, own, plain, sentence, shown

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair)))


@given(st.text(max_size=20), st.integers(0, 5), st.lists(spans, max_size=4), st.lists(spans, max_size=4))
def test_no_letter_is_lost_and_each_statement_begins_once(
    text: str, start: int, marks: list[tuple[int, int]], sayings: list[tuple[int, int]]
) -> None:
    numbered = [Saying(number, span) for number, span in enumerate(sayings, 1)]
    found = pieces(text, start, marks, numbered)
    assert "".join(piece.text for piece in found) == text
    begun = [number for piece in found for number in piece.begins]
    assert sorted(begun) == [s.number for s in numbered if start <= s.span[0] < start + len(text)]


def test_a_statement_inside_another_is_kept_apart() -> None:
    found = pieces("He said: I go", 0, [(9, 13)], [Saying(1, (0, 13)), Saying(2, (9, 13))])
    assert found == [Piece("He said: ", False, 1, (1,)), Piece("I go", True, 2, (2,))]


def test_marks_that_touch_are_one() -> None:
    assert pieces("to leave soon", 0, [(0, 3), (3, 8)]) == [Piece("to leave", True), Piece(" soon")]


def test_a_control_that_turns_directions_is_shown_and_kept() -> None:
    assert shown("a\u202eb") == 'a<span class="turn" title="U+202E">\u202e</span>b'
    assert plain("a\u2066\x00b") == "a\ufffd\ufffdb"


def test_names_from_right_to_left_stand_apart() -> None:
    assert isolated("سامي <حداد>") == "<bdi>سامي &lt;حداد&gt;</bdi>"
    assert isolated("Ana & Co") == "Ana &amp; Co"
    assert sentence("Ana met سامي حداد.") == "Ana met <bdi>سامي حداد</bdi>."
    assert sentence("by بلدة «النهر» الصغيرة, Ana") == "by <bdi>بلدة «النهر» الصغيرة</bdi>, Ana"
    assert sentence("by بلدة «النهر».") == "by <bdi>بلدة «النهر»</bdi>."
    assert sentence("في 2019-03-04.", "rtl") == "في <time>2019-03-04</time>."
    assert sentence("نحو 2,000 من Ana Co.", "rtl") == "نحو 2,000 من <bdi>Ana Co</bdi>."
    assert sentence("by 2019-03-04") == "by <time>2019-03-04</time>"
    assert isolated("سامي حداد", "rtl") == "سامي حداد"
    assert isolated("حداد-3", "rtl") == "<bdi>حداد-3</bdi>"
    assert own("سامي reads it.", "rtl") == '<span lang="en" dir="ltr"><bdi>سامي</bdi> reads it.</span>'
    assert own("قرأ سامي Ana.", "rtl") == "قرأ سامي <bdi>Ana</bdi>."


def test_a_scale_has_a_few_ticks_at_first_days_of_months() -> None:
    found = scale([dt.date(2023, 11, 6), dt.date(2024, 6, 30)])
    assert found
    assert [tick.label for tick in found.ticks()] == ["2023-11", "2024-01", "2024-03", "2024-05", "2024-07"]
    assert [tick.x for tick in found.ticks()][::4] == ["6.0%", "94.0%"]


@given(st.lists(st.dates(), min_size=1))
def test_every_day_has_its_place_on_a_scale(days: list[dt.date]) -> None:
    found = scale(days)
    assert found
    assert all(6 <= float(found.x(day).rstrip("%")) <= 94 for day in days)
    assert 1 <= len(found.ticks()) <= 8


def test_no_day_has_no_scale() -> None:
    assert scale([]) is None
