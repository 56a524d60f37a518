"""Facts written to their tables: the dirty blocks, or all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, delete, select

from banggiao import edtf
from banggiao.model import Office, Statement
from banggiao.register import pairing
from banggiao.register.conflicts import number_of_thing
from banggiao.register.database import Database
from banggiao.register.decisions import corrected, ruling_from
from banggiao.register.facts import Derived, Item, derive, folded_names, id_alone, names_of
from banggiao.register.intake import ArticleRows
from banggiao.register.names import Instruments
from banggiao.register.naming import told
from banggiao.register.packing import RECORDS
from banggiao.register.person_names import NOTHING_TOLD
from banggiao.register.placing import date_of
from banggiao.register.recorded import record_from, said_text
from banggiao.register.schema import (
    COMPANIONS,
    dirty,
    fact,
    fact_name,
    fact_pair,
    fact_party,
    name_word,
)
from banggiao.register.spoken import Spoken, spoken_from
from banggiao.register.touched import DERIVED, SINGLE

_KINDS = {kind: place for place, kind in enumerate(pairing.KINDS)}
_SAID = fact.columns.keys().index("record")
_CHUNK = 400  # names at once: below every database's limit of parameters
_BLOCKS = 2_000  # blocks at once


def waits(connection: Connection) -> bool:
    """Whether a block is dirty."""
    return bool(Database.ask(connection, "SELECT block FROM dirty LIMIT 1"))


def settle(
    connection: Connection,
    instruments: Callable[[], Instruments],
    *,
    limit: int = 20_000,
    touched: set[str] | None = None,
) -> int:
    """Derives up to `limit` dirty blocks and cleans them; returns how many there were. touched: takes up what their
    facts, before and after, are part of (see `touched.py`)."""
    blocks = list(connection.scalars(select(dirty.c.block).order_by(dirty.c.block).limit(limit)))
    for at in range(0, len(blocks), _BLOCKS):
        some = blocks[at : at + _BLOCKS]
        _derive_blocks(connection, some[0], some[-1], instruments, touched)
    return len(blocks)


def derive_new(
    connection: Connection,
    rows: Iterable[ArticleRows],
    instruments: Callable[[], Instruments],
) -> set[str]:
    """Derives, from memory, the blocks that came with these articles (as `article_rows` gives them, their mentions not
    written yet) and hold one record each, as most statements' do: they need not be marked and read back. Returns these
    blocks. Sets the fact of all mentions: nine in ten of those of other blocks are found to be right when theirs are
    derived, and need not be written again (in PostgreSQL two fifths of the table were what had been written first)."""
    rows = list(rows)
    count = Counter(one["block"] for _, mentions in rows for one in mentions)
    single = sorted(block for block, records in count.items() if records == 1)
    ours = set(single) - Database.known_blocks(connection, single)
    said = told(connection) if ours else NOTHING_TOLD
    out = _Rows()
    for row, mentions in rows:
        of_article = cache(lambda _key, pairs=row["pairs"]: spoken_from(pairs))
        for one in mentions:
            block, record = one["block"], one["made"]
            published = None if record.story else row["published"]
            item = Item(row["key"], one["idx"], published, row["voice"], record, known=one["known"])
            if block in ours:
                (found,) = derive([item], block, instruments, said)
                out.take(found, block, of_article)
            one["fact"] = found.id if block in ours else id_alone(item, block)
    out.write(connection, {})
    return ours


class _Rows:
    """Facts on the way to their tables: rows in the order of their columns."""

    def __init__(self) -> None:
        self._facts: list[tuple[Any, ...]] = []
        self._parties: list[tuple[str, int, int, str]] = []
        self._pairs: list[pairing.PairRow] = []
        self._names: list[tuple[str, int, int, str, int]] = []

    def take(self, found: Derived, block: str, spoken: Callable[[str], Spoken]) -> None:
        """spoken: an article's key → of whom it speaks."""
        record, id, items = found.record, found.id, found.items
        when = pairing.times(items)
        date = date_of(record)
        earliest, latest = _ends(date) if date else (None, None)
        self._facts.append(
            (
                id,
                record.kind,
                block,
                found.key,
                said_text(record),
                earliest,
                latest,
                when.first,
                when.last,
                len(items),
                1 if len(items) == 1 else len({item.voice for item in items}),
                when.first_known,
                when.last_known,
                number_of_thing(found),
            )
        )
        kind = _KINDS[record.kind]
        day = pairing.number(latest) if latest else 0
        self._parties += [(party, kind, day, id) for party in set(record.parties)]
        self._pairs += pairing.rows(found, when, spoken)
        self._names += [(name, kind, day, id, when.first_known) for name in _folded_names(found)]

    def write(self, connection: Connection, kept: Mapping[str, set[Any]]) -> None:
        """kept: by table, the rows that the facts of these blocks have so far. What stays as it is is not written
        again: of thousands of meetings of two great powers all but the one that is rejected."""
        after = {name for name, *_ in self._names}
        for table, rows in (
            (fact, self._facts),
            (fact_party, self._parties),
            (fact_pair, self._pairs),
            (fact_name, self._names),
        ):
            if old := kept.get(table.name):
                if gone := old.difference(rows):
                    Database.delete_tuples(connection, table, gone)
                rows = [row for row in rows if row not in old]
            # In the order of their keys, so that each page of an index is looked for once.
            rows.sort(key=itemgetter(0)) if table is fact else rows.sort()
            Database.load_tuples(connection, table, table.columns.keys(), rows)
        _follow_names(connection, {row[0] for row in kept.get(fact_name.name, ())}, after)

    def touched(self, kept: Mapping[str, set[Any]]) -> set[str]:
        """What the facts before and after are part of (see `touched.py`)."""
        words = {DERIVED}
        words.update(row[0] for row in chain(self._parties, kept.get(fact_party.name, ())))
        words.update(row[0] for row in chain(self._pairs, kept.get(fact_pair.name, ())))
        if any(row[-1] is not None for row in chain(self._facts, kept.get(fact.name, ()))):
            words.add(SINGLE)
        return words


def _kept(connection: Connection, first: str, last: str) -> dict[str, set[Any]]:
    """By table: the rows of the facts of the dirty blocks from `first` to `last`."""
    # Named by a range of the table, not one by one: a statement with hundreds of parameters costs more than its work.
    blocks = "SELECT block FROM dirty WHERE block BETWEEN ? AND ?"
    some = f"SELECT id FROM fact WHERE block IN ({blocks})"
    if not Database.ask(connection, f"{some} LIMIT 1", (first, last)):
        return {}
    out = {}
    for table in (fact, *COMPANIONS):
        rows = f"SELECT {', '.join(table.columns.keys())} FROM {table.name}"
        whose = f"block IN ({blocks})" if table is fact else f"fact IN ({some})"
        found = Database.ask(connection, f"{rows} WHERE {whose}", (first, last))
        if table is fact:  # as they are written
            found = [(*row[:_SAID], RECORDS.unpacked(row[_SAID]), *row[_SAID + 1 :]) for row in found]
        out[table.name] = set(found)
    return out


def _derive_blocks(
    connection: Connection,
    first: str,
    last: str,
    instruments: Callable[[], Instruments],
    touched: set[str] | None,
) -> None:
    """Derives the dirty blocks from `first` to `last`."""
    before = _kept(connection, first, last)
    items, spoken, belongs = _items(connection, first, last)
    said = told(connection)
    of_article = cache(lambda key: spoken_from(spoken[key]))
    owned: list[tuple[str, str, int]] = []
    out = _Rows()
    for block in sorted(items):
        for found in derive(items[block], block, instruments, said):
            id = found.id
            owned += ((id, i.article, i.number) for i in found.items if belongs[i.article, i.number] != id)
            out.take(found, block, of_article)
    if touched is not None:
        touched |= out.touched(before)
    out.write(connection, before)
    Database.set_facts(connection, owned)
    connection.execute(delete(dirty).where(dirty.c.block.between(first, last)))


_RECORDS = (
    "SELECT m.block, m.article, m.idx, m.record, m.decided, m.fact, m.known, a.published, a.voice, a.pairs"
    " FROM mention m JOIN article a ON a.key = m.article"
    " WHERE m.block IN (SELECT block FROM dirty WHERE block BETWEEN ? AND ?)"
)


def _items(
    connection: Connection, first: str, last: str
) -> tuple[dict[str, list[Item]], dict[str, str], dict[tuple[str, int], str | None]]:
    """By block from the first to the last that is dirty: its records as decisions have them; by article of a statement
    or a post: of whom it speaks; by record: the fact that it belongs to so far."""
    rows = Database.ask(connection, _RECORDS, (first, last))
    items: dict[str, list[Item]] = {}
    spoken: dict[str, str] = {}
    kept: dict[tuple[str, int], str | None] = {}
    for block, key, index, text, decided, fact_id, known, published, voice, pairs in rows:
        record = record_from(text)
        ruling, link = ruling_from(decided) if decided is not None else (None, "")
        if ruling and ruling.out:
            continue
        if ruling:
            record = corrected(record, {slot: value for slot, (_, value) in ruling.slots.items()})
        item = Item(key, index, None if record.story else published, voice, record, ruling, link, known)
        items.setdefault(block, []).append(item)
        kept[key, index] = fact_id
        if isinstance(record, (Statement, Office)):
            spoken[key] = pairs
    return items, spoken, kept


@lru_cache(maxsize=65536)
def _ends(date: str) -> tuple[str | None, str | None]:
    bounds = edtf.bounds(date)
    return (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)


def name_words(names: Iterable[str]) -> list[dict[str, str]]:
    """Rows of `name_word` for names as `fact_name` has them."""
    return [{"word": word, "name": name} for name in sorted(names) for word in sorted(set(name.split()))]


def _follow_names(connection: Connection, before: set[str], after: set[str]) -> None:
    """Keeps the words of the names that facts have, and of no others. before, after: names that the facts of some
    blocks had and have; after those facts were written."""
    gone = sorted(before - after)
    for at in range(0, len(gone), _CHUNK):
        some = gone[at : at + _CHUNK]
        left = set(connection.scalars(select(fact_name.c.name).where(fact_name.c.name.in_(some)).distinct()))
        lost = [name for name in some if name not in left]
        connection.execute(delete(name_word).where(name_word.c.name.in_(lost)))
    came = sorted(after - before)
    known: set[str] = set()
    for at in range(0, len(came), _CHUNK):
        some = came[at : at + _CHUNK]
        known |= set(connection.scalars(select(name_word.c.name).where(name_word.c.name.in_(some)).distinct()))
    Database.load(connection, name_word, name_words(name for name in came if name not in known))


def _folded_names(found: Derived) -> list[str]:
    names = names_of(found.record)
    if len(found.items) > 1:
        names = names.union(*(names_of(item.record) for item in found.items))
    return folded_names(names)
