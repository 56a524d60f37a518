"""On PostgreSQL all text is compared letter by letter, as SQLite does, whatever the server's language: an index in the
order of a language takes longer to keep and to look into, and gives another order of names."""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"

_OTHERWISE = (
    "SELECT c.relname, string_agg(format('ALTER COLUMN %%I TYPE text COLLATE %%s', a.attname, {}), ', ')"
    " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_collation o ON o.oid = a.attcollation"
    " WHERE c.relkind = 'r' AND c.relnamespace = CAST(CAST(current_schema() AS text) AS regnamespace)"
    " AND a.atttypid = CAST('text' AS regtype) AND a.attnum > 0 AND NOT a.attisdropped AND {} GROUP BY 1 ORDER BY 1"
)


def upgrade() -> None:
    _compare("""'"C"'""", "o.collname <> 'C'")


def downgrade() -> None:
    """`name_word.word` was compared so before."""
    _compare("""'"default"'""", "o.collname = 'C' AND (c.relname, a.attname) <> ('name_word', 'word')")


def _compare(collation: str, those: str) -> None:
    """Gives text columns a collation. Only their indexes are written anew."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for table, changes in connection.exec_driver_sql(_OTHERWISE.format(collation, those)).fetchall():
            connection.exec_driver_sql(f"ALTER TABLE {table} {changes}")
