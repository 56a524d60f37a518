"""Less to do and to keep for each article: the companions of facts without foreign keys, texts compressed in PostgreSQL
as in SQLite, and SQLite's index of words with diacritics takes each word as often as it stands in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

from banggiao.register.database import text_index_for
from banggiao.register.packing import TEXTS
from banggiao.register.shelving import index_all

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _companions(lambda: Column("fact", Text, primary_key=True, index=True))
        index = text_index_for("sqlite")
        index.drop(connection)
        index.create(connection)
        index_all(connection, index)
        return
    keys = "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = CAST(%s AS regclass)"
    for table in ("fact_party", "fact_pair", "fact_name"):
        for (name,) in connection.exec_driver_sql(keys, (table,)).fetchall():
            op.drop_constraint(name, table)
    op.execute("ALTER TABLE article ALTER COLUMN text TYPE bytea USING convert_to(text, 'UTF8')")
    # Nothing is left to compress.
    op.execute("ALTER TABLE article ALTER COLUMN text SET STORAGE EXTERNAL")
    _rewrite(lambda text: TEXTS.packed(text.decode(), "postgresql"))


def downgrade() -> None:
    """The index stays: an earlier version finds in it what it looks for."""
    if op.get_bind().dialect.name == "sqlite":
        _companions(
            lambda: Column("fact", Text, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True, index=True)
        )
        return
    for table in ("fact_party", "fact_pair", "fact_name"):
        op.create_foreign_key(f"{table}_fact_fkey", table, "fact", ["fact"], ["id"], ondelete="CASCADE")
    _rewrite(lambda text: TEXTS.unpacked(text).encode())
    op.execute("ALTER TABLE article ALTER COLUMN text TYPE text USING convert_from(text, 'UTF8')")
    op.execute("ALTER TABLE article ALTER COLUMN text SET STORAGE EXTENDED")


def _rewrite(form: Callable[[bytes], Any]) -> None:
    connection = op.get_bind()
    for (key,) in connection.exec_driver_sql("SELECT key FROM article").fetchall():
        text = connection.exec_driver_sql("SELECT text FROM article WHERE key = %s", (key,)).scalar()
        assert isinstance(text, bytes)
        connection.exec_driver_sql("UPDATE article SET text = %s WHERE key = %s", (form(text), key))


def _companions(fact: Callable[[], Column[Any]]) -> None:
    """Makes the tables anew; SQLite cannot take a foreign key away from a table."""
    _remake("fact_party", Column("party", Text, primary_key=True), _number("kind"), _number("day"), fact())
    days = (_number(name) for name in ("since", "first", "last"))
    pair = Column("pair", Text, primary_key=True)
    _remake("fact_pair", pair, _number("part"), _number("rank"), fact(), *days)
    name = Column("name", Text, primary_key=True)
    _remake("fact_name", name, _number("kind"), _number("day"), fact(), _number("known"))


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _remake(table: str, *columns: Column[Any]) -> None:
    op.drop_index(f"ix_{table}_fact", table)
    op.rename_table(table, f"{table}_before")
    op.create_table(table, *columns, sqlite_with_rowid=False)
    names = ", ".join(column.name for column in columns)
    op.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM {table}_before")
    op.drop_table(f"{table}_before")
