"""Tables of articles, in CSV and in Parquet: columns by their names or by a map, and what is wrong with a row."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import InputError
from consistency.readers import SKIPPED, Batch, chosen_columns, read_articles
from consistency.readers.columns import FIELDS, columns_of

SAID = "قال وزير الدفاع الإسباني بابلو سيرانو إن القوات الإسبانية ستغادر الأردن قبل نهاية العام."
ALSO = 'Jordan\'s army chief, Faris Khasawneh, said: "They leave by June 30."\nHe gave no number; nobody asked.'


def read(folder: Path, content: str | bytes, columns: str = "", name: str = "day.csv") -> Batch:
    (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_articles([folder / name], chosen_columns(columns) if columns else None)


def table(rows: list[list[str]], separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_columns_go_by_their_names_whatever_parts_the_cells(tmp_path: Path, separator: str) -> None:
    header = ["ID", "Headline", "Body", "Date_Published", "Source", "Link", "Byline"]
    row = ["n7", "إسبانيا تسحب قواتها", SAID, "2023-11-08 09:30:00", "Dar", "https://dar.example/7", "رنا العجلوني"]
    (article,) = read(tmp_path, table([header, row], separator)).articles
    assert (article.id, article.title, article.text, article.format) == ("n7", row[1], SAID, "csv")
    assert (article.published, article.published_from) == (dt.date(2023, 11, 8), "metadata")
    assert (article.outlet, article.url, article.author) == ("Dar", row[5], row[6])


def test_arabic_headers_are_known_too(tmp_path: Path) -> None:
    (article,) = read(tmp_path, f"العُنوان,نص الخبر,تاريخ النشر\nعنوان,{SAID},2023/11/08\n".encode("cp1256")).articles
    assert (article.title, article.text, article.published) == ("عنوان", SAID, dt.date(2023, 11, 8))


def test_a_map_goes_before_the_names(tmp_path: Path) -> None:
    content = table([["text", "copy", "when"], ["teaser", SAID, "2023-11-08"]])
    (article,) = read(tmp_path, content, "text=copy, published=when").articles
    assert (article.text, article.published) == (SAID, dt.date(2023, 11, 8))


def test_a_text_of_several_lines_keeps_its_own_characters_and_the_rows_their_lines(tmp_path: Path) -> None:
    batch = read(tmp_path, "\ufeff" + table([["text"], [ALSO], [SAID]]))
    assert [a.text for a in batch.articles] == [ALSO, SAID]
    assert [str(batch.sources[a.id]).rpartition(":")[2] for a in batch.articles] == ["2", "4"]


def test_excel_may_name_the_separator_in_front(tmp_path: Path) -> None:
    assert len(read(tmp_path, f"sep=;\r\nid;text\r\na;{SAID}\r\n").articles) == 1


def test_a_text_longer_than_the_standard_limit_is_read_and_the_limit_put_back(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    (article,) = read(tmp_path, table([["text"], [SAID * 3000]])).articles
    assert len(article.text) > before == csv.field_size_limit()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("a,b\n1,2\n", ":1: no column of texts; there are 'a', 'b'; name it with --columns text=COLUMN"),
        ("", "no column of texts; there are none"),
        ("text\n", "no article in it; allowed is a .csv file with articles"),
        ('text\n"never closed', ":2: not CSV: unexpected end of data"),
        (f"id,text\na,{SAID},b\n", ":2: 3 cells under a header of 2; a cell with ',' in it needs quotation marks"),
        ("id,text\na,\n", ":2: text is empty"),
        (f"text,date\n{SAID},08/11/2023\n", ":2: published is '08/11/2023'; allowed is an ISO 8601 date"),
    ],
)
def test_a_table_or_row_that_gives_nothing_says_why(tmp_path: Path, content: str, complaint: str) -> None:
    batch = read(tmp_path, content)
    assert batch.articles == []
    (warning,) = batch.warnings
    assert (warning.code, complaint in warning.message) == (SKIPPED, True), warning.message


def test_a_bad_row_loses_no_other(tmp_path: Path) -> None:
    batch = read(tmp_path, f"id,text\na,{SAID}\nb,x,y\n\nc,{SAID}\n")
    assert ([a.id for a in batch.articles], len(batch.warnings)) == (["a", "c"], 1)


def test_a_chosen_column_that_is_missing_is_named_with_those_that_are_there(tmp_path: Path) -> None:
    (warning,) = read(tmp_path, f"id,text\na,{SAID}\n", "published=day").warnings
    assert "no column 'day' for published; there are 'id', 'text'" in warning.message


@pytest.mark.parametrize("option", ["body", "text=", "=body", "words=body", "text=a,text=b", ""])
def test_a_map_that_is_none_is_explained(option: str) -> None:
    with pytest.raises(InputError, match="allowed is FIELD=COLUMN, FIELD one of id, text,"):
        chosen_columns(option)


NAMES = st.text(st.characters(codec="utf-8", exclude_characters=",=", categories=("L", "N", "P")), min_size=1)


@given(st.dictionaries(st.sampled_from(FIELDS), NAMES, min_size=1))
def test_a_map_is_read_as_it_is_written(chosen: dict[str, str]) -> None:
    assert chosen_columns(", ".join(f"{field} = {column}" for field, column in chosen.items())) == chosen


@given(st.lists(NAMES, unique=True, min_size=1), st.data())
def test_a_chosen_column_is_taken_to_the_letter(header: list[str], data: st.DataObject) -> None:
    column = data.draw(st.sampled_from(header))
    assert header[columns_of(header, {"text": column}, "t.csv").places["text"]] == column


def parquet(folder: Path, **columns: list[object]) -> bytes:
    path = folder / "made.parquet"
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    content = path.read_bytes()
    path.unlink()
    return content


def test_a_parquet_table_is_read_with_its_own_days(tmp_path: Path) -> None:
    days = [dt.date(2023, 11, 8), dt.datetime(2023, 11, 9, 23, 30), None]
    content = parquet(tmp_path, body=[SAID, ALSO, SAID], date=[str(day or "") for day in days], n=[1, 2, 3])
    batch = read(tmp_path, content, name="day.parquet")
    assert [(a.id, a.published) for a in batch.articles] == [
        ("day-1", dt.date(2023, 11, 8)),
        ("day-2", dt.date(2023, 11, 9)),
        ("day-3", None),
    ]
    assert batch.articles[1].text == ALSO
    assert str(batch.sources["day-2"]).endswith("day.parquet, row 2")


def test_typed_columns_of_parquet_are_read(tmp_path: Path) -> None:
    content = parquet(tmp_path, id=[7], text=[SAID], published=[dt.datetime(2023, 11, 9, 23, 30, tzinfo=dt.UTC)])
    (article,) = read(tmp_path, content, name="day.parquet").articles
    assert (article.id, article.published) == ("7", dt.date(2023, 11, 9))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"", "not Parquet"), (b"PAR1" + b"\x00" * 40 + b"PAR1", "not Parquet"), (b"text", "not Parquet")],
)
def test_a_broken_parquet_file_says_so(tmp_path: Path, content: bytes, complaint: str) -> None:
    (warning,) = read(tmp_path, content, name="day.parquet").warnings
    assert (warning.code, complaint in warning.message) == (SKIPPED, True)


def test_a_truncated_parquet_file_says_so(tmp_path: Path) -> None:
    (warning,) = read(tmp_path, parquet(tmp_path, text=[SAID])[:-30], name="day.parquet").warnings
    assert "not Parquet" in warning.message


def test_a_parquet_table_without_texts_names_its_columns(tmp_path: Path) -> None:
    (warning,) = read(tmp_path, parquet(tmp_path, a=[1]), name="day.parquet").warnings
    assert "no column of texts; there are 'a'" in warning.message


def test_without_pyarrow_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = parquet(tmp_path, text=[SAID])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (warning,) = read(tmp_path, content, name="day.parquet").warnings
    assert "pip install 'consistency[parquet]'" in warning.message
