"""Splitting digests at separators, and leaving plain articles whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.model import Article, Story
from consistency.readers.digest import separators, split_stories
from tests.readers.pages import packs

FIRST = "مجلس المدينة يقر الموازنة\nأقر المجلس الموازنة في جلسة الأحد.\nوامتنع عضوان عن التصويت."
SECOND = "إضراب في المطار حتى المساء\nتوقفت الرحلات منذ الفجر.\nويتوقع أن تستأنف ليلا."
ENGLISH = "Airport strike goes on\nFlights have been grounded since dawn.\nThey may resume at night."


def stories(text: str, **fields: str) -> tuple[Story, ...]:
    return split_stories(Article(id="d", text=text, **fields), separators(packs()))


def titles(text: str, **fields: str) -> list[str | None]:
    return [text[slice(*s.title_span)] if s.title_span else None for s in stories(text, **fields)]


@pytest.mark.parametrize(
    "separator",
    [
        "أخبار أخرى",
        "اخبار اخري",
        "أخبارأخرى",
        "أخبار أُخرى:",
        "أخبـــار  أخرى ...",
        "[أخبار أخرى]",
        "«أخبار أخرى»",
        "** أخبار أخرى **",
        "__أخبار أخرى__",
        "## أخبار أخرى",
        "📰 أخبار أخرى",
        "أخبار أخرى (2)",
        "2- أخبار أخرى",
        "\u200fأخبار أخرى\u200f",
        "  وفي أخبار أخرى…",
        "الأخبار الأخرى",
        "خبر آخر",
        "متفرقات",
        "على صعيد آخر:",
        "Other news",
        "IN OTHER NEWS:",
        "— Elsewhere —",
        "News in brief",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r", "\n\n", "\u2028"])
def test_a_separator_line_parts_stories(separator: str, gap: str) -> None:
    text = gap.join([FIRST, separator, SECOND])
    assert [text[slice(*s.span)] for s in stories(text)] == [FIRST, SECOND]
    assert titles(text) == ["مجلس المدينة يقر الموازنة", "إضراب في المطار حتى المساء"]


@pytest.mark.parametrize(
    "line",
    [
        "ونقلت الوكالة أخبار أخرى عن الجلسة.",
        "أخبار أخرى عن الجلسة",
        "لا أخبار أخرى",
        "أخبار أخرى: المجلس يؤجل جلسته إلى الغد",
        "In other news, the council met again.",
        "Elsewhere, flights went on.",
        "The news in brief",
        "متفرقات من الأخبار وصلت إلى المجلس.",
    ],
)
def test_the_same_words_inside_a_line_part_nothing(line: str) -> None:
    text = f"{FIRST}\n{line}\n{SECOND}"
    (story,) = stories(text)
    assert story.span == (0, len(text))


@pytest.mark.parametrize("marks", ["* * *", "***", "•••", "◆ ◆ ◆", " *\u00a0*\t* "])
def test_marks_part_stories_that_look_like_stories(marks: str) -> None:
    text = f"{FIRST}\n\n{marks}\n\n{ENGLISH}"
    assert [text[slice(*s.span)] for s in stories(text)] == [FIRST, ENGLISH]


@pytest.mark.parametrize(
    "behind",
    [
        "توقفت الرحلات منذ الفجر، وقال المدير إن السبب هو الضباب.\nويتوقع أن تستأنف ليلا.",
        "كتب التقرير سامي الحاج",
        "سامي الحاج\nتحرير هناء الكيلاني",
        "Editing by Huda Kilani in Amman\nOur standards",
        "",
    ],
)
def test_marks_inside_one_article_part_nothing(behind: str) -> None:
    text = f"{FIRST}\n* * *\n{behind}"
    assert len(stories(text)) == 1


@pytest.mark.parametrize("text", [f"{FIRST}\n---\n{SECOND}", f"{FIRST}\n###\n{SECOND}", f"{FIRST}\n_____\n{SECOND}"])
def test_rules_and_end_marks_part_nothing(text: str) -> None:
    assert len(stories(text)) == 1


def test_words_part_before_marks() -> None:
    text = f"{FIRST}\nأخبار أخرى\n{SECOND}\n* * *\n{ENGLISH}"
    assert len(stories(text)) == 2


@pytest.mark.parametrize("text", ["أخبار أخرى", "أخبار أخرى\n\nأخبار أخرى\n"])
def test_a_text_of_separators_alone_is_one_story(text: str) -> None:
    (story,) = stories(text)
    assert text[slice(*story.span)].startswith("أخبار أخرى")


def test_separators_at_the_ends_and_in_a_row_make_no_empty_story() -> None:
    text = f"أخبار أخرى\n{FIRST}\nأخبار أخرى\n\nأخبار أخرى\n{SECOND}\nأخبار أخرى\n"
    assert [(s.id, text[slice(*s.span)]) for s in stories(text)] == [("d/1", FIRST), ("d/2", SECOND)]


def test_a_title_from_metadata_is_the_first_storys_only() -> None:
    text = f"{FIRST}\nأخبار أخرى\n{SECOND}"
    assert titles(text, title="غير ذلك") == [None, "إضراب في المطار حتى المساء"]
    assert titles(text, title="مجلس المدينة يقر الموازنة")[0] == "مجلس المدينة يقر الموازنة"


LINES = st.sampled_from(["أخبار أخرى", "* * *", "", " ", "سطر من الخبر.", "Line of news", "أخبار أخرى عن الجلسة"])


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
def test_stories_are_trimmed_slices_in_order_that_lose_no_line(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    if not text.strip():
        return
    found = stories(text)
    spans = [s.span for s in found]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert [s.id for s in found] == [f"d/{n}" for n in range(1, len(found) + 1)]
    inside = gap.join(text[a:b] for a, b in spans)
    for line in {line for line in lines if line.strip() and line not in ("أخبار أخرى", "* * *")}:
        assert inside.count(line) >= 1
    assert all(s.title_span is None or s.span[0] <= s.title_span[0] < s.title_span[1] <= s.span[1] for s in found)
