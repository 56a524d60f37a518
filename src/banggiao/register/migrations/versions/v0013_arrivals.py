"""When each article came. Of those that are there nobody knows it: they came before anything that is remembered."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("article", Column("added", BigInteger, nullable=False, server_default="0"))
    op.create_index("ix_article_added", "article", ["added"])


def downgrade() -> None:
    op.drop_index("ix_article_added", "article")
    op.drop_column("article", "added")
