"""One page from the network, because the user named its address. Bounded in time, size and redirects."""

from __future__ import annotations

import ipaddress
import socket
import time
from urllib.parse import urljoin, urlsplit

import httpx

from banggiao import __version__
from banggiao.errors import InputError
from banggiao.pages.decode import MAX_BYTES

_SECONDS = 30.0
_REDIRECTS = 5
_TRANSLATED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "2002::/16", "2001::/32")))
"""Networks that carry an IPv4 address inside (NAT64, 6to4, Teredo), which may be a private one."""


def _refuse_private(url: str) -> None:
    """Addresses of this machine and of its own network are not fetched: a page may not lead there."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(url, f"this is no address ({error})", hint="Check the address.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise InputError(url, "only http and https addresses are read", hint="Give the address of a page.")
    try:
        found = socket.getaddrinfo(host, port or 443, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        raise InputError(url, f"the host is not known ({error})", hint="Check the address.") from error
    for *_, address in found:
        ip = ipaddress.ip_address(str(address[0]).split("%")[0])
        if not ip.is_global or any(ip in network for network in _TRANSLATED):
            raise InputError(url, "the address leads into a private network", hint="Save the page and give the file.")


def fetch(url: str) -> bytes:
    """The bytes of a page. Raises InputError for whatever goes wrong."""
    until = time.monotonic() + _SECONDS
    headers = {"user-agent": f"banggiao/{__version__}", "accept": "text/html,text/plain"}
    with httpx.Client(timeout=10, follow_redirects=False, headers=headers, trust_env=True) as client:
        for _ in range(_REDIRECTS + 1):
            _refuse_private(url)
            try:
                with client.stream("GET", url) as answer:
                    if answer.is_redirect:
                        url = urljoin(url, answer.headers.get("location", ""))
                        continue
                    if answer.status_code != 200:
                        raise InputError(url, f"the server answers {answer.status_code}", hint="Open it in a browser.")
                    return _body(answer, url, until)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise InputError(url, f"not to be had: {error}", hint="Check the address and the network.") from error
    raise InputError(url, "too many redirects", hint="Give the final address.")


def _body(answer: httpx.Response, url: str, until: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            raise InputError(url, "the page is larger than an article can be", hint="Give the page of one article.")
        if time.monotonic() > until:
            raise InputError(url, f"the server is slower than {_SECONDS:.0f} s", hint="Try again later.")
    return b"".join(parts)
