"""People who use a desk together: accounts, their sessions, tokens for programs."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "account",
        Column("name", Text, primary_key=True),
        Column("role", Text, nullable=False),
        Column("secret", Text, nullable=False),
        Column("made", Text, nullable=False),
    )
    op.create_table(
        "credential",
        Column("key", Text, primary_key=True),
        Column("account", Text, ForeignKey("account.name", ondelete="CASCADE"), nullable=False, index=True),
        Column("kind", Text, nullable=False),
        Column("label", Text, nullable=False),
        Column("made", Text, nullable=False),
        Column("until", Text),
    )


def downgrade() -> None:
    op.drop_table("credential")
    op.drop_table("account")
