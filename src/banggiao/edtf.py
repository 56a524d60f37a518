"""Dates as honest as they are: the part of EDTF (ISO 8601-2) that the records use.

A day, month or year (`2018-08-02`, `2018-08`, `2018`), a day or month of an unknown year (`XXXX-08-02`, `XXXX-08`),
and an interval of two such (`2018-03-11/2018-03-14`, `2020/2021`), an end of which may be open (`../2020`).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

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


@lru_cache(maxsize=65536)  # an article asks some thirty times about the same few dates
def parse(text: str) -> tuple[Part | None, Part | None]:
    """The two ends of a date; a single date has the same end twice, an open end is None. Mixed precision is allowed.

    Raises ValueError for what is no date or does not exist; the text says why.
    """
    ends = text.split("/")
    if len(ends) > 2:
        raise ValueError(f"{text!r} is no EDTF date: an interval has two ends")
    if set(ends) == {".."}:
        raise ValueError(f"{text!r} is no EDTF date: at least one end must be known")
    parts = [None if end == ".." else _part(end) for end in ends]
    first, last = parts[0], parts[-1]
    if first and last and first.year is not None and last.year is not None and first.first() > last.last():
        raise ValueError(f"{text!r} ends before it begins")
    return first, last


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


@lru_cache(maxsize=65536)
def bounds(text: str) -> tuple[date, date] | None:
    """The earliest and the latest day that a date may mean, or None where the year is unknown."""
    first, last = parse(text)
    try:
        return (first.first() if first else date.min, last.last() if last else date.max)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def compatible(a: str | None, b: str | None) -> bool:
    """Whether two dates may be of the same time: an unknown year may be any, and nothing contradicts nothing."""
    if not a or not b:
        return True
    one, two = parse(a), parse(b)
    return any(_overlap(_in_year(one, year), _in_year(two, year)) for year in _years(one, two))


@lru_cache(maxsize=65536)
def days_of_both(a: str, b: str) -> int | None:
    """How many days lie between the first and the last that two dates may mean, at least: an unknown year is the one
    that brings them nearest. None where one has an open end or does not exist."""
    one, two = parse(a), parse(b)
    if None in (*one, *two):
        return None
    found = ((_in_year(one, year), _in_year(two, year)) for year in _years(one, two))
    return min(((max(x[1], y[1]) - min(x[0], y[0])).days for x, y in found if x and y), default=None)


def _years(one: tuple[Part | None, Part | None], two: tuple[Part | None, Part | None]) -> Iterable[int]:
    """The years in which dates with unknown ones may be of one time; any, where all are known."""
    ends = [end for end in (*one, *two) if end]
    # 2000 is a leap year, so 29 February may be; one year more on either side for intervals over New Year
    known = sorted({end.year for end in ends if end.year is not None}) or [2000]
    return range(known[0] - 1, known[-1] + 2) if any(end.year is None for end in ends) else known[:1]


def _in_year(ends: tuple[Part | None, Part | None], year: int) -> tuple[date, date] | None:
    """The bounds with an unknown year filled in; None where there is no such day in it."""
    first, last = (replace(end, year=year) if end and end.year is None else end for end in ends)
    if first and last and ends[1] and ends[1].year is None and _key(last) < _key(first):
        last = replace(last, year=year + 1)  # 28 December to 3 January
    try:
        return (first.first() if first else date.min, last.last() if last else date.max)
    except ValueError:
        return None


def _key(part: Part) -> tuple[int, int, int]:
    return part.year or 0, part.month or 12, part.day or 31


def _overlap(one: tuple[date, date] | None, two: tuple[date, date] | None) -> bool:
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


@lru_cache(maxsize=65536)
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


def later(day: str, days: int) -> str | None:
    """A day some days after another. Where the year is unknown, None if it matters whether it is a leap year."""
    found = {_in_some_year(day, days, year) for year in (2000, 2001)}
    return found.pop() if len(found) == 1 else None


def _in_some_year(day: str, days: int, year: int) -> str | None:
    unknown = day.startswith("XXXX")
    when = bounds(day.replace("XXXX", str(year)))
    if when is None:
        return None
    return "XXXX" * unknown + shift(when[0], days).isoformat()[4 * unknown :]


def shift(day: date, days: int) -> date:
    return day + timedelta(days=days)
