"""A name knows its facts by kind and day, and from when each is known, so that the newest of a kind are a walk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

from banggiao.register import schema
from banggiao.register.database import Database
from banggiao.register.pairing import KINDS, number

revision = "0015"
down_revision = "0014"

_CHUNK = 500


def upgrade() -> None:
    _make(*(Column(name, Integer, primary_key=True, autoincrement=False) for name in ("kind", "day", "known")))
    found = "SELECT n.name, f.kind, f.latest, f.id, f.first_known FROM name_before n JOIN fact f ON f.id = n.fact"
    _fill(
        found,
        lambda name, kind, latest, fact, known: {
            "name": name,
            "kind": KINDS.index(kind),
            "day": number(latest) if latest else 0,
            "fact": fact,
            "known": known,
        },
    )


def downgrade() -> None:
    _make()
    _fill("SELECT n.name, n.fact FROM name_before n", lambda name, fact: {"name": name, "fact": fact})


def _make(*numbers: Column[Any]) -> None:
    """The table anew, empty, beside the one before. numbers: kind, day, known, or none of them."""
    op.drop_index("ix_fact_name_fact", "fact_name")
    op.rename_table("fact_name", "name_before")
    if op.get_bind().dialect.name == "postgresql":  # its name is still that of the table before
        op.execute("ALTER TABLE name_before RENAME CONSTRAINT fact_name_pkey TO name_before_pkey")
    fact = Column("fact", Text, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True, index=True)
    name = Column("name", Text, primary_key=True)
    op.create_table("fact_name", name, *numbers[:2], fact, *numbers[2:], sqlite_with_rowid=False)


def _fill(found: str, row: Callable[..., dict[str, Any]]) -> None:
    """Writes the rows name by name, and drops the table before."""
    connection = op.get_bind()
    names = [name for (name,) in connection.exec_driver_sql("SELECT DISTINCT name FROM name_before ORDER BY 1")]
    for at in range(0, len(names), _CHUNK):
        rows = [
            row(*one)
            for one in Database.ask_for(connection, f"{found} WHERE n.name IN ({{}})", names[at : at + _CHUNK])
        ]
        Database.load(connection, schema.fact_name, sorted(rows, key=lambda one: tuple(one.values())))
    op.drop_table("name_before")
