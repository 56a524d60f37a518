"""Facts without their reports: what a list needs to choose which of them to show, however many there are.

A head is one row. The reports of a fact come with the texts that they quote; a page loads them for the facts that it
shows (`facts_of`). See `banggiao.register.api.Register`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date as Day
from typing import Any, get_args

from sqlalchemy import Connection, Select, func, select

from banggiao import edtf
from banggiao.register.api import ArticleRef, Fact, Head, HeadOrder, Kind
from banggiao.register.chosen import chosen
from banggiao.register.conflicts import differing, may_differ
from banggiao.register.database import Database
from banggiao.register.intake import ref_columns, ref_from
from banggiao.register.loading import Wanted, facts_from, head_from, heads_from, with_reports
from banggiao.register.packing import RECORDS
from banggiao.register.pairing import KINDS, NEVER
from banggiao.register.placing import date_of, fact_order
from banggiao.register.queries import of_names
from banggiao.register.schema import article, fact, fact_party, mention

_CHUNK = 400
_NEWEST = 60
"""In so many of the newest articles new facts are looked for."""


class Heads:
    """The part of the register that answers with heads."""

    _database: Database

    def _settled(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def heads(
        self,
        *,
        parties: Iterable[str] = (),
        kinds: Iterable[Kind] = (),
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        order: HeadOrder = "date",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Head]:
        """Heads of facts whose parties hold all those named, of these kinds, whose date may fall in the window."""
        order_by = (
            (fact.c.latest.desc().nulls_last(), fact.c.id)
            if order == "date"
            else (fact.c.last_reported.desc().nulls_last(), fact.c.id)
        )
        codes, of_kinds = sorted(set(parties)), sorted(set(kinds))
        if order == "date" and len(codes) == len(of_kinds) == 1:
            wanted = _in_turn(codes[0], of_kinds[0], since)
            return self._heads(_within(wanted, None, until, known_by).limit(limit).offset(offset))
        if order == "date" and not codes and len(of_kinds) != 1 and limit is not None:
            # One kind is a walk of an index; all together would be sorted.
            days: dict[str, Any] = {"since": since, "until": until, "known_by": known_by}
            each = [self.heads(kinds=(kind,), **days, limit=offset + limit) for kind in of_kinds or get_args(Kind)]
            newest = sorted((head for some in each for head in some), key=lambda head: head.id)
            newest.sort(key=_latest, reverse=True)
            return newest[offset : offset + limit]
        wanted = _chosen(parties, kinds, since, until, known_by).order_by(*order_by).limit(limit).offset(offset)
        return self._heads(wanted)

    def heads_known(
        self, *, parties: Iterable[str] = (), kinds: Iterable[Kind] = (), known_by: Day | None = None
    ) -> list[Head]:
        with self._settled() as connection:
            ids = set(connection.scalars(chosen(select(fact.c.id), parties, kinds)))
            found = heads_from(connection, ids, known_by)
        return [found[id] for id in sorted(found)]

    def meetings_by_year(self, party: str, *, known_by: Day | None = None) -> dict[str, int]:
        day = NEVER if known_by is None else known_by.toordinal()
        wanted = (
            "SELECT earliest, first_reported, record FROM fact_party p JOIN fact f ON f.id = p.fact"
            " WHERE p.party = ? AND p.kind = ? AND first_known <= ?"
        )
        with self._settled() as connection:
            found = _by_year(Database.ask(connection, wanted, (party, KINDS.index("meeting"), day)))
        return {year: found[year] for year in sorted(filter(None, found)) if year != "0001"}

    def count_facts(
        self,
        *,
        parties: Iterable[str] = (),
        kinds: Iterable[Kind] = (),
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
    ) -> int:
        """How many facts `heads` would give without a limit."""
        chosen = _chosen(parties, kinds, since, until, known_by).subquery()
        with self._settled() as connection:
            return connection.scalar(select(func.count()).select_from(chosen)) or 0

    def heads_of_names(self, names: Iterable[str]) -> list[Head]:
        ids = of_names(names)
        return [] if ids is None else self._heads(_columns().where(fact.c.id.in_(ids)))

    def facts_of(
        self,
        ids: Sequence[str],
        *,
        known_by: Day | None = None,
        reports: int | None = None,
        on_a_day: bool = False,
    ) -> list[Fact]:
        with self._settled() as connection:
            wanted = Wanted(known_by, reports, on_a_day=on_a_day)
            found = {one.id: one for one in facts_from(connection, ids, wanted)}
        return [found[id] for id in ids if id in found]

    def reported(
        self,
        heads: Sequence[Head],
        *,
        known_by: Day | None = None,
        reports: int | None = None,
        on_a_day: bool = False,
    ) -> list[Fact]:
        with self._database.reading() as connection:
            return with_reports(connection, heads, Wanted(known_by, reports, on_a_day=on_a_day))

    def newest(self, limit: int) -> list[str]:
        articles = (
            select(article.c.key, article.c.published)
            .where(article.c.published.is_not(None), article.c.records > 0)
            .order_by(article.c.published.desc())
            .limit(_NEWEST)
            .subquery()
        )
        found = (
            select(fact.c.id, fact.c.first_reported)
            .join(mention, mention.c.fact == fact.c.id)
            .join(articles, articles.c.key == mention.c.article)
            .where(fact.c.first_reported == articles.c.published)
            .distinct()
            .order_by(fact.c.first_reported.desc(), fact.c.id)
            .limit(limit)
        )
        with self._settled() as connection:
            return [row.id for row in connection.execute(found)]

    def newest_articles(self, limit: int, offset: int = 0) -> list[ArticleRef]:
        columns = [article.c[name] for name in ref_columns()]
        order = (article.c.published.desc().nulls_last(), article.c.id, article.c.key)
        with self._database.reading() as connection:
            rows = connection.execute(select(*columns).order_by(*order).limit(limit).offset(offset))
            return [ref_from(row) for row in rows]

    def state(self) -> int:
        with self._settled() as connection:
            return self._database.state(connection)

    def heads_of(self, ids: Sequence[str], *, kinds: Iterable[Kind] = (), known_by: Day | None = None) -> list[Head]:
        found: dict[str, Head] = {}
        for at in range(0, len(ids), _CHUNK):
            some = _chosen((), kinds, None, None, known_by).where(fact.c.id.in_(ids[at : at + _CHUNK]))
            found |= {head.id: head for head in self._heads(some)}
        return [found[id] for id in ids if id in found]

    def contested(self) -> list[Fact]:
        shared = (
            "SELECT thing, id, record FROM fact WHERE thing IN"
            " (SELECT thing FROM fact WHERE thing IS NOT NULL GROUP BY thing HAVING count(*) > 1)"
        )
        with self._settled() as connection:
            heads = heads_from(connection, may_differ(Database.ask(connection, shared)), None)
            found = facts_from(connection, differing(heads.values()), Wanted(words=False))
        return sorted(found, key=fact_order)

    def facts_by_article(self, keys: Collection[str]) -> dict[str, list[str]]:
        told = "SELECT article, idx, fact FROM mention WHERE article IN ({}) AND fact IS NOT NULL"
        out: dict[str, list[str]] = {}
        with self._settled() as connection:
            for article_key, _, id in sorted(Database.ask_for(connection, told, sorted(set(keys)))):
                out.setdefault(article_key, []).append(id)
        return out

    def facts_by_record(self, key: str) -> dict[int, str]:
        m = mention.c
        with self._settled() as connection:
            rows = connection.execute(select(m.idx, m.fact).where(m.article == key, m.fact.is_not(None)))
            return {row.idx: row.fact for row in rows}

    def _heads(self, wanted: Select[Any]) -> list[Head]:
        with self._settled() as connection:
            return [head_from(row) for row in connection.execute(wanted)]


def _latest(head: Head) -> str:
    """The last day on which a fact may have been so, "" where nobody knows."""
    date = date_of(head.record)
    span = edtf.bounds(date) if date else None
    return span[1].isoformat() if span else ""


def _columns() -> Select[Any]:
    c = fact.c
    return select(c.id, c.kind, c.key, c.record, c.first_reported, c.last_reported, c.reports, c.voices)


def _chosen(
    parties: Iterable[str],
    kinds: Iterable[Kind],
    since: Day | None,
    until: Day | None,
    known_by: Day | None = None,
) -> Select[Any]:
    return _within(chosen(_columns(), parties, kinds), since, until, known_by)


def _in_turn(party: str, kind: Kind, since: Day | None) -> Select[Any]:
    """A party's facts of one kind as a walk of the table that has them in their order."""
    p = fact_party.c
    found = _columns().join(fact_party, p.fact == fact.c.id).where(p.party == party, p.kind == KINDS.index(kind))
    if since is not None:
        found = found.where(p.day >= since.toordinal())
    return found.order_by(p.day.desc(), p.fact)


def _within(found: Select[Any], since: Day | None, until: Day | None, known_by: Day | None) -> Select[Any]:
    if since is not None:
        found = found.where(fact.c.latest >= since.isoformat())
    if until is not None:
        found = found.where(fact.c.earliest <= until.isoformat())
    if known_by is not None:
        found = found.where(fact.c.first_known <= known_by.toordinal())
    return found


_DATED, _CANCELLED = '"date":"', '"phase":"cancelled"'
"""What a meeting's record holds that has a date, and that was called off. To decode it takes longer."""


def _by_year(rows: Iterable[tuple[str | None, str | None, str | bytes]]) -> Counter[str | None]:
    """How many meetings there were in each year. rows: the first day, that of the first report, and the record. What
    has no date of its own counts in the year of its first report; a date of an unknown year in none."""
    found: Counter[str | None] = Counter()
    for earliest, reported, kept in rows:
        record = RECORDS.unpacked(kept)
        if _CANCELLED not in record:
            day = earliest or (None if _DATED in record else reported)
            found[day and day[:4]] += 1
    return found
