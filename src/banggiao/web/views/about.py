"""About: the version, how much there is, how facts come about."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from banggiao import __version__
from banggiao.register import Counts
from banggiao.register.touched import DERIVED
from banggiao.web.answers import as_json
from banggiao.web.desk import desk, page

router = APIRouter()


@router.get("/about", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request) -> Response:
    at = desk(request)
    counts = at.memory.get("counts", at.register.counts, (DERIVED,))
    return page(request, "about.html.j2", counts=counts, location=at.register.location)


@router.get("/api/counts", tags=["register"], summary="How much the register holds", responses={200: {"model": Counts}})
def data(request: Request) -> Response:
    return as_json(desk(request).memory.get("counts", desk(request).register.counts, (DERIVED,)))


@router.get("/api/version", tags=["register"], summary="The version of the program")
def version() -> Response:
    return as_json({"version": __version__})
