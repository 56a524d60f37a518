"""Where a fact stands in time."""

from __future__ import annotations

from datetime import date as Day

from banggiao import edtf
from banggiao.model import Record


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
