"""Lists of facts walk an index in their order, the newest first."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.drop_index("ix_fact_kind_earliest", "fact")
    # Unknown days last: SQLite has them there as it is, and no word for it in an index.
    order = "DESC NULLS LAST" if op.get_bind().dialect.name == "postgresql" else "DESC"
    op.execute(f"CREATE INDEX ix_fact_kind_latest ON fact (kind, latest {order}, id)")


def downgrade() -> None:
    op.drop_index("ix_fact_kind_latest", "fact")
    op.create_index("ix_fact_kind_earliest", "fact", ["kind", "earliest"])
