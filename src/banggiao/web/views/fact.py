"""A fact: what it says, every report with its words, what people decided."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from banggiao.briefs.data import fact_data
from banggiao.briefs.material import Numbering
from banggiao.briefs.view import slot_words
from banggiao.register import Fact
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.desk import Desk, desk, page
from banggiao.web.failing import MissingError
from banggiao.web.listing import lines_of, sources_of
from banggiao.web.slots import choices, slots_shown, vocabulary

router = APIRouter()
REPORTS = 50
"""So many reports are shown with their words, the first and the newest."""


def kept(at: Desk, id: str, reports: int | None = None) -> Fact:
    """The fact of an id, with so many of its reports (None: all). Raises MissingError."""
    found = next(iter(at.register.facts_of([id], reports=reports)), None)
    if found is None:
        raise MissingError(
            f"The register holds no fact {id!r}.", hint="Facts are derived anew when articles come in or people decide."
        )
    return found


@router.get("/facts/{id}", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, id: str) -> Response:
    at = desk(request)
    fact = kept(at, id, REPORTS)
    words = at.words(language.of(request))
    numbering = Numbering()
    (line,) = lines_of([fact], numbering, words)
    return page(
        request,
        "fact.html.j2",
        fact=fact,
        shown=fact.mentions,
        line=line,
        sources=sources_of([line], numbering, words),
        slots=slots_shown(fact.record),
        choices=choices,
        vocabulary=vocabulary,
        slot_words=slot_words,
    )


@router.get("/api/facts/{id}", tags=["facts"], summary="One fact with its reports")
def data(request: Request, id: str) -> Response:
    return as_json(fact_data(kept(desk(request), id)))
