"""Run by Alembic: migrates over the connection that `banggiao.register.database` hands in."""

from __future__ import annotations

from alembic import context

from banggiao.register.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
