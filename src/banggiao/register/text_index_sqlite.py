"""The full text index of SQLite: FTS5 without a copy of the texts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from banggiao.register.raw import ask
from banggiao.register.text_index import BETWEEN, Column, Holding, Indexed, Wanted

_AT_ONCE = 32 << 20
"""Bytes of words that SQLite gathers before it writes them."""


class SqliteIndex:
    """A table a column: `search_title` and `search_words` know where a word stands, `search_exact` only that it does (a
    sixth of the space). As two columns of one table, titles were found by a walk through all texts that hold their
    words: 38 ms where it takes one now."""

    sure = True
    _COLUMNS: tuple[Column, ...] = ("title", "words", "exact")

    def create(self, connection: Connection) -> None:
        for column in self._COLUMNS:
            # Words come without marks, so the plainest tokenizer will do: two thirds of the time of `unicode61`.
            options = "detail = none, tokenize = 'ascii'" if column == "exact" else "tokenize = 'ascii'"
            name = f"search_{column}"
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {name} USING fts5({column}, content = '', columnsize = 0, {options})"
            )
            # What is written at once becomes one segment, unless it is more than this; each is merged time and again.
            connection.exec_driver_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {_AT_ONCE})")

    def drop(self, connection: Connection) -> None:
        for column in self._COLUMNS:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS search_{column}")

    def add(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        for column in self._COLUMNS if rows else ():
            connection.exec_driver_sql(
                f"INSERT INTO search_{column} (rowid, {column}) VALUES (?, ?)",
                [(row.number, getattr(row, column)) for row in rows],
            )

    def remove(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        for column in self._COLUMNS if rows else ():
            name = f"search_{column}"
            connection.exec_driver_sql(
                f"INSERT INTO {name} ({name}, rowid, {column}) VALUES ('delete', ?, ?)",
                [(row.number, getattr(row, column)) for row in rows],
            )

    def find(
        self,
        connection: Connection,
        column: Column,
        wanted: Wanted,
        *,
        window: tuple[int, int],
        limit: int,
    ) -> list[int]:
        table = f"search_{column}"
        newest = (
            f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"
        )
        return [row[0] for row in ask(connection, newest, (self._query(wanted), *window, limit))]

    def holding(
        self,
        connection: Connection,
        wanted: Wanted,
        *,
        row: Sequence[str] = (),
        spelt: Wanted = (),
        window: tuple[int, int],
        limit: int,
    ) -> Holding:
        words = self.find(connection, "words", wanted, window=window, limit=limit)
        return Holding(
            words,
            self._beside(connection, row, words, window, limit) if row else (),
            self.find(connection, "title", wanted, window=window, limit=limit),
            self.find(connection, "exact", spelt, window=window, limit=limit) if spelt else [],
        )

    def _beside(
        self, connection: Connection, row: Sequence[str], found: Sequence[int], window: tuple[int, int], limit: int
    ) -> Collection[int]:
        """The texts that hold a row of words. found: those that hold the words."""
        before, _, _ = row[0].rpartition(" ")
        if len(row) == 1 or " " not in before:
            return self.find(connection, "words", [row], window=window, limit=limit)
        if not found:
            return ()
        # Of three and more, the last of which is being typed still, those before it, among what holds all: two dozen
        # rows of common words took up to 150 ms.
        near = self.find(connection, "words", [[before]], window=(found[-1], found[0]), limit=BETWEEN)
        return set(near).intersection(found)

    @staticmethod
    def _query(wanted: Wanted) -> str:
        return " AND ".join("(" + " OR ".join(f'"{words}"' for words in any_of) + ")" for any_of in wanted)
