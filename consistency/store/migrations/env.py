"""Runs the migrations on the connection that the store hands over; read by Alembic, never imported."""

from alembic import context

from consistency.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
