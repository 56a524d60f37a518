"""Holders of posts in the order of the months in which they were last named, in each by their reports; people and
agreements under the name that most reports give. All facts are derived anew at the first question."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    _mark()


def downgrade() -> None:
    _mark()


def _mark() -> None:
    for table in ("fact_party", "fact_pair", "fact_name", "name_word", "fact", "dirty"):
        op.execute(f"DELETE FROM {table}")
    op.execute("INSERT INTO dirty SELECT DISTINCT block FROM mention")
