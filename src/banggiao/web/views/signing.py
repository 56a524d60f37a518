"""Signing in and out, where users are configured."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao.register.members import SESSION_HOURS
from banggiao.web.desk import address, desk, page
from banggiao.web.users import COOKIE

router = APIRouter()
"""What a stranger may see."""

TRIES = 5
PAUSE_SECONDS = 60.0
"""After so many wrong passwords for one name, so long a pause."""
_NAMES = 10_000  # names remembered at most; a flood of invented ones must not fill the memory


class Tries:
    """Wrong passwords of late, by name."""

    def __init__(self) -> None:
        self._wrong: dict[str, tuple[int, float]] = {}

    def barred(self, name: str) -> bool:
        """Whether the name must wait."""
        number, last = self._wrong.get(name, (0, 0.0))
        return number >= TRIES and time.monotonic() - last < PAUSE_SECONDS

    def wrong(self, name: str) -> None:
        number, last = self._wrong.pop(name, (0, 0.0))
        fresh = time.monotonic() - last < PAUSE_SECONDS
        self._wrong[name] = (number + 1 if fresh else 1, time.monotonic())
        while len(self._wrong) > _NAMES:
            del self._wrong[next(iter(self._wrong))]

    def right(self, name: str) -> None:
        self._wrong.pop(name, None)


@router.get("/login", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, onward: str = "") -> Response:
    if not desk(request).options.shared and not desk(request).register.accounts.any():
        return RedirectResponse(address(request), 303)
    return page(request, "login.html.j2", onward=_within(onward), refused="")


@router.post("/login", response_class=HTMLResponse, include_in_schema=False)
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=1000)],
    onward: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    accounts, tries = desk(request).register.accounts, request.app.state.tries
    name = " ".join(name.split())
    if tries.barred(name):
        refused = "Too many wrong passwords. Wait a minute."
        return page(request, "login.html.j2", status=429, onward=_within(onward), refused=refused)
    if accounts.check(name, password) is None:
        tries.wrong(name)
        refused = "This name and this password do not belong together."
        return page(request, "login.html.j2", status=403, onward=_within(onward), refused=refused)
    tries.right(name)
    answer = RedirectResponse(address(request, _within(onward) or "/"), 303)
    begin_session(request, answer, name)
    return answer


@router.post("/logout", include_in_schema=False)
def sign_out(request: Request) -> Response:
    if key := request.cookies.get(COOKIE):
        desk(request).register.accounts.close_session(key)
    answer = RedirectResponse(address(request, "/login"), 303)
    answer.delete_cookie(COOKIE, path=address(request))
    return answer


def begin_session(request: Request, answer: Response, name: str) -> None:
    """Signs a browser in."""
    answer.set_cookie(
        COOKIE,
        desk(request).register.accounts.open_session(name),
        max_age=SESSION_HOURS * 3600,
        path=address(request),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def _within(path: str) -> str:
    """A path of this desk, "" for any other address: nobody is led elsewhere by way of signing in."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path
    return path if inside else ""
