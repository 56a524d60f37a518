"""What people say of the names of people, in the database: two names are one person's, or two people's.

Such a decision rests on no record. It holds for all that comes in before and after it, and every block in which one of
its names occurs is derived anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, select

from banggiao.errors import UsageError
from banggiao.lexicon import fold
from banggiao.register import schema
from banggiao.register.database import Database
from banggiao.register.decisions import Decision, stamp
from banggiao.register.person_names import Told

NAMING: tuple[Literal["same", "apart"], ...] = ("same", "apart")
PERSON = "person"
"""The `kind` of a decision on names."""

_CHUNK = 400


def told(connection: Connection) -> Told:
    """What people said of names, as far as it stands; the later word on two names holds."""
    rows = Database.ask(
        connection,
        "SELECT action, slots FROM decision WHERE action IN (?, ?) AND (withdrawn IS NULL OR withdrawn = '')"
        " ORDER BY made, id",
        NAMING,
    )
    same: list[frozenset[str]] = []
    apart: set[frozenset[str]] = set()
    for action, slots in rows:
        names = frozenset(msgspec.json.decode(slots)["names"])
        if action == "apart":
            same = [one for one in same if len(one & names) < 2]
            apart |= _pairs(names)
        else:
            same.append(names)
            apart -= _pairs(names)
    return Told(tuple(_joined(same)), frozenset(apart))


def _pairs(names: Collection[str]) -> set[frozenset[str]]:
    return {frozenset((a, b)) for a in names for b in names if a != b}


def _joined(groups: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    out: list[frozenset[str]] = []
    for group in groups:
        met = [one for one in out if one & group]
        out = [*(one for one in out if one not in met), group.union(*met)]
    return sorted(out, key=sorted)


def stale(connection: Connection, database: Database, decisions: Sequence[Decision]) -> None:
    """Marks the blocks in which the names of these decisions occur as to be derived again."""
    names = {f" {fold(n)} " for one in decisions if one.action in NAMING for n in one.slots["names"]}
    blocks: set[str] = set()
    ordered = sorted(names)
    for at in range(0, len(ordered), _CHUNK):
        named = schema.fact_name.c.name.in_(ordered[at : at + _CHUNK])
        of_them = select(schema.fact.c.block).join(schema.fact_name, schema.fact_name.c.fact == schema.fact.c.id)
        blocks |= set(connection.scalars(of_them.where(named)))
    database.insert_new(connection, schema.dirty, [{"block": block} for block in sorted(blocks)])


def naming(
    action: Literal["same", "apart"], names: Sequence[str], party: str, by: str, why: str, at: datetime | None
) -> Decision:
    """A decision on names. Raises UsageError for fewer than two."""
    given = sorted({" ".join(name.split()) for name in names} - {""})
    if len(given) < 2:
        raise UsageError("It takes two names to say that they are one person's or two people's.")
    made = stamp(at)
    slots: dict[str, Any] = {"names": given} | ({"party": party} if party else {})
    id = hashlib.sha256("\x1f".join([made, action, by, party, *given]).encode()).hexdigest()[:12]
    return Decision(id, action, made, by, why, PERSON, slots)
