"""Copies and rewrites of one text as one voice: the spots by which they are found, and the voices of articles kept."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Text

from banggiao.register.voices import hear_all

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "spot",
        Column("number", BigInteger, primary_key=True, autoincrement=False),
        Column("article", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    hear_all(op.get_bind())


def downgrade() -> None:
    op.drop_table("spot")
