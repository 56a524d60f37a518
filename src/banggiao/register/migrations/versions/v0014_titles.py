"""Titles have a full text index of their own in SQLite, where they were a column of that of the texts."""

from __future__ import annotations

from collections.abc import Iterator

from alembic import op
from sqlalchemy import Connection, inspect, select

from banggiao.register.folding import index_words
from banggiao.register.schema import article, shelf

revision = "0014"
down_revision = "0013"

_CHUNK = 2_000


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite" or "search_title" in inspect(connection).get_table_names():
        return  # the one before made the index as it is now
    connection.exec_driver_sql("DROP TABLE search_words")
    _create(connection, "search_title", "title")
    _create(connection, "search_words", "words")
    for rows in _rows(connection):
        titles, texts = ([(number, both[at]) for number, *both in rows] for at in (0, 1))
        connection.exec_driver_sql("INSERT INTO search_title (rowid, title) VALUES (?, ?)", titles)
        connection.exec_driver_sql("INSERT INTO search_words (rowid, words) VALUES (?, ?)", texts)


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    for name in ("search_title", "search_words"):
        connection.exec_driver_sql(f"DROP TABLE {name}")
    _create(connection, "search_words", "title, words")
    for rows in _rows(connection):
        connection.exec_driver_sql("INSERT INTO search_words (rowid, title, words) VALUES (?, ?, ?)", rows)


def _create(connection: Connection, name: str, columns: str) -> None:
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content = '', columnsize = 0, tokenize = 'ascii')"
    )
    connection.exec_driver_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {32 << 20})")


def _rows(connection: Connection) -> Iterator[list[tuple[int, str, str]]]:
    """Number, title and text of each article on the shelf, as the index takes them, some at a time."""
    numbers = connection.scalars(select(shelf.c.number).order_by(shelf.c.number)).all()
    for at in range(0, len(numbers), _CHUNK):
        rows = connection.execute(
            select(shelf.c.number, article.c.title, article.c.text)
            .join_from(shelf, article)
            .where(shelf.c.number.in_(numbers[at : at + _CHUNK]))
            .order_by(shelf.c.number)
        )
        yield [(number, index_words(title).words, index_words(text).words) for number, title, text in rows]
