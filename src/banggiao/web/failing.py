"""Errors as pages and as JSON: what was asked, what is wrong with it, what to do next."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from banggiao.errors import BanggiaoError, RegisterError, UsageError
from banggiao.web import language
from banggiao.web.desk import address, desk, page
from banggiao.web.forms import RefusedError
from banggiao.web.users import StrangerError

_TITLES = {
    400: "This cannot be answered",
    403: "You may not do this",
    404: "There is no such page",
    503: "The register does not answer",
}


class MissingError(UsageError):
    """What was asked for by name or id is not there."""


def install(app: FastAPI) -> None:
    """Makes the application answer errors so."""

    @app.exception_handler(BanggiaoError)
    def _told(request: Request, error: BanggiaoError) -> Response:
        return fail(request, _status(error), error.message, error.hint)

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        answer = fail(request, error.status_code, "" if error.status_code == 404 else error.detail)
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(StrangerError)
    def _stranger(request: Request, _: StrangerError) -> Response:
        """To the door; a program is told what it lacks."""
        root = request.scope.get("root_path", "")
        path = request.scope["path"].removeprefix(root)
        if path.startswith("/api/"):
            answer: Response = JSONResponse({"error": "Sign in, or send a token.", "hint": "banggiao users token"}, 401)
            answer.headers["www-authenticate"] = "Bearer"
            return answer
        asked = f"?{request.url.query}" if request.url.query else ""
        door = address(request, "/login", onward=f"{path}{asked}" if request.method == "GET" else "")
        if "hx-request" in request.headers:  # a part of a page: the page itself goes to the door
            return Response(status_code=204, headers={"hx-redirect": address(request, "/login")})
        return RedirectResponse(door, 303)

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        found = [f"{'.'.join(str(part) for part in item['loc'][1:])}: {item['msg']}" for item in error.errors()]
        return fail(request, 422, f"What is asked cannot be read: {'; '.join(found)}")


def _status(error: BanggiaoError) -> int:
    match error:
        case RefusedError():
            return error.status
        case MissingError():
            return 404
        case RegisterError():
            return 503
    return 400


def unforeseen(request: Request) -> Response:
    """The answer where the program itself has failed."""
    return fail(request, 500, "", "Report this if it stays.")


def fail(request: Request, status: int, message: str, hint: str = "") -> Response:
    """An error in the form of what was asked for."""
    root = request.scope.get("root_path", "")
    title = _TITLES.get(status, _TITLES[400] if status < 500 else "Something went wrong")
    if request.scope["path"].removeprefix(root).startswith("/api/"):
        return JSONResponse({"error": message or title, "hint": hint}, status)
    words = desk(request).words(language.of(request))
    return page(
        request,
        "failed.html.j2",
        status=status,
        code=status,
        failure=title,
        message=words.told(message),
        hint=words.told(hint),
    )
