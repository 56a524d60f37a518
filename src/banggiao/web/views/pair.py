"""A pair of parties: where the two stand as of any day."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao.briefs import docx, html, markdown, question, topics
from banggiao.briefs.answers import Brief, Timeline
from banggiao.briefs.layout import Limits, brief_document, timeline_document
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays, Days, pair_of
from banggiao.web.charts import ROWS, events, ladder, progress
from banggiao.web.desk import Desk, address, desk, page
from banggiao.web.listing import trimmed
from banggiao.web.topics import columns, rows
from banggiao.web.turning import turning

router = APIRouter()
LIMITS = Limits(meetings=8, agreements=15, goals=12, figures=10, said=8, holders=12)
SHOWN_EVENTS = 60
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
    brief, timeline = _answers(at, pair, days)
    spoken = topics.by_topic(brief)
    document = trimmed(brief_document(brief, words, LIMITS), words)
    story = trimmed(timeline_document(timeline, words, SHOWN_EVENTS), words)
    return page(
        request,
        "pair.html.j2",
        pair=pair,
        document=document,
        story=story,
        **turning(at, days, _first(timeline)),
        ladder=ladder(brief, words),
        happened={"rows": [words.label("kind", kind) for kind in ROWS], "events": events(brief, timeline, words)},
        progress=progress(brief, words),
        speakers=columns(spoken, brief),
        topics=rows(spoken, brief, words),
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
    brief, _ = _answers(at, pair, days)
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
    return as_json(_answers(at, pair_of(at.lexicon, a, b), days)[0])


@router.get(
    "/api/pair/{a}/{b}/timeline",
    tags=["questions"],
    summary="What happened between two parties",
    responses={200: {"model": Timeline}},
)
def timeline_data(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    return as_json(_answers(at, pair_of(at.lexicon, a, b), days)[1])


@router.get(
    "/api/pair/{a}/{b}/topics",
    tags=["questions"],
    summary="What two parties said by topic through time",
    responses={200: {"model": list[topics.Topic]}},
)
def topics_data(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    return as_json(topics.by_topic(_answers(at, pair_of(at.lexicon, a, b), days)[0]))


def _answers(at: Desk, pair: tuple[str, str], days: Days) -> tuple[Brief, Timeline]:
    as_of = days.as_of or at.options.today
    return at.memory.get(
        ("pair", pair, as_of, days.known_by, at.today()),
        lambda: question.brief_and_timeline(at.register, at.lexicon, pair, as_of=as_of, known_by=days.known_by),
    )


def _first(timeline: Timeline) -> str | None:
    """The first report that tells of the two."""
    return min((s.published for s in timeline.sources if s.published and len(s.published) == 10), default=None)
