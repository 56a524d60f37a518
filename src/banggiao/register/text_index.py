"""The full text index in each database: which texts hold these words, newest first.

An article is known to the index by a number that rises with its day (`shelf.number`), so that "newest first" is the
order in which an index is walked anyway and a question for a few hits never looks at all of them. There are three
columns: `title` and `words` are searched without diacritics, `exact` with them.

SQLite: FTS5 without a copy of the texts. PostgreSQL: one GIN index over the words of an article, and the text without
diacritics, in which words side by side are looked for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import filterfalse
from typing import Literal, Protocol

from sqlalchemy import Connection

from banggiao.register.raw import ask

Column = Literal["title", "words", "exact"]
Wanted = Sequence[Sequence[str]]
"""All of these, each as any of its alternatives; an alternative of several words wants them side by side. Of several
alternatives all begin with the first. Words are letters and digits only, so they hold nothing that a query language
could take for its own."""

DAY_BITS = 20
"""A number is a day and a count within the day in so many bits: a day has room for a million articles; what does not
fit stands after the newest."""
BETWEEN = 3_000
"""Among so many that hold some of the words those are looked for that hold all of them."""
_WALKED, _GLANCED = 2_000, 600
"""PostgreSQL looks so far for words side by side: it must fetch each text's row to know. The fewer where that only
makes a better hit."""


@dataclass(slots=True, frozen=True)
class Indexed:
    """An article for the index, by `folding.index_words`."""

    number: int
    title: str
    words: str
    exact: str


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
        self,
        connection: Connection,
        column: Column,
        wanted: Wanted,
        *,
        window: tuple[int, int],
        limit: int,
    ) -> list[int]:
        """The numbers, highest first, within `window` (both ends included)."""

    def held(
        self, connection: Connection, wanted: Wanted, row: Sequence[str], *, window: tuple[int, int], limit: int
    ) -> tuple[list[int], Collection[int]]:
        """The same of the texts that hold the words, and those of the newest of them (of more than are given, where
        that costs little) that hold this row of words, given by its alternatives."""

    def tidy(self, connection: Connection) -> None:
        """Does what adding put off; for the end of a long run."""


class SqliteIndex:
    """A table a column: `search_title` and `search_words` know where a word stands, `search_exact` only that it does (a
    sixth of the space). As two columns of one table, titles were found by a walk through all texts that hold their
    words: 38 ms where it takes one now."""

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

    def held(
        self, connection: Connection, wanted: Wanted, row: Sequence[str], *, window: tuple[int, int], limit: int
    ) -> tuple[list[int], Collection[int]]:
        found = self.find(connection, "words", wanted, window=window, limit=limit)
        before, _, _ = row[0].rpartition(" ")
        if len(row) == 1 or " " not in before:
            return found, self.find(connection, "words", [row], window=window, limit=limit)
        if not found:
            return [], ()
        # Of three and more, the last of which is being typed still, those before it, among what holds all: two dozen
        # rows of common words took up to 150 ms.
        among = found[-1], found[0]
        near = self.find(connection, "words", [[before]], window=among, limit=BETWEEN)
        return found, set(near).intersection(found)

    @staticmethod
    def _query(wanted: Wanted) -> str:
        return " AND ".join("(" + " OR ".join(f'"{words}"' for words in any_of) + ")" for any_of in wanted)

    def tidy(self, connection: Connection) -> None:
        """Nothing: segments are merged as they come."""


class PostgresIndex:
    """One table: `words` is the text without diacritics, in which words side by side are looked for; `keys` are the
    words with diacritics, those of the title behind "=", and the season of the article behind "#". One GIN index over
    both. What is stored as tsvector takes thrice the space, and an index for each column thrice the time.

    The index gives what holds the words in no order, so that of a word which every article holds all would be fetched
    to find the newest. Hence seasons: the newest are asked first, and more only where they do not give enough.
    """

    _INDEXED = "array_to_tsvector(string_to_array(keys || words, ' '))"

    def create(self, connection: Connection) -> None:
        # The keys stand apart from the rows, which thousands are fetched of: only the index reads them.
        connection.exec_driver_sql(
            "CREATE TABLE search_words (number bigint PRIMARY KEY REFERENCES shelf (number) ON DELETE CASCADE,"
            " words text NOT NULL, keys text NOT NULL) WITH (toast_tuple_target = 128)"
        )
        # Of 2,000 texts in which words side by side are looked for each was fetched apart: 30 ms, beside the number 10.
        connection.exec_driver_sql("ALTER TABLE search_words ALTER COLUMN words SET STORAGE MAIN")
        packing = "SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression'"
        if "lz4" in (connection.exec_driver_sql(packing).scalar() or ()):  # half the time of pglz, as much space
            for column in ("words", "keys"):
                connection.exec_driver_sql(f"ALTER TABLE search_words ALTER COLUMN {column} SET COMPRESSION lz4")
        connection.exec_driver_sql(f"CREATE INDEX ix_search_words ON search_words USING gin (({self._INDEXED}))")

    def drop(self, connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE search_words")

    def add(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        if not rows:
            return
        with connection.connection.cursor().copy("COPY search_words (number, words, keys) FROM STDIN") as copy:
            for row in rows:
                title = "".join(f" ={word}" for word in row.title.split())
                exact = " ".join(("", *dict.fromkeys(filterfalse(str.isascii, row.exact.split()))))
                words = " ".join(("", *row.words.split()))
                copy.write_row((row.number, words, f"#{_season(row.number)}{title}{exact}"))

    def remove(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        numbers = [row.number for row in rows]
        connection.exec_driver_sql("DELETE FROM search_words WHERE number = ANY(%s)", (numbers,))

    def find(
        self,
        connection: Connection,
        column: Column,
        wanted: Wanted,
        *,
        window: tuple[int, int],
        limit: int,
    ) -> list[int]:
        holds, rows = self._query("=" if column == "title" else "", wanted)
        found = self._newest(connection, holds, window, _WALKED if rows else limit)
        if not rows:
            return found
        return self._side_by_side(connection, "keys" if column == "title" else "words", found, rows, limit)

    def held(
        self, connection: Connection, wanted: Wanted, row: Sequence[str], *, window: tuple[int, int], limit: int
    ) -> tuple[list[int], Collection[int]]:
        holds, rows = self._query("", wanted)
        if rows:
            found = self.find(connection, "words", wanted, window=window, limit=limit)
            near = found
        else:
            near = self._newest(connection, holds, window, max(limit, _GLANCED))
            found = near[:limit]
        return found, self._side_by_side(connection, "words", near, self._query("", [row])[1], len(near))

    def _newest(self, connection: Connection, holds: str, window: tuple[int, int], most: int) -> list[int]:
        """The newest so many of which this query is true."""
        low, high = window
        # The planner knows nothing of the words and takes a walk through all texts for cheap.
        newest = connection.exec_driver_sql(
            "SELECT (SELECT number FROM search_words WHERE number <= %s ORDER BY number DESC LIMIT 1),"
            " set_config('enable_seqscan', 'off', true)",
            (high,),
        ).scalar()
        if newest is None:
            return []
        # "+ 0": else the planner walks through the numbers and looks into each text.
        statement = (
            f"SELECT number FROM search_words WHERE {self._INDEXED} @@ %s::tsquery"
            " AND number + 0 BETWEEN %s AND %s ORDER BY number + 0 DESC LIMIT %s"
        )
        last, first = _season(newest), _season(low)
        found: list[int] = []
        seasons = _FEW
        while len(found) < most and last >= first:
            near = ""
            # To look for the few days of a window in all years took 40 to 100 ms of a million records.
            if seasons <= _MANY or last - first < _MANY:
                near = "|".join(f"'#{season}'" for season in range(max(first, last - seasons + 1), last + 1))
            query = f"({near}) & {holds}" if near else holds
            rows = connection.exec_driver_sql(statement, (query, low, high, most - len(found))).fetchall()
            found += (row[0] for row in rows)
            if not near:
                break
            last -= seasons
            high = min(high, ((last + 1) * _SEASON << DAY_BITS) - 1)
            # As many more as there should be enough in, by what was found; where hardly anything was, all.
            seasons = (most - len(found)) * seasons * 5 // (4 * len(rows)) + 1 if rows else _MANY + 1
        return found

    @staticmethod
    def _side_by_side(connection: Connection, held: str, numbers: list[int], rows: list[str], limit: int) -> list[int]:
        """Those of the texts in which each of these rows of words stands, the newest so many."""
        stands = " AND ".join(f"strpos({held} || ' ', %s) > 0" for _ in rows)
        # "OFFSET 0": so that texts are looked into from the newest on, and no more of them than needed.
        found = connection.exec_driver_sql(
            f"SELECT number FROM (SELECT number, {held} FROM search_words WHERE number = ANY (%s)"
            f" ORDER BY number DESC OFFSET 0) AS near WHERE {stands} LIMIT %s",
            (numbers, *rows, limit),
        )
        return [row[0] for row in found]

    def tidy(self, connection: Connection) -> None:
        """Works off the list of what was added and is not in the index itself, through which each question goes."""
        connection.exec_driver_sql("SELECT gin_clean_pending_list('ix_search_words'::regclass)")

    @staticmethod
    def _query(mark: str, wanted: Wanted) -> tuple[str, list[str]]:
        """As a tsquery: all of the words, wherever they stand. Beside it the rows of words that must stand side by
        side; the first of several alternatives, which is what the others begin with, stands for them."""
        all_of: list[str] = []
        rows: list[str] = []
        for any_of in wanted:
            # Alternatives differ in their last word: the others are asked for once, which takes half the time.
            *before, _ = any_of[0].split()
            last = " | ".join(f"'{mark}{words.split()[-1]}'" for words in any_of)
            all_of += (f"'{mark}{word}'" for word in before)
            all_of.append(f"({last})")
            if any(" " in words for words in any_of):
                row = "".join(f" {mark}{word}" for word in any_of[0].split())
                rows.append(row if len(any_of) > 1 else f"{row} ")
        return " & ".join(all_of), rows


_AT_ONCE = 32 << 20
"""Bytes of words that SQLite gathers before it writes them."""
_SEASON = 91
"""Days: 2,500 articles where there are 10,000 a year."""
_FEW, _MANY = 2, 24
"""So many of the newest seasons are asked at first, and of more than so many none by name."""


def _season(number: int) -> int:
    return (number >> DAY_BITS) // _SEASON
