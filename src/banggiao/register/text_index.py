"""The full text index in each database: which texts hold these words, newest first.

An article is known to the index by a number that rises with its day (`shelf.number`), so that "newest first" is the
order in which an index is walked anyway and a question for a few hits never looks at all of them. There are three
columns: `title` and `words` are searched without diacritics, `exact` with them.

SQLite: FTS5 without a copy of the texts. PostgreSQL: tsvector in the `simple` configuration with GIN.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from sqlalchemy import Connection, text

from banggiao.register.folding import without_marks

Column = Literal["title", "words", "exact"]
Wanted = Sequence[Sequence[str]]
"""All of these, each as any of its alternatives; an alternative of several words wants them side by side. Words are
letters and digits only, so they hold nothing that a query language could take for its own."""

_WALKED = 2_000
"""PostgreSQL looks so far for words side by side: it must fetch each text's row to know."""


@dataclass(slots=True, frozen=True)
class Indexed:
    """An article for the index. title, words: by `folding.index_text`."""

    number: int
    title: str
    words: str


class TextIndex(Protocol):
    def create(self, connection: Connection) -> None:
        """Makes the index, empty."""

    def drop(self, connection: Connection) -> None:
        """Takes the index away."""

    def add(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        """Takes in articles that it does not hold, by rising number."""

    def remove(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        """Takes out articles, given just as they were taken in."""

    def find(
        self, connection: Connection, column: Column, wanted: Wanted, *, window: tuple[int, int], limit: int
    ) -> list[int]:
        """The numbers, highest first, within `window` (both ends included)."""


class SqliteIndex:
    """Two tables: `search_words` knows where a word stands; `search_exact` only that it does (a sixth of the space)."""

    def create(self, connection: Connection) -> None:
        for name, columns, options in (
            ("search_words", "title, words", "tokenize = 'unicode61 remove_diacritics 2'"),
            ("search_exact", "exact", "detail = none, tokenize = 'unicode61 remove_diacritics 0'"),
        ):
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content = '', columnsize = 0, {options})"
            )

    def drop(self, connection: Connection) -> None:
        for name in ("search_words", "search_exact"):
            connection.exec_driver_sql(f"DROP TABLE {name}")

    def add(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        if rows:
            words, exact = self._rows(rows)
            connection.exec_driver_sql("INSERT INTO search_words (rowid, title, words) VALUES (?, ?, ?)", words)
            connection.exec_driver_sql("INSERT INTO search_exact (rowid, exact) VALUES (?, ?)", exact)

    def remove(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        if rows:
            words, exact = self._rows(rows)
            connection.exec_driver_sql(
                "INSERT INTO search_words (search_words, rowid, title, words) VALUES ('delete', ?, ?, ?)", words
            )
            connection.exec_driver_sql(
                "INSERT INTO search_exact (search_exact, rowid, exact) VALUES ('delete', ?, ?)", exact
            )

    def find(
        self, connection: Connection, column: Column, wanted: Wanted, *, window: tuple[int, int], limit: int
    ) -> list[int]:
        table, of = ("search_exact", "") if column == "exact" else ("search_words", f"{{{column}}} : ")
        match = " AND ".join("(" + " OR ".join(f'"{words}"' for words in any_of) + ")" for any_of in wanted)
        found = connection.exec_driver_sql(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?",
            (f"{of}({match})", *window, limit),
        )
        return [row[0] for row in found]

    @staticmethod
    def _rows(rows: Sequence[Indexed]) -> tuple[list[tuple[int, str, str]], list[tuple[int, str]]]:
        # Of all Vietnamese letters the tokenizer knows no base for "đ" alone.
        words = [(row.number, row.title.replace("đ", "d"), row.words.replace("đ", "d")) for row in rows]
        return words, [(row.number, row.words) for row in rows]


class PostgresIndex:
    """A table with three columns, each with an index of its own. `exact` holds words with diacritics only, and not
    where they stand."""

    def create(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE TABLE search_words (number bigint PRIMARY KEY REFERENCES shelf (number) ON DELETE CASCADE,"
            " title tsvector NOT NULL, words tsvector NOT NULL, exact tsvector NOT NULL)"
        )
        for column in ("title", "words", "exact"):
            connection.exec_driver_sql(
                f"CREATE INDEX ix_search_words_{column} ON search_words USING gin ({column}) WITH (fastupdate = off)"
            )

    def drop(self, connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE search_words")

    def add(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        insert = text(
            "INSERT INTO search_words (number, title, words, exact) VALUES (:number, to_tsvector('simple', :title),"
            " to_tsvector('simple', :words), strip(to_tsvector('simple', :exact)))"
        )
        if rows:
            connection.execute(insert, [self._row(row) for row in rows])

    def remove(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        numbers = [row.number for row in rows]
        connection.execute(text("DELETE FROM search_words WHERE number = ANY(:numbers)"), {"numbers": numbers})

    def find(
        self, connection: Connection, column: Column, wanted: Wanted, *, window: tuple[int, int], limit: int
    ) -> list[int]:
        values: dict[str, object] = {"low": window[0], "high": window[1], "limit": limit, "walked": _WALKED}
        loose, whole = self._query(wanted, values, apart=True), self._query(wanted, values)
        inner = (
            f"SELECT number, {column} FROM search_words WHERE {column} @@ ({loose}) AND number BETWEEN :low AND :high"
            " ORDER BY number DESC LIMIT "
        )
        if loose == whole:
            found = connection.execute(text(f"{inner} :limit"), values)
        else:
            found = connection.execute(
                text(f"SELECT number FROM ({inner} :walked) AS near WHERE {column} @@ ({whole}) LIMIT :limit"), values
            )
        return [row[0] for row in found]

    @staticmethod
    def _query(wanted: Wanted, values: dict[str, object], *, apart: bool = False) -> str:
        """The query as an expression over bound words. apart: words that should stand side by side may stand
        anywhere, which the index answers alone."""
        name = "plainto_tsquery" if apart else "phraseto_tsquery"
        all_of = []
        for at, any_of in enumerate(wanted):
            parts = []
            for number, words in enumerate(any_of):
                values[f"w{at}_{number}"] = words
                used = name if " " in words else "plainto_tsquery"
                parts.append(f"{used}('simple', :w{at}_{number})")
            all_of.append("(" + " || ".join(parts) + ")")
        return " && ".join(all_of)

    @staticmethod
    def _row(row: Indexed) -> dict[str, object]:
        low = _plain(row.words)
        return {
            "number": row.number,
            "title": without_marks(_plain(row.title)),
            "words": without_marks(low),
            "exact": " ".join(sorted({word for word in low.split() if not word.isascii()})),
        }


class _Blanks(dict[int, str]):
    """Marks → a blank: PostgreSQL would read "/", "." and "-" between letters as paths, hosts and compounds."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = out = char if char.isalnum() else " "
        return out


_BLANKS = _Blanks()


def _plain(low: str) -> str:
    return low.translate(_BLANKS)
