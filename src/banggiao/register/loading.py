"""Facts from their rows: whole or as of a day, with all of their reports or with the first and the newest few.

A fact whose reports are all known by a day is on that day what it is (`fact.last_known`): its row is the answer. Only
one that was reported before and after the day is merged from the reports known by then; that takes their records, not
their texts. Texts are read for the reports that are given, and each once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date as Day
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from banggiao.model import Record
from banggiao.register.api import ArticleRef, Cut, Fact, Head, Mention
from banggiao.register.database import Database
from banggiao.register.deciding import load_decisions
from banggiao.register.decisions import corrected, ruling_from
from banggiao.register.facts import Item, merge
from banggiao.register.intake import ref_columns
from banggiao.register.naming import told
from banggiao.register.packing import TEXTS
from banggiao.register.pairing import counts_on_a_day
from banggiao.register.person_names import Told
from banggiao.register.recorded import record_from
from banggiao.register.spoken import spoken_from

_FIRST = 3
"""Of the reports of a fact that are not given in full, so many are the first; the others are the newest."""
_REF = ref_columns()


@dataclass(slots=True, frozen=True)
class Wanted:
    """Which reports of facts are given. known_by: only those known by a day. reports: at most so many, the first
    `_FIRST` and the newest; None: all. words: with what they quote. on_a_day: only those that count for a question
    about a day."""

    known_by: Day | None = None
    reports: int | None = None
    words: bool = True
    on_a_day: bool = False


def facts_from(connection: Connection, ids: Collection[str], wanted: Wanted) -> list[Fact]:
    """The facts of these ids, in no order; those without a report that counts are left out."""
    return with_reports(connection, heads_from(connection, ids, wanted.known_by).values(), wanted)


def with_reports(connection: Connection, heads: Iterable[Head], wanted: Wanted) -> list[Fact]:
    """The same of facts as they were known by the day, without asking for these again."""
    day, most = wanted.known_by, wanted.reports
    by_id = {head.id: head for head in heads}
    many = [id for id, head in by_id.items() if most is not None and head.reports > most]
    few = sorted(by_id.keys() - set(many))
    mentions = _mentions(connection, few, day)
    if many and most is not None:
        mentions += _ends(connection, many, day, most)
    by_fact, ruled = _made(connection, mentions, wanted)
    if lost := [id for id in many if id not in by_fact]:
        more, more_ruled = _made(connection, _mentions(connection, lost, day), wanted)
        by_fact, ruled = by_fact | more, ruled | more_ruled
    ruled |= _rulings(connection, many, day)
    decided = {d.id: d for d in load_decisions(connection, sorted({id for found in ruled.values() for id in found}))}
    out = []
    for id, head in by_id.items():
        if id not in by_fact:
            continue
        given = sorted(by_fact[id], key=lambda m: (m.reported or "9999", m.article.key, m.index))
        cut = None
        if most is not None and head.reports > most:
            if len(given) > most:
                first = min(_FIRST, most - 1)
                given = given[:first] + given[first - most :]
            cut = Cut(head.reports, head.voices, head.first_reported, head.last_reported)
        rulings = ruled.get(id, set())
        decisions = [one for one_id, one in decided.items() if one_id in rulings]
        out.append(Fact(id, head.record, given, head.key, decisions, cut))
    return out


def heads_from(connection: Connection, ids: Collection[str], known_by: Day | None) -> dict[str, Head]:
    """The facts of these ids without their reports, as they were known by a day."""
    out: dict[str, Head] = {}
    partial: list[str] = []
    for row in _rows(connection, ids):
        if known_by is None or row.last_known <= known_by.toordinal():
            out[row.id] = row.head()
        elif row.first_known <= known_by.toordinal():
            partial.append(row.id)
    if partial and known_by is not None:
        out |= _as_known(connection, partial, known_by, told(connection))
    return out


class _Row(NamedTuple):
    """A row of `fact`."""

    id: str
    kind: str
    key: str
    record: str
    first_reported: str | None
    last_reported: str | None
    reports: int
    voices: int
    first_known: int
    last_known: int

    def head(self) -> Head:
        return head_from(self)


def _rows(connection: Connection, ids: Collection[str]) -> Iterator[_Row]:
    wanted = f"SELECT {', '.join(_Row._fields)} FROM fact WHERE id IN ({{}})"
    return (_Row(*row) for row in Database.ask_for(connection, wanted, sorted(set(ids))))


def head_from(row: Any) -> Head:
    """A fact's row as a head."""
    record = record_from(row.record)
    return Head(row.id, row.kind, row.key, record, row.first_reported, row.last_reported, row.reports, row.voices)


_REMEMBERED = 2_000
_THEN: WeakKeyDictionary[Engine, OrderedDict[tuple[int, Day, str], Head]] = WeakKeyDictionary()
"""By database: facts as of a day, by the register's state, the day and their id. A page asks for the same ones to
choose by, to show, and to hold against each other."""


def _as_known(connection: Connection, ids: Sequence[str], known_by: Day, said: Told) -> dict[str, Head]:
    """Facts as the reports known by a day give them: what was known then, not what later reports made of it. A decision
    counts on every day: what was misread was never reported."""
    kept = _THEN.setdefault(connection.engine, OrderedDict())
    state = Database.state(connection)
    found = {id: then for id in ids if (then := kept.get((state, known_by, id)))}
    made = _merged(connection, [id for id in ids if id not in found], known_by, said)
    for id, then in made.items():
        kept[state, known_by, id] = then
    while len(kept) > _REMEMBERED:
        with suppress(KeyError):  # another thread may have been there
            kept.popitem(last=False)
    return found | made


def _merged(connection: Connection, ids: Sequence[str], known_by: Day, said: Told) -> dict[str, Head]:
    items: dict[str, list[Item]] = {}
    keys = {row.id: row.key for row in _rows(connection, ids)}
    wanted = (
        "SELECT m.fact, m.article, m.idx, m.record, m.decided, a.published, a.voice FROM mention m"
        " JOIN article a ON a.key = m.article WHERE m.fact IN ({}) AND m.known <= ?"
    )
    rows = Database.ask_for(connection, wanted, ids, (known_by.isoformat(),))
    for id, key, index, text, decided, published, voice in rows:
        record = record_from(text)
        ruling, link = ruling_from(decided) if decided is not None else (None, "")
        slots = {slot: value for slot, (_, value) in ruling.slots.items()} if ruling else {}
        reported = None if record.story else published
        items.setdefault(id, []).append(Item(key, index, reported, voice, corrected(record, slots), ruling, link))
    out = {}
    for id, of_it in items.items():
        of_it.sort(key=lambda item: item.order)
        record = merge(of_it, said)
        days = [item.published for item in of_it if item.published]
        first, last, voices = min(days, default=None), max(days, default=None), len({item.voice for item in of_it})
        out[id] = Head(id, record.kind, keys[id], record, first, last, len(of_it), voices)
    return out


class _Told(NamedTuple):
    """A row of `mention`."""

    article: str
    idx: int
    fact: str
    known: str | None
    record: str
    decided: str | None


_MENTIONS = f"SELECT {', '.join('m.' + name for name in _Told._fields)} FROM mention m"


def _mentions(connection: Connection, ids: Sequence[str], known_by: Day | None) -> list[_Told]:
    """The reports of facts known by a day."""
    wanted = f"{_MENTIONS} WHERE m.fact IN ({{}})"
    if known_by is None:
        return [_Told(*row) for row in Database.ask_for(connection, wanted, ids)]
    return [
        _Told(*row) for row in Database.ask_for(connection, f"{wanted} AND m.known <= ?", ids, (known_by.isoformat(),))
    ]


def _ends(connection: Connection, ids: Sequence[str], known_by: Day | None, count: int) -> list[_Told]:
    """The first and the newest reports of facts, and others of the same days: a few steps in an index each, however
    many reports there are."""
    known = "SELECT known FROM mention WHERE fact = f.id AND known <= ? ORDER BY known"
    # Two steps joined: of "<= low OR >= high" PostgreSQL makes a walk through all reports (60 ms of a heavy brief).
    columns = ", ".join("m." + name for name in _Told._fields)
    near = f"SELECT {columns} FROM f JOIN mention m ON m.fact = f.id AND m.known <= ? AND"
    wanted = (
        f"WITH f AS (SELECT f.id, ({known} LIMIT 1 OFFSET {_FIRST - 1}) AS low,"
        f" ({known} DESC LIMIT 1 OFFSET {max(0, count - _FIRST - 1)}) AS high FROM fact f WHERE f.id IN ({{}}))"
        f" {near} m.known <= f.low UNION ALL {near} m.known >= f.high AND m.known > f.low"
    )
    day = "9999-12-31" if known_by is None else known_by.isoformat()
    return [_Told(*row) for row in Database.ask_for(connection, wanted, ids, (day, day), before=(day, day))]


def _made(
    connection: Connection, rows: Sequence[_Told], wanted: Wanted
) -> tuple[dict[str, list[Mention]], dict[str, set[str]]]:
    """Mentions by fact, and the ids of the decisions on them."""
    records = [record_from(row.record) for row in rows]
    rulings = [ruling_from(row.decided)[0] if row.decided is not None else None for row in rows]
    fixed = {row.fact for row, ruling in zip(rows, rulings, strict=True) if ruling and "date" in ruling.slots}
    kept: list[tuple[_Told, Record]] = []
    ruled: dict[str, set[str]] = {}
    for row, record, ruling in zip(rows, records, rulings, strict=True):
        if ruling:
            ruled.setdefault(row.fact, set()).update(ruling.ids)
        if not wanted.on_a_day or row.fact in fixed or counts_on_a_day(record):
            kept.append((row, record))
    articles = _articles(connection, {row.article for row, _ in kept}, words=wanted.words)
    by_fact: dict[str, list[Mention]] = {}
    for row, record in kept:
        ref, pairs, text = articles[row.article]
        quotes = [(start, end, text[start:end]) for start, end in record.evidence] if wanted.words else []
        about = pairs.get(record.story, frozenset())
        by_fact.setdefault(row.fact, []).append(Mention(ref, row.idx, record, quotes, about, row.known))
    return by_fact, ruled


_Source = tuple[ArticleRef, Mapping[int, frozenset[frozenset[str]]], str]


def _articles(connection: Connection, keys: Collection[str], *, words: bool) -> dict[str, _Source]:
    columns = [*_REF, "pairs", "text"] if words else _REF
    wanted = f"SELECT {', '.join(columns)} FROM article WHERE key IN ({{}})"
    out: dict[str, _Source] = {}
    for row in Database.ask_for(connection, wanted, sorted(keys)):
        ref = ArticleRef(*row[: len(_REF)])
        out[ref.key] = (ref, spoken_from(row[-2]).stories, TEXTS.unpacked(row[-1])) if words else (ref, {}, "")
    return out


def _rulings(connection: Connection, ids: Sequence[str], known_by: Day | None) -> dict[str, set[str]]:
    """The decisions at work on facts whose reports are not all given."""
    if not ids or not Database.ask(connection, "SELECT decision FROM anchor LIMIT 1"):
        return {}
    wanted = "SELECT fact, decided FROM mention WHERE fact IN ({}) AND decided IS NOT NULL"
    if known_by is not None:
        wanted += " AND known <= ?"
    out: dict[str, set[str]] = {}
    day = (known_by.isoformat(),) if known_by is not None else ()
    for id, decided in Database.ask_for(connection, wanted, ids, day):
        ruling = ruling_from(decided)[0]
        out.setdefault(id, set()).update(ruling.ids if ruling else ())
    return out
