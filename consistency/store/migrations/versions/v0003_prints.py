"""Statements found by the prints of their words."""

import json

import sqlalchemy as sa
from alembic import op

from consistency.runs import PRINTS, prints_of

revision = "0003"
down_revision = "0002"
_NAMES = [f"print{n}" for n in range(PRINTS)]
_AT_ONCE = 10_000


def upgrade() -> None:
    """Makes the columns, fills them from the words of the statements that are there, and then their indexes."""
    for name in _NAMES:
        op.add_column("statements", sa.Column(name, sa.Integer))
    _fill(op.get_bind(), sa.table("statements", sa.column("id"), sa.column("body"), *map(sa.column, _NAMES)))
    for name in _NAMES:
        op.create_index(f"ix_statements_{name}", "statements", [name])


def _fill(connection: sa.Connection, statements: sa.TableClause) -> None:
    change = statements.update().where(statements.c.id == sa.bindparam("known"))
    last = ""
    while True:
        chosen = sa.select(statements.c.id, statements.c.body).where(statements.c.id > last)
        rows = connection.execute(chosen.order_by(statements.c.id).limit(_AT_ONCE)).all()
        if not rows:
            return
        last = rows[-1].id
        printed = ((row.id, prints_of(json.loads(row.body)["text"])) for row in rows)
        values = [{"known": id_, **dict(zip(_NAMES, found, strict=True))} for id_, found in printed if found]
        if values:
            connection.execute(change, values)
