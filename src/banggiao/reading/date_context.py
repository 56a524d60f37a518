"""What an undated story tells about its own year, so that its days without a year get one.

Only evidence that leaves one answer counts: a session whose year is known, an anniversary beside the year of what it
celebrates, the figures of a part of a year. Where two disagree, or nothing speaks, the year stays unknown (`XXXX`). All
that is filled in here is marked `derived`, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from banggiao.edtf import Part, parse, possible

if TYPE_CHECKING:
    from banggiao.reading.dates import DateMention

_UNKNOWN = "XXXX"


@dataclass(slots=True, frozen=True)
class YearHint:
    """The year in which a story plays, and what tells it: "AMM 51 was held in 2018"."""

    year: int
    reason: str


def derive_publication_year(dates: Sequence[DateMention], hints: Iterable[YearHint] = ()) -> YearHint | None:
    """The year of one story without a publication date. `dates` are its mentions, `hints` what the lexicon knows of
    the sessions that it names. Hints go before anniversaries, those before parts of a year; None unless they agree."""
    for found in (list(hints), list(_anniversaries(dates)), list(_parts_of_years(dates))):
        if found:
            return found[0] if len({hint.year for hint in found}) == 1 else None
    return None


def _anniversaries(dates: Sequence[DateMention]) -> Iterable[YearHint]:
    """An anniversary of n years in a story that also has a period of just n years ("(1973-2018)")."""
    counts = {date.count for date in dates if date.role == "anniversary" and date.edtf is None}
    for date in dates:
        first, last = _ends(date)
        if date.basis != "stated" or not first or not last or None in (first.year, last.year):
            continue
        if first.month is None and first.year != last.year and int(last.year or 0) - int(first.year or 0) in counts:
            yield YearHint(int(last.year or 0), f"{int(last.year or 0) - int(first.year or 0)} years, {date.edtf}")


def _parts_of_years(dates: Sequence[DateMention]) -> Iterable[YearHint]:
    """The last part of a year that the story gives as months from/to of one year, where every day and month without a
    year comes in that part or after it: the press gives figures of the running year, so it was written in that year."""
    open_months = [month for date in dates for month in _open_months(date)]
    parts = []
    for date in dates:
        first, last = _ends(date)
        if date.basis == "stated" and first and last and first.month and first.day is None and first.year == last.year:
            if first.year is not None and last.month is not None and first.month != last.month:
                parts.append((first.year, first.month, date.edtf))
    if parts and open_months:
        year, month, edtf = max(parts)
        if min(open_months) >= month:
            yield YearHint(year, f"the story gives {edtf}")


def _open_months(date: DateMention) -> list[int]:
    if not date.edtf or not date.edtf.startswith(_UNKNOWN):
        return []
    return [end.month for end in _ends(date) if end and end.month]


def _ends(date: DateMention) -> tuple[Part | None, Part | None]:
    return parse(date.edtf) if date.edtf else (None, None)


def fill_years(dates: list[DateMention], hints: Iterable[YearHint] = ()) -> YearHint | None:
    """Fills in place the unknown years among one story's dates; the year that was derived for the story, if any.

    A day takes the year of the same day written in full elsewhere in the story; the rest, anniversaries too, take the
    story's year.
    """
    if not any(date.edtf is None or date.edtf.startswith(_UNKNOWN) for date in dates):
        return None
    full: dict[tuple[int, int], set[int]] = {}
    for date in dates:
        first, last = _ends(date)
        if date.basis == "stated" and first and first == last and first.year and first.month and first.day:
            full.setdefault((first.month, first.day), set()).add(first.year)
    story = derive_publication_year(dates, hints)
    for date in dates:
        first, last = _ends(date)
        if date.edtf is None and date.role == "anniversary" and date.count and story:
            date.edtf = str(story.year - date.count)
            date.basis, date.reason = "derived", f"{date.count} years before {story.year}: {story.reason}"
        elif first and last and first.year is None and first.month:
            years = full.get((first.month, first.day or 0), set()) if first == last else set()
            if len(years) == 1:
                hint = YearHint(min(years), "the same day stands with its year elsewhere in the story")
            elif not years and story:
                hint = story
            else:
                continue
            _fill(date, first, last, hint)
    return story


def _fill(date: DateMention, first: Part, last: Part, hint: YearHint) -> None:
    for end in (first, last):
        if not possible(hint.year, end.month or 1, end.day or 1):
            return
    if first == last:
        edtf = str(replace(first, year=hint.year))
    elif last.year is None and (first.month, first.day or 0) <= (last.month, last.day or 0):
        edtf = f"{replace(first, year=hint.year)}/{replace(last, year=hint.year)}"
    else:
        return  # over New Year: which of the two years it is, nothing tells
    date.edtf, date.basis, date.reason = edtf, "derived", f"year {hint.year}: {hint.reason}"
