"""The tests' own PostgreSQL server."""

from __future__ import annotations


def test_each_test_gets_an_empty_database(postgres_database: str, postgres_url: str) -> None:
    """The database of a test holds no table, keeps Vietnamese, and is not the server's own."""
    import psycopg

    with psycopg.connect(postgres_database) as connection:
        tables = connection.execute("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
        assert tables.fetchone() == (0,)
        assert connection.execute("SELECT length('Việt Nam – Nga')").fetchone() == (14,)
    assert postgres_database != postgres_url
