"""A party: where its partners stand, its meetings by year, its people, its series, its calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao import edtf
from banggiao.briefs.material import Numbering
from banggiao.register import Fact, Head
from banggiao.register.ladder import LEVELS, current, levels
from banggiao.register.pairing import post_rank, seen_lately
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays, Days, party_of
from banggiao.web.desk import Desk, address, desk, page
from banggiao.web.listing import REPORTS, lines_of, sources_of
from banggiao.web.turning import turning

router = APIRouter()
SHOWN = 12
PEOPLE = 20
_POSTS = 200
"""Of so many posts that were named last the highest are shown."""
_LATEST = 1_000
"""In so many of its latest meetings a party's further partners and series are counted."""
_LOOKED = 60

Name = Annotated[str, Path(max_length=200, description="A party by code or any name.")]


@dataclass(slots=True, frozen=True)
class Standing:
    """A partner and the highest level that stands. since: when it was founded (EDTF), if anybody says."""

    party: str
    level: str
    since: str | None


@dataclass(slots=True)
class Overview:
    """Of one party: its partners by level, highest first; further partners that it met; meetings by year."""

    party: str
    levels: dict[str, list[Standing]] = field(default_factory=dict)
    met: list[tuple[str, int]] = field(default_factory=list)
    years: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class _Answers:
    """What the page shows. ahead, past: meetings, the nearest first. series: with how many sessions each."""

    view: Overview
    ahead: list[Fact]
    past: list[Fact]
    people: list[Fact]
    series: list[tuple[str, int]]


def overview(at: Desk, code: str, days: Days, meetings: Sequence[Head]) -> Overview:
    """What the facts say of a party's partners as of a day. meetings: the latest."""
    as_of, by = days.as_of or at.today(), days.reported_by
    out = Overview(code)
    by_pair: dict[str, list[Head]] = {}
    for fact in at.register.heads_known(parties=(code,), kinds=("status",), known_by=by):
        if len(others := set(fact.record.parties) - {code}) == 1:
            by_pair.setdefault(others.pop(), []).append(fact)
    articles = at.register.articles_about([(code, other) for other in by_pair], known_by=by)
    for other, facts in sorted(by_pair.items()):
        many = articles.get((code, other), 0)
        standing = [rung for rung in levels(facts, as_of, articles=many) if rung.state == "in-force" and not rung.thin]
        if standing:
            level = current(standing)
            rung = next((one for one in standing if one.level == level), standing[0])
            out.levels.setdefault(rung.level, []).append(Standing(other, rung.level, rung.since))
    order = {level: -number for number, level in enumerate(LEVELS)}
    out.levels = dict(sorted(out.levels.items(), key=lambda pair: (order.get(pair[0], 1), pair[0])))
    placed = {standing.party for found in out.levels.values() for standing in found}
    met = Counter(
        other for fact in meetings for other in set(fact.record.parties) - {code} if len(fact.record.parties) <= 3
    )
    out.met = [(other, n) for other, n in met.most_common() if other not in placed][:40]
    years = at.register.meetings_by_year(code, known_by=by)
    if days.as_of:  # a plan is no meeting of that day
        years = {year: count for year, count in years.items() if int(year) <= days.as_of.year}
    if years:
        out.years = {str(year): years.get(str(year), 0) for year in range(int(min(years)), int(max(years)) + 1)}
    return out


@router.get("/party/{name}", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, name: Name, days: AskedDays) -> Response:
    at = desk(request)
    code = party_of(at.lexicon, name)
    if code != name:
        return RedirectResponse(address(request, f"/party/{code}", **request.query_params), 307)
    words = at.words(language.of(request))
    numbering = Numbering()
    found = at.memory.get(("party", code, days, at.today()), lambda: _answers(at, code, days), (code,))
    ahead, past, people = (lines_of(some, numbering, words) for some in (found.ahead, found.past, found.people))
    return page(
        request,
        "party.html.j2",
        known=at.lexicon.parties[code],
        code=code,
        view=found.view,
        ahead=ahead,
        past=past,
        people=people,
        series=found.series,
        sources=sources_of([*ahead, *past, *people], numbering, words),
        **turning(at, days),
    )


@router.get("/api/party/{name}", tags=["questions"], summary="Where the partners of a party stand")
def data(request: Request, name: Name, days: AskedDays) -> Response:
    at = desk(request)
    code = party_of(at.lexicon, name)
    return as_json(overview(at, code, days, _meetings(at, code, days)))


def _answers(at: Desk, code: str, days: Days) -> _Answers:
    by = days.reported_by
    as_of = days.as_of or at.today()
    meetings = _meetings(at, code, days)
    offices = at.register.heads(parties=(code,), kinds=("office",), known_by=by, order="seen", limit=_POSTS)
    posts = [head for head in offices if getattr(head.record, "party", None) == code]
    of_it: dict[str, Any] = {"parties": (code,), "kinds": ("meeting",), "known_by": by}
    coming = days.hold(at.register.heads(**of_it, since=as_of))[::-1]
    before = as_of - timedelta(days=1)
    gone = [head for head in at.register.heads(**of_it, until=before, limit=_LOOKED) if (_ends(head) or as_of) < as_of]
    gone = days.hold(gone)
    held = Counter(series for head in meetings if (series := getattr(head.record, "mechanism", None)))
    ahead, past, people = (
        at.register.facts_of([head.id for head in some], known_by=by, reports=REPORTS)
        for some in (coming[:SHOWN], gone[:SHOWN], sorted(posts, key=_office_order)[:PEOPLE])
    )
    return _Answers(overview(at, code, days, meetings), ahead, past, people, held.most_common(PEOPLE))


def _meetings(at: Desk, code: str, days: Days) -> list[Head]:
    """The latest meetings of a party: whom it meets, in which series."""
    found = at.register.heads(parties=(code,), kinds=("meeting",), known_by=days.reported_by, limit=_LATEST)
    return days.hold(found)


def _ends(fact: Fact | Head) -> Day | None:
    bounds = edtf.bounds(date) if (date := getattr(fact.record, "date", None)) else None
    return bounds[1] if bounds else None


def _office_order(head: Head) -> tuple[int, int, str]:
    """The highest posts first; of one post who was named last."""
    role = getattr(head.record, "role", "other")
    return -post_rank(role), -seen_lately(head.last_reported, head.reports), head.id
