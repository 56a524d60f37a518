"""Today: what was last reported, what lies ahead, what is due, where reports differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao import edtf
from banggiao.briefs.data import fact_data
from banggiao.briefs.material import Numbering
from banggiao.errors import UsageError
from banggiao.register import Fact, Register
from banggiao.register.conflicts import KINDS, disagreements
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import day, pair_of
from banggiao.web.desk import address, desk, page
from banggiao.web.listing import lines_of, sources_of
from banggiao.web.views.lists import waiting

router = APIRouter()
LATEST = 30
AHEAD = 12
OVERDUE_YEARS = 3
"""Targets that were due longer ago are history, not work."""


@dataclass(slots=True, frozen=True)
class Now:
    """latest: facts by their first report, newest first, up to `LATEST`; new: how many of all were first reported since
    the day asked for. ahead: meetings that are still to come. due: targets due this year or overdue. differing: how
    many disagreements wait."""

    since: str | None
    new: int
    latest: list[Fact]
    ahead: list[Fact]
    due: list[Fact]
    differing: int


def now(register: Register, today: Day, since: Day | None) -> Now:
    """What the desk shows first on a day."""
    facts = register.facts()
    known = sorted((f for f in facts if f.first_reported), key=lambda f: (f.first_reported or "", f.id), reverse=True)
    new = sum((f.first_reported or "") >= since.isoformat() for f in known) if since else 0
    meetings = [f for f in facts if f.kind == "meeting" and _lies_ahead(f, today)]
    early = today - timedelta(days=365 * OVERDUE_YEARS)
    due = [f for f in facts if f.kind == "target" and _due(f, early, Day(today.year, 12, 31))]
    differing = len(waiting(disagreements(f for f in facts if f.kind in KINDS)))
    return Now(since.isoformat() if since else None, new, known[:LATEST], meetings[:AHEAD], due[:AHEAD], differing)


def _lies_ahead(fact: Fact, today: Day) -> bool:
    bounds = edtf.bounds(date) if (date := getattr(fact.record, "date", None)) else None
    return bounds is not None and bounds[1] >= today and getattr(fact.record, "phase", "") != "cancelled"


def _due(fact: Fact, since: Day, until: Day) -> bool:
    bounds = edtf.bounds(due) if (due := getattr(fact.record, "due", None)) else None
    return bounds is not None and since <= bounds[1] <= until


@router.get("/", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, since: str = "") -> Response:
    at = desk(request)
    last = request.cookies.get("visit", request.cookies.get("seen", ""))
    found = now(at.register, at.today(), day(since, "since") or _day_of(last))
    words = at.words(language.of(request))
    numbering = Numbering()
    answer = page(
        request,
        "today.html.j2",
        now=found,
        counts=at.register.counts(),
        latest=lines_of(found.latest, numbering, words),
        ahead=lines_of(found.ahead, numbering, words),
        due=lines_of(found.due, numbering, words),
        sources=sources_of(numbering, words),
    )
    # "visit" lasts as long as the browser is open, so that what is new stays so while somebody looks around.
    answer.set_cookie("visit", last, samesite="lax", httponly=True)
    answer.set_cookie("seen", at.today().isoformat(), max_age=400 * 86400, samesite="lax", httponly=True)
    return answer


def _day_of(cookie: str) -> Day | None:
    try:
        return day(cookie, "seen")
    except UsageError:
        return None


@router.get("/go", include_in_schema=False)
def go(
    request: Request, a: Annotated[str, Query(max_length=200)], b: Annotated[str, Query(max_length=200)]
) -> Response:
    """From two names typed on a page to the page of the two."""
    one, two = pair_of(desk(request).lexicon, a.strip(), b.strip())
    return RedirectResponse(address(request, f"/pair/{one}/{two}"), 303)


@router.get("/api/today", tags=["questions"], summary="What is new, ahead, due and in dispute")
def data(request: Request, since: Annotated[str, Query(max_length=40)] = "") -> Response:
    at = desk(request)
    found = now(at.register, at.today(), day(since, "since"))
    facts = {name: [fact_data(fact) for fact in getattr(found, name)] for name in ("latest", "ahead", "due")}
    return as_json({"since": found.since, "new": found.new, **facts, "differing": found.differing})
