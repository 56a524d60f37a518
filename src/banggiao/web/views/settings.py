"""Settings: what a person wishes of the desk, the own account, and for administrators what the desk runs with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao import __version__
from banggiao.reading import READER
from banggiao.register.decisions import HAND
from banggiao.register.members import SESSION_HOURS
from banggiao.register.touched import DERIVED
from banggiao.web import wishes
from banggiao.web.answers import as_json
from banggiao.web.asking import day
from banggiao.web.desk import Desk, address, desk, page
from banggiao.web.forms import MOST_BYTES, MOST_FILES
from banggiao.web.users import Admin, Reader
from banggiao.web.views.facts import MOST
from banggiao.web.wishes import Visit, Wishes

router = APIRouter()


@dataclass(slots=True, frozen=True)
class Running:
    """What a desk runs with. register: its place, without a password. lexicon: the signature of its data; words: how
    many forms it knows. earlier: articles read by another version of the reader, None where they are still being
    counted. hosts: the names under which the desk
    may be asked (none: any). users: 0 where nobody signs in. upload_files, upload_megabytes: of one form. table_rows:
    of one CSV table of facts. session_hours: how long a session lasts."""

    register: str
    version: str
    reader: str
    earlier: int | None
    lexicon: str
    words: int
    hosts: tuple[str, ...]
    users: int
    upload_files: int
    upload_megabytes: int
    table_rows: int
    session_hours: int


def running(at: Desk, readers: Mapping[str, int] | None) -> Running:
    """As the desk runs now. readers: see `Register.readers`."""
    return Running(
        register=at.register.location,
        version=__version__,
        reader=READER,
        earlier=None if readers is None else sum(n for one, n in readers.items() if one not in (READER, HAND)),
        lexicon=at.lexicon.signature[:12],
        words=len(at.lexicon.forms),
        hosts=at.options.hosts,
        users=len(at.register.accounts.all()),
        upload_files=MOST_FILES,
        upload_megabytes=MOST_BYTES // 10**6,
        table_rows=MOST,
        session_hours=SESSION_HOURS,
    )


@router.get("/settings", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, user: Reader, kept: Annotated[bool, Query()] = False) -> Response:
    at = desk(request)
    return page(
        request,
        "settings.html.j2",
        kept=kept,
        themes=wishes.THEMES,
        densities=wishes.DENSITIES,
        rows=wishes.ROWS,
        # To count them is to look at each article.
        running=running(at, at.memory.soon("readers", at.register.readers, (DERIVED,)))
        if user.role == "admin"
        else None,
        counts=at.memory.get("counts", at.register.counts, (DERIVED,)),
    )


@router.post("/settings", include_in_schema=False)
def keep(
    request: Request,
    user: Reader,
    lang: Annotated[Literal["", "vi", "en"], Form()] = "",
    theme: Annotated[Literal["auto", "light", "dark"], Form()] = "auto",
    density: Annotated[Literal["airy", "dense"], Form()] = "airy",
    rows: Annotated[Literal["20", "50", "100"], Form()] = "50",
    since: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """The wishes go into the browser's cookies."""
    answer = RedirectResponse(address(request, "/settings", kept=True), 303)
    wishes.keep(answer, Wishes(lang, theme, density, int(rows), day(since, "since")))
    return answer


@router.post("/seen", include_in_schema=False)
def seen(request: Request, user: Reader) -> Response:
    """All that is new has been seen: what comes from now on is new, and a day that was chosen is forgotten."""
    at = desk(request)
    this = Visit(at.today(), at.register.last_arrival())
    answer = RedirectResponse(address(request), 303)
    wishes.visited(answer, this, this)
    answer.delete_cookie("since")
    return answer


@router.get(
    "/api/settings",
    tags=["register"],
    summary="What the desk runs with; for administrators",
    responses={200: {"model": Running}},
)
def data(request: Request, user: Admin) -> Response:
    at = desk(request)
    return as_json(running(at, at.memory.get("readers", at.register.readers, (DERIVED,))))
