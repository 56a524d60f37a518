"""What the register knows between two parties, part by part: an answer about them costs what it shows.

Of facts that a question about a day finds half reported (reported before that day and after it) the place in the order
may have been another then. There are few of them, and those that matter are worked out as they were known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date as Day
from itertools import groupby, islice
from typing import NamedTuple

from sqlalchemy import Connection

from banggiao.model import Instrument
from banggiao.register import conflicts
from banggiao.register.api import Fact, Head, OfPair, Walk
from banggiao.register.database import Database
from banggiao.register.facts import block_of_end
from banggiao.register.loading import Wanted, heads_from, with_reports
from banggiao.register.names import Instruments
from banggiao.register.pairing import NEVER, ROLE, Part, crowd, name_of
from banggiao.register.placing import lies_ahead

_DATED = (Part.held, Part.planned)
_BOTH = (Part.status, *_DATED, Part.instrument, Part.target, Part.figure, Part.said_together)
_POSTS = (Part.office_first, Part.office_second)
_ALL = 1 << 62
_NEAR = 400
"""Days: what was planned or held so near the day of a question may have stood elsewhere in the order by then."""


class _Row(NamedTuple):
    part: int
    rank: int
    fact: str


@dataclass(slots=True, frozen=True)
class _Asked:
    """Two parties on a day. rows: the conditions for their own rows and, where both are in crowds, for those that they
    share there, each with its parameters. day: the last on which a report may be known."""

    a: str
    b: str
    as_of: int
    day: int | None
    rows: list[tuple[str, tuple[str, ...]]]


class Between:
    """The part of the register that answers about two parties."""

    _database: Database

    def _settled(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _names(self) -> Instruments:
        raise NotImplementedError

    def of_pair(self, a: str, b: str, walks: Sequence[Walk], *, as_of: Day, known_by: Day | None = None) -> OfPair:
        with self._settled() as connection:
            asked = _asked(connection, a, b, as_of, known_by)
            counts = _counts(connection, asked, walks)
            found = {row.fact: row for row in _walk(connection, asked, walks)}
            if known_by is not None:
                for row in _half_reported(connection, asked, walks, known_by):
                    found.setdefault(row.fact, row)
            heads = heads_from(connection, found, known_by)
            articles = _articles(connection, asked)
        order = sorted(found, key=lambda one: (-found[one].rank, one))
        shown = [heads[id] for id in order if id in heads and _belongs(heads[id], found[id].part, asked, as_of)]
        return OfPair(shown, counts, articles)

    def ends(self, heads: Iterable[Head], parties: Collection[str], *, known_by: Day | None = None) -> list[Head]:
        given = {head.id: head.record for head in heads}
        papers = (record for record in given.values() if isinstance(record, Instrument))
        blocks = sorted({block_of_end(paper, self._names) for paper in papers} - {""})
        day = NEVER if known_by is None else known_by.toordinal()
        with self._settled() as connection:
            of_them = "SELECT id FROM fact WHERE block IN ({}) AND first_known <= ?"
            ids = {row[0] for row in Database.ask_for(connection, of_them, blocks, (day,))} - given.keys()
            found = heads_from(connection, sorted(ids), known_by)
        return [head for _, head in sorted(found.items()) if not set(parties).isdisjoint(head.record.parties)]

    def known_since(self, a: str, b: str) -> Day | None:
        with self._settled() as connection:
            first = "SELECT min(known) FROM article_pair WHERE pair = ? AND known < ?"
            ((day,),) = Database.ask(connection, first, (name_of(a, b), NEVER))
        return Day.fromordinal(day) if day is not None else None

    def facts_of_pair(self, a: str, b: str, *, known_by: Day | None = None) -> list[Fact]:
        walks = [Walk(part) for part in Part]
        ids = [head.id for head in self.of_pair(a, b, walks, as_of=Day.max, known_by=known_by).heads]
        return self._in_order(ids, known_by)

    def _in_order(self, ids: Collection[str], known_by: Day | None) -> list[Fact]:
        raise NotImplementedError

    def rivals(self, heads: Iterable[Head], parties: Collection[str], *, known_by: Day | None = None) -> list[Fact]:
        given = {head.id: head for head in heads}
        numbers = {number for head in given.values() if (number := conflicts.number_of_thing(head)) is not None}
        if not numbers:
            return []
        day = NEVER if known_by is None else known_by.toordinal()
        with self._database.reading() as connection:
            same = "SELECT id FROM fact WHERE thing IN ({}) AND first_known <= ?"
            ids = [row[0] for row in Database.ask_for(connection, same, sorted(numbers), (day,))]
            known = {id: given[id] for id in ids if id in given}
            known |= heads_from(connection, [id for id in ids if id not in given], known_by)
            near = [head for head in known.values() if set(parties) <= set(head.record.parties)]
            wanted = [known[id] for id in conflicts.differing(near)]
            return with_reports(connection, wanted, Wanted(known_by, words=False))


def _asked(connection: Connection, a: str, b: str, as_of: Day, known_by: Day | None) -> _Asked:
    rows: list[tuple[str, tuple[str, ...]]] = [("p.pair = ?", (name_of(a, b),))]
    some = "SELECT 1 FROM fact_pair WHERE pair = ? LIMIT 1"
    if all(Database.ask(connection, some, (crowd(party),)) for party in (a, b)):
        shared = (
            "p.pair = ? AND EXISTS (SELECT 1 FROM fact_pair o WHERE o.pair = ? AND o.part = p.part"
            " AND o.rank = p.rank AND o.fact = p.fact)"
        )
        rows.append((shared, (crowd(a), crowd(b))))
    return _Asked(a, b, as_of.toordinal(), None if known_by is None else known_by.toordinal(), rows)


def _counts(connection: Connection, asked: _Asked, walks: Iterable[Walk]) -> dict[Part, int]:
    """How many facts each part has, of those that a walk may reach."""
    above = min((one.above for one in walks), default=-1)
    out: Counter[Part] = Counter()
    for condition, parameters in asked.rows:
        counted = (
            f"SELECT part, count(*) FROM fact_pair p WHERE {condition} AND since <= ? AND rank >= ? AND first <= ?"
            " GROUP BY part"
        )
        last = NEVER if asked.day is None else asked.day
        for part, count in Database.ask(connection, counted, (*parameters, asked.as_of, above, last)):
            out[Part(part)] += count
    return dict(out)


def _walk(connection: Connection, asked: _Asked, walks: Iterable[Walk]) -> Iterator[_Row]:
    """The first rows of parts whose facts are, by the day, what they are."""
    day = NEVER if asked.day is None else asked.day
    each = [(int(w.part), w.above, w.below, _ALL if w.limit is None else w.limit) for w in walks]
    for condition, parameters in asked.rows:
        wanted = (
            f"SELECT part, rank, fact FROM fact_pair p WHERE {condition} AND since <= ? AND first <= ? AND last <= ?"
            " AND part = {part} AND rank >= {above} AND rank < {below} ORDER BY rank DESC, fact DESC LIMIT {most}"
        )
        values = (*parameters, asked.as_of, day, day)
        rows = Database.ask_each(connection, wanted, values, ("part", "above", "below", "most"), each)
        yield from (_Row(*row) for row in rows)


def _half_reported(connection: Connection, asked: _Asked, walks: Sequence[Walk], known_by: Day) -> list[_Row]:
    """The facts that were reported before the day and after it, as far as they matter to these walks."""
    limits: dict[Part, int | None] = {}
    for one in walks:
        before = limits.get(one.part, 0)
        limits[one.part] = None if one.limit is None or before is None else max(before, one.limit)
    rows: list[_Row] = []
    for condition, parameters in asked.rows:
        wanted = f"SELECT part, rank, fact FROM fact_pair p WHERE {condition} AND first <= ? AND last > ?"
        rows += (_Row(*row) for row in Database.ask(connection, wanted, (*parameters, asked.day, asked.day)))
    return [row for part, limit in limits.items() for row in _that_matter(connection, rows, part, known_by, limit)]


def _that_matter(
    connection: Connection, half: Sequence[_Row], part: Part, known_by: Day, limit: int | None
) -> list[_Row]:
    """Of the half reported facts of a part those that may be among the first `limit`."""
    rows = sorted((row for row in half if row.part == part), key=lambda row: (row.rank, row.fact), reverse=True)
    if part in _DATED:
        near = known_by.toordinal() - _NEAR
        return [row for number, row in enumerate(rows) if number < (limit or 0) or row.rank >= near]
    if limit is None or len(rows) <= limit:
        return rows
    if part not in _POSTS:
        return rows[:limit]
    last = _last_known(connection, [row.fact for row in rows], known_by)
    rows.sort(key=lambda row: (row.rank // ROLE, last.get(row.fact, ""), row.fact), reverse=True)
    of_post = groupby(rows, key=lambda row: row.rank // ROLE)
    return [row for _, some in of_post for row in islice(some, limit)]


def _last_known(connection: Connection, ids: Sequence[str], known_by: Day) -> Mapping[str, str]:
    """The day by which each fact's last report was known, of those known by a day."""
    wanted = "SELECT fact, max(known) FROM mention WHERE fact IN ({}) AND known <= ? GROUP BY fact"
    return {row[0]: row[1] for row in Database.ask_for(connection, wanted, ids, (known_by.isoformat(),))}


def _articles(connection: Connection, asked: _Asked) -> int:
    """How many articles speak of the two together."""
    day = NEVER if asked.day is None else asked.day
    own = "SELECT article FROM article_pair WHERE pair = ? AND known <= ?"
    values: tuple[object, ...] = (name_of(asked.a, asked.b), day)
    if len(asked.rows) > 1:
        own += (
            " UNION SELECT t.article FROM article_pair t JOIN article_pair o"
            " ON o.pair = ? AND o.known = t.known AND o.article = t.article WHERE t.pair = ? AND t.known <= ?"
        )
        values = (*values, crowd(asked.b), crowd(asked.a), day)
    ((count,),) = Database.ask(connection, f"SELECT count(*) FROM ({own}) found", values)
    return int(count)


def _belongs(head: Head, part: int, asked: _Asked, as_of: Day) -> bool:
    """Whether a fact as it was known is told: of an agreement only later reports may name both parties."""
    if lies_ahead(head.record, as_of):
        return False
    return part not in _BOTH or {asked.a, asked.b} <= set(head.record.parties)
