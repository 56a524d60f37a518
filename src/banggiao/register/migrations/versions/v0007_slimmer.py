"""Less space: no index that no question uses, and in SQLite each row of the companions of facts only once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from alembic import op
from sqlalchemy import Column, ForeignKey, Text, select, update

from banggiao import model
from banggiao.register.intake import SHARED, as_json, own_text, reading_from
from banggiao.register.schema import article

revision = "0007"
down_revision = "0006"

_COMPANIONS = {"fact_party": "party", "fact_pair": "pair", "fact_name": "name"}


def upgrade() -> None:
    op.drop_index("ix_fact_key", "fact")
    _remake(with_rowid=False)
    _rewrite(lambda row: own_text(model.Reading.from_dict(msgspec.json.decode(row.reading)), row._asdict()))


def downgrade() -> None:
    op.create_index("ix_fact_key", "fact", ["key"])
    _remake(with_rowid=True)
    _unpack()
    _rewrite(lambda row: as_json(reading_from(row, []).to_dict()))


def _rewrite(reading: Callable[[Any], str]) -> None:
    """Writes the head of each reading otherwise: before, it repeated what the article's row says."""
    connection = op.get_bind()
    columns = [article.c[name] for name in ("key", "reading", "zones", *SHARED)]
    for key in connection.scalars(select(article.c.key)).all():
        row = connection.execute(select(*columns).where(article.c.key == key)).one()
        connection.execute(update(article).where(article.c.key == key).values(reading=reading(row)))


def _remake(*, with_rowid: bool) -> None:
    """Makes the tables anew; PostgreSQL has no such choice."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for table, column in _COMPANIONS.items():
        op.drop_index(f"ix_{table}_fact", table)
        op.rename_table(table, f"{table}_before")
        op.create_table(
            table,
            Column(column, Text, primary_key=True),
            Column("fact", Text, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True, index=True),
            sqlite_with_rowid=with_rowid,
        )
        _copy(table)
    op.drop_index("ix_name_word_name", "name_word")
    op.rename_table("name_word", "name_word_before")
    op.create_table(
        "name_word",
        Column("word", Text, primary_key=True),
        Column("name", Text, primary_key=True, index=True),
        sqlite_with_rowid=with_rowid,
    )
    _copy("name_word")


def _unpack() -> None:
    """Writes the texts as they were before SQLite compressed them."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    for (key,) in connection.exec_driver_sql("SELECT key FROM article WHERE typeof(text) = 'blob'").fetchall():
        text = connection.scalar(select(article.c.text).where(article.c.key == key))
        connection.exec_driver_sql("UPDATE article SET text = ? WHERE key = ?", (text, key))


def _copy(table: str) -> None:
    op.execute(f"INSERT INTO {table} SELECT * FROM {table}_before")
    op.drop_table(f"{table}_before")
