"""Questions put to the driver itself: SQLAlchemy spends more on putting one together than SQLite on answering it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


def ask(connection: Connection, sql: str, values: Sequence[Any] = ()) -> Sequence[Any]:
    """The rows of a question in SQL that both databases understand, `?` for each value."""
    if connection.dialect.name == "postgresql":
        sql = sql.replace("?", "%s")
    driver: Any = connection.connection.driver_connection
    try:
        found: list[Any] = driver.execute(sql, values).fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError.instance(sql, tuple(values), error, connection.dialect.loaded_dbapi.Error) from error
    return found
