"""Blocks of agreements after people said something of their names.

The identity of an agreement is part of the block of its records (`facts.block_of`), which is kept with each record: a
word on names moves records to other blocks.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, bindparam, update

from banggiao.model import Instrument
from banggiao.register import schema
from banggiao.register.database import Database
from banggiao.register.decisions import corrected, ruling_from
from banggiao.register.facts import block_of
from banggiao.register.names import Instruments
from banggiao.register.recorded import record_from

_RECORDS = (
    "SELECT article, idx, record, block, decided FROM mention WHERE block IN"
    " (SELECT block FROM fact WHERE kind = 'instrument' UNION SELECT block FROM dirty)"
)


def move(connection: Connection, database: Database, instruments: Callable[[], Instruments]) -> set[str]:
    """Moves the records of agreements to their present blocks and marks these and those before as to be derived again.
    Returns the decisions that keep records together which would belong to different blocks: they have to be brought to
    bear anew. Looks through all agreements (100,000 records in a second or two): their names may have been spelt in any
    way, and somebody says such a thing now and then."""
    dirty: set[str] = set()
    deciding: set[str] = set()
    moved: list[dict[str, str | int | None]] = []
    for article, index, text, block, decided in Database.ask(connection, _RECORDS):
        record = record_from(text)
        if not isinstance(record, Instrument):
            continue
        ruling, link = ruling_from(decided)
        if ruling:
            record = corrected(record, {slot: value for slot, (_, value) in ruling.slots.items()})
        present = block_of(record, "", instruments)
        if present == block:
            continue
        if ruling and link:
            deciding.update(ruling.ids)
            continue
        moved.append({"of": article, "number": index, "block": present, "fact": None})
        dirty |= {present, block}
    if moved:
        m = schema.mention.c
        this = update(schema.mention).where(m.article == bindparam("of"), m.idx == bindparam("number"))
        connection.execute(this, moved)
    database.insert_new(connection, schema.dirty, [{"block": block} for block in sorted(dirty)])
    return deciding
