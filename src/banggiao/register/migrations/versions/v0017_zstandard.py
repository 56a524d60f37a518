"""Texts in SQLite are compressed by Zstandard, with words that all have. What is kept stays as it is and is read as
before; an earlier version finds no text that it cannot read."""

from __future__ import annotations

import zlib

from alembic import op
from sqlalchemy import select

from banggiao.register.schema import article

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Nothing: texts say by their first bytes how they were compressed."""


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    for (key,) in connection.exec_driver_sql("SELECT key FROM article WHERE typeof(text) = 'blob'").fetchall():
        text = connection.scalar(select(article.c.text).where(article.c.key == key))
        before = zlib.compress(str(text).encode(), 3)
        connection.exec_driver_sql("UPDATE article SET text = ? WHERE key = ?", (before, key))
