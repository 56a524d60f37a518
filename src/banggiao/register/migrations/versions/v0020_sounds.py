"""An article keeps how it sounds. Of those that are there it is made of their texts when it is asked for, as before."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("article", Column("sound", LargeBinary))


def downgrade() -> None:
    op.drop_column("article", "sound")
