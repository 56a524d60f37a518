"""What people decide: accepted, rejected, corrected, merged, split and added facts."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "decision",
        Column("id", Text, primary_key=True),
        Column("action", Text, nullable=False),
        Column("made", Text, nullable=False, index=True),
        Column("made_by", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("slots", Text, nullable=False),
        Column("withdrawn", Text),
        Column("withdrawn_by", Text),
        Column("withdrawn_why", Text),
    )
    op.create_table(
        "anchor",
        Column("decision", Text, ForeignKey("decision.id", ondelete="CASCADE"), primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("article", Text, nullable=False, index=True),
        Column("record", Text, nullable=False),
        Column("idx", Integer),
    )
    op.add_column("mention", Column("decided", Text))


def downgrade() -> None:
    # What was decided goes; every block is derived again without it.
    op.execute(
        "INSERT INTO dirty (block) SELECT DISTINCT block FROM mention WHERE decided IS NOT NULL ON CONFLICT DO NOTHING"
    )
    op.drop_column("mention", "decided")
    op.drop_table("anchor")
    op.drop_table("decision")
