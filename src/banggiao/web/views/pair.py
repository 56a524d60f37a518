"""A pair of parties: where the two stand as of any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao.briefs import docx, html, markdown, question
from banggiao.briefs.answers import Brief, Entry, Timeline
from banggiao.briefs.choosing import Reach
from banggiao.briefs.layout import Limits, brief_document, timeline_document
from banggiao.briefs.topics import Spoken
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays, Days, pair_of
from banggiao.web.charts import MOST, ROWS, events, ladder, progress
from banggiao.web.desk import Desk, address, desk, page
from banggiao.web.listing import REPORTS, trimmed
from banggiao.web.topics import columns, rows
from banggiao.web.turning import turning

router = APIRouter()
LIMITS = Limits(meetings=8, agreements=15, goals=12, figures=10, said=8, holders=8)
_SHOWN = Reach(
    meetings=LIMITS.meetings,
    agreements=LIMITS.agreements,
    goals=LIMITS.goals,
    said=LIMITS.said,
    holders=LIMITS.holders,
    reports=REPORTS,
)
"""What of a brief the page has room for; of figures more, that targets are held against."""
SHOWN_EVENTS = 30
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Name = Annotated[str, Path(max_length=200, description="A party by code or any name.")]


def _pair(at: Desk, request: Request, a: str, b: str, suffix: str = "") -> tuple[str, str] | RedirectResponse:
    """The codes of the two; a redirect to their own address where they were named otherwise."""
    one, two = pair_of(at.lexicon, a, b)
    if (one, two) == (a, b):
        return one, two
    return RedirectResponse(address(request, f"/pair/{one}/{two}{suffix}", **request.query_params), 307)


@router.get("/pair/{a}/{b}", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    pair = _pair(at, request, a, b)
    if isinstance(pair, RedirectResponse):
        return pair
    words = at.words(language.of(request))
    answers = _answers(at, pair, days)
    brief = answers.brief
    document = trimmed(brief_document(brief, words, LIMITS), words)
    story = trimmed(timeline_document(answers.timeline, words), words)
    return page(
        request,
        "pair.html.j2",
        pair=pair,
        document=document,
        story=story,
        earlier=answers.timeline.total - len(answers.timeline.entries),
        **turning(at, days, answers.first.isoformat() if answers.first else None),
        ladder=ladder(brief, words),
        happened={
            "rows": [words.label("kind", kind) for kind in ROWS],
            "events": [(one.start, one.row, one.words, one.fact) for one in events(brief, answers.points, words)],
        },
        progress=progress(brief, words),
        speakers=columns(answers.spoken, pair),
        topics=rows(answers.spoken, pair, words),
    )


@router.get("/pair/{a}/{b}/brief.{form}", include_in_schema=False)
def download(
    request: Request,
    a: Name,
    b: Name,
    form: Literal["html", "md", "docx"],
    days: AskedDays,
    evidence: Annotated[bool, Query()] = False,
) -> Response:
    """The brief as a file to go on with."""
    at = desk(request)
    pair = _pair(at, request, a, b, f"/brief.{form}")
    if isinstance(pair, RedirectResponse):
        return pair
    brief = _brief(at, pair, days)
    document = brief_document(brief, at.words(language.of(request)))
    name = f"{pair[0]}-{pair[1]}-{brief.as_of}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    if form == "docx":
        return Response(docx.render(document, evidence=evidence), media_type=_WORD, headers=headers)
    if form == "md":
        text = markdown.render(document, evidence=evidence)
        return Response(text, media_type="text/markdown; charset=utf-8", headers=headers)
    return HTMLResponse(html.render(document, evidence=evidence), headers=headers)


@router.get(
    "/api/pair/{a}/{b}", tags=["questions"], summary="Where two parties stand", responses={200: {"model": Brief}}
)
def data(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    return as_json(_brief(at, pair_of(at.lexicon, a, b), days))


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


@dataclass(slots=True, frozen=True)
class _Answers:
    """What the page shows. brief: no longer than that."""

    brief: Brief
    timeline: Timeline
    points: list[Entry]
    """Of the timeline, for its picture."""
    spoken: Spoken
    first: Day | None
    """From when on the register knows of the two."""


def _answers(at: Desk, pair: tuple[str, str], days: Days) -> _Answers:
    as_of, by = days.as_of or at.options.today, days.known_by

    def made() -> _Answers:
        asked = (at.register, at.lexicon, pair)
        timeline, points = question.happened(
            *asked, as_of=as_of, known_by=by, limit=SHOWN_EVENTS, points=MOST, reports=REPORTS
        )
        return _Answers(
            question.brief(*asked, as_of=as_of, known_by=by, reach=_SHOWN),
            timeline,
            points,
            _spoken(at, pair, days),
            at.register.known_since(*pair),
        )

    return at.memory.get(("pair", pair, as_of, by, at.today()), made)


def _brief(at: Desk, pair: tuple[str, str], days: Days) -> Brief:
    """The brief in full."""
    as_of, by = days.as_of or at.options.today, days.known_by
    return at.memory.get(
        ("brief", pair, as_of, by, at.today()),
        lambda: question.brief(at.register, at.lexicon, pair, as_of=as_of, known_by=by),
    )


def _spoken(at: Desk, pair: tuple[str, str], days: Days) -> Spoken:
    as_of, by = days.as_of or at.options.today, days.known_by
    return at.memory.get(
        ("spoken", pair, as_of, by, at.today()),
        lambda: question.spoken(at.register, at.lexicon, pair, as_of=as_of, known_by=by),
    )
