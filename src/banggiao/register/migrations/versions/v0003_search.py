"""Full text: a shelf that numbers the articles, the index of their texts, and the words of names."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

from banggiao.register.database import text_index_for
from banggiao.register.derivation import name_words
from banggiao.register.shelving import put_all

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "name_word",
        Column("word", Text().with_variant(Text(collation="C"), "postgresql"), primary_key=True),
        Column("name", Text, primary_key=True, index=True),
    )
    op.create_table(
        "shelf",
        Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
        Column("article", Text, ForeignKey("article.key", ondelete="CASCADE"), nullable=False, unique=True),
    )
    connection = op.get_bind()
    index = text_index_for(connection.dialect.name)
    index.create(connection)
    put_all(connection, index)
    names = [row[0] for row in connection.exec_driver_sql("SELECT DISTINCT name FROM fact_name")]
    if rows := name_words(names):
        words = op.get_context().opts["target_metadata"].tables["name_word"]
        connection.execute(words.insert(), rows)


def downgrade() -> None:
    connection = op.get_bind()
    text_index_for(connection.dialect.name).drop(connection)
    op.drop_table("shelf")
    op.drop_table("name_word")
