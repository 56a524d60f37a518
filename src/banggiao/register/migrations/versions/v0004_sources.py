"""Feeds, sitemaps and pages that are harvested, and what became of the pages that they listed."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "source",
        Column("address", Text, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("added", Text, nullable=False),
        Column("allowed", Text, nullable=False),
        Column("since", Text),
        Column("marks", Text, nullable=False),
        Column("last_run", Text),
        Column("last_error", Text, nullable=False),
        Column("wait_until", Text),
        Column("runs", Integer, nullable=False),
        Column("articles", Integer, nullable=False),
        Column("last", Text, nullable=False),
        Column("held_by", Text),
        Column("held_until", Text),
    )
    op.create_table(
        "page",
        Column("key", Text, primary_key=True),
        Column("address", Text, nullable=False),
        Column("source", Text, nullable=False, index=True),
        Column("state", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("article", Text),
        Column("tries", Integer, nullable=False),
        Column("published", Text),
        Column("content", Text, unique=True),
        Column("seen", Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("page")
    op.drop_table("source")
