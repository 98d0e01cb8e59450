"""A store holds whole batches: after a kill at any moment, with two writers at once, and whoever made it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text

from consistency.errors import InputError
from consistency.runs import PRINTS
from consistency.store import Addition, Keeping, Place, listing, open_place
from consistency.store.tables import articles, facts, metadata, wordings
from tests.store.made import FACTS, addition

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 300
PRINT_COLUMNS = [f"print{n}" for n in range(PRINTS)]
PRINTED = ("ALTER TABLE statements ADD COLUMN {0} INTEGER", "CREATE INDEX ix_statements_{0} ON statements ({0})")
WRITER = """
import sys
from consistency.store import Keeping, open_place
from tests.store.made import addition
place = open_place(sys.argv[1], new=True)
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    made = addition(number, int(sys.argv[4]))
    print("begin", number, flush=True)
    with place.writing() as connection:
        Keeping(connection).add(made)
    print("done", number, flush=True)
"""


def writer(name: str, first: int, last: int, size: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, name, str(first), str(last), str(size)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)


def add(place: Place, *additions: Addition) -> None:
    """Adds all of them in one transaction."""
    with place.writing() as connection:
        for one in additions:
            Keeping(connection).add(one)


def found_by(place: Place) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """What claims are found by: the wordings, and the last days that they name, of which there are some."""
    with place.reading() as connection:
        worded = connection.execute(select(wordings).order_by(*wordings.primary_key)).all()
        dated = connection.execute(
            select(facts.c.id, facts.c.by).where(facts.c.by.is_not(None)).order_by(facts.c.id)
        ).all()
    assert worded
    assert dated
    return [tuple(row) for row in worded], [tuple(row) for row in dated]


def sizes(place: Place) -> dict[int, int]:
    """The number of articles of each batch."""
    with place.reading() as connection:
        counted = select(articles.c.batch, func.count().label("number")).group_by(articles.c.batch)
        return {row.batch: row.number for row in connection.execute(counted)}


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.03, 0.1])
def test_a_killed_writer_leaves_whole_batches(name: str, delay: float) -> None:
    done: set[int] = set()
    process = writer(name, 1, 1_000, ARTICLES)
    assert process.stdout is not None
    for line in process.stdout:
        verb, _, number = line.strip().partition(" ")
        if verb == "done":
            done.add(int(number))
        elif len(done) == 3:
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            break
    process.wait()
    done |= {int(line.split()[1]) for line in process.stdout if line.startswith("done")}
    process.stdout.close()
    place = open_place(name, new=False)
    found = sizes(place)
    assert done <= found.keys()
    assert len(found) <= len(done) + 1
    assert set(found.values()) == {ARTICLES}
    with place.reading() as connection:
        assert listing.status(connection).facts == len(found) * ARTICLES * FACTS
    add(place, addition(5_000))
    assert sizes(place)[5_000] == 20


def test_two_writers_at_once_both_keep_everything(name: str) -> None:
    both = [writer(name, first, first + 10, 50) for first in (100, 200)]
    printed = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert all(text_.count("done") == 10 for text_ in printed)
    place = open_place(name, new=False)
    assert sizes(place) == {**dict.fromkeys(range(100, 110), 50), **dict.fromkeys(range(200, 210), 50)}
    with place.reading() as connection:
        ((profile, said, heard),) = listing.list_speakers(connection)
    assert (len(profile.forms), said, heard) == (1_000, 1_000, 1_000)


def test_a_batch_that_fails_leaves_nothing(place: Place) -> None:
    add(place, addition(1))
    with pytest.raises(InputError, match="the store cannot be used"):
        add(place, addition(2), addition(1))
    assert sizes(place) == {1: 20}


def test_what_is_taken_back_leaves_nothing(place: Place) -> None:
    with place.writing() as connection:
        Keeping(connection).add(addition(1))
        Keeping(connection).remove(f"b1-{n}" for n in range(20))
    with place.reading() as connection:
        counts = [connection.execute(select(func.count()).select_from(t)).scalar() for t in metadata.sorted_tables]
    assert set(counts) == {0}


def test_the_migrations_make_the_tables_that_the_code_knows(place: Place) -> None:
    with place.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@pytest.mark.parametrize("version", ["0002", "0003"])
def test_a_store_of_an_earlier_version_gets_what_claims_are_found_by(name: str, place: Place, version: str) -> None:
    add(place, addition(1))
    before = found_by(place)
    with place.writing() as connection:
        for change in (
            "DROP TABLE wordings",
            "DROP INDEX facts_by",
            'ALTER TABLE facts DROP COLUMN "by"',
            "CREATE INDEX facts_position ON facts (position, day)",
            *(change.format(column) for column in PRINT_COLUMNS for change in PRINTED if version == "0003"),
        ):
            connection.execute(text(change))
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    assert found_by(open_place(name, new=False)) == before


def test_a_store_of_a_later_version_is_refused(name: str, place: Place) -> None:
    with place.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(InputError, match="its schema is 9999, which this version does not know"):
        open_place(name, new=False)


def test_a_database_of_something_else_is_refused(name: str, place: Place) -> None:
    with place.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(InputError, match="no store of this program"):
        open_place(name, new=False)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("{}/missing.db", "no such store"),
        ("{}/no/folder.db", "there is no folder"),
        ("{}", "a folder; a store is a file"),
        ("{}/text.db", "the store cannot be used: file is not a database"),
        ("mysql://host/name", "no store of the kind 'mysql'; allowed are a file and postgresql://…"),
        (
            "postgresql://desk:secret@127.0.0.1:1/news",
            r"postgresql://desk:\*\*\*@127.0.0.1:1/news: the store cannot be used",
        ),
    ],
)
def test_what_is_no_store_is_told(tmp_path: Path, name: str, complaint: str) -> None:
    (tmp_path / "text.db").write_text("no database " * 100)
    with pytest.raises(InputError, match=complaint):
        open_place(name.format(tmp_path), new=False)
