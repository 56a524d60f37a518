"""What was done to accounts, and by whom."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, Text

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "account_change",
        Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
        Column("made", Text, nullable=False),
        Column("by", Text, nullable=False),
        Column("action", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("detail", Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("account_change")
