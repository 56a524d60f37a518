"""The full text index in each database: which texts hold these words, newest first.

An article is known to the index by a number that rises with its day (`shelf.number`), so that "newest first" is the
order in which an index is walked anyway and a question for a few hits never looks at all of them. There are three
columns: `title` and `words` are searched without diacritics, `exact` with them.

`text_index_sqlite.py` and `text_index_postgres.py` are the index in each database.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple, Protocol

from sqlalchemy import Connection

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


class Indexed(NamedTuple):
    """An article for the index, by `folding.index_words`."""

    number: int
    title: str
    words: str
    exact: str


class Holding(NamedTuple):
    """The numbers of the newest texts that hold what is asked for, highest first. words: those that hold the words in
    any order; beside: those of them (of more than are given, where that costs little) that hold them as one row;
    title: whose titles hold them; exact: that hold some words as they are spelt."""

    words: list[int]
    beside: Collection[int]
    title: list[int]
    exact: list[int]


class TextIndex(Protocol):
    sure: bool
    """Whether texts that are given surely hold words side by side that were asked for; who shows one looks."""

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
        """The same for all that a search asks at once. row: the words as a row, by its alternatives; spelt: words with
        their diacritics; nothing is found where one is not given."""
