"""Statements found by what they claim and the prints of their words together, and claims by the last day that they name."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from consistency.runs import PRINTS, claim_prints

revision = "0004"
down_revision = "0003"
_AT_ONCE = 10_000
_FACTS = sa.table("facts", *map(sa.column, ("id", "statement", "claim", "position", "body")), sa.column("by", sa.Date))
_STATEMENTS = sa.table("statements", *map(sa.column, ("id", "body")))
_WORDINGS = sa.table("wordings", sa.column("print", sa.BigInteger), sa.column("statement"))


def upgrade() -> None:
    """Makes the table and the column, fills them from the facts that are there, and takes away what they stand in for."""
    op.create_table(
        "wordings",
        sa.Column("print", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("statement", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.add_column("facts", sa.Column("by", sa.Date))
    _fill(op.get_bind())
    columns, dated = ["kind", "party", "country", "by"], sa.column("by").is_not(None)
    op.create_index("facts_by", "facts", columns, sqlite_where=dated, postgresql_where=dated)
    op.drop_index("facts_position", "facts")
    for name in (f"print{n}" for n in range(PRINTS)):
        op.drop_index(f"ix_statements_{name}", "statements")
        op.drop_column("statements", name)


def _fill(connection: sa.Connection) -> None:
    chosen = sa.select(_STATEMENTS).order_by(_STATEMENTS.c.id).limit(_AT_ONCE)
    last = ""
    while said := connection.execute(chosen.where(_STATEMENTS.c.id > last)).all():
        first, last = said[0].id, said[-1].id
        held = connection.execute(sa.select(_FACTS).where(_FACTS.c.statement.between(first, last))).all()
        _fill_wordings(connection, {row.id: json.loads(row.body)["text"] for row in said}, held)
        _fill_days(connection, held)


def _fill_wordings(connection: sa.Connection, texts: Mapping[str, str], held: Sequence[Any]) -> None:
    claims = {(row.statement, row.position) for row in held if row.claim}
    prints = {(each, id_) for id_, position in claims for each in claim_prints(texts[id_], position)}
    if prints:
        connection.execute(_WORDINGS.insert(), [{"print": each, "statement": id_} for each, id_ in sorted(prints)])


def _fill_days(connection: sa.Connection, held: Sequence[Any]) -> None:
    named = ((row.id, json.loads(row.body).get("value", {}).get("by")) for row in held)
    ends = [(id_, by["end"]) for id_, by in named if isinstance(by, dict) and by.get("end")]
    if ends:
        change = _FACTS.update().where(_FACTS.c.id == sa.bindparam("known"))
        connection.execute(change, [{"known": id_, "by": dt.date.fromisoformat(end)} for id_, end in ends])
