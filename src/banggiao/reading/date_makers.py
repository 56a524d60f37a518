"""The few ways in which the named numbers of a date rule become a date; a rule's `make` names one.

Each takes the words of the match, the publication date and the dates found before it, and gives a `Made`, or None
where the words are no date after all. No language is known here: words have become numbers by the grammar's tables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Protocol

from banggiao.edtf import Part, parse, possible
from banggiao.model import DateBasis

_AHEAD = 120  # days; the farthest announcement that is not taken for a look back
_DAY = 10  # the length of a full day's EDTF
_DAY_PRECISION = 3  # year, month and day
_YEAR_DAYS = 366
_FAR = 31  # days between a story's own days
_CENTURY = 1900  # the one of "những năm 80"
_LONGEST_PERIOD = 100  # years between the ends of a period


class Tables(Protocol):
    """What the makers need of a grammar: its words for numbers."""

    months: dict[str, int]
    numbers: dict[str, int]
    quarters: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, int]
    units: dict[str, str]
    halves: dict[str, int]


class Dated(Protocol):
    """A date found before."""

    edtf: str | None
    basis: DateBasis


@dataclass(slots=True)
class Anchor:
    """The publication date, as far as it is known."""

    published: str | None

    @property
    def part(self) -> Part | None:
        return parse(self.published)[0] if self.published else None

    @property
    def day(self) -> date | None:
        part = self.part
        return part.first() if part and part.precision == 3 else None

    @property
    def year(self) -> int | None:
        part = self.part
        return part.year if part else None


class ImpossibleDateError(ValueError):
    """Written as a date, but there is no such day."""


@dataclass(slots=True)
class Made:
    edtf: str | None
    basis: DateBasis = "resolved"
    reason: str = ""
    count: int | None = None


@dataclass(slots=True)
class Words:
    """The named groups of a match as numbers."""

    grammar: Tables
    values: Mapping[str, str]
    rule: Mapping[str, Any]

    def number(self, name: str) -> int | None:
        value = self.values.get(name)
        return int(value) if value else None

    @property
    def month(self) -> int | None:
        return self.grammar.months[self.values["mw"]] if "mw" in self.values else self.number("m")

    @property
    def count(self) -> int:
        return self.grammar.numbers[self.values["nw"]] if "nw" in self.values else int(self.values["n"])

    @property
    def shift(self) -> int:
        return self.grammar.relative.get(self.values.get("rel") or self.values.get("side") or "", 0)


def _check(year: int | None, month: int, day: int) -> None:
    if not possible(year, month, day):
        raise ImpossibleDateError(f"there is no day {day:02d}-{month:02d}" + (f"-{year}" if year else ""))


def nearest_year(month: int, day: int, anchor: date, *, past: bool = False) -> int:
    """The year that puts a day or month nearest to the anchor: the past unless at most `_AHEAD` days ahead."""
    limit = 0 if past else _AHEAD
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        if possible(year, month, day) and (date(year, month, day) - anchor).days <= limit:
            return year
    return anchor.year


def _year_for(month: int, day: int, anchor: Anchor, words: Words, *, past: bool = False) -> int | None:
    """The year of a month or day that is written without one; None where nothing tells it."""
    if "rel" in words.values:
        return anchor.year + words.shift if anchor.year else None
    if anchor.day and "side" in words.values:
        ahead = [year for year in range(anchor.day.year - 1, anchor.day.year + 2) if possible(year, month, day)]
        if words.shift > 0:
            return next((year for year in ahead if date(year, month, day) >= anchor.day), None)
        return next((year for year in reversed(ahead) if date(year, month, day) <= anchor.day), None)
    if anchor.day:
        return nearest_year(month, day, anchor.day, past=past)
    return anchor.year


def _day(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    day, month, year = words.number("d") or 1, words.month or 1, words.number("y")
    _check(year, month, day)
    if year:
        return Made(str(Part(year, month, day)), "stated")
    return Made(str(Part(_year_for(month, day, anchor, words), month, day)))


def _range(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    day2, month2, year2 = words.number("d2") or 1, words.number("m2") or words.month or 1, words.number("y2")
    day, month = words.number("d") or 1, words.number("m") or month2
    _check(year2, month2, day2)
    if words.number("m") is None and day >= day2:
        return None
    if "and" in words.values and (month, day + 1) != (month2, day2):
        return None  # two days apart from each other, not the days between them
    if (month, day) == (month2, day2) and words.number("y"):
        return None  # an anniversary: the same day of two years
    end_year = year2 or _year_for(month2, day2, anchor, words)
    year = words.number("y") or (end_year - 1 if end_year and (month, day) > (month2, day2) else end_year)
    _check(year, month, day)
    if year and end_year and (year, month, day) > (end_year, month2, day2):
        return None
    edtf = f"{Part(year, month, day)}/{Part(end_year, month2, day2)}"
    return Made(edtf, "stated" if year2 else "resolved")


def _since(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    """The beginning of the years that an anniversary counts: the same day or month of two years."""
    first, last = words.number("y"), words.number("y2")
    same = (words.number("d"), words.number("m")) == (words.number("d2"), words.number("m2"))
    if first is None or last is None or not same or not first < last:
        return None
    day, month = words.number("d"), words.number("m") or 1
    _check(first, month, day or 1)
    return Made(str(Part(first, month, day)), "stated")


def _month(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    month, year = words.month or 1, words.number("y")
    if year:
        return Made(str(Part(year, month)), "stated")
    if "rel" in words.values:
        return Made(str(Part(anchor.year + words.shift if anchor.year else None, month)))
    if anchor.day is None:
        return Made(str(Part(anchor.year, month)))
    if "side" in words.values:
        ahead = words.shift > 0
        later = month >= anchor.day.month if ahead else month > anchor.day.month
        year = anchor.day.year + ((0 if later else 1) if ahead else (-1 if later else 0))
        return Made(str(Part(year, month)))
    return Made(str(Part(_year_for(month, 1, anchor, words, past="past" in words.values), month)))


def _months(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    month, month2, year = words.number("m") or 1, words.number("m2") or 1, words.number("y2")
    if month >= month2 or ("and" in words.values and month + 1 != month2):
        return None
    known = year or _year_for(month2, 1, anchor, words)
    return Made(f"{Part(known, month)}/{Part(known, month2)}", "stated" if year else "resolved")


def _years(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    first, last = words.number("y"), words.number("y2")
    if first is None or last is None or not first < last <= first + _LONGEST_PERIOD:
        return None
    return Made(f"{first}/{last}", "stated", count=last - first)


def _year(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    return Made(words.values["y"], "stated")


def _decade(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    year = int(words.values["y"]) if "y" in words.values else _CENTURY + int(words.values["yy"])
    return Made(f"{year}/{year + 9}", "stated")


def _in_year(words: Words, anchor: Anchor) -> tuple[int | None, DateBasis]:
    if year := words.number("y"):
        return year, "stated"
    return (anchor.year + words.shift if anchor.year else None), "resolved"


def _between(year: int | None, first: int, last: int, basis: DateBasis) -> Made:
    return Made(f"{Part(year, first)}/{Part(year, last)}" if first < last else str(Part(year, first)), basis)


def _first_months(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    year, basis = _in_year(words, anchor)
    return _between(year, 1, words.count, basis) if words.count <= 12 else None


def _half(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    year, basis = _in_year(words, anchor)
    first = words.grammar.halves[words.values["half"]]
    return _between(year, first, first + 5, basis)


def _quarter(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    year, basis = _in_year(words, anchor)
    last = 3 * words.grammar.quarters[words.values["q"]]
    return _between(year, last - 2, last, basis)


def _quarter_end(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    """The last month of a quarter."""
    year, basis = _in_year(words, anchor)
    last = 3 * words.grammar.quarters[words.values["q"]]
    return _between(year, last, last, basis)


def _anniversary(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    """The year so many years before the publication; before a year named just after it where that lies ahead."""
    if not 1 <= words.count <= 300:
        return None
    base, named = anchor.year, words.number("y")
    if base and named and named > base:
        base = named
    year = base - words.count if base else None
    reason = f"{words.count} years before {base}" if year else ""
    return Made(str(year) if year else None, "derived", reason, words.count)


def _year_relative(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    return Made(str(anchor.year + words.shift) if anchor.year else None)


def _month_relative(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    part = anchor.part
    if part is None or part.year is None or part.month is None:
        return Made(None)
    months = part.year * 12 + part.month - 1 + words.shift
    return Made(str(Part(months // 12, months % 12 + 1)))


def _day_of_month(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    made = _month_relative(words, anchor, before)
    if made.edtf is None:
        return made
    part = parse(made.edtf)[0]
    if part is None or part.month is None:
        return made
    _check(part.year, part.month, words.number("d") or 1)
    return Made(str(Part(part.year, part.month, words.number("d"))))


def _week_relative(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    if anchor.day is None:
        return Made(None)
    monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=words.shift)
    return Made(f"{monday}/{monday + timedelta(days=6)}")


def _weekend(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    if anchor.day is None:
        return Made(None)
    saturday = anchor.day - timedelta(days=anchor.day.weekday() - 5) + timedelta(weeks=words.shift)
    return Made(f"{saturday}/{saturday + timedelta(days=1)}")


def _day_in_year(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    return Made(str(_moved(anchor.day, "year", words.shift)) if anchor.day else None)


def _year_to_date(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    """From January to the month of publication."""
    part = anchor.part
    year = words.number("y") or (part.year if part else None)
    if part is None or part.month is None or year is None or part.year is None or year > part.year:
        return Made(None)
    end = Part(part.year, part.month)
    return Made(f"{Part(year, 1)}/{end}" if Part(year, 1) != end else str(end))


def _year_to_come(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    """From the month of publication to December."""
    part = anchor.part
    if part is None or part.year is None or part.month is None:
        return Made(None)
    return _between(part.year, part.month, 12, "resolved")


def _day_relative(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    return Made(str(anchor.day + timedelta(days=words.rule["shift"])) if anchor.day else None)


def _same_day(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made | None:
    """The last day named, those of history left aside: days with a year that lie far from what else the story dates,
    its day of publication or the last day without a year ("… lập quan hệ ngày 21/9/1973. Cùng ngày, …")."""
    days = [m for m in before if m.edtf and "/" not in m.edtf and len(m.edtf) == _DAY]
    if not days:
        return None
    near = anchor.part or next((p for m in reversed(days) if (p := parse(str(m.edtf))[0]) and p.year is None), None)
    last = next((m for m in reversed(days) if near is None or not _far(str(m.edtf), near)), days[-1])
    return Made(last.edtf, last.basis, "the day named before")


def _far(day: str, near: Part) -> bool:
    """Whether a day with a year lies far from another day; in the year, where the other has none."""
    part = parse(day)[0]
    if part is None or part.year is None:
        return False
    other = near if near.year is not None else replace(near, year=part.year)
    if other.precision < _DAY_PRECISION or not possible(part.year, other.month or 1, other.day or 1):
        return False
    apart = abs((part.first() - other.first()).days)
    return apart > (_FAR if near.year is None else _YEAR_DAYS)


def _weekday(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    if anchor.day is None:
        return Made(None)
    wanted = words.grammar.weekdays[words.values.get("w") or words.values["sun"]]
    if "rel" in words.values:
        monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=words.shift)
        return Made(str(monday + timedelta(days=wanted)))
    ahead = words.shift > 0
    gap = (wanted - anchor.day.weekday()) % 7 if ahead else -((anchor.day.weekday() - wanted) % 7)
    if gap == 0 and "side" in words.values:
        gap = 7 if ahead else -7
    return Made(str(anchor.day + timedelta(days=gap)))


def _span(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    """So many units before or after the publication, in the units named: "in three years" does not tell a month."""
    unit, count, ahead = words.grammar.units[words.values["unit"]], words.count, words.shift > 0
    if anchor.day is None or count > 200:
        return Made(None, count=count)
    other = _moved(anchor.day, unit, count if ahead else -count)
    if unit == "year":
        first, last = sorted((anchor.day.year, other.year))
        return Made(f"{first}/{last}", count=count)
    if unit == "month":  # whole months: the months past end with the last one, those ahead begin with the next one
        near = _moved(anchor.day, unit, 1 if ahead else -1)
        ends = sorted((f"{near:%Y-%m}", f"{other:%Y-%m}"))
        return Made(ends[0] if ends[0] == ends[1] else "/".join(ends), count=count)
    return Made(f"{min(anchor.day, other)}/{max(anchor.day, other)}", count=count)


def _ago(words: Words, anchor: Anchor, before: Sequence[Dated]) -> Made:
    """The day, week, month or year that lies so many of them back."""
    unit = words.grammar.units[words.values["unit"]]
    if anchor.day is None or words.count > 300:
        return Made(None)
    day = _moved(anchor.day, unit, -words.count)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Made(f"{monday}/{monday + timedelta(days=6)}")
    return Made(str(Part(day.year, None if unit == "year" else day.month, day.day if unit == "day" else None)))


def _moved(day: date, unit: str, count: int) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, next(d for d in range(day.day, 0, -1) if possible(year, month, d)))


MAKERS: dict[str, Callable[[Words, Anchor, Sequence[Dated]], Made | None]] = {
    "day": _day,
    "range": _range,
    "month": _month,
    "months": _months,
    "years": _years,
    "since": _since,
    "year": _year,
    "decade": _decade,
    "first-months": _first_months,
    "half": _half,
    "quarter": _quarter,
    "quarter-end": _quarter_end,
    "anniversary": _anniversary,
    "year-relative": _year_relative,
    "month-relative": _month_relative,
    "day-of-month": _day_of_month,
    "week-relative": _week_relative,
    "weekend": _weekend,
    "day-in-year": _day_in_year,
    "year-to-date": _year_to_date,
    "year-to-come": _year_to_come,
    "day-relative": _day_relative,
    "same-day": _same_day,
    "weekday": _weekday,
    "span": _span,
    "ago": _ago,
}
"""The ways from named numbers to a date, by the name that a rule's `make` gives."""
