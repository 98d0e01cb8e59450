"""Days of articles and stories from their text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from consistency.readers import undated
from tests.readers.pages import dated

ROWS = yaml.safe_load((Path(__file__).parent / "corpus" / "days.yaml").read_text("utf-8"))
DAY = dt.date(2019, 4, 17)
DATELINE = "افتتاح رصيف جديد\nبيروت، 15 نيسان 2019 – أعلن رئيس البلدية أن الرصيف جاهز."


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_the_corpus(row: dict[str, Any]) -> None:
    article = dated(row["text"], published=row.get("at")).article
    assert [story.reported_on for story in article.stories] == row["stories"]
    if "at" not in row:
        assert (article.published, article.published_from) == (row["day"], "text" if row["day"] else None)


def test_the_corpus_has_pages_that_fix_no_day() -> None:
    assert sum("at" not in row and row["day"] is None for row in ROWS) >= 15
    assert sum("at" not in row and row["day"] is not None for row in ROWS) >= 20


@pytest.mark.parametrize("origin", ["metadata", "option"])
def test_the_text_never_overrules_what_is_given(origin: str) -> None:
    article = dated(DATELINE, published=DAY, published_from=origin).article
    assert (article.published, article.published_from) == (DAY, origin)
    assert article.stories[0].reported_on == dt.date(2019, 4, 15)


def test_days_given_for_stories_stay() -> None:
    (story,) = dated(DATELINE).article.stories
    given = story.model_copy(update={"reported_on": DAY})
    assert dated(DATELINE, stories=(given,)).article.stories == (given,)


def test_a_text_without_dates_stays_as_it_is() -> None:
    article = dated("افتتاح رصيف جديد\nأعلن رئيس البلدية أن الرصيف جاهز.").article
    assert (article.published, article.published_from, article.stories[0].reported_on) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "published", "message"),
    [
        ("نقص في الوقود\nنفد الوقود أمس وقد يعود غدا.", None, "; 2 dates stay unresolved, such as 'أمس'"),
        ("Fuel runs out\nFuel ran out yesterday.", None, "; a date stays unresolved, such as 'yesterday'"),
        ("Fuel runs out\nFuel ran out yesterday; this year, 2019, is bad.", None, "which fixes only the year 2019;"),
        (
            "Fuel runs out\nThe contract of 31 December 2019 is void; all ends by the end of this year.",
            None,
            "whose dates suggest the year 2019;",
        ),
        ("Fuel runs out\nFuel ran out in May 2019.", None, None),
        ("Fuel runs out\nFuel ran out yesterday.", DAY, None),
    ],
)
def test_dates_that_stay_open_are_told(text: str, published: dt.date | None, message: str | None) -> None:
    warning = undated(dated(text, published=published))
    if message is None:
        assert warning is None
    else:
        assert warning is not None
        assert (warning.code, warning.article) == ("undated-article", "a")
        assert message in warning.message
