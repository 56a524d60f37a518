"""What the network may do to a reader: each is told as what it is, within the limits."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpcore
import pytest

from banggiao import pages
from banggiao.errors import InputError
from banggiao.pages.fetch import Fetcher, FetchError, Limits, fetch
from tests.server import Handler, Server, serving

QUICK = Limits(seconds=0.6, pause=0.3, bytes=100_000, redirects=3)
TEXT = "Hai nước nhất trí mở thêm cửa khẩu quốc tế. " * 20


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as server:
        yield server


def get(site: Server, path: str = "/", **conditions: str) -> Any:
    with Fetcher(QUICK, allowed={site.host}) as fetcher:
        return fetcher.get(site.url(path), **conditions)


def headers_only(handler: Handler, **headers: str) -> None:
    handler.send_response(200)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


def endless(handler: Handler) -> None:
    headers_only(handler, connection="close")
    while not handler.server.stopping.wait(0.05):
        handler.wfile.write(b"a" * 100)


def dripping_head(handler: Handler) -> None:
    """A header a byte at a time: no single read ever waits long."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nx: ")
    while not handler.server.stopping.wait(0.05):
        handler.wfile.write(b"a")


def silent(handler: Handler) -> None:
    handler.server.stopping.wait(5)


def short(handler: Handler) -> None:
    headers_only(handler, content_length="1000", connection="close")
    handler.wfile.write(b"half")
    handler.close_connection = True


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
    handler.close_connection = True


def packed(data: bytes, coding: str) -> Callable[[Handler], None]:
    return lambda handler: handler.send(data, content_encoding=coding)


def to(location: str) -> Callable[[Handler], None]:
    return lambda handler: handler.send(b"", status=302, location=location)


BOMB = gzip.compress(b"\0" * 50_000_000)
TOO_MUCH = {
    "a page over the limit": (b"a" * 200_000, "too much"),
    "ten gigabytes promised": (lambda h: headers_only(h, content_length="10000000000"), "10,000,000,000 bytes"),
    "a bomb in gzip": (packed(BOMB, "gzip"), "too much"),
    "a bomb in deflate": (packed(zlib.compress(b"\0" * 50_000_000), "deflate"), "too much"),
    "a bomb in a bomb": (packed(gzip.compress(BOMB), "gzip, gzip"), "not read"),
    "a coding that was not asked for": (packed(b"x", "br"), "not read"),
    "gzip that is none": (packed(b"plain", "gzip"), "damaged"),
    "gzip cut off": (packed(gzip.compress(TEXT.encode() * 9)[:-20], "gzip"), "cut off"),
    "an endless body": (endless, "takes more than|too slow"),
    "an endless head": (dripping_head, "too slow"),
    "no answer at all": (silent, "too slow"),
    "a body that breaks off": (short, "not to be had"),
    "no HTTP": (no_http, "not to be had"),
    "not found": (lambda h: h.send(b"", status=404), "answers 404"),
    "a redirect to itself": (to("/"), "too many redirects"),
    "a redirect to a file": (to("file:///etc/passwd"), "only http"),
    "a redirect to a script": (to("javascript:alert(1)"), "not to be had"),
    "a redirect to nowhere": (to("http://[::1"), "not to be had"),
    "a redirect to this machine": (to("http://localhost:1/"), "private network"),
    "a redirect to the link": (to("http://169.254.169.254/latest/meta-data/"), "private network"),
    "a redirect to the mapped machine": (to("http://[::ffff:127.0.0.1]/"), "private network"),
    "a redirect to a decimal host": (to("http://2130706433/"), "private network"),
}


@pytest.mark.parametrize(("route", "word"), TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_what_is_wrong_is_said_in_time(route: Any, word: str, site: Server) -> None:
    """An InputError of this address, soon after the limit of time at the latest."""
    site.routes["/"] = route
    begun = time.monotonic()
    with pytest.raises(InputError, match=word):
        get(site)
    assert time.monotonic() - begun < QUICK.seconds + 2


def test_a_bomb_is_never_unfolded(site: Server) -> None:
    """Fifty megabytes of zeros cost no more memory than the limit of a page."""
    import tracemalloc

    site.routes["/"] = packed(BOMB, "gzip")
    tracemalloc.start()
    with pytest.raises(InputError):
        get(site)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


RAW = zlib.compressobj(wbits=-15)
GOOD = {
    "plain": lambda h: h.send(TEXT),
    "gzip": packed(gzip.compress(TEXT.encode()), "gzip"),
    "gzip in two members": packed(gzip.compress(TEXT[:99].encode()) + gzip.compress(TEXT[99:].encode()), "gzip"),
    "gzip, padded": packed(gzip.compress(TEXT.encode()) + b"\0" * 40, "gzip"),
    "deflate": packed(zlib.compress(TEXT.encode()), "deflate"),
    "bare deflate": packed(RAW.compress(TEXT.encode()) + RAW.flush(), "deflate"),
}


@pytest.mark.parametrize("route", GOOD.values(), ids=GOOD.keys())
def test_every_packing_that_is_asked_for_is_undone(route: Any, site: Server) -> None:
    """The bytes are those of the page."""
    site.routes["/"] = route
    assert get(site).body.decode() == TEXT


@pytest.mark.parametrize("size", [65_536, 65_537, 65_535 + 258, 99_999])
def test_nothing_is_lost_at_the_border_of_a_piece(size: int, site: Server) -> None:
    """What unfolding held back for the size of a piece comes after it."""
    site.routes["/"] = packed(gzip.compress(b"a" * size), "gzip")
    assert len(get(site).body) == size


def test_redirects_are_followed_and_the_last_address_told(site: Server) -> None:
    """Relative ones too."""
    site.routes |= {"/": to("/b/c"), "/b/c": to("d"), "/b/d": TEXT}
    assert get(site).url == site.url("/b/d")


def test_what_has_not_changed_is_not_sent_again(site: Server) -> None:
    """The marks of the last answer go out with the next question."""

    def page(handler: Handler) -> None:
        if handler.headers["if-none-match"] == '"v1"' and handler.headers["if-modified-since"] == stamp:
            handler.send(b"", status=304)
        else:
            handler.send(TEXT, etag='"v1"', last_modified=stamp)

    stamp = "Wed, 01 Aug 2018 08:00:00 GMT"
    site.routes["/"] = page
    first = get(site)
    assert (first.etag, first.modified, first.unchanged) == ('"v1"', stamp, False)
    assert get(site, etag=first.etag, modified=first.modified).unchanged


WAITS = {
    "seconds": (429, "7", 7),
    "a time": (503, "at", 100),
    "nonsense": (503, "soon", None),
    "other": (500, "7", None),
}


@pytest.mark.parametrize(("status", "said", "seconds"), WAITS.values(), ids=WAITS.keys())
def test_a_server_may_ask_to_wait(status: int, said: str, seconds: float | None, site: Server) -> None:
    """The error says for how long; such an answer is not its last word."""
    if said == "at":
        said = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    site.routes["/"] = lambda h: h.send(b"", status=status, retry_after=said)
    with pytest.raises(FetchError) as told:
        get(site)
    assert told.value.retry_after == (None if seconds is None else pytest.approx(seconds, abs=10))
    assert not told.value.lasting


def test_a_host_on_this_machine_is_refused_unless_named(site: Server) -> None:
    """No request is sent."""
    site.routes["/"] = TEXT
    with pytest.raises(InputError, match="private network"):
        fetch(site.url("/"))
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolver that answers otherwise the second time is asked only once (DNS rebinding)."""
    answers = ["192.0.66.2", "127.0.0.1"]
    reached: list[str] = []

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        number = answers.pop(0) if host == "rebinding.example" else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def connect(self: Any, host: str, port: int, *rest: Any) -> Any:
        reached.append(host)
        raise httpcore.ConnectError("not in a test")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with pytest.raises(InputError, match="not in a test"):
        fetch("http://rebinding.example/")
    assert reached == ["192.0.66.2"]
    with pytest.raises(InputError, match="private network"):
        fetch("http://rebinding.example/")
    assert reached == ["192.0.66.2"]


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever of them would be used."""
    numbers = ["192.0.66.2", "10.0.0.1"]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(InputError, match="private network"):
        fetch("http://mixed.example/")


CHARSETS = {
    "declared by the server": ("windows-1258", "text/html; charset=windows-1258", ""),
    "declared in the head": ("windows-1258", "text/html", '<meta charset="windows-1258">'),
    "declared wrongly": ("utf-8", "text/html; charset=iso-8859-1", ""),
    "declared as what does not exist": ("utf-8", "text/html; charset=viscii-x", '<meta charset="hex">'),
    "with a mark": ("utf-16", "text/html; charset=utf-8", ""),
}


@pytest.mark.parametrize(("encoding", "kind", "head"), CHARSETS.values(), ids=CHARSETS.keys())
def test_a_page_is_read_in_the_encoding_that_it_has(encoding: str, kind: str, head: str, site: Server) -> None:
    """Bytes speak before the server, the server before the page's head."""
    words = "Hai bên trao đôi và cam kêt mơ rông hơp tác. "  # letters that windows-1258 has whole
    page = f"<html><head>{head}<title>Tin</title></head><body><article><p>{words * 9}</p></article></body></html>"
    site.routes["/"] = lambda h: h.send(page.encode(encoding), content_type=kind)
    answer = get(site)
    article = pages.article_from_bytes(answer.body, id="page", charset=answer.charset)
    assert words.strip() in article.text
