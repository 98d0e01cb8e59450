"""Dates and numbers end where their paragraph ends."""

from __future__ import annotations

import pytest

from tests.language.recognised import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا بقاء بعد 1 مايو\nالسبت 3 أبريل 2021\nقال الوزير ذلك.", ["1 مايو", "السبت 3 أبريل 2021"]),
        (
            "Briefing – June 24, 2024\nMonday, 24 June 2024\nThe minister left.",
            ["June 24, 2024", "Monday, 24 June 2024"],
        ),
        ("يغادرون قبل نهاية\nالعام الجاري صعب.", ["العام الجاري"]),
        ("Troops leave in May\n2019 was hard.\nThey left in June\n2020 was worse.", ["May", "2019", "June", "2020"]),
    ],
)
def test_a_date_does_not_run_into_the_next_paragraph(text: str, expected: list[str]) -> None:
    document = read(text, "ar" if "و" in text else "en")
    assert [document.slice(m.span) for m in document.mentions if m.type == "date"][: len(expected)] == expected


def test_a_date_goes_on_over_the_line_break_of_a_wrapped_paragraph() -> None:
    lines = [
        "Ministers agree on a date",
        "The ministers of the four countries agreed in Tunis to end it on December",
        "31, 2019, when the last of the ships that carry the equipment of the two",
        "brigades will have left the harbour, as the joint statement of the group",
        "says in its second part.",
    ]
    document = read("\n".join(lines), "en")
    assert [document.slice(m.span) for m in document.mentions if m.type == "date"][:1] == ["December\n31, 2019"]


def test_mentions_behind_a_break_keep_their_tokens() -> None:
    document = read("لا بقاء بعد 1 مايو\nالسبت 3 أبريل 2021 وصل 20 جنديا إلى بغداد.", "ar")
    for mention in document.mentions:
        assert (
            document.tokens[mention.first].start <= mention.start < mention.end <= document.tokens[mention.last - 1].end
        )
