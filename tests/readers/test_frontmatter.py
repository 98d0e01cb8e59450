"""Metadata in front of Markdown articles."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from consistency.errors import InputError
from consistency.readers import read_articles
from consistency.readers.frontmatter import read_front_matter

BODY = "Harbour opens\n\nThe mayor said so.\n"


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["---", "...", "--- "])
def test_the_text_begins_behind_it(gap: str, end: str) -> None:
    text = gap.join(["---", "title: Harbour", "published: 2019-04-17", end, "", BODY])
    front = read_front_matter(text, "a.md")
    assert text[front.end :] == BODY
    assert front.fields == {"title": "Harbour", "published": dt.date(2019, 4, 17)}
    assert front.lines == {"title": 2, "published": 3}
    assert front.last_line == 5


@pytest.mark.parametrize("text", [BODY, "--- a\n---\nb", "---\nno end", "\n---\ntitle: x\n---\n", ""])
def test_a_text_without_it_begins_at_its_start(text: str) -> None:
    assert read_front_matter(text, "a.md").end == 0


@pytest.mark.parametrize(
    ("front", "complaint"),
    [
        ("---\nid: [\n---\n", "a.md:3:1: front matter is not YAML: "),
        ("---\ntitle: a: b\n---\n", "a.md:2:9: front matter is not YAML: mapping values"),
        ("---\n- a\n---\n", "a.md:1: front matter holds list; allowed are lines such as"),
        ("---\n---\n", "a.md:1: front matter holds nothing; allowed are"),
        ("---\nwhen: 2019-02-30\n---\n", "a.md:1: front matter is not YAML: day"),
    ],
)
def test_bad_front_matter_is_named(front: str, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        read_front_matter(front + BODY, "a.md")
    assert str(caught.value).startswith(complaint)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("field", "complaint"),
    [
        ("published: soon", "published is 'soon'; allowed is an ISO 8601 date such as 2021-12-31"),
        ("language: fr", "language is 'fr'; allowed are ar and en, or none to detect it"),
        ("outlet: [a, b]", "outlet is ['a', 'b']; allowed is a text, or null"),
    ],
)
def test_a_bad_field_is_named_with_its_line(tmp_path: Path, field: str, complaint: str) -> None:
    (tmp_path / "a.md").write_text(f"---\nurl: https://a.example\n{field}\n---\n{BODY}", "utf-8")
    (warning,) = read_articles([tmp_path / "a.md"]).warnings
    assert warning.message == f"{tmp_path / 'a.md'}:3: {complaint}"


def test_a_plain_text_may_have_it_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\noutlet: Quay Post\npublished: 2019-04-17\n---\n\n{BODY}", "utf-8")
    (article,) = (batch := read_articles([tmp_path / "a.txt"])).articles
    assert (article.outlet, article.published, article.text) == ("Quay Post", dt.date(2019, 4, 17), BODY)
    assert str(batch.sources["a"]).endswith("a.txt:6")


@pytest.mark.parametrize(
    "front", ["---\nHARBOUR: it opens\n---\n", "---\n\nOther news\n---\n", "---\nيفتتح الميناء\n---\n"]
)
def test_rules_between_the_lines_of_a_plain_text_are_text(tmp_path: Path, front: str) -> None:
    (tmp_path / "a.txt").write_text(front + BODY, "utf-8")
    (article,) = read_articles([tmp_path / "a.txt"]).articles
    assert article.text == front + BODY


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "front",
    [
        "date: 2019-04-17 08:30:00 +0200\nsource: Quay Post\nauthors: Sami Haddad",
        "المصدر: Quay Post\nتاريخ النشر: 2019-04-17\nالكاتب: Sami Haddad",
        "date: 2018-01-01\npublished: 2019-04-17\nsource: Wire\noutlet: Quay Post\nbyline: Sami Haddad",
    ],
)
def test_fields_go_by_the_names_that_columns_have(tmp_path: Path, front: str, name: str) -> None:
    (tmp_path / name).write_text(f"---\n{front}\n---\n{BODY}", "utf-8")
    (article,) = read_articles([tmp_path / name]).articles
    assert (article.published, article.outlet, article.author) == (dt.date(2019, 4, 17), "Quay Post", "Sami Haddad")


def test_a_day_of_another_name_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\nsource: Quay Post\ndate: last week\n---\n{BODY}", "utf-8")
    (warning,) = read_articles([tmp_path / "a.md"]).warnings
    assert "a.md:3: published is 'last week'; allowed is an ISO 8601 date" in warning.message
