"""What people say of names, in the database: two names of people are one person's, or two people's; so with those of
agreements and of series of meetings.

Such a decision rests on no record. It holds for all that comes in before and after it. Every block in which one of the
names of people or series occurs is derived anew; names of agreements are part of their blocks, see `renaming.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from banggiao.errors import UsageError
from banggiao.lexicon import fold
from banggiao.register import schema
from banggiao.register.database import Database
from banggiao.register.decisions import Decision, Saying, stamp
from banggiao.register.names import AgreementsTold, SameAgreement
from banggiao.register.person_names import Told
from banggiao.register.series_names import SeriesTold

PERSON, AGREEMENT, SERIES = "person", "agreement", "series"
"""The `kind` of a decision on names."""

_CHUNK = 400


def told(connection: Connection) -> Told:
    """What people said of names of people and of series, as far as it stands."""
    people = [(action, frozenset(slots["names"])) for action, slots in _said(connection, PERSON)]
    series = [(action, frozenset(map(fold, slots["names"]))) for action, slots in _said(connection, SERIES)]
    return Told(*_standing(people), series=SeriesTold(*_standing(series)))


def _standing(
    said: Iterable[tuple[str, frozenset[str]]],
) -> tuple[tuple[frozenset[str], ...], frozenset[frozenset[str]]]:
    """(names that are one's, pairs that are two's) by what was said, by time; the later word on two names holds."""
    same: list[frozenset[str]] = []
    apart: set[frozenset[str]] = set()
    for action, names in said:
        if action == "apart":
            same = [one for one in same if len(one & names) < 2]
            apart |= _pairs(names)
        else:
            same.append(names)
            apart -= _pairs(names)
    return tuple(_joined(same)), frozenset(apart)


def agreements_told(connection: Connection) -> AgreementsTold:
    """What people said of names of agreements; the later word on two names (of the same parties) holds."""
    same: list[SameAgreement] = []
    apart: set[SameAgreement] = set()
    for action, slots in _said(connection, AGREEMENT):
        said = SameAgreement(frozenset(slots["names"]), frozenset(slots.get("parties", ())))
        pairs = {SameAgreement(pair, said.parties) for pair in _pairs(said.names)}
        if action == "apart":
            same = [one for one in same if one.parties != said.parties or len(one.names & said.names) < 2]
            apart |= pairs
        else:
            same.append(said)
            apart -= pairs
    return AgreementsTold(tuple(same), frozenset(apart))


def _said(connection: Connection, kind: str) -> list[tuple[str, dict[str, Any]]]:
    """(action, slots) of the decisions on names of this kind that stand, by time."""
    rows = Database.ask(
        connection,
        "SELECT action, slots FROM decision WHERE action IN (?, ?) AND kind = ?"
        " AND (withdrawn IS NULL OR withdrawn = '') ORDER BY made, id",
        ("same", "apart", kind),
    )
    return [(action, msgspec.json.decode(slots)) for action, slots in rows]


def _pairs(names: Collection[str]) -> set[frozenset[str]]:
    return {frozenset((a, b)) for a in names for b in names if a != b}


def _joined(groups: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    out: list[frozenset[str]] = []
    for group in groups:
        met = [one for one in out if one & group]
        out = [*(one for one in out if one not in met), group.union(*met)]
    return sorted(out, key=sorted)


def stale(connection: Connection, database: Database, decisions: Sequence[Decision]) -> None:
    """Marks the blocks in which names of people or series of these decisions occur as to be derived again."""
    names = {f" {fold(n)} " for one in decisions if one.kind in (PERSON, SERIES) for n in one.slots["names"]}
    blocks: set[str] = set()
    ordered = sorted(names)
    for at in range(0, len(ordered), _CHUNK):
        named = schema.fact_name.c.name.in_(ordered[at : at + _CHUNK])
        of_them = select(schema.fact.c.block).join(schema.fact_name, schema.fact_name.c.fact == schema.fact.c.id)
        blocks |= set(connection.scalars(of_them.where(named)))
    database.insert_new(connection, schema.dirty, [{"block": block} for block in sorted(blocks)])


def naming(action: Saying, names: Sequence[str], party: str, by: str, why: str, at: datetime | None) -> Decision:
    """A decision on names of people. Raises UsageError for fewer than two."""
    if len(given := _given(names)) < 2:
        raise UsageError("It takes two names to say that they are one person's or two people's.")
    return _decision(action, PERSON, {"names": given} | ({"party": party} if party else {}), by, why, at)


def naming_series(action: Saying, names: Sequence[str], by: str, why: str, at: datetime | None) -> Decision:
    """A decision on names of series of meetings. Raises UsageError for fewer than two."""
    if len(given := _given(names)) < 2:
        raise UsageError("It takes two names to say that they are one series' or two series'.")
    return _decision(action, SERIES, {"names": given}, by, why, at)


def naming_agreements(
    action: Saying, names: Sequence[str], parties: Collection[str], by: str, why: str, at: datetime | None
) -> Decision:
    """A decision on names of agreements, of these parties where any are named. Raises UsageError for fewer than two."""
    if len(given := _given(names)) < 2:
        raise UsageError("It takes two names to say that they are one agreement's or two agreements'.")
    whose = sorted(set(parties))
    return _decision(action, AGREEMENT, {"names": given} | ({"parties": whose} if whose else {}), by, why, at)


def _given(names: Sequence[str]) -> list[str]:
    return sorted({" ".join(name.split()) for name in names} - {""})


def _decision(action: Saying, kind: str, slots: dict[str, Any], by: str, why: str, at: datetime | None) -> Decision:
    made = stamp(at)
    whose = [slots["party"]] if "party" in slots else slots.get("parties", [""])
    id = hashlib.sha256("\x1f".join([made, action, by, *whose, *slots["names"]]).encode()).hexdigest()[:12]
    return Decision(id, action, made, by, why, kind, slots)
