"""Which records are of one meeting.

Two records of the same parties are joined if something speaks for it (the same session, the same day, the same series
or people about the same time) and nothing against it (another day, place, session, series, form). A record that could
belong to several meetings joins the one of which most records tell, of equals the one with the most exact date that
comes first: one report that has the summit of Ha Noi in South Sudan gathers nobody.

A summit of two states, or of a body alone, is one of few: every paper calls it otherwise ("thượng đỉnh Trump - Kim",
"G -20"), counts it otherwise, announces it months before and recalls it months after, often without a day. What is
announced for a place is what was held there within half a year (`_AHEAD_DAYS`), whatever the paper calls it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date as Day

from banggiao import edtf
from banggiao.model import Meeting
from banggiao.register.meeting_features import Features, are_others, features_of
from banggiao.register.person_names import likeness
from banggiao.register.series_names import NOTHING_SAID, SeriesTold

_NEAR_DAYS = 10
"""So near the report of an undated meeting must lie to the day of a dated one."""
_AHEAD_DAYS = 180
"""So long before its day a summit is announced, or after it recalled, without the day but with its place. Series that
meet twice a year (ASEAN) do so five months apart."""
_FAR_MORE = 5
"""So many times as many records tell of one of several summits in a place as of all others, which are errors then."""
_INVITED_DAYS = 60
"""The same of somebody's visit to a country."""
_LONG_MONTHS = 24
_VAGUE = frozenset({"other"})
_LASTING = frozenset({"summit", "ministerial", "senior-officials", "visit", "exercise", "forum"})
"""Forms of what lasts for days. Talks on the day after are others."""
_ONE_SUMMIT_DAYS = 3
"""Two states have no two summits within so few days, however they are called and counted."""


def group(
    records: Sequence[tuple[Meeting, str | None, str]],
    names: Collection[str] = frozenset(),
    said: SeriesTold = NOTHING_SAID,
) -> list[list[int]]:
    """Positions of the records of each meeting. records: (meeting, publication date of its article, the article), in
    an order that does not depend on the order of adding, all of the same parties. names: the folded words of which the
    names of these parties consist. said: what people said of names of series."""
    every = [features_of(at, *one, names, said) for at, one in enumerate(records)]
    order = sorted(
        every,
        key=lambda f: (
            -edtf.precision(f.record.date),
            f.record.date or "",
            f.record.session is None,
            f.placeless,
            f.at,
        ),
    )
    groups: list[list[Features]] = []
    days = _Days()
    near = _Near()
    for one in order:
        close = near.groups(one, len(groups))
        able = [n for n in close if _may_join(one, n, groups[n], days)]
        if not able and (alone := _in_its_place(one, groups, close)) is not None:
            able.append(alone)
        home = max(able, key=lambda number: (len(groups[number]), -number), default=None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        near.note(one, home)
        days.note(home, one)
    return [[f.at for f in g] for g in groups]


def _may_join(one: Features, number: int, group: Sequence[Features], days: _Days) -> bool:
    """Whether a record may be of the meeting of a group."""
    if days.may_hold(number, one):
        return not any(_against(one, o) for o in group) and any(_for(one, o) for o in group)
    span = days.span(number, one)
    if not span and (one.summit is None or not any(_near_summit(one, o) for o in group)):
        return False
    return not any(_against(one, o, span) for o in group)


def _in_its_place(one: Features, groups: Sequence[Sequence[Features]], near: Iterable[int]) -> int | None:
    """Of those near the one summit that was where a report has it of which nobody knows when it was written. Of several
    it is of the one of which nearly all tell; else it may be any, and is of none but what other such reports tell."""
    if one.summit is None or one.record.date or one.reported:
        return None
    found = [
        number
        for number in near
        if not any(_against(one, o) for o in groups[number])
        and any(_like_summits(one, o) and _in_one_place(one, o) for o in groups[number])
    ]
    if len(found) > 1:
        most = max(found, key=lambda number: len(groups[number]))
        if len(groups[most]) >= _FAR_MORE * sum(len(groups[number]) for number in found if number != most):
            return most
        found = [number for number in found if not any(o.record.date or o.reported for o in groups[number])]
    return found[0] if len(found) == 1 else None


def _places(one: Features) -> list[str]:
    """The city and the country of a summit."""
    return [place for place in (one.city, one.record.country) if place] if one.summit is not None else []


class _Near:
    """Which groups a record may join at all: without it a pair of thousands of meetings would hold each against every
    other. What `_for` asks for is that two share a session, a month of their dates, the time of their reports, or the
    place of a summit, or that the year of one is not known."""

    def __init__(self) -> None:
        self._groups: dict[int, set[int]] = {}
        self._summits: dict[str, set[int]] = {}
        self._anywhere: set[int] = set()

    def groups(self, one: Features, count: int) -> list[int]:
        """In the order in which they were begun."""
        keys = _keys(one, _INVITED_DAYS if one.record.form == "visit" and one.people else _NEAR_DAYS)
        if keys is None:
            return list(range(count))
        there = [self._summits.get(place, ()) for place in _places(one)] if not one.record.date else []
        return sorted(self._anywhere.union(*(self._groups.get(key, ()) for key in keys), *there))

    def note(self, one: Features, group: int) -> None:
        for place in _places(one):
            self._summits.setdefault(place, set()).add(group)
        keys = _keys(one, 0)
        if keys is None:
            self._anywhere.add(group)
        for key in keys or ():
            self._groups.setdefault(key, set()).add(group)


class _Days:
    """The days that all dated records of a group have in common, as far as their years are known: a record of none of
    them is of another meeting, whatever else it says. Most of what is near is so, and need not be looked at.

    Save what lasts for days: where one report has a summit on the 27th and 28th, those of the 27th and those of the
    28th tell of it. Without that they were two meetings, and reports of both days joined either."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[Day, Day]] = {}
        self._spans: dict[int, list[Features]] = {}

    def may_hold(self, group: int, one: Features) -> bool:
        common = self._of.get(group)
        return common is None or one.bounds is None or (one.bounds[0] <= common[1] and common[0] <= one.bounds[1])

    def span(self, group: int, one: Features) -> tuple[Day, Day] | None:
        """The days over which a group's meeting lasts, where a record is of one of them and of that meeting."""
        return next((span.bounds for span in self._spans.get(group, ()) if _is_part(one, span)), None)

    def note(self, group: int, one: Features) -> None:
        if one.bounds is None:
            return
        first, last = self._of.get(group, one.bounds)
        common = max(first, one.bounds[0]), min(last, one.bounds[1])
        if common[0] <= common[1]:
            self._of[group] = common
        if one.exact and one.bounds[0] < one.bounds[1] and one.record.form in _LASTING:
            self._spans.setdefault(group, []).append(one)


def _keys(one: Features, around: int) -> list[int] | None:
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


def _is_part(one: Features, span: Features) -> bool:
    """Whether a record tells of a day of what another has lasting for several: the same session, series, summit of two
    or visit of somebody."""
    if not (one.exact and one.bounds and span.bounds) or one.record.form != span.record.form:
        return False
    if one.bounds[0] < span.bounds[0] or one.bounds[1] > span.bounds[1]:
        return False
    session = one.record.session is not None and one.record.session == span.record.session
    visit = one.record.form == "visit" and _share_people(one, span)
    same = session or visit or _one_summit(one, span) or _same_series(one, span)
    return bool(same) and not _against(one, span)


def _against(a: Features, b: Features, within: tuple[Day, Day] | None = None) -> bool:
    """Whether something speaks against two records' being of one meeting. within: days in which both may be, other than
    each other's."""
    one, two = a.record, b.record
    near = _near_summit(a, b)
    summit = near or _same_number(a, b)
    if a.story == b.story and not summit:  # a story that tells of two occasions tells them apart
        return True
    lasting = within and b.bounds and within[0] <= b.bounds[0] and b.bounds[1] <= within[1]
    if not lasting and not near and not _may_be_at_once(a, b):
        return True
    if one.session is not None and two.session is not None and one.session != two.session:
        # Papers count the summits of two states each in its own way; of a body two numbers may meet at once, as the
        # 28th and 29th summit of ASEAN did.
        if not summit or len(set(one.parties)) < 2:
            return True
    if a.city and b.city and a.city != b.city:
        return True
    if one.country and two.country and one.country != two.country:
        return True
    series = summit or _same_series(a, b)
    if series is False:
        return True
    if series is None and one.form != two.form and not {one.form, two.form} & _VAGUE and not _talks_of_summit(a, b):
        return True
    if {one.phase, two.phase} == {"held", "cancelled"}:
        return True
    # On one day a president and a minister of the same two states may each have talks of their own.
    return bool(series is None and a.people and b.people and not _share_people(a, b))


def _one_summit(a: Features, b: Features) -> bool:
    """Whether both are summits of the same two parties, or of one body, within a few days or with one number."""
    return _near_summit(a, b) or _same_number(a, b)


def _like_summits(a: Features, b: Features) -> bool:
    """Whether nothing in their names tells two summits of the same parties apart."""
    return a.summit is not None and a.summit == b.summit and b.name not in a.others


def _same_number(a: Features, b: Features) -> bool:
    return _like_summits(a, b) and a.record.session is not None and a.record.session == b.record.session


def _near_summit(a: Features, b: Features) -> bool:
    """Like summits within a few days: one report has the day on which it began, another that of its end."""
    if not _like_summits(a, b) or not a.record.date or not b.record.date:
        return False
    days = edtf.days_of_both(a.record.date, b.record.date)
    return days is not None and days <= _ONE_SUMMIT_DAYS


def _may_be_at_once(a: Features, b: Features) -> bool:
    """What `edtf.compatible` says of their dates, of known years without asking it: of two great powers' meetings that
    was half the time."""
    if a.bounds and b.bounds:
        return a.bounds[0] <= b.bounds[1] and b.bounds[0] <= a.bounds[1]
    return edtf.compatible(a.record.date, b.record.date)


def _for(a: Features, b: Features) -> bool:
    one, two = a.record, b.record
    series = _one_summit(a, b) or _same_series(a, b)
    if series and one.session is not None and one.session == two.session:
        return True
    if a.exact and b.exact:
        return True
    if one.date and two.date and not (a.bounds and b.bounds):  # a day of an unknown year
        # Two ministers may meet at a yearly forum on the same day in two years, one of them another man by then.
        return bool(series or (a.city and a.city == b.city and _share_people(a, b, whole=True)))
    people = _share_people(a, b)
    if a.bounds and b.bounds:
        return bool(series or people)
    return bool((series or people) and (_near(a, b) or _announced(a, b)))


def _talks_of_summit(a: Features, b: Features) -> bool:
    """Whether one are the talks of the two at the other, their summit: on its day, without a name, and
    of nobody else."""
    summit, talks = (a, b) if a.summit is not None else (b, a)
    if summit.summit is None or talks.record.form != "talks" or talks.words or talks.acronym:
        return False
    if len(set(summit.record.parties)) != 2 or not (summit.exact and talks.exact):
        return False
    return all(any(likeness(p, q) for q in summit.people) for p in talks.people)


def _announced(a: Features, b: Features) -> bool:
    """Whether one is an undated report of a summit, or of somebody's visit, in the place where the other, dated one
    was, written in the months before it where it is a plan, or after it."""
    dated, other = (a, b) if a.exact else (b, a)
    if not dated.exact or not dated.bounds or other.record.date or not other.reported or not _in_one_place(a, b):
        return False
    first, last = dated.bounds
    if _like_summits(a, b):
        most = _AHEAD_DAYS
    elif a.record.form == b.record.form == "visit" and _share_people(a, b):
        most = _INVITED_DAYS
    else:
        return False
    days = (first - other.reported).days if other.record.phase == "planned" else (other.reported - last).days
    return -_NEAR_DAYS <= days <= most


def _in_one_place(a: Features, b: Features) -> bool:
    """Whether both have the same city, or the same country."""
    return bool((a.city and a.city == b.city) or (a.record.country and a.record.country == b.record.country))


def _near(a: Features, b: Features) -> bool:
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


def _same_series(a: Features, b: Features) -> bool | None:
    """Whether the names are of one series; None where one of them has no name. Names without acronyms differ in few
    words even between series ("Hội nghị cấp cao", "Hội nghị quan chức cấp cao"), so their forms must agree too."""
    if b.name in a.others:
        return False
    if a.series >= 0 and a.series == b.series:
        return True
    if _like_summits(a, b):
        return True
    if a.summit is not None and b.summit is not None and are_others(a.summit, b.summit):
        return False
    if a.acronym and b.acronym:
        return a.acronym == b.acronym
    if not a.words or not b.words:
        return None
    if a.record.form != b.record.form and not {a.record.form, b.record.form} & _VAGUE:
        return False
    common = len(a.words & b.words)
    return common / min(len(a.words), len(b.words)) >= 0.75 and common / max(len(a.words), len(b.words)) >= 0.5


def _share_people(a: Features, b: Features, *, whole: bool = False) -> bool:
    """Whether somebody is at both, or, if `whole`, all whom the one that names fewer has."""
    few, more = sorted((a.people, b.people), key=len)
    known = (any(likeness(p, q) for q in more) for p in few)
    return bool(few) and all(known) if whole else any(known)
