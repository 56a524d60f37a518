"""Search: parties, people, series, agreements, facts and articles, whole or as somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup, escape

from banggiao.briefs.searching import marked
from banggiao.briefs.view import record_words
from banggiao.register import Found
from banggiao.register.hits import NameHit, Snippet
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays
from banggiao.web.desk import desk, harmless, page

router = APIRouter()
TYPED = 6
"""So many of each list while somebody types."""
WHOLE = 25

Asked = Annotated[str, Query(max_length=200, description="Words; those in quotation marks side by side.")]


@router.get("/search", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, days: AskedDays, q: Asked = "") -> Response:
    found = desk(request).register.search(q, limit=WHOLE, known_by=days.known_by)
    return page(request, "search.html.j2", q=q, found=found, **_tools(request))


@router.get("/search/typed", response_class=HTMLResponse, include_in_schema=False)
def typed(request: Request, q: Asked = "") -> Response:
    """What drops down from the box; empty for an empty box."""
    found = desk(request).register.search(q, limit=TYPED, prefix=True) if q.strip() else Found([])
    return page(request, "found.html.j2", q=q, found=found, **_tools(request))


@router.get("/api/search", tags=["questions"], summary="Names, facts and articles")
def data(
    request: Request,
    days: AskedDays,
    q: Asked = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    prefix: Annotated[bool, Query(description="The last word is being typed still.")] = False,
) -> Response:
    return as_json(desk(request).register.search(q, limit=limit, prefix=prefix, known_by=days.known_by))


def _tools(request: Request) -> dict[str, Any]:
    words = desk(request).words(language.of(request))
    return {"place": place, "marks": marks, "head": lambda hit: record_words(hit.record, words)}


def place(hit: NameHit) -> tuple[str, dict[str, str]]:
    """The path of a name's page and what it asks."""
    if hit.kind == "party":
        return f"/party/{hit.code}", {}
    return f"/{hit.kind}", {"name": hit.name}


def marks(snippet: Snippet) -> Markup:
    """The snippet with its hits marked."""
    return Markup("").join(_pieces(harmless(marked(snippet))))


def _pieces(text: str) -> Iterator[Markup]:
    """The text that `marked` gives, its ‹hits› as elements."""
    for number, piece in enumerate(text.split("‹")):
        hit, close, rest = piece.partition("›")
        if number and close:
            yield Markup("<em>{}</em>{}").format(hit, rest)
        else:
            yield escape(piece)
