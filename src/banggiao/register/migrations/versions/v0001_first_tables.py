"""The first tables: articles, what they mention, and the facts derived from them."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

revision = "0001"
down_revision = None

_COMPANIONS = {"fact_party": "party", "fact_pair": "pair", "fact_name": "name"}


def upgrade() -> None:
    op.create_table(
        "article",
        Column("key", Text, primary_key=True),
        Column("id", Text, nullable=False, index=True),
        Column("url", Text, index=True),
        Column("title", Text, nullable=False),
        Column("publisher", Text),
        Column("agency", Text),
        Column("published", Text, index=True),
        Column("published_basis", Text, nullable=False),
        Column("published_reason", Text, nullable=False),
        Column("language", Text, nullable=False),
        Column("zones", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("text_sha256", Text, nullable=False),
        Column("voice", Text, nullable=False, index=True),
        Column("not_before", Text),
        Column("reader", Text, nullable=False),
        Column("reading", Text, nullable=False),
        Column("pairs", Text, nullable=False),
        Column("records", Integer, nullable=False),
    )
    op.create_table(
        "mention",
        Column("article", Text, ForeignKey("article.key", ondelete="CASCADE"), primary_key=True),
        Column("idx", Integer, primary_key=True),
        Column("block", Text, nullable=False, index=True),
        Column("known", Text),
        Column("fact", Text, index=True),
        Column("record", Text, nullable=False),
    )
    op.create_table("dirty", Column("block", Text, primary_key=True))
    op.create_table(
        "fact",
        Column("id", Text, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("block", Text, nullable=False, index=True),
        Column("key", Text, nullable=False, index=True),
        Column("record", Text, nullable=False),
        Column("earliest", Text),
        Column("latest", Text),
        Column("first_reported", Text),
        Column("last_reported", Text),
        Column("reports", Integer, nullable=False),
        Column("voices", Integer, nullable=False),
    )
    op.create_index("ix_fact_kind_earliest", "fact", ["kind", "earliest"])
    for table, column in _COMPANIONS.items():
        op.create_table(
            table,
            Column(column, Text, primary_key=True),
            Column("fact", Text, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True, index=True),
        )


def downgrade() -> None:
    for table in (*_COMPANIONS, "fact", "dirty", "mention", "article"):
        op.drop_table(table)
