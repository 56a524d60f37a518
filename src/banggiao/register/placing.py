"""Where a fact stands in time."""

from __future__ import annotations

from datetime import date as Day
from typing import Protocol

from banggiao import edtf
from banggiao.model import Figure, Instrument, Meeting, Record, Status

ROLES = (
    "head-of-state",
    "party-chief",
    "head-of-government",
    "secretary-general",
    "foreign-minister",
    "deputy-head-of-government",
    "speaker-of-parliament",
    "defence-minister",
    "minister",
    "deputy-foreign-minister",
    "deputy-minister",
    "ambassador",
    "spokesperson",
    "senior-official",
    "other",
)
"""Posts, the highest first."""


class Placed(Protocol):
    """A fact, with its reports or without."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def record(self) -> Record: ...


def fact_order(fact: Placed) -> tuple[tuple[int, str], str, str]:
    """The order in which facts are given: by date, unknown last, then kind, then id."""
    return edtf.sort_key(date_of(fact.record)), fact.kind, fact.id


def date_of(record: Record) -> str | None:
    """The date that places a fact in time: a target's due date, a figure's period, else its own date."""
    for slot in ("date", "due", "period"):
        if value := getattr(record, slot, None):
            return str(value)
    return None


def in_window(date: str | None, since: Day | None, until: Day | None) -> bool:
    """Whether a date may fall between two days: a month touches each of its days, an unknown year excludes nothing."""
    if since is None and until is None:
        return True
    if not date:
        return False
    found = edtf.bounds(date)
    return found is None or ((since is None or found[1] >= since) and (until is None or found[0] <= until))


def not_before(record: Record) -> Day | None:
    """The first day on which the record can have been so: of something held, signed, founded or measured the earliest
    that its date (a figure's period) may mean. None for plans and for what has no such date."""
    date = getattr(record, "period" if isinstance(record, Figure) else "date", None)
    if not date or (isinstance(record, Meeting) and record.phase != "held"):
        return None
    if isinstance(record, (Status, Instrument)):
        stage = record.phase if isinstance(record, Status) else record.stage
        if stage in ("proposed", "agreed", "negotiating"):
            return None
    found = edtf.bounds(date)
    return found[0] if found else None


def lies_ahead(record: Record, as_of: Day) -> bool:
    """Whether the record's date is after the day of the question, so that it cannot have been so: plans are no such."""
    first = not_before(record)
    return first is not None and first > as_of


def goes_on(record: Record) -> bool:
    """Whether a level or an agreement is merely spoken of as in force: no event in time."""
    stage = getattr(record, "phase" if isinstance(record, Status) else "stage", None)
    return isinstance(record, (Status, Instrument)) and stage == "in-force" and not record.date
