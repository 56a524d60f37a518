"""On PostgreSQL texts are found by segments of thousands of texts instead of an index of PostgreSQL's own."""

from __future__ import annotations

from itertools import filterfalse

from alembic import op
from sqlalchemy import select

from banggiao.register.database import text_index_for
from banggiao.register.folding import index_words
from banggiao.register.schema import article, shelf
from banggiao.register.shelving import index_all

revision = "0022"
down_revision = "0021"

_SEASON = 91 << 20
"""Days of a season, in numbers of the shelf."""


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        index = text_index_for("postgresql")
        index.drop(connection)
        index.create(connection)
        index_all(connection, index)


def downgrade() -> None:
    """The index as it was: the text, and its words with diacritics, those of the title and the season as keys."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    text_index_for("postgresql").drop(connection)
    connection.exec_driver_sql(
        "CREATE TABLE search_words (number bigint PRIMARY KEY REFERENCES shelf (number) ON DELETE CASCADE,"
        " words text NOT NULL, keys text NOT NULL) WITH (toast_tuple_target = 128)"
    )
    connection.exec_driver_sql("ALTER TABLE search_words ALTER COLUMN words SET STORAGE MAIN")
    rows = connection.execute(select(shelf.c.number, article.c.title, article.c.text).join_from(shelf, article))
    with connection.connection.cursor().copy("COPY search_words (number, words, keys) FROM STDIN") as copy:
        for number, title, text in rows:
            found = index_words(text)
            titles = "".join(f" ={word}" for word in index_words(title).words.split())
            exact = " ".join(("", *dict.fromkeys(filterfalse(str.isascii, found.exact.split()))))
            copy.write_row((number, " ".join(("", *found.words.split())), f"#{number // _SEASON}{titles}{exact}"))
    connection.exec_driver_sql(
        "CREATE INDEX ix_search_words ON search_words"
        " USING gin ((array_to_tsvector(string_to_array(keys || words, ' '))))"
    )
