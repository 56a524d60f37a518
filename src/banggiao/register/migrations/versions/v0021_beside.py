"""On PostgreSQL the words of a text stood in the row of their number from here on; the next revision makes that index
anew, so that nothing is left to do here."""

from __future__ import annotations

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """See above."""


def downgrade() -> None:
    """An earlier version reads the rows as they are."""
