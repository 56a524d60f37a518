"""On PostgreSQL records are kept compressed, as texts are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alembic import op

from banggiao.register.packing import RECORDS

revision = "0023"
down_revision = "0022"

_TABLES = {"mention": {"article": "text", "idx": "int"}, "fact": {"id": "text"}}
"""By table: the columns of its key, and their types."""
_AT_ONCE = 10_000


def upgrade() -> None:
    _rewrite("bytea", "convert_to(record, 'UTF8')", lambda kept: RECORDS.packed(kept.decode(), "postgresql"))


def downgrade() -> None:
    _rewrite("text", "convert_from(record, 'UTF8')", lambda kept: RECORDS.unpacked(kept).encode())


def _rewrite(kind: str, as_kind: str, form: Callable[[bytes], Any]) -> None:
    """Rewrites the records, of which the database knows the bytes alone, and has the column in its new kind."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    for table, key in _TABLES.items():
        if kind == "bytea":
            op.execute(f"ALTER TABLE {table} ALTER COLUMN record TYPE bytea USING {as_kind}")
        names = ", ".join(key)
        same = " AND ".join(f"{table}.{name} = new.{name}" for name in key)
        arrays = ", ".join(f"%s::{one}[]" for one in (*key.values(), "bytea"))
        change = f"UPDATE {table} SET record = new.record FROM unnest({arrays}) AS new ({names}, record) WHERE {same}"
        every = connection.exec_driver_sql(f"SELECT {names} FROM {table}").fetchall()
        for at in range(0, len(every), _AT_ONCE):
            keys = [list(column) for column in zip(*every[at : at + _AT_ONCE], strict=True)]
            wanted = ", ".join(f"%s::{one}[]" for one in key.values())
            rows = connection.exec_driver_sql(
                f"SELECT {', '.join(f'{table}.{name}' for name in key)}, record FROM {table}"
                f" JOIN unnest({wanted}) AS new ({names}) ON {same}",
                tuple(keys),
            ).fetchall()
            changed = [(*row[:-1], form(row[-1])) for row in rows]
            connection.exec_driver_sql(change, tuple(list(column) for column in zip(*changed, strict=True)))
        if kind == "text":
            op.execute(f"ALTER TABLE {table} ALTER COLUMN record TYPE text USING {as_kind}")
