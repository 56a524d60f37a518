"""Articles on the shelf: numbered by day, and known to the full text index by that number.

A number is the day of the article and a count within the day. The day is the one from which it counts as known (its
publication, or what its content proves); articles of which nothing is dated stand before the first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Day
from typing import Any

from sqlalchemy import Connection, delete, func, select

from banggiao import edtf
from banggiao.register.database import Database
from banggiao.register.folding import index_words
from banggiao.register.schema import article, shelf
from banggiao.register.text_index import DAY_BITS, Indexed, TextIndex

_CHUNK = 500
EVERYTHING = (0, 2**62)


def window(known_by: Day | None) -> tuple[int, int]:
    """The numbers of what counts as known by a day."""
    return (1 << DAY_BITS, ((known_by.toordinal() + 1) << DAY_BITS) - 1) if known_by else EVERYTHING


def put(connection: Connection, index: TextIndex, rows: Sequence[dict[str, Any]]) -> None:
    """Numbers articles (rows of the table) that are not on the shelf, and has them indexed. `indexable` of a row, where
    it is given: its text as the index takes it."""
    days: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        days.setdefault(_day(row["published"] or row["not_before"]), []).append(row)
    indexed: list[Indexed] = []
    placed: list[dict[str, Any]] = []
    free = _free(connection, {day: len(of_day) for day, of_day in days.items()})
    for day, of_day in sorted(days.items()):
        number = free[day]
        for row in sorted(of_day, key=lambda row: str(row["key"])):
            placed.append({"number": number, "article": row["key"]})
            words = row.get("indexable") or index_words(row["text"])
            indexed.append(Indexed(number, index_words(row["title"]).words, words.words, words.exact))
            number += 1
    if placed:
        Database.load(connection, shelf, placed)
        index.add(connection, sorted(indexed, key=lambda one: one.number))


def take(connection: Connection, index: TextIndex, keys: Sequence[str]) -> None:
    """Takes articles off the shelf and out of the index. They must still be in their table."""
    for at in range(0, len(keys), _CHUNK):
        some = keys[at : at + _CHUNK]
        rows = connection.execute(
            select(shelf.c.number, article.c.title, article.c.text)
            .join_from(shelf, article)
            .where(article.c.key.in_(some))
        )
        index.remove(connection, [_indexed(*row) for row in rows])
        connection.execute(delete(shelf).where(shelf.c.article.in_(some)))


def put_all(connection: Connection, index: TextIndex) -> None:
    """Numbers and indexes every article that is kept; the shelf and the index must be empty."""
    keys = connection.scalars(select(article.c.key).order_by(article.c.published, article.c.key)).all()
    for at in range(0, len(keys), _CHUNK):
        wanted = [article.c[name] for name in ("key", "title", "text", "published", "not_before")]
        rows = connection.execute(select(*wanted).where(article.c.key.in_(keys[at : at + _CHUNK])))
        put(connection, index, [row._asdict() for row in rows])


def index_all(connection: Connection, index: TextIndex) -> None:
    """Indexes every article on the shelf; the index must be empty."""
    numbers = connection.scalars(select(shelf.c.number).order_by(shelf.c.number)).all()
    for at in range(0, len(numbers), _CHUNK):
        rows = connection.execute(
            select(shelf.c.number, article.c.title, article.c.text)
            .join_from(shelf, article)
            .where(shelf.c.number.in_(numbers[at : at + _CHUNK]))
            .order_by(shelf.c.number)
        )
        index.add(connection, [_indexed(*row) for row in rows])


def _indexed(number: int, title: str, text: str) -> Indexed:
    words = index_words(text)
    return Indexed(number, index_words(title).words, words.words, words.exact)


def articles_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Number → key of the article."""
    rows = connection.execute(select(shelf.c.number, shelf.c.article).where(shelf.c.number.in_(list(numbers))))
    return {row.number: row.article for row in rows}


def _day(date: str | None) -> int:
    bounds = edtf.bounds(date) if date else None
    return bounds[1].toordinal() if bounds else 0


def _free(connection: Connection, counts: Mapping[int, int]) -> dict[int, int]:
    """Day → the first number that is free for so many articles of it."""
    days = sorted(counts)
    out: dict[int, int] = {}
    full: list[int] = []
    last = Database.last_numbers(connection, [(day << DAY_BITS, (day + 1) << DAY_BITS) for day in days])
    for day, taken in zip(days, last, strict=True):
        number = day << DAY_BITS if taken is None else taken + 1
        if number + counts[day] <= (day + 1) << DAY_BITS:
            out[day] = number
        else:
            full.append(day)
    for day in full:
        newest = connection.scalar(select(func.max(shelf.c.number))) or 0
        out[day] = 1 + max(newest, *(number + counts[other] - 1 for other, number in out.items()), 0)
    return out
