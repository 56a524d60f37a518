"""What keeps a desk safe from other pages in the same browser: headers, the origin of requests that change something,
the names under which it may be asked. Plain ASGI, so that it stands around everything, errors and files included."""

from __future__ import annotations

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""No inline script or style, nothing from elsewhere."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
PROGRAM = "x-banggiao"
"""A header that programs without a browser send with what changes something: a foreign page cannot set it."""
_log = logging.getLogger(__name__)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""


class Guard:
    """Refuses requests under foreign names and changes that a foreign page asks for; adds the headers to every answer.

    hosts: the names under which the desk may be asked; empty: any. failed: what is answered where the program fails.
    """

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...], failed: Callable[[Request], Response]) -> None:
        self._app = app
        self._hosts = hosts
        self._failed = failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].removeprefix(scope.get("root_path", "")).startswith("/static/"):
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal:
            await PlainTextResponse(refusal[1], refusal[0])(scope, receive, sending)
            return
        try:
            await self._app(scope, receive, sending)
        except Exception:
            if started:
                raise
            _log.exception("%s %s failed", scope["method"], scope["path"])
            await self._failed(Request(scope))(scope, receive, sending)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if self._hosts and _name(host) not in self._hosts:
            return 421, f"This desk answers to {', '.join(self._hosts)} only.\n"
        # A foreign page cannot send a token: its browser would have to ask the desk first, which allows none.
        if method not in SAFE and not has_token(headers) and not same_origin(headers):
            return 403, f"A change must come from a page of this desk, or carry a token or the header {PROGRAM}.\n"
        return None


def has_token(headers: Headers) -> bool:
    """Whether a program shows a token, good or not."""
    return headers.get("authorization", "").lower().startswith("bearer ")


def same_origin(headers: Headers) -> bool:
    """Whether a request that changes something comes from a page of this desk, or from a program that says so.

    Every browser of today sends Origin with a POST; one that also sends Sec-Fetch-Site says it more surely.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return urlsplit(origin).netloc == headers.get("host", "")
    return site == "same-origin" or PROGRAM in headers


def _name(host: str) -> str:
    """The host without its port."""
    return host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host
