"""The rows of ``annotate``: what was recognised, where, and what it means."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.report import mention_row
from tests.readers.pages import dated

DAY = dt.date(2019, 4, 17)
DIGEST = """Harbour opens a new quay
The mayor said on Wednesday that the quay would be paid for tomorrow.
In other news
Strike at the airport
BEIRUT, April 15 (Agency) - The union said that flights would resume tomorrow.
"""


def values(text: str, kind: str, **fields: Any) -> dict[str, Any]:
    row = mention_row(dated(text, **fields))
    return {m["text"]: m["value"] for m in row["mentions"] if m["type"] == kind}


def interval(start: str | None, end: str | None, precision: str) -> dict[str, str | None]:
    return {"start": start, "end": end, "precision": precision}


def test_a_row_has_the_fields_of_the_contract() -> None:
    row = mention_row(dated("وصل نحو 40 جنديا أمس.", published=DAY))
    assert list(row) == ["id", "mentions"]
    assert all(list(m) == ["type", "span", "text", "value"] for m in row["mentions"])
    assert json.loads(json.dumps(row)) == row


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("يرحلون بنهاية العام الجاري.", DAY, {"نهاية العام الجاري": interval("2019-12-31", "2019-12-31", "day")}),
        ("يرحلون بنهاية العام الجاري.", None, {"نهاية العام الجاري": interval(None, None, "unresolved")}),
        ("وصلوا في أيار 2015.", None, {"أيار 2015": interval("2015-05-01", "2015-05-31", "month")}),
        ("They have been here since last year.", DAY, {"last year": interval("2018-01-01", "2018-12-31", "year")}),
        ("They will leave within weeks.", DAY, {"within weeks": interval("2019-04-17", None, "week")}),
    ],
)
def test_dates_are_intervals(text: str, published: dt.date | None, expected: dict[str, Any]) -> None:
    assert values(text, "date", published=published) == expected


def test_dates_are_seen_from_the_day_of_their_story() -> None:
    row = mention_row(dated(DIGEST, published=DAY))
    tomorrows = [m["value"]["start"] for m in row["mentions"] if m["text"] == "tomorrow"]
    assert tomorrows == ["2019-04-18", "2019-04-16"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل 2500 جندي.", {"2500": (2500, 2500)}),
        ("وصل أكثر من عشرة آلاف جندي.", {"أكثر من عشرة آلاف": (10000, None)}),
        ("وصل ما بين 20 و25 مدربا.", {"ما بين 20 و25": (20, 25)}),
        ("The quay cost 1.5 million dinars.", {"1.5 million": (1500000, 1500000)}),
        ("Each ship carried 2.5 tonnes.", {"2.5": (2.5, 2.5)}),
    ],
)
def test_numbers_are_ranges(text: str, expected: dict[str, tuple[float, float | None]]) -> None:
    found = values(text, "number")
    assert {k: (v["min"], v["max"]) for k, v in found.items()} == expected
    assert all(set(v) == {"min", "max"} for v in found.values())
    shown = json.dumps(found)
    assert ".0" not in shown


def test_names_have_their_ids() -> None:
    (value,) = values("وصلوا إلى بغداد.", "place").values()
    assert value["id"] == "place.baghdad"


PIECES = [
    "وزير الدفاع",
    "بغداد",
    "🛰️",
    "\r\n",
    "\r",
    "\t",
    "«",
    "»",
    "2500",
    "31 كانون الأول 2019",
    "قالَ",
    "Reuters",
    "said",
    "\u200f",
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_every_text_is_the_slice_at_its_span(pieces: list[str]) -> None:
    text = "قال " + " ".join(pieces)
    for mention in mention_row(dated(text, published=DAY))["mentions"]:
        start, end = mention["span"]
        assert 0 <= start < end <= len(text)
        assert text[start:end] == mention["text"]
