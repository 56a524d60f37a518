"""A pair of parties: where the two stand as of any day. What takes as long as the page itself and stands further down,
what happened in order and who said what by topic, are pages of their own, from which it is put in (`pair_parts.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao.briefs import docx, html, markdown, question
from banggiao.briefs.answers import Brief
from banggiao.briefs.choosing import Reach
from banggiao.briefs.layout import Limits, brief_document
from banggiao.register.pairing import crowd, name_of
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays, Days, pair_of
from banggiao.web.charts import ladder, progress
from banggiao.web.desk import Desk, address, desk, page
from banggiao.web.listing import REPORTS, trimmed
from banggiao.web.turning import turning

T = TypeVar("T")
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
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Name = Annotated[str, Path(max_length=200, description="A party by code or any name.")]


def named_pair(at: Desk, request: Request, a: str, b: str, suffix: str = "") -> tuple[str, str] | RedirectResponse:
    """The codes of the two; a redirect to their own address where they were named otherwise."""
    one, two = pair_of(at.lexicon, a, b)
    if (one, two) == (a, b):
        return one, two
    return RedirectResponse(address(request, f"/pair/{one}/{two}{suffix}", **request.query_params), 307)


def about(pair: tuple[str, str]) -> tuple[str, ...]:
    """What answers about two parties rest on."""
    return name_of(*pair), crowd(pair[0]), crowd(pair[1])


def answer(at: Desk, name: str, asked: Callable[..., T], pair: tuple[str, str], days: Days, **more: Any) -> T:
    """What a question of `briefs.question` about two parties gives as of these days; it is kept by its name."""
    as_of, by = days.as_of or at.options.today, days.known_by
    return at.memory.get(
        (name, pair, as_of, by, at.today()),
        lambda: asked(at.register, at.lexicon, pair, as_of=as_of, known_by=by, **more),
        about(pair),
    )


def since(at: Desk, pair: tuple[str, str]) -> str | None:
    """From which day on the register knows of the two."""
    day = at.memory.get(("since", pair), lambda: at.register.known_since(*pair), about(pair))
    return day.isoformat() if day else None


@router.get("/pair/{a}/{b}", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, a: Name, b: Name, days: AskedDays) -> Response:
    at = desk(request)
    pair = named_pair(at, request, a, b)
    if isinstance(pair, RedirectResponse):
        return pair
    words = at.words(language.of(request))
    brief = answer(at, "pair", question.brief, pair, days, reach=_SHOWN)
    return page(
        request,
        "pair.html.j2",
        pair=pair,
        document=trimmed(brief_document(brief, words, LIMITS), words),
        **turning(at, days, since(at, pair)),
        ladder=ladder(brief, words),
        progress=progress(brief, words),
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
    pair = named_pair(at, request, a, b, f"/brief.{form}")
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


def _brief(at: Desk, pair: tuple[str, str], days: Days) -> Brief:
    """The brief in full."""
    return answer(at, "brief", question.brief, pair, days)
