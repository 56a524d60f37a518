"""What a fact is to two parties: in which part of an answer about them it stands, where in its order, from which day.

A row of `fact_pair` holds just that, so that "the newest dozen of this part, as of a day" and "how many there are" are
walks of one index, however many facts two parties have:

pair: `A|B` in alphabetical order; `A|*` for each party of a fact that has more than `CROWD` of them (what two parties
share of such has a row of each). part: see `Part`. rank: the order of the part, what stands first has the highest.
since: the first day for which it may be told (see `placing.not_before`), 0 for any. first, last: the days from which
the first of its reports is known, and all of them.

Days are numbers (`number`); 0 is no day, `NEVER` a day that no question reaches. A report that no question about a day
counts (a teaser without a year, see `counts_on_a_day`) has no say in `first`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Day
from enum import IntEnum
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

from banggiao import edtf
from banggiao.model import Figure, Instrument, Meeting, Office, Record, Statement, Status, Target
from banggiao.register.facts import Derived, Item
from banggiao.register.placing import ROLES, date_of, goes_on, not_before
from banggiao.register.spoken import Spoken, sides

KINDS = ("status", "meeting", "instrument", "target", "figure", "statement", "office")
CROWD = 10
"""A fact of more parties has no row for each two of them: of 27 there would be 351."""
NEVER = Day(9999, 12, 31).toordinal()
ROLE = 1 << 22
"""More than any of `seen_lately`: posts stand by role first."""
_COUNTED = 127
"""Of more reports of a holder of a post no more are counted."""


class Part(IntEnum):
    """Where a fact stands in an answer about two parties: `said_first`, `office_first` are of the party whose code
    comes first in the alphabet, `said_second`, `office_second` of the other."""

    status = 1
    held = 2
    """Meetings held or cancelled."""
    planned = 3
    instrument = 4
    target = 5
    figure = 6
    said_together = 7
    said_first = 8
    said_second = 9
    office_first = 10
    office_second = 11


_PARTS = {part.name: part.value for part in Part}


@lru_cache(maxsize=65536)
def number(day: str | None) -> int:
    """A day as a number: the last that the date may mean; `NEVER` where there is none."""
    span = edtf.bounds(day) if day else None
    return span[1].toordinal() if span else NEVER


def name_of(a: str, b: str) -> str:
    """Two parties as a row names them."""
    return "|".join(sorted((a, b)))


def row_names(parties: Iterable[str]) -> Sequence[str]:
    """The names of all rows of a fact with these parties."""
    return _row_names(tuple(parties))


@lru_cache(maxsize=16384)
def _row_names(parties: tuple[str, ...]) -> tuple[str, ...]:
    codes = sorted(set(parties))
    if len(codes) > CROWD:
        return tuple(map(crowd, codes))
    return tuple(f"{a}|{b}" for a, b in combinations(codes, 2))


def crowd(party: str) -> str:
    """The name of a party's rows of facts with very many parties."""
    return f"{party}|*"


def counts_on_a_day(record: Record) -> bool:
    """Whether a report counts for a question about a day. What a teaser tells without a known year does not: a page
    saved later may carry teasers of later events, so nobody knows whether it was so by that day."""
    date = getattr(record, "date", None)
    return not (record.story and (date is None or str(date).startswith("X")))


class Times(NamedTuple):
    """When a fact is told. first, last: the days of its first and last report that have one; first_known, last_known:
    the days from which the first of its reports is known, and all of them."""

    first: str | None
    last: str | None
    first_known: int
    last_known: int


def times(items: Sequence[Item]) -> Times:
    if len(items) == 1:
        (one,) = items
        day = number(one.known)
        return Times(one.published or None, one.published or None, day, day)
    reported = [item.published for item in items if item.published]
    known = [number(item.known) for item in items]
    return Times(min(reported, default=None), max(reported, default=None), min(known), max(known))


PairRow = tuple[str, int, int, str, int, int, int]
"""pair, part, rank, fact, since, first, last."""


def rows(found: Derived, told: Times, spoken: Callable[[str], Spoken]) -> list[PairRow]:
    """The rows of a fact. spoken: an article's key → of whom it speaks."""
    record, items, last = found.record, found.items, told.last_known
    day = not_before(record)
    since = day.toordinal() if day else 0
    fixed = any("date" in item.ruling.slots for item in items if item.ruling)

    def first(of: Sequence[Item]) -> int:
        return min([number(i.known) for i in of if fixed or counts_on_a_day(i.record)], default=NEVER)

    rank = rank_of(record, told.first, told.last, len(items))
    if isinstance(record, Office):
        posts = _posts(record.party or "", items, spoken)
        return [(pair, part, rank, found.id, since, first(some), last) for pair, part, some in posts]
    part = _part(record)
    earliest = first(items)
    out = [(pair, part, rank, found.id, since, earliest, last) for pair in row_names(record.parties)]
    if isinstance(record, Statement):
        said = _one_sided(set(record.parties), items, spoken)
        out += [(pair, side, rank, found.id, since, first(some), last) for pair, side, some in said]
    return out


def _part(record: Record) -> int:
    if isinstance(record, Meeting):
        return _PARTS["planned" if record.phase == "planned" else "held"]
    return _PARTS["said_together" if isinstance(record, Statement) else record.kind]


def rank_of(record: Record, first: str | None, last: str | None, reports: int = 1) -> int:
    """Where a fact stands in its part. first, last: the days of its first and last report."""
    match record:
        case Meeting(phase="planned"):
            return _day(record.date, end=True) or _day(last, end=True)
        case Meeting() | Statement():
            return _day(record.date) or _day(last)
        case Status() | Instrument():
            return -1 if goes_on(record) else _day(record.date) or _day(first)
        case Target():
            return _day(record.due)
        case Figure():
            return _day(record.period or last)
        case Office():
            return post_rank(record.role) + seen_lately(last, reports)
    return _day(date_of(record)) or _day(last)


def post_rank(role: str) -> int:
    """The rank at which the holders of a post begin; those of the next higher post do `ROLE` above it."""
    return (len(ROLES) - ROLES.index(role)) * ROLE


def seen_lately(last: str | None, reports: int) -> int:
    """The order of holders of one post: who was named in the latest month, there whom most reports name, so that one
    writer's error does not stand before the holder. Without a dated report last."""
    day = edtf.bounds(last) if last else None
    months = day[1].year * 12 + day[1].month if day else 0
    return months * (_COUNTED + 1) + min(reports, _COUNTED)


def _day(date: str | None, *, end: bool = False) -> int:
    span = edtf.bounds(date) if date else None
    return span[end].toordinal() if span else 0


def _posts(party: str, items: Iterable[Item], spoken: Callable[[str], Spoken]) -> Iterator[tuple[str, int, list[Item]]]:
    """The pairs in whose articles a holder of a post of a party is named. An article that has the party with a crowd
    is about none of its pairs."""
    by_partner: dict[str, list[Item]] = {}
    for item in items:
        partners = spoken(item.article).partners(party)
        if len(partners) <= CROWD:
            for partner in partners:
                by_partner.setdefault(partner, []).append(item)
    for partner, some in sorted(by_partner.items()):
        yield name_of(party, partner), _PARTS["office_first" if party < partner else "office_second"], some


def _one_sided(
    speakers: set[str], items: Iterable[Item], spoken: Callable[[str], Spoken]
) -> Iterator[tuple[str, int, list[Item]]]:
    """The pairs that words of one side concern: said in a story that has the speaker with the other party and with
    nobody else (in a report on five meetings of ASEAN with one partner each, what ASEAN says may be said to any of
    them), or naming the other party."""
    by_pair: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        article = spoken(item.article)
        for speaker, other, alone in sides(article.stories.get(item.record.story, frozenset()), speakers):
            if alone or other in article.named.get(item.number, ()):
                by_pair.setdefault((speaker, other), []).append(item)
    for (speaker, other), some in sorted(by_pair.items()):
        yield name_of(speaker, other), _PARTS["said_first" if speaker < other else "said_second"], some


def pairs_together(key: str, records: Iterable[tuple[Record, str | None]]) -> list[dict[str, Any]]:
    """The rows of `article_pair` for an article. records: what it says, and the day from which that is known."""
    first: dict[str, int] = {}
    for record, known in records:
        if isinstance(record, Office):
            continue
        day = number(known) if counts_on_a_day(record) else NEVER
        for pair in row_names(record.parties):
            first[pair] = min(day, first.get(pair, NEVER))
    return [{"pair": pair, "known": day, "article": key} for pair, day in sorted(first.items())]
