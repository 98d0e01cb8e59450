"""The table of themes, and claims found by position and day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the table, and fills it from the claims that are there."""
    op.create_table(
        "themes",
        sa.Column("party", sa.String, primary_key=True),
        sa.Column("country", sa.String, primary_key=True),
        sa.Column("claims", sa.Integer, nullable=False),
    )
    op.create_index("themes_country", "themes", ["country"])
    op.execute(
        "INSERT INTO themes (party, country, claims) "
        "SELECT party, country, count(*) FROM facts WHERE claim GROUP BY party, country"
    )
    op.drop_index("facts_party", "facts")
    op.drop_index("facts_position", "facts")
    op.create_index("facts_position", "facts", ["position", "day"])
