"""When articles came into the register, and which facts came with them: what is new to somebody who has looked before.

A third clock beside valid time and report time: an article of last week that is added today is new today. A moment is
a number of milliseconds since 1970 (UTC), the same for all articles of one transaction, and later than that of every
transaction before: whoever remembers the latest moment that he has seen (`last_arrival`) misses nothing of what a
longer run adds meanwhile, whatever the clock of the machine does.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, update

from banggiao.register.api import Arrived
from banggiao.register.database import Database
from banggiao.register.schema import article, fact, mention

_LOOKED = 1_000
"""In so many articles that came new facts are looked for: 5,000 facts, 40 ms."""
_CHUNK = 400


class Arrivals:
    """The part of the register that knows when articles came. See `banggiao.register.api.Register`."""

    _database: Database

    def _settle(self) -> None:
        raise NotImplementedError

    def last_arrival(self) -> int:
        with self._database.reading() as connection:
            return last(connection)

    def arrived(self, after: int, limit: int) -> Arrived:
        self._settle()
        with self._database.reading() as connection:
            came = select(func.count()).select_from(article).where(article.c.added > after)
            articles: int = connection.scalar(came) or 0
            ids = {id for (id,) in connection.execute(_new(after))} if articles else set()
            newest = select(fact.c.id).order_by(fact.c.last_reported.desc().nulls_last(), fact.c.id)
            found: list[tuple[Any, str]] = []
            wanted = sorted(ids)
            for at in range(0, len(wanted), _CHUNK):
                some = newest.add_columns(fact.c.last_reported).where(fact.c.id.in_(wanted[at : at + _CHUNK]))
                found += ((reported or "", id) for id, reported in connection.execute(some.limit(limit)))
        found.sort(key=lambda one: one[1])
        found.sort(key=lambda one: one[0], reverse=True)
        return Arrived([id for _, id in found[:limit]], len(ids), articles, articles > _LOOKED)

    def restore_arrivals(self, moments: Mapping[str, int]) -> None:
        with self._database.writing() as connection:
            there = update(article).where(article.c.key == bindparam("its_key")).values(added=bindparam("moment"))
            if moments:
                connection.execute(there, [{"its_key": key, "moment": at} for key, at in sorted(moments.items())])


def last(connection: Connection) -> int:
    """The latest moment at which an article came; 0 where none did."""
    return connection.scalar(select(func.max(article.c.added))) or 0


def moment(connection: Connection) -> int:
    """The moment of this transaction, which writes: later than any before."""
    return max(time.time_ns() // 1_000_000, last(connection) + 1)


def of_articles(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """By article that is kept: when it came."""
    wanted = list(keys)
    found: dict[str, int] = {}
    for at in range(0, len(wanted), _CHUNK):
        some = select(article.c.key, article.c.added).where(article.c.key.in_(wanted[at : at + _CHUNK]))
        found |= {row.key: row.added for row in connection.execute(some)}
    return found


def _new(after: int) -> Select[Any]:
    """The facts of the last articles that came since a moment, without those that earlier ones reported."""
    came = (
        select(article.c.key)
        .where(article.c.added > after, article.c.records > 0)
        .order_by(article.c.added.desc(), article.c.key)
        .limit(_LOOKED)
        .subquery()
    )
    theirs = select(mention.c.fact.distinct().label("fact")).join_from(came, mention, mention.c.article == came.c.key)
    found = theirs.where(mention.c.fact.is_not(None)).subquery()
    before = (
        select(mention.c.idx)
        .join_from(mention, article)
        .where(mention.c.fact == found.c.fact, article.c.added <= after)
    )
    return select(found.c.fact).where(~before.exists())
