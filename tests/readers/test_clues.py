"""What dates tell of the day of writing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.readers.clues import Clue, clue, fixed_day, latest_day
from tests.readers.pages import dated

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2070, 12, 31))
OFFSETS = st.integers(-2, 2)


def clue_in(text: str) -> Clue | None:
    (found,) = (m for m in dated(text).mentions if m.type == "date")
    return clue(found.value.meaning)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد اليوم الخميس.", Clue(weekday=4)),
        ("وصل الوفد مساء أمس (الخميس).", Clue(weekday=4, offset=-1)),
        ("وصل الوفد اليوم الخميس، 7 آذار.", Clue(date=(3, 7), weekday=4)),
        ("وصل الوفد أمس 7 آذار 2019.", Clue(day=dt.date(2019, 3, 7), offset=-1)),
        ("يصل الوفد في نهاية العام الجاري 2019.", Clue(year=2019)),
        ("وصل الوفد في آذار من العام الماضي (2019).", Clue(year=2020)),
        ("The delegation came yesterday, March 7.", Clue(date=(3, 7), offset=-1)),
        ("The delegation came on Thursday.", None),
        ("The delegation came on March 7, 2019.", None),
        ("The delegation comes this year.", None),
    ],
)
def test_only_a_day_told_twice_tells_the_day_of_writing(text: str, expected: Clue | None) -> None:
    assert clue_in(text) == expected


@given(DAYS, OFFSETS)
def test_a_whole_day_fixes_the_day_of_writing(written: dt.date, offset: int) -> None:
    named = written + dt.timedelta(days=offset)
    whole = Clue(day=named, offset=offset)
    assert fixed_day([whole]) == written
    assert fixed_day([whole, Clue(weekday=written.isoweekday())]) == written
    assert fixed_day([whole, Clue(weekday=written.isoweekday() % 7 + 1)]) is None


@given(DAYS, OFFSETS)
def test_a_date_needs_a_year_and_a_likely_year_a_weekday(written: dt.date, offset: int) -> None:
    named = written + dt.timedelta(days=offset)
    date = Clue(date=(named.month, named.day), offset=offset)
    assert fixed_day([date]) is None
    assert fixed_day([date, Clue(year=written.year)]) == written
    assert fixed_day([date], {written.year}) is None
    assert fixed_day([date, Clue(weekday=written.isoweekday())], {written.year}) == written


@given(DAYS, OFFSETS, st.integers(-1, 5))
def test_a_weekday_means_the_last_one_before_publication(published: dt.date, offset: int, before: int) -> None:
    written = published - dt.timedelta(days=before)
    weekday = (written + dt.timedelta(days=offset)).isoweekday()
    assert latest_day([Clue(weekday=weekday, offset=offset)], published) == written


@given(DAYS, st.integers(-1, 300))
def test_a_date_means_the_last_one_before_publication(published: dt.date, before: int) -> None:
    written = published - dt.timedelta(days=before)
    assert latest_day([Clue(date=(written.month, written.day))], published) == written


@given(
    st.lists(
        st.builds(lambda weekday, offset: Clue(weekday=weekday, offset=offset), st.integers(1, 7), OFFSETS), max_size=4
    ),
    DAYS,
)
def test_the_day_found_fits_every_clue(clues: list[Clue], published: dt.date) -> None:
    day = latest_day(clues, published)
    assert day is None or (day <= published + dt.timedelta(days=1) and all(c.fits(day) for c in clues))
