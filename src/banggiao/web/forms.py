"""Forms: how much one may carry, and the proof that it stands on a page of this desk.

`guard.py` refuses what a browser itself says to come from elsewhere. The proof holds even where a browser says nothing:
each form carries a word that only a page of this desk can know, since it is made of a cookie that other pages cannot
read (a token bound to the session, as OWASP's cheat sheet on cross-site request forgery has it). It needs no memory of
the desk's own and outlives a restart.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from fastapi import Request
from fastapi.responses import Response
from markupsafe import Markup
from starlette.datastructures import FormData

from banggiao.errors import UsageError
from banggiao.web.guard import PROGRAM, SAFE, has_token
from banggiao.web.users import COOKIE as SESSION

FIELD = "proof"
HEADER = "x-proof"
COOKIE = "browser"
"""Of a browser that has not signed in: a word by chance."""
MOST_FILES = 500
MOST_BYTES = 64_000_000
"""Of one form: some thousand saved pages of text. More goes in by `banggiao add` or `bulk`."""
_FIELDS = 100


class RefusedError(UsageError):
    """A form that is not taken; `status` is that of HTTP."""

    def __init__(self, status: int, message: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.status = status


def proof(request: Request) -> Markup:
    """The proof as a part of a form on a page that answers this request."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, _made_of(_known(request)))


def remember(request: Request, answer: Response) -> None:
    """Gives a browser that has no cookie yet the one of which the proofs on this page are made."""
    if new := getattr(request.state, "browser", ""):
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, new, httponly=True, samesite="strict", secure=secure)


async def from_this_desk(request: Request) -> None:
    """Refuses a change that shows no proof. Programs send a token or the header of `guard.PROGRAM` instead, neither of
    which a foreign page can make a browser send."""
    if request.method in SAFE or PROGRAM in request.headers or has_token(request.headers):
        return
    shown = request.headers.get(HEADER) or (await sent(request)).get(FIELD)
    cookie = request.cookies.get(SESSION) or request.cookies.get(COOKIE)
    if not cookie or not isinstance(shown, str) or not hmac.compare_digest(shown.encode(), _made_of(cookie).encode()):
        raise RefusedError(403, "This page is out of date.", "Open it again and repeat what you did.")


async def sent(request: Request) -> FormData:
    """What a form carries; empty for what is none. Raises RefusedError, before it is read, for one that is too large: a
    browser always tells the size."""
    if not request.headers.get("content-type", "").startswith(("multipart/form-data", "application/x-www-form-")):
        return FormData()
    size = request.headers.get("content-length", "")
    if not size.isascii() or not size.isdigit():
        raise RefusedError(411, "The size of the form is not told.")
    if int(size) > MOST_BYTES:
        message = f"The files have more than {MOST_BYTES // 10**6} MB together."
        raise RefusedError(413, message, "Add fewer at once, or use: banggiao add FOLDER")
    return await request.form(max_files=MOST_FILES, max_fields=_FIELDS)


def _known(request: Request) -> str:
    """The cookie of a browser, made where it has none."""
    if kept := request.cookies.get(SESSION) or request.cookies.get(COOKIE) or getattr(request.state, "browser", ""):
        return str(kept)
    request.state.browser = made = secrets.token_urlsafe(24)
    return made


def _made_of(cookie: str) -> str:
    return hmac.new(cookie.encode(), b"form", hashlib.sha256).hexdigest()[:40]
