"""Which records are of one meeting.

Two records of the same parties are joined if something speaks for it (the same session, the same day, the same series
or people about the same time) and nothing against it (another day, place, session, series, form). A record that could
belong to several meetings joins the one of which most records tell, of equals the one with the most exact date that
comes first: one report that has the summit of Ha Noi in South Sudan gathers nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day
from functools import lru_cache
from typing import NamedTuple

from banggiao import edtf
from banggiao.lexicon import fold
from banggiao.model import Meeting
from banggiao.register.names import split_acronym
from banggiao.register.person_names import likeness

_NEAR_DAYS = 10
"""So near the report of an undated meeting must lie to the day of a dated one."""
_SPAN_DAYS = 8
"""A longer interval does not name an occasion by itself: two visits may fall in one month."""
_LONG_MONTHS = 24
_VAGUE = frozenset({"other"})
_HEADS = frozenset({"hoi", "nghi", "cuoc", "gap", "go", "dam", "hop", "phien", "ky", "lan", "thu", "giua", "va"})
"""Words with which any name may begin, by which one writer's "hội nghị thượng đỉnh" is another's "cuộc gặp cấp cao"."""
_ONE_SUMMIT_DAYS = 3
"""Two states have no two summits within so few days, however they are called."""
_folded = lru_cache(maxsize=16384)(fold)


class _Features(NamedTuple):
    at: int
    story: str
    record: Meeting
    bounds: tuple[Day, Day] | None
    exact: bool
    reported: Day | None
    words: frozenset[str]
    acronym: str | None
    people: tuple[str, ...]
    city: str

    @property
    def placeless(self) -> int:
        """How much of the place is not told: who tells it comes first, so that there is something to choose from."""
        return (self.record.city is None) + (self.record.country is None)


def group(records: Sequence[tuple[Meeting, str | None, str]]) -> list[list[int]]:
    """Positions of the records of each meeting. records: (meeting, publication date of its article, the article), in
    an order that does not depend on the order of adding."""
    features = [_features(at, *one) for at, one in enumerate(records)]
    order = sorted(
        features,
        key=lambda f: (
            -edtf.precision(f.record.date),
            f.record.date or "",
            f.record.session is None,
            f.placeless,
            f.at,
        ),
    )
    groups: list[list[_Features]] = []
    days = _Days()
    near = _Near()
    for one in order:
        home = max(
            (
                number
                for number in near.groups(one, len(groups))
                if days.may_hold(number, one)
                and not any(_against(one, o) for o in groups[number])
                and any(_for(one, o) for o in groups[number])
            ),
            key=lambda number: (len(groups[number]), -number),
            default=None,
        )
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        near.note(one, home)
        days.note(home, one)
    return [[f.at for f in g] for g in groups]


class _Near:
    """Which groups a record may join at all: without it a pair of thousands of meetings would hold each against every
    other. What `_for` asks for is that two share a session, a month of their dates, or the time of their reports, or
    that the year of one is not known."""

    def __init__(self) -> None:
        self._groups: dict[int, set[int]] = {}
        self._anywhere: set[int] = set()

    def groups(self, one: _Features, count: int) -> list[int]:
        """In the order in which they were begun."""
        keys = _keys(one, _NEAR_DAYS)
        if keys is None:
            return list(range(count))
        return sorted(self._anywhere.union(*(self._groups.get(key, ()) for key in keys)))

    def note(self, one: _Features, group: int) -> None:
        keys = _keys(one, 0)
        if keys is None:
            self._anywhere.add(group)
        for key in keys or ():
            self._groups.setdefault(key, set()).add(group)


class _Days:
    """The days that all dated records of a group have in common, as far as their years are known: a record of none of
    them is of another meeting, whatever else it says. Most of what is near is so, and need not be looked at."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[Day, Day]] = {}

    def may_hold(self, group: int, one: _Features) -> bool:
        common = self._of.get(group)
        return common is None or one.bounds is None or (one.bounds[0] <= common[1] and common[0] <= one.bounds[1])

    def note(self, group: int, one: _Features) -> None:
        if one.bounds is not None:
            first, last = self._of.get(group, one.bounds)
            self._of[group] = max(first, one.bounds[0]), min(last, one.bounds[1])


def _keys(one: _Features, around: int) -> list[int] | None:
    """Session, months, and tenths of days of the report, `around` days more on either side; None for all times. The
    last two bits of a key say which it is."""
    keys = [one.record.session << 2] if one.record.session is not None else []
    time = one.bounds if one.exact else None
    if one.bounds:
        first, last = one.bounds
        months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
        if len(months) > _LONG_MONTHS:
            return None
        keys += [month << 2 | 1 for month in months]
    elif one.record.date:
        return None  # the year is not known
    elif one.reported:
        time = one.reported, one.reported
    if time:
        tens = range((time[0].toordinal() - around) // 10, (time[1].toordinal() + around) // 10 + 1)
        keys += [ten << 2 | 2 for ten in tens]
    return keys


def _features(at: int, record: Meeting, published: str | None, article: str) -> _Features:
    bounds = edtf.bounds(record.date) if record.date else None
    reported = edtf.bounds(published) if published else None
    words, acronym = _series(record.mechanism or "")
    return _Features(
        at=at,
        story=f"{article} {record.story}",
        record=record,
        bounds=bounds,
        exact=bounds is not None and (bounds[1] - bounds[0]).days <= _SPAN_DAYS,
        reported=reported[1] if reported else None,
        words=words,
        acronym=acronym,
        people=tuple(record.people),
        city=_folded(record.city or ""),
    )


@lru_cache(maxsize=65536)
def _series(name: str) -> tuple[frozenset[str], str | None]:
    """The words of the name of a series that tell it from others, and its acronym."""
    full, acronym = split_acronym(name)
    words = fold(full).replace("thuong dinh", "cap cao").split()
    return frozenset(words).difference(_HEADS), acronym


def _against(a: _Features, b: _Features) -> bool:
    one, two = a.record, b.record
    if a.story == b.story:  # a story that tells of two occasions tells them apart
        return True
    if not _may_be_at_once(a, b):
        return True
    if one.session is not None and two.session is not None and one.session != two.session:
        return True
    if a.city and b.city and a.city != b.city:
        return True
    if one.country and two.country and one.country != two.country:
        return True
    series = _same_series(a, b)
    if series is False and _one_summit(a, b):
        series = None
    if series is False:
        return True
    if series is None and one.form != two.form and not {one.form, two.form} & _VAGUE:
        return True
    if {one.phase, two.phase} == {"held", "cancelled"}:
        return True
    # On one day a president and a minister of the same two states may each have talks of their own.
    return bool(series is None and a.people and b.people and not _share_people(a, b))


def _one_summit(a: _Features, b: _Features) -> bool:
    """Whether both are summits of the same two parties within a few days."""
    if a.record.form != b.record.form or a.record.form != "summit" or len(set(a.record.parties)) != 2:
        return False
    if a.acronym or b.acronym or not (a.bounds and b.bounds):
        return False
    return (max(a.bounds[1], b.bounds[1]) - min(a.bounds[0], b.bounds[0])).days <= _ONE_SUMMIT_DAYS


def _may_be_at_once(a: _Features, b: _Features) -> bool:
    """What `edtf.compatible` says of their dates, of known years without asking it: of two great powers' meetings that
    was half the time."""
    if a.bounds and b.bounds:
        return a.bounds[0] <= b.bounds[1] and b.bounds[0] <= a.bounds[1]
    return edtf.compatible(a.record.date, b.record.date)


def _for(a: _Features, b: _Features) -> bool:
    one, two = a.record, b.record
    series = _same_series(a, b)
    if series and one.session is not None and one.session == two.session:
        return True
    if a.exact and b.exact:
        return True
    people = _share_people(a, b)
    if one.date and two.date and not (a.bounds and b.bounds):  # a day of an unknown year
        return bool(series or (people and a.city and a.city == b.city))
    if a.bounds and b.bounds:
        return bool(series or people)
    return bool((series or people) and _near(a, b))


def _near(a: _Features, b: _Features) -> bool:
    """Whether an undated meeting was reported about the time of the other."""
    times = []
    for f in (a, b):
        if f.exact and f.bounds:
            times.append(f.bounds)
        elif f.reported and not f.record.date:
            times.append((f.reported, f.reported))
        else:
            return False
    (first, last), (start, end) = times
    return (start - last).days <= _NEAR_DAYS and (first - end).days <= _NEAR_DAYS


def _same_series(a: _Features, b: _Features) -> bool | None:
    """Whether the names are of one series; None where one of them has no name. Names without acronyms differ in few
    words even between series ("Hội nghị cấp cao", "Hội nghị quan chức cấp cao"), so their forms must agree too."""
    if a.acronym and b.acronym:
        return a.acronym == b.acronym
    if not a.words or not b.words:
        return None
    if a.record.form != b.record.form and not {a.record.form, b.record.form} & _VAGUE:
        return False
    common = len(a.words & b.words)
    return common / min(len(a.words), len(b.words)) >= 0.75 and common / max(len(a.words), len(b.words)) >= 0.5


def _share_people(a: _Features, b: _Features) -> bool:
    return any(likeness(p, q) for p in a.people for q in b.people)
