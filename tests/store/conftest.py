"""Stores to test on: a file, and a database of the PostgreSQL server that CI starts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from consistency.store import Place, open_place

SERVER = "CONSISTENCY_TEST_POSTGRES"
"""The variable with the URL of a server on which the tests may make databases."""


@pytest.fixture(params=["sqlite", "postgresql"])
def name(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The name of a store that is not made yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "memory.db")
        return
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL server: {SERVER} is not set (.ci/run starts one where the machine has it)")
    yield from _database(server)


def _database(server: str) -> Iterator[str]:
    url = make_url(server).set(drivername="postgresql+pg8000")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    database = f"test_{uuid4().hex}"
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {database}"))
    yield make_url(server).set(database=database).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {database} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def place(name: str) -> Place:
    """An empty store."""
    return open_place(name, new=True)
