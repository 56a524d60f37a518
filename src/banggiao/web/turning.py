"""Turning a page to another day: what the form with the date and the slider needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import Any

from banggiao.web.asking import Days
from banggiao.web.desk import Desk


@dataclass(slots=True, frozen=True)
class Span:
    """The days between which a page can be turned."""

    first: Day
    last: Day


def turning(at: Desk, days: Days, first: str | None = None) -> dict[str, Any]:
    """For a template: the days asked for, the day that the page stands on, and from which day it can be turned
    (default: from the first article of the register)."""
    first = first or at.register.first_published()
    begin = Day.fromisoformat(first) if first and len(first) == 10 else at.today()
    return {
        "days": days,
        "as_of": (days.as_of or at.today()).isoformat(),
        "span": Span(min(begin, at.today()), at.today()),
    }
