"""On PostgreSQL the words of a text stand in the row of its number, where words side by side are looked for in them."""

from __future__ import annotations

from alembic import op

from banggiao.register.database import text_index_for

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    op.execute("ALTER TABLE search_words RENAME TO search_words_before")
    op.execute("ALTER TABLE search_words_before RENAME CONSTRAINT search_words_pkey TO search_words_before_pkey")
    op.execute("DROP INDEX ix_search_words")
    text_index_for("postgresql").create(connection)
    op.execute(
        "INSERT INTO search_words (number, words, keys)"
        " SELECT number, words, keys FROM search_words_before ORDER BY number"
    )
    op.execute("DROP TABLE search_words_before")


def downgrade() -> None:
    """An earlier version reads the rows as they are."""
