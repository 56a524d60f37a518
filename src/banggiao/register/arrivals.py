"""When articles came into the register, and which facts came with them: what is new to somebody who has looked before.

A third clock beside valid time and report time: an article of last week that is added today is new today. A moment is
a number of milliseconds since 1970 (UTC), the same for all articles of one transaction, and later than that of every
transaction before: whoever remembers the latest moment that he has seen (`last_arrival`) misses nothing of what a
longer run adds meanwhile, whatever the clock of the machine does.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, update

from banggiao.register.api import Arrived
from banggiao.register.database import Database
from banggiao.register.schema import article, fact, mention

_LOOKED = 1_000
"""In so many articles that came new facts are looked for: 5,000 facts, 40 ms."""


class Arrivals:
    """The part of the register that knows when articles came. See `banggiao.register.api.Register`."""

    _database: Database

    def _settled(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def last_arrival(self) -> int:
        with self._database.reading() as connection:
            return last(connection)

    def arrived(self, after: int, limit: int) -> Arrived:
        with self._settled() as connection:
            came = select(func.count()).select_from(article).where(article.c.added > after)
            articles: int = connection.scalar(came) or 0
            found = connection.execute(_newest(after).limit(limit)).all() if articles else []
        facts: int = found[0].facts if found else 0
        return Arrived([row.id for row in found], facts, articles, articles > _LOOKED)

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
    return dict(Database.ask_for(connection, "SELECT key, added FROM article WHERE key IN ({})", list(keys)))


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


def _newest(after: int) -> Select[Any]:
    """The same by the day of the newest report of each, with how many there are."""
    found = select(fact.c.id, func.count().over().label("facts")).where(fact.c.id.in_(_new(after)))
    return found.order_by(fact.c.last_reported.desc().nulls_last(), fact.c.id)
