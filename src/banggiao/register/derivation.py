"""Facts written to their tables: the dirty blocks, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from banggiao import edtf
from banggiao.lexicon import fold
from banggiao.model import Statement, record_to_dict
from banggiao.register.decisions import corrected, ruling_from
from banggiao.register.facts import Derived, Item, derive, names_of
from banggiao.register.intake import Pairs, as_json, pairs_from, record_from
from banggiao.register.names import Instruments
from banggiao.register.naming import told
from banggiao.register.placing import date_of
from banggiao.register.schema import article, dirty, fact, fact_name, fact_pair, fact_party, mention, name_word

_CHUNK = 400  # blocks at once: below every database's limit of parameters


def settle(connection: Connection, instruments: Callable[[], Instruments], *, limit: int = 5_000) -> int:
    """Derives up to `limit` dirty blocks and cleans them; returns how many there were."""
    blocks = list(connection.scalars(select(dirty.c.block).order_by(dirty.c.block).limit(limit)))
    for at in range(0, len(blocks), _CHUNK):
        _derive_blocks(connection, blocks[at : at + _CHUNK], instruments)
    return len(blocks)


def _derive_blocks(connection: Connection, blocks: Sequence[str], instruments: Callable[[], Instruments]) -> None:
    old = select(fact.c.id).where(fact.c.block.in_(blocks))
    before = set(connection.scalars(select(fact_name.c.name).where(fact_name.c.fact.in_(old))))
    for companion in (fact_party, fact_pair, fact_name):
        connection.execute(delete(companion).where(companion.c.fact.in_(old)))
    connection.execute(delete(fact).where(fact.c.block.in_(blocks)))
    rows = connection.execute(
        select(
            mention.c.block,
            mention.c.article,
            mention.c.idx,
            mention.c.record,
            mention.c.decided,
            article.c.published,
            article.c.voice,
            article.c.pairs,
        )
        .join_from(mention, article)
        .where(mention.c.block.in_(blocks))
    )
    said = told(connection)
    items: dict[str, list[Item]] = {}
    pairs: dict[str, Pairs] = {}
    for row in rows:
        record = record_from(row.record)
        ruling, link = ruling_from(row.decided)
        if ruling and ruling.out:
            continue
        published = None if record.story else row.published
        if ruling:
            record = corrected(record, {slot: value for slot, (_, value) in ruling.slots.items()})
        items.setdefault(row.block, []).append(Item(row.article, row.idx, published, row.voice, record, ruling, link))
        if row.article not in pairs:
            pairs[row.article] = pairs_from(row.pairs)
    facts: list[dict[str, Any]] = []
    owned: list[dict[str, Any]] = []
    companions: dict[Any, list[dict[str, Any]]] = {fact_party: [], fact_pair: [], fact_name: []}
    for block in sorted(items):
        for found in derive(items[block], block, instruments, said):
            facts.append(_row(found, block))
            owned += ({"f": found.id, "a": item.article, "i": item.index} for item in found.items)
            companions[fact_party] += ({"party": p, "fact": found.id} for p in sorted(set(found.record.parties)))
            companions[fact_pair] += ({"pair": p, "fact": found.id} for p in _story_pairs(found, pairs))
            companions[fact_name] += ({"name": n, "fact": found.id} for n in _folded_names(found))
    if facts:
        connection.execute(insert(fact), facts)
        connection.execute(
            update(mention)
            .where(mention.c.article == bindparam("a"), mention.c.idx == bindparam("i"))
            .values(fact=bindparam("f")),
            owned,
        )
    for table, rows_ in companions.items():
        if rows_:
            connection.execute(insert(table), rows_)
    _follow_names(connection, before, {row["name"] for row in companions[fact_name]})
    connection.execute(delete(dirty).where(dirty.c.block.in_(blocks)))


def _row(found: Derived, block: str) -> dict[str, Any]:
    date = date_of(found.record)
    bounds = edtf.bounds(date) if date else None
    reported = [item.published for item in found.items if item.published]
    return {
        "id": found.id,
        "kind": found.record.kind,
        "block": block,
        "key": found.key,
        "record": as_json(record_to_dict(found.record)),
        "earliest": bounds[0].isoformat() if bounds else None,
        "latest": bounds[1].isoformat() if bounds else None,
        "first_reported": min(reported, default=None),
        "last_reported": max(reported, default=None),
        "reports": len(found.items),
        "voices": len({item.voice for item in found.items}),
    }


def _story_pairs(found: Derived, pairs: dict[str, Pairs]) -> list[str]:
    if not isinstance(found.record, Statement):
        return []
    speakers = set(found.record.parties)
    of_stories = {
        "|".join(sorted(pair))
        for item in found.items
        for pair in pairs[item.article].get(item.record.story, ())
        if pair & speakers
    }
    return sorted(of_stories)


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
    if rows := name_words(name for name in came if name not in known):
        connection.execute(insert(name_word), rows)


def _folded_names(found: Derived) -> list[str]:
    names = {name for item in found.items for name in names_of(item.record)} | names_of(found.record)
    return sorted({f" {folded} " for name in names if (folded := fold(name))})
