"""A count of writes, by which an answer that is kept knows that the register has changed; and an index that alone tells
how many articles and records there are, and of which days."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table("revision", Column("number", BigInteger, primary_key=True, autoincrement=False))
    op.execute("INSERT INTO revision (number) VALUES (0)")
    op.drop_index("ix_article_published", "article")
    op.create_index("ix_article_published", "article", ["published", "records"])


def downgrade() -> None:
    op.drop_index("ix_article_published", "article")
    op.create_index("ix_article_published", "article", ["published"])
    op.drop_table("revision")
