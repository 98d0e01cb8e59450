"""The tables of articles, statements, facts and speakers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "articles",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("rules", sa.String(64), nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "passages",
        sa.Column("article", sa.String, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("article", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("speaker", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "facts",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("statement", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("claim", sa.Boolean, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("party", sa.String, nullable=False),
        sa.Column("country", sa.String, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("position", sa.String(16), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "speakers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("base", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "speaker_keys",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("speaker", sa.String, primary_key=True),
    )
    op.create_table(
        "voices",
        sa.Column("article", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("speaker", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    for name, table, columns in _INDEXES:
        op.create_index(name, table, columns)


_INDEXES = (
    ("statements_article", "statements", ["article", "number"]),
    ("statements_speaker", "statements", ["speaker"]),
    ("facts_statement", "facts", ["statement"]),
    ("facts_position", "facts", ["position"]),
    ("facts_party", "facts", ["party", "country"]),
    ("facts_met", "facts", ["kind", "party", "country", "day"]),
    ("speakers_base", "speakers", ["base", "number"]),
    ("speaker_keys_speaker", "speaker_keys", ["speaker"]),
    ("voices_speaker", "voices", ["speaker"]),
)
