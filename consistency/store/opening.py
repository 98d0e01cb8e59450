"""Opening a store: a file of SQLite, or a PostgreSQL database by its URL; its schema brought up to date.

One batch is one transaction, and writers wait for each other, so that a store always holds whole batches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, column, create_engine, event, inspect, make_url, select, table, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from consistency.errors import InputError

SCHEMA = "0004"
"""The revision of the schema that this version reads and writes; earlier ones are brought up to it."""
_POSTGRES, _DRIVER = "postgresql", "postgresql+pg8000"
_WAIT = 600
"""Seconds that a writer waits for another one."""
_LOCK = 7_213_906_447
"""The number of the advisory lock that writers of one PostgreSQL database take."""
_VERSIONS = table("alembic_version", column("version_num"))


@dataclass(frozen=True, slots=True)
class Place:
    """A store as somebody named it; ``shown`` is its name without a password."""

    engine: Engine
    shown: str
    file: Path | None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now, whatever others write meanwhile. Raises InputError."""
        with _told(self.shown), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only connection that writes; what it wrote is there as a whole at the end, or not at all. Raises InputError."""
        with _told(self.shown), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            if self.file is None:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    @contextmanager
    def trying(self) -> Iterator[Connection]:
        """A connection like that of ``writing``, of which nothing stays. Raises InputError."""
        with self.writing() as connection:
            yield connection
            connection.rollback()

    def vacuum(self) -> None:
        """Gives the room of what was taken back to the disk. Raises InputError."""
        options = {"alone": True} if self.file else {"isolation_level": "AUTOCOMMIT"}
        with _told(self.shown), self.engine.connect().execution_options(**options) as connection:
            connection.exec_driver_sql("VACUUM" if self.file else "VACUUM ANALYZE")

    def size(self) -> int:
        """How many bytes it takes up."""
        if self.file is not None:
            return self.file.stat().st_size
        with self.reading() as connection:
            return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar() or 0)


def open_place(name: str, *, new: bool) -> Place:
    """The place of a store, its schema up to date; ``new`` says whether it may be made. Raises InputError."""
    place = _place(name)
    if place.file is not None and not place.file.exists() and not new:
        raise InputError(f"{name}: no such store; `consistency check … --store {name}` makes one")
    with place.reading() as connection:
        found = _revision(connection, place.shown)
    if found != SCHEMA:
        with place.writing() as connection:
            _bring_up(connection, _revision(connection, place.shown), place.shown)
    return place


def _place(name: str) -> Place:
    if "://" not in name:
        file = Path(name)
        if file.is_dir():
            raise InputError(f"{name}: a folder; a store is a file")
        if not file.parent.is_dir():
            raise InputError(f"{name}: there is no folder {file.parent}")
        engine = create_engine(
            URL.create("sqlite", database=str(file)), connect_args={"timeout": _WAIT}, poolclass=NullPool
        )
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
        return Place(engine, name, file)
    return _server(name)


def _server(name: str) -> Place:
    try:
        url = make_url(name)
        if url.drivername not in (_POSTGRES, _DRIVER):
            raise InputError(f"no store of the kind {url.drivername!r}; allowed are a file and postgresql://…")
        shown = url.render_as_string(hide_password=True)
        return Place(create_engine(url.set(drivername=_DRIVER), poolclass=NullPool), shown, None)
    except (ArgumentError, NoSuchModuleError) as error:
        raise InputError(f"no URL of a database: {error}; allowed are a file and postgresql://…") from None
    except ModuleNotFoundError:
        raise InputError("a store in PostgreSQL needs the extra: pip install 'consistency[postgres]'") from None


def _on_connect(connection: Any, _: object) -> None:
    """Leaves transactions to SQLAlchemy; a batch that is committed stays, even if the machine fails."""
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")


def _on_begin(connection: Connection) -> None:
    """A writer takes its place at once, so that nothing changes between its reading and its writing."""
    options = connection.get_execution_options()
    if not options.get("alone"):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing") else "BEGIN")


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """Turns what a database complains of into an InputError."""
    try:
        yield
    except DBAPIError as error:
        raise InputError(f"{shown}: the store cannot be used: {_first_line(error.orig)}") from None
    except SQLAlchemyError as error:
        raise InputError(f"{shown}: the store cannot be used: {_first_line(error)}") from None


def _first_line(error: BaseException | None) -> str:
    """What a driver says, in one line; pg8000 hands over a mapping with the message under M."""
    told = error.args[0] if error and error.args else error
    text_ = str(told.get("M", told) if isinstance(told, dict) else told)
    return text_.splitlines()[0] if text_ else "no reason given"


def _revision(connection: Connection, shown: str) -> str | None:
    """The revision of the schema; None of a store that is empty. Raises InputError of a database of something else."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(select(_VERSIONS.c.version_num)).scalar()
        return str(found) if found else None
    if tables:
        raise InputError(
            f"{shown}: no store of this program: a database with the tables {', '.join(sorted(tables)[:3])}"
        )
    return None


def _bring_up(connection: Connection, found: str | None, shown: str) -> None:
    """Runs the migrations that are still to be run."""
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        told = f"{shown}: its schema is {found}, which this version does not know (it knows {SCHEMA})"
        raise InputError(f"{told}; use the version of consistency that wrote it, or a later one") from None
