"""What an address holds, from the network, because the user named it. Bounded in time, size and redirects.

`fetch` gets one page. A `Fetcher` gets many: it keeps its connections, asks with conditions ("only if changed"), and
lets a caller look at each address before it is asked for, those that redirects lead to included.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import httpcore
import httpx

from banggiao import __version__
from banggiao.errors import InputError
from banggiao.pages.addresses import host_and_port
from banggiao.pages.decode import MAX_BYTES
from banggiao.pages.inflate import CODINGS, inflate, whole
from banggiao.pages.transport import PinnedTransport

AGENT = "banggiao"
"""The name by which robots.txt files may address this program."""


@dataclass(slots=True, frozen=True)
class Limits:
    """seconds: for one address with all its redirects. pause: seconds in which some byte must come. bytes: of the
    content, unpacked."""

    seconds: float = 30.0
    pause: float = 10.0
    bytes: int = MAX_BYTES
    redirects: int = 5


@dataclass(slots=True, frozen=True)
class Answer:
    """What came. url: the address that answered, after redirects. charset: as the server declares it, else "".
    etag, modified: to ask with next time. unchanged: the server has nothing newer than what the conditions say."""

    url: str
    body: bytes
    charset: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


class FetchError(InputError):
    """An address that gave nothing. status: of the HTTP answer, 0 where there was none. retry_after: seconds that the
    server asks to wait. lasting: whether asking again is of no use."""

    def __init__(
        self,
        source: str,
        message: str,
        *,
        hint: str = "",
        status: int = 0,
        retry_after: float | None = None,
        lasting: bool = False,
    ) -> None:
        super().__init__(source, message, hint=hint)
        self.status = status
        self.retry_after = retry_after
        self.lasting = lasting


class Fetcher:
    """Gets addresses one after the other. allowed: hosts (`name` or `name:port`) that may lie in a private network.
    before: is called with each address that is about to be asked for; what it raises ends the fetch."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allowed: Collection[str] = (),
        before: Callable[[str], None] | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._before = before
        self._transport = PinnedTransport(allowed)
        self._client = httpx.Client(
            transport=self._transport,
            timeout=self._limits.pause,
            follow_redirects=False,
            headers={
                "user-agent": f"{AGENT}/{__version__}",
                "accept": "text/html,application/xhtml+xml,application/xml,text/plain;q=0.9,*/*;q=0.5",
                "accept-encoding": CODINGS,
            },
        )

    def get(self, url: str, *, etag: str = "", modified: str = "", limit: int | None = None) -> Answer:
        """The content of an address. limit: bytes, in place of the usual ones. Raises InputError for whatever goes
        wrong; a FetchError where the network or the server is to blame."""
        conditions = {"if-none-match": etag, "if-modified-since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        limits = self._limits
        self._client.cookies.clear()  # within one fetch they may be needed; beyond it they would follow the reader
        spent = 0.0
        for _ in range(limits.redirects + 1):
            host_and_port(url)
            if self._before:
                self._before(url)  # may wait for its turn; that is not the server's time
            begun = time.monotonic()
            self._transport.until.end = begun + limits.seconds - spent
            try:
                with self._client.stream("GET", url, headers=headers) as answer:
                    if answer.next_request is not None:
                        url = str(answer.next_request.url)
                        spent += time.monotonic() - begun
                        continue
                    return self._answer(answer, url, limit or limits.bytes)
            except (httpcore.TimeoutException, httpx.TimeoutException) as error:
                raise FetchError(url, f"the server is too slow ({str(error) or 'no answer'})", hint=_LATER) from error
            except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
                raise FetchError(url, f"not to be had: {error}", hint="Check the address and the network.") from error
            except (httpx.HTTPError, httpx.InvalidURL, httpcore.UnsupportedProtocol) as error:
                raise FetchError(url, f"not to be had: {error}", hint="Check the address and the network.") from error
        raise FetchError(url, "too many redirects", hint="Give the final address.", lasting=True)

    def _answer(self, answer: httpx.Response, url: str, limit: int) -> Answer:
        headers = answer.headers
        if answer.status_code == 304:
            return Answer(url, b"", unchanged=True)
        if answer.status_code != 200:
            status = answer.status_code
            raise FetchError(
                url,
                f"the server answers {status}",
                hint="Open it in a browser.",
                status=status,
                retry_after=_retry_after(headers) if status in (429, 503) else None,
                lasting=400 <= status < 500 and status not in (408, 421, 425, 429),
            )
        promised = headers.get("content-length", "")
        if promised.isdigit() and int(promised) > limit:
            raise InputError(url, f"{int(promised):,} bytes are promised, which is too much", hint=_ONE)
        coding = headers.get("content-encoding", "").strip().lower()
        body = whole(inflate(self._raw(answer, url), coding, url), limit, url)
        return Answer(
            url, body, answer.charset_encoding or "", headers.get("etag", ""), headers.get("last-modified", "")
        )

    def _raw(self, answer: httpx.Response, url: str) -> Iterator[bytes]:
        for part in answer.iter_raw():
            yield part
            if time.monotonic() > self._transport.until.end:
                raise FetchError(url, f"the server takes more than {self._limits.seconds:g} s", hint=_LATER)

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_LATER = "Try again later."
_ONE = "Give the page of one article."


def fetch(url: str) -> Answer:
    """One page. Raises InputError for whatever goes wrong."""
    with Fetcher() as fetcher:
        return fetcher.get(url)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds; the header gives them, or a point in time."""
    said = headers.get("retry-after", "").strip()
    if said.isdigit():
        return float(said[:9])
    try:
        at = parsedate_to_datetime(said)
        return max(0.0, (at.astimezone(UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None
