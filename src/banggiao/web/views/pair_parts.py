"""Two parts of a pair's page, each a page of its own: what happened in order, and who said what by topic."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao.briefs import question
from banggiao.briefs.answers import Timeline
from banggiao.briefs.layout import timeline_document
from banggiao.briefs.topics import Spoken
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays, Days, pair_of
from banggiao.web.charts import MOST, ROWS, events
from banggiao.web.desk import Desk, desk, page
from banggiao.web.listing import REPORTS, trimmed
from banggiao.web.topics import columns, rows
from banggiao.web.turning import turning
from banggiao.web.views.pair import Name, answer, named_pair, since

router = APIRouter()
SHOWN_EVENTS = 30


@router.get("/pair/{a}/{b}/timeline", response_class=HTMLResponse, include_in_schema=False)
def timeline(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    pair = named_pair(at, request, a, b, "/timeline")
    if isinstance(pair, RedirectResponse):
        return pair
    words = at.words(language.of(request))
    asked = {"limit": SHOWN_EVENTS, "points": MOST, "reports": REPORTS}
    happened, points = answer(at, "happened", question.happened, pair, days, **asked)
    document = trimmed(timeline_document(happened, words), words)
    return page(
        request,
        "pair_timeline.html.j2",
        **_part(request, "timeline", words.say("What happened, in order"), pair, days),
        found=document.sections if happened.entries else [],
        sources=document.sources,
        earlier=happened.total - len(happened.entries),
        happened={
            "rows": [words.label("kind", kind) for kind in ROWS],
            "events": [(one.start, one.row, one.words, one.fact) for one in events(points, words)],
        },
    )


@router.get("/pair/{a}/{b}/topics", response_class=HTMLResponse, include_in_schema=False)
def topics(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    pair = named_pair(at, request, a, b, "/topics")
    if isinstance(pair, RedirectResponse):
        return pair
    words = at.words(language.of(request))
    spoken = _spoken(at, pair, days)
    return page(
        request,
        "pair_topics.html.j2",
        **_part(request, "topics", words.say("Statements by topic"), pair, days),
        found=rows(spoken, pair, words),
        sources=[],
        speakers=columns(spoken, pair),
    )


def _part(request: Request, name: str, title: str, pair: tuple[str, str], days: Days) -> dict[str, Any]:
    """What a template of a part needs besides what is found. alone: whether it is looked at by itself."""
    at = desk(request)
    alone = "hx-request" not in request.headers
    return {"part": name, "title": title, "pair": pair, "alone": alone} | turning(at, days, since(at, pair))


@router.get(
    "/api/pair/{a}/{b}/timeline",
    tags=["questions"],
    summary="What happened between two parties",
    responses={200: {"model": Timeline}},
)
def timeline_data(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    pair, as_of = pair_of(at.lexicon, a, b), days.as_of or at.options.today
    return as_json(question.timeline(at.register, at.lexicon, pair, as_of=as_of, known_by=days.known_by))


@router.get(
    "/api/pair/{a}/{b}/topics",
    tags=["questions"],
    summary="What two parties said by topic through time",
    responses={200: {"model": Spoken}},
)
def topics_data(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    return as_json(_spoken(at, pair_of(at.lexicon, a, b), days))


def _spoken(at: Desk, pair: tuple[str, str], days: Days) -> Spoken:
    return answer(at, "spoken", question.spoken, pair, days)
