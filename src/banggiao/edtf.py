"""Dates as honest as they are: the part of EDTF (ISO 8601-2) that the records use.

A day, month or year (`2018-08-02`, `2018-08`, `2018`), a day or month of an unknown year (`XXXX-08-02`, `XXXX-08`),
and an interval of two such (`2018-03-11/2018-03-14`, `2020/2021`), an end of which may be open (`../2020`).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_PART = re.compile(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(slots=True, frozen=True)
class Part:
    """One end of a date; None is what is not known."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        out = f"{self.year:04d}" if self.year is not None else "XXXX"
        if self.month is not None:
            out += f"-{self.month:02d}"
        if self.day is not None:
            out += f"-{self.day:02d}"
        return out

    def first(self) -> date:
        """The earliest day that it may mean; ValueError for an unknown year."""
        if self.year is None:
            raise ValueError("the year is not known")
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day that it may mean; ValueError for an unknown year."""
        if self.year is None:
            raise ValueError("the year is not known")
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year; one less where the year is unknown."""
        known = 3 if self.day is not None else 2 if self.month is not None else 1
        return known if self.year is not None else known - 1


def possible(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day (29 February counts where the year is unknown)."""
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= calendar.monthrange(year if year is not None else 2000, month)[1]


def parse(text: str) -> tuple[Part | None, Part | None]:
    """The two ends of a date; a single date has the same end twice, an open end is None.

    Raises ValueError for what is no date or does not exist; the text says why.
    """
    ends = text.split("/")
    if len(ends) > 2:
        raise ValueError(f"{text!r} is no EDTF date: an interval has two ends")
    parts = [None if end == ".." else _part(end) for end in ends]
    return (parts[0], parts[0]) if len(parts) == 1 else (parts[0], parts[1])


def _part(text: str) -> Part:
    match = _PART.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no EDTF date (YYYY, YYYY-MM, YYYY-MM-DD, XXXX for an unknown year)")
    year = None if match[1] == "XXXX" else int(match[1])
    month = int(match[2]) if match[2] else None
    day = int(match[3]) if match[3] else None
    if month is not None and not possible(year, month, day or 1):
        raise ValueError(f"{text!r} does not exist in the calendar")
    return Part(year, month, day)


def valid(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def bounds(text: str) -> tuple[date, date] | None:
    """The earliest and the latest day that a date may mean, or None where the year is unknown."""
    first, last = parse(text)
    try:
        return (first.first() if first else date.min, last.last() if last else date.max)
    except ValueError:
        return None


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two dates may be of the same time: unknown years agree with any, and nothing contradicts nothing."""
    if not a or not b:
        return True
    one, two = bounds(a), bounds(b)
    if one and two:
        return one[0] <= two[1] and two[0] <= one[1]
    first, second = parse(a)[0], parse(b)[0]
    if first is None or second is None:
        return True
    if first.month and second.month and first.month != second.month:
        return False
    return not (first.day and second.day and abs(first.day - second.day) > 3)


def precision(text: str | None) -> int:
    """How exact a date is, for choosing between compatible ones: its first end's precision, 0 for none."""
    if not text:
        return 0
    first, last = parse(text)
    part = first or last
    return part.precision if part else 0


def more_exact(a: str | None, b: str | None) -> str | None:
    """The more exact of two dates, the first where they are equally exact."""
    return a if precision(a) >= precision(b) else b


def sort_key(text: str | None) -> tuple[int, str]:
    """For ordering by earliest day; what has no known year comes last, then by its own text."""
    if text and (found := bounds(text)):
        return found[0].toordinal(), text
    return date.max.toordinal() + 1, text or "~"


def shift(day: date, days: int) -> date:
    return day + timedelta(days=days)
