"""The full text index made anew, of words that come to it without diacritics."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Connection, select, text

from banggiao.normal import normalise
from banggiao.register.database import text_index_for
from banggiao.register.folding import INDEXED_CHARACTERS, without_marks
from banggiao.register.schema import article, shelf
from banggiao.register.shelving import index_all

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    connection = op.get_bind()
    index = text_index_for(connection.dialect.name)
    index.drop(connection)
    index.create(connection)
    index_all(connection, index)


def downgrade() -> None:
    connection = op.get_bind()
    text_index_for(connection.dialect.name).drop(connection)
    if connection.dialect.name == "sqlite":
        _sqlite(connection)
    else:
        _postgresql(connection)


def _rows(connection: Connection) -> list[tuple[int, str, str]]:
    found = connection.execute(select(shelf.c.number, article.c.title, article.c.text).join_from(shelf, article))
    return [(n, *(normalise(one).low[:INDEXED_CHARACTERS] for one in both)) for n, *both in found]


def _sqlite(connection: Connection) -> None:
    for name, columns, options in (
        ("search_words", "title, words", "tokenize = 'unicode61 remove_diacritics 2'"),
        ("search_exact", "exact", "detail = none, tokenize = 'unicode61 remove_diacritics 0'"),
    ):
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content = '', columnsize = 0, {options})"
        )
    for number, title, words in _rows(connection):
        values = (number, title.replace("đ", "d"), words.replace("đ", "d"))
        connection.exec_driver_sql("INSERT INTO search_words (rowid, title, words) VALUES (?, ?, ?)", values)
        connection.exec_driver_sql("INSERT INTO search_exact (rowid, exact) VALUES (?, ?)", (number, words))


def _postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE search_words (number bigint PRIMARY KEY REFERENCES shelf (number) ON DELETE CASCADE,"
        " title tsvector NOT NULL, words tsvector NOT NULL, exact tsvector NOT NULL)"
    )
    for column in ("title", "words", "exact"):
        connection.exec_driver_sql(
            f"CREATE INDEX ix_search_words_{column} ON search_words USING gin ({column}) WITH (fastupdate = off)"
        )
    insert = text(
        "INSERT INTO search_words (number, title, words, exact) VALUES (:number, to_tsvector('simple', :title),"
        " to_tsvector('simple', :words), strip(to_tsvector('simple', :exact)))"
    )
    for number, *both in _rows(connection):
        title, words = ("".join(c if c.isalnum() else " " for c in one) for one in both)
        values = {"number": number, "title": without_marks(title), "words": without_marks(words)}
        exact = " ".join(sorted({word for word in words.split() if not word.isascii()}))
        connection.execute(insert, values | {"exact": exact})
