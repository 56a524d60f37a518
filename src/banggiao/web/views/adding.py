"""Files into the register from the browser, and all articles read anew: begun by a form, watched, stopped."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import PurePosixPath

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from banggiao.errors import UsageError
from banggiao.pages import ENDINGS
from banggiao.web.answers import as_json
from banggiao.web.desk import address, desk, page
from banggiao.web.failing import MissingError
from banggiao.web.forms import MOST_BYTES, MOST_FILES, sent
from banggiao.web.users import Admin, Editor, Reader
from banggiao.web.work import Work, Works, adding, rereading

router = APIRouter()

_LOOK_SECONDS = 0.4


def _works(request: Request) -> Works:
    found = request.app.state.works
    assert isinstance(found, Works)
    return found


@router.get("/add", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, user: Reader) -> Response:
    return page(
        request, "add.html.j2", endings=",".join(sorted(ENDINGS)), files=MOST_FILES, megabytes=MOST_BYTES // 10**6
    )


@router.post("/add", include_in_schema=False)
async def add(request: Request, user: Editor) -> Response:
    form = await sent(request)
    files: list[tuple[str, bytes]] = []
    for one in form.getlist("files"):
        if isinstance(one, UploadFile) and one.filename:
            files.append((_name(one.filename), await one.read()))
    await form.close()
    if not files:
        raise UsageError("No file was chosen.", hint="Choose saved pages as text or HTML.")
    at = desk(request)
    work = await run_in_threadpool(_works(request).start, "add", user.name, len(files), adding(at.register, files))
    return RedirectResponse(address(request, f"/jobs/{work.id}"), 303)


@router.post("/reread", include_in_schema=False)
def read_anew(request: Request, user: Admin) -> Response:
    at = desk(request)
    work = _works(request).start("reread", user.name, at.register.counts().articles, rereading(at.register))
    return RedirectResponse(address(request, f"/jobs/{work.id}"), 303)


@router.get("/jobs/{id}", response_class=HTMLResponse, include_in_schema=False)
def watch(request: Request, id: str, user: Reader) -> Response:
    return page(request, "work.html.j2", work=_work(request, id))


@router.get("/api/jobs/{id}", include_in_schema=False)
def progress(request: Request, id: str, user: Reader) -> Response:
    return as_json(_work(request, id).progress())


@router.get("/jobs/{id}/events", include_in_schema=False)
def events(request: Request, id: str, user: Reader) -> Response:
    """Server-sent events: the progress whenever it has changed, until the work ends or nobody looks on."""
    work = _work(request, id)

    async def stream() -> AsyncIterator[str]:
        before = b""
        while True:
            now = msgspec.json.encode(work.progress())
            if now != before:
                yield f"data: {now.decode()}\n\n"
                before = now
            if work.state != "running" or await request.is_disconnected():
                return
            await asyncio.sleep(_LOOK_SECONDS)

    # nginx must not hold it back
    return StreamingResponse(stream(), media_type="text/event-stream", headers={"x-accel-buffering": "no"})


@router.post("/jobs/{id}/stop", include_in_schema=False)
def stop(request: Request, id: str, user: Editor) -> Response:
    work = _work(request, id)
    work.stopping.set()
    return RedirectResponse(address(request, f"/jobs/{work.id}"), 303)


def _work(request: Request, id: str) -> Work:
    work = _works(request).find(id)
    if work is None:
        raise MissingError("There is no such work any more.", hint="The register shows what came of it.")
    return work


def _name(filename: str) -> str:
    """The file's own name, whatever path a program sends with it."""
    return PurePosixPath(filename.replace("\\", "/")).name[:200] or "file"
