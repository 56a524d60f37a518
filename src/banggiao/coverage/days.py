"""The days and sessions that an article names, and what they say about two articles.

Reports of one event name the same day; the next report of the same series ("giá xăng", a weekly draw, a yearly
meeting) names another. What counts is the day that the beginning names: further down every report of an affair names
the day on which it began. Of labelled pairs of alike articles whose beginnings both name a day, 108 about one event
name days at most a week apart and 4 others; of pairs about two events it is 67 and 96.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Day

from banggiao import edtf
from banggiao.coverage.told import Told
from banggiao.normal import lower

_GAPS = ((1, 1.2), (4, 1.1), (7, 0.9))  # days apart → factor; swept 1-1.5, 1-1.2, 0.6-1; beyond the last:
_OTHER = 0.4  # swept 0.2-0.7
_LEAD_WORDS = 80  # swept 40-120
_SERIES = 0.1  # two headlines with a day each, and not the same: "Giá vàng hôm nay 15/6", "Giá vàng hôm nay 20/5"
_NEXT = 0.6  # the same, a day apart: the next of a daily series, or the next day's report of one event
_SESSION = 0.5  # "hội nghị lần thứ 51", "hội nghị lần thứ 52", whatever else the two share
_LATE = ((3, 1.1), (10, 1.0), (40, 0.8))  # days between two publications → factor; beyond the last:
_LATER = 0.6

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(
    r"(?<![\d/.,-])(?P<from>\d{1,2})\s?[-–]\s?(?P<d1>\d{1,2})/(?P<m1>\d{1,2})(?!\d)"
    r"|(?<![\d/.,-])(?P<d2>\d{1,2})\s?(?:/|tháng)\s?(?P<m2>\d{1,2})(?!\d)"
    # With a hyphen it may be a score: only behind a word of time.
    r"|(?:ngày|sáng|trưa|chiều|tối|đêm|nay|qua|mai|từ|đến|và|\()\s?(?P<d3>\d{1,2})-(?P<m3>\d{1,2})(?![\d/])"
    rf"|\b(?P<d4>\d{{1,2}}) (?P<w4>{_MONTH})[a-z]*|\b(?P<w5>{_MONTH})[a-z]* (?P<d5>\d{{1,2}})\b"
)
_NTH = re.compile(r"lần (?:thứ )?(\d+)|\b(\d+)(?:st|nd|rd|th)\b")
_STARTS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


@dataclass(slots=True, frozen=True)
class Days:
    """named: days of the year (1-366). lead: those of the headline and the beginning. title: those of the headline.
    sessions: the numbers of sessions. published: the day of publication."""

    named: tuple[int, ...]
    lead: tuple[int, ...]
    title: tuple[int, ...]
    sessions: frozenset[str]
    published: Day | None


def days_of(article: Told, published: str | None = None) -> Days:
    """The days that the headline and the story name, and the day of publication (EDTF) where it is known to the day."""
    headline, story = (lower(part) for part in article)
    title = _named(headline)
    lead = dict.fromkeys((*title, *_named(" ".join(story.split()[:_LEAD_WORDS]))))
    bounds = edtf.bounds(published) if published else None
    day = bounds[0] if bounds and bounds[0] == bounds[1] else None
    named = tuple(dict.fromkeys((*title, *_named(story))))
    sessions = (match[1] or match[2] for match in _NTH.finditer(f"{headline}\n{story}"))
    return Days(named, tuple(lead), title, frozenset(sessions), day)


def _named(low: str) -> tuple[int, ...]:
    named: dict[int, None] = {}
    for match in _DAY.finditer(low):
        found = {name[0]: value for name, value in match.groupdict().items() if value and name != "from"}
        month = int(found["m"]) if "m" in found else _MONTHS.index(found["w"]) + 1
        for day in filter(None, (match["from"], found["d"])):
            if 1 <= month <= 12 and 1 <= int(day) <= 31:
                named.setdefault(_STARTS[month - 1] + int(day))
    return tuple(named)


def agreement(a: Days, b: Days) -> float:
    """The factor by which days that agree, or do not, change how alike two articles are; 1 where nothing is known."""
    factor = 1.0
    if a.title and b.title and (gap := _nearest(a.title, b.title)):
        factor = _NEXT if gap == 1 else _SERIES
    elif a.named and b.named:
        gap = _nearest(a.lead, b.lead) if a.lead and b.lead else _nearest(a.named, b.named)
        factor = next((found for limit, found in _GAPS if gap <= limit), _OTHER)
    if a.sessions and b.sessions and not a.sessions & b.sessions:
        factor *= _SESSION
    if a.published and b.published:
        late = abs((a.published - b.published).days)
        factor *= next((found for limit, found in _LATE if late <= limit), _LATER)
    return factor


def _nearest(these: tuple[int, ...], those: tuple[int, ...]) -> int:
    return min(_apart(x, y) for x in these for y in those)


def _apart(a: int, b: int) -> int:
    apart = abs(a - b)
    return min(apart, 365 - apart)
