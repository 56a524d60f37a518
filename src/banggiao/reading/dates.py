"""Every date of a text, resolved against the day of publication as far as the words allow.

The rules are data (`data/grammar/LANG/dates.yml`); here stand the few ways (`make`) in which named numbers become a
date. A day or month without a year takes the year that brings it nearest to the publication date, the past preferred:
up to 120 days ahead and the rest of a year back (the press announces weeks ahead and looks back months). Without a
publication date the year stays unknown (`XXXX`), never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from banggiao.edtf import Part, parse, possible
from banggiao.grammar import expand
from banggiao.model import DateBasis, ReadingNote

DATE_ROLES = ("", "until", "since", "anniversary", "span")
_AHEAD = 120  # days; the farthest announcement that is not taken for a look back

_WORD = re.compile(r"\w+|\(")


@dataclass(slots=True)
class DateMention:
    """A date expression `[start, end)` of the text that was searched. `edtf` is None where the words need a
    publication date that is not known. `count`: the number of years of an anniversary, the length of a span."""

    start: int
    end: int
    edtf: str | None
    rule: str
    basis: DateBasis
    reason: str = ""
    role: str = ""
    count: int | None = None

    def to_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) not in (None, "")}


class DateGrammar:
    """The date rules of one language. Patterns are compiled when first tried."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.months: dict[str, int] = data["months"]
        self.numbers: dict[str, int] = data["numbers"]
        self.quarters: dict[str, int] = data["quarters"]
        self.weekdays: dict[str, int] = data["weekdays"]
        self.relative: dict[str, int] = data["relative"]
        self.units: dict[str, str] = data["units"]
        self.halves: dict[str, int] = data["halves"]
        self.rules: list[dict[str, Any]] = data["rules"]
        self._patterns = [expand(rule["pattern"], data["macros"]) for rule in self.rules]
        self._compiled: list[re.Pattern[str] | None] = [None] * len(self.rules)
        self._roles = {role: re.compile(rf"(?<!\w){pattern}\s*\(?$") for role, pattern in data["roles"].items()}
        self.starts: dict[str, list[int]] = data["starts"]

    def pattern(self, index: int) -> re.Pattern[str]:
        compiled = self._compiled[index]
        if compiled is None:
            compiled = self._compiled[index] = re.compile(self._patterns[index])
        return compiled

    def role_before(self, low: str, start: int) -> str:
        before = low[max(0, start - 24) : start]
        return next((role for role, pattern in self._roles.items() if pattern.search(before)), "")


def find_dates(
    low: str, grammar: DateGrammar, spans: Iterable[tuple[int, int, str | None]], notes: list[ReadingNote] | None = None
) -> list[DateMention]:
    """The dates of the stretches `(start, end, published)` of a normal-form text, left to right, not overlapping.

    What is written as a date and does not exist ("31/2") is no date; it is told in `notes`.
    """
    out: list[DateMention] = []
    for start, end, published in spans:
        anchor = _Anchor(published)
        at = start
        for word in _WORD.finditer(low, start, end):
            if word.start() < at:
                continue
            text = word.group()
            rules = grammar.starts.get("#" if text[0].isdigit() else text)
            if not rules:
                continue
            for index in rules:
                match = grammar.pattern(index).match(low, word.start(), end)
                if match is None or (match.end() < end and low[match.end()].isalnum() and low[match.end() - 1].isalnum()):
                    continue
                mention = _mention(grammar, index, match, anchor, low, out, notes)
                if mention:
                    out.append(mention)
                    at = match.end()
                    break
    return out


@dataclass(slots=True)
class _Anchor:
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


def _mention(
    grammar: DateGrammar,
    index: int,
    match: re.Match[str],
    anchor: _Anchor,
    low: str,
    before: list[DateMention],
    notes: list[ReadingNote] | None,
) -> DateMention | None:
    rule = grammar.rules[index]
    values = {name: value for name, value in match.groupdict().items() if value is not None}
    try:
        made = _MAKERS[rule["make"]](_Words(grammar, values, rule), anchor, before)
    except _Impossible as error:
        if notes is not None:
            notes.append(ReadingNote(f"{match.group().strip()}: {error}", (match.start(), match.end())))
        return None
    if made is None:
        return None
    start = match.start()
    role = rule.get("role") or grammar.role_before(low, start)
    end = match.end() - (len(match.group()) - len(match.group().rstrip()))
    reason = f"from the publication date {anchor.published}" if made.basis == "resolved" and anchor.published else ""
    return DateMention(start, end, made.edtf, rule["name"], made.basis, made.reason or reason, role, made.count)


class _Impossible(ValueError):
    """Written as a date, but there is no such day."""


@dataclass(slots=True)
class _Made:
    edtf: str | None
    basis: DateBasis = "resolved"
    reason: str = ""
    count: int | None = None


@dataclass(slots=True)
class _Words:
    """The named groups of a match as numbers."""

    grammar: DateGrammar
    values: dict[str, str]
    rule: dict[str, Any]

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
        raise _Impossible(f"there is no day {day:02d}-{month:02d}" + (f"-{year}" if year else ""))


def nearest_year(month: int, day: int, anchor: date, *, past: bool = False) -> int:
    """The year that puts a day or month nearest to the anchor: the past unless at most `_AHEAD` days ahead."""
    limit = 0 if past else _AHEAD
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        if possible(year, month, day) and (date(year, month, day) - anchor).days <= limit:
            return year
    return anchor.year


def _year_for(month: int, day: int, anchor: _Anchor, *, past: bool = False) -> int | None:
    if anchor.day:
        return nearest_year(month, day, anchor.day, past=past)
    return anchor.year


def _day(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    day, month, year = words.number("d") or 1, words.month or 1, words.number("y")
    _check(year, month, day)
    if year:
        return _Made(str(Part(year, month, day)), "stated")
    return _Made(str(Part(_year_for(month, day, anchor), month, day)))


def _range(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made | None:
    day2, month2, year2 = words.number("d2") or 1, words.number("m2") or words.month or 1, words.number("y2")
    day, month = words.number("d") or 1, words.number("m") or month2
    _check(year2, month2, day2)
    if words.number("m") is None and day >= day2:
        return None
    end_year = year2 or _year_for(month2, day2, anchor)
    year = words.number("y") or (end_year - 1 if end_year and (month, day) > (month2, day2) else end_year)
    _check(year, month, day)
    edtf = f"{Part(year, month, day)}/{Part(end_year, month2, day2)}"
    return _Made(edtf, "stated" if year2 else "resolved")


def _month(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    month, year = words.month or 1, words.number("y")
    if year:
        return _Made(str(Part(year, month)), "stated")
    if "rel" in words.values:
        return _Made(str(Part(anchor.year + words.shift if anchor.year else None, month)))
    if anchor.day is None:
        return _Made(str(Part(anchor.year, month)))
    if "side" in words.values:
        ahead = words.shift > 0
        later = month >= anchor.day.month if ahead else month > anchor.day.month
        year = anchor.day.year + ((0 if later else 1) if ahead else (-1 if later else 0))
        return _Made(str(Part(year, month)))
    return _Made(str(Part(_year_for(month, 1, anchor, past="past" in words.values), month)))


def _months(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made | None:
    month, month2, year = words.number("m") or 1, words.number("m2") or 1, words.number("y2")
    if month >= month2:
        return None
    known = year or _year_for(month2, 1, anchor)
    return _Made(f"{Part(known, month)}/{Part(known, month2)}", "stated" if year else "resolved")


def _years(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made | None:
    first, last = words.number("y"), words.number("y2")
    if first is None or last is None or first >= last:
        return None
    return _Made(f"{first}/{last}", "stated", count=last - first)


def _year(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    return _Made(words.values["y"], "stated")


def _decade(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    year = int(words.values["y"])
    return _Made(f"{year}/{year + 9}", "stated")


def _in_year(words: _Words, anchor: _Anchor) -> tuple[int | None, DateBasis]:
    if year := words.number("y"):
        return year, "stated"
    return (anchor.year + words.shift if anchor.year else None), "resolved"


def _between(year: int | None, first: int, last: int, basis: DateBasis) -> _Made:
    return _Made(f"{Part(year, first)}/{Part(year, last)}" if first < last else str(Part(year, first)), basis)


def _first_months(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made | None:
    year, basis = _in_year(words, anchor)
    return _between(year, 1, words.count, basis) if words.count <= 12 else None


def _half(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    year, basis = _in_year(words, anchor)
    first = words.grammar.halves[words.values["half"]]
    return _between(year, first, first + 5, basis)


def _quarter(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    year, basis = _in_year(words, anchor)
    last = 3 * words.grammar.quarters[words.values["q"]]
    return _between(year, last - 2, last, basis)


def _anniversary(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made | None:
    if not 1 <= words.count <= 300:
        return None
    year = anchor.year - words.count if anchor.year else None
    reason = f"{words.count} years before {anchor.year}" if year else ""
    return _Made(str(year) if year else None, "derived", reason, words.count)


def _year_relative(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    return _Made(str(anchor.year + words.shift) if anchor.year else None)


def _month_relative(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    part = anchor.part
    if part is None or part.year is None or part.month is None:
        return _Made(None)
    months = part.year * 12 + part.month - 1 + words.shift
    return _Made(str(Part(months // 12, months % 12 + 1)))


def _day_of_month(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    made = _month_relative(words, anchor, before)
    if made.edtf is None:
        return made
    part = parse(made.edtf)[0]
    assert part is not None and part.month is not None
    _check(part.year, part.month, words.number("d") or 1)
    return _Made(str(Part(part.year, part.month, words.number("d"))))


def _week_relative(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    if anchor.day is None:
        return _Made(None)
    monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=words.shift)
    return _Made(f"{monday}/{monday + timedelta(days=6)}")


def _day_relative(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    return _Made(str(anchor.day + timedelta(days=words.rule["shift"])) if anchor.day else None)


def _same_day(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made | None:
    last = next((m for m in reversed(before) if m.edtf and "/" not in m.edtf and len(m.edtf) == 10), None)
    return _Made(last.edtf, last.basis, "the day named before") if last else None


def _weekday(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    if anchor.day is None:
        return _Made(None)
    wanted = words.grammar.weekdays[words.values.get("w") or words.values["sun"]]
    if "rel" in words.values:
        monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=words.shift)
        return _Made(str(monday + timedelta(days=wanted)))
    ahead = words.shift > 0
    gap = (wanted - anchor.day.weekday()) % 7 if ahead else -((anchor.day.weekday() - wanted) % 7)
    return _Made(str(anchor.day + timedelta(days=gap or (7 if ahead else -7))))


def _span(words: _Words, anchor: _Anchor, before: list[DateMention]) -> _Made:
    unit = words.grammar.units[words.values["unit"]]
    if anchor.day is None or words.count > 200:
        return _Made(None, count=words.count)
    other = _moved(anchor.day, unit, words.count * (1 if words.shift > 0 else -1))
    return _Made(f"{min(anchor.day, other)}/{max(anchor.day, other)}", count=words.count)


def _moved(day: date, unit: str, count: int) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, next(d for d in range(day.day, 0, -1) if possible(year, month, d)))


_MAKERS: dict[str, Callable[[_Words, _Anchor, list[DateMention]], _Made | None]] = {
    "day": _day,
    "range": _range,
    "month": _month,
    "months": _months,
    "years": _years,
    "year": _year,
    "decade": _decade,
    "first-months": _first_months,
    "half": _half,
    "quarter": _quarter,
    "anniversary": _anniversary,
    "year-relative": _year_relative,
    "month-relative": _month_relative,
    "day-of-month": _day_of_month,
    "week-relative": _week_relative,
    "day-relative": _day_relative,
    "same-day": _same_day,
    "weekday": _weekday,
    "span": _span,
}
"""The ways from named numbers to a date, by the name that a rule's `make` gives."""
