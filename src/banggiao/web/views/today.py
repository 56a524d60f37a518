"""Today: what was last reported, what lies ahead, what is due, where reports differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao.briefs.data import fact_data
from banggiao.briefs.listing import outcomes_of
from banggiao.briefs.material import Numbering
from banggiao.register import Fact
from banggiao.register.api import Arrived
from banggiao.register.outcomes import Outcome
from banggiao.register.touched import DERIVED, SINGLE
from banggiao.web import language, wishes
from banggiao.web.answers import as_json
from banggiao.web.asking import day, pair_of
from banggiao.web.desk import Desk, address, desk, page
from banggiao.web.listing import REPORTS, lines_of, sources_of
from banggiao.web.views.lists import differing, suggested, waiting
from banggiao.web.wishes import Visit

router = APIRouter()
LATEST = 30
AHEAD = 12
_LOOKED = 300
"""So many meetings ahead and targets due are looked at."""
_AT_ONCE = 4
"""So many targets are looked at before it is seen whether there are enough."""
OVERDUE_YEARS = 3
"""Targets that were due longer ago are history, not work."""
_WAITING = ("open", "due soon", "overdue")


@dataclass(slots=True, frozen=True)
class Now:
    """since: the day from which on what came is new, None where nothing is. new: what came since; fresh: its facts
    among `latest`. latest: the facts that came since, then those of the newest articles by their first report. ahead:
    meetings still to come, the next first. due: targets due this year or overdue, of which nothing shows what became
    of them. outcomes: by fact, whether they are overdue. differing, suggested: how many disagreements and suggestions
    wait for somebody (None: they are still being counted)."""

    since: str | None
    new: Arrived
    fresh: set[str]
    latest: list[Fact]
    ahead: list[Fact]
    due: list[Fact]
    outcomes: dict[str, Outcome]
    differing: int | None
    suggested: int | None


def now(at: Desk, since: Visit | None) -> Now:
    """What the desk shows first. since: the visit after which what came is new."""
    register, today = at.register, at.today()
    new = register.arrived(since.arrival, LATEST) if since else Arrived([], 0, 0, False)
    newest = at.memory.get("newest", lambda: register.newest(LATEST), (DERIVED,))
    # Of very many new articles only some were looked through: then those that were reported last are shown.
    shown = newest if new.more else list(dict.fromkeys([*new.ids, *newest]))[:LATEST]
    latest = _facts(at, shown)
    ahead = at.memory.get(("ahead", today), lambda: _ahead(at, today), (DERIVED,))
    due, outcomes = at.memory.get(("due", today), lambda: _due(at, today), (DERIVED,))
    contested = at.memory.soon("differing", lambda: len(waiting(differing(at))), (SINGLE,))
    return Now(
        since.day.isoformat() if since else None,
        new,
        {fact.id for fact in latest} if new.more else set(new.ids),
        latest,
        _facts(at, ahead),
        _facts(at, due),
        outcomes,
        contested,
        # One at a time: what comes after a count that is still going on is not waited for.
        at.memory.soon("suggested", lambda: len(suggested(at)), (DERIVED,)) if contested is not None else None,
    )


def _facts(at: Desk, ids: Sequence[str]) -> list[Fact]:
    asked = ("facts", *ids)
    return at.memory.get(asked, lambda: at.register.facts_of(ids, reports=REPORTS), (DERIVED, *ids))


def _ahead(at: Desk, today: Day) -> list[str]:
    """The next meetings."""
    coming = at.register.heads(kinds=("meeting",), since=today, limit=_LOOKED)
    return [head.id for head in reversed(coming) if getattr(head.record, "phase", "") != "cancelled"][:AHEAD]


def _due(at: Desk, today: Day) -> tuple[list[str], dict[str, Outcome]]:
    """The first of the targets of which nothing shows what became of them, and the outcomes of those looked at: each is
    held against the figures of its parties, so that no more are than needed."""
    early = today - timedelta(days=365 * OVERDUE_YEARS)
    owed = at.register.heads(kinds=("target",), since=early, until=Day(today.year, 12, 31), limit=_LOOKED)[::-1]
    owed = owed[: 3 * AHEAD]
    due: list[str] = []
    outcomes: dict[str, Outcome] = {}
    for start in range(0, len(owed), _AT_ONCE):
        some = owed[start : start + _AT_ONCE]
        outcomes |= outcomes_of(at.register, at.lexicon, some, as_of=today, known_by=None)
        due += [head.id for head in some if outcomes[head.id].state in _WAITING]
        if len(due) >= AHEAD:
            break
    return due[:AHEAD], outcomes


@router.get("/", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, since: str = "") -> Response:
    at = desk(request)
    last = wishes.last_visit(request)
    this = Visit(at.today(), at.register.last_arrival())  # before anything is looked up: what comes later is new
    chosen = day(since, "since") or wishes.of(request).since
    found = now(at, Visit.on(chosen) if chosen else last)
    words = at.words(language.of(request))
    numbering = Numbering()
    latest, ahead, due = (lines_of(facts, numbering, words) for facts in (found.latest, found.ahead, found.due))
    for fact, line in zip(found.due, due, strict=True):
        if found.outcomes[fact.id].state == "overdue":
            line.mark = True
            line.notes.insert(0, words.label("target-state", "overdue"))
    answer = page(
        request,
        "today.html.j2",
        now=found,
        counts=at.memory.get("counts", at.register.counts, (DERIVED,)),
        latest=latest,
        ahead=ahead,
        due=due,
        sources=sources_of([*latest, *ahead, *due], numbering, words),
    )
    wishes.visited(answer, this, last)
    return answer


@router.get("/go", include_in_schema=False)
def go(
    request: Request, a: Annotated[str, Query(max_length=200)], b: Annotated[str, Query(max_length=200)]
) -> Response:
    """From two names typed on a page to the page of the two."""
    one, two = pair_of(desk(request).lexicon, a.strip(), b.strip())
    return RedirectResponse(address(request, f"/pair/{one}/{two}"), 303)


@router.get("/api/today", tags=["questions"], summary="What is new, ahead, due and in dispute")
def data(
    request: Request,
    since: Annotated[
        str, Query(description="The day from which on what came into the register is new.", max_length=40)
    ] = "",
) -> Response:
    at = desk(request)
    chosen = day(since, "since")
    found = now(at, Visit.on(chosen) if chosen else None)
    facts = {
        name: [fact_data(fact, found.outcomes.get(fact.id)) for fact in getattr(found, name)]
        for name in ("latest", "ahead", "due")
    }
    left = {"differing": found.differing, "suggested": found.suggested}
    new = {"new": found.new.facts, "new_articles": found.new.articles, "more": found.new.more}
    return as_json({"since": found.since, **new, **facts, **left})
