"""HTTP by way of httpx, over connections that go to the very address that was checked.

A check of the host before the request is not enough: the name is resolved once more to connect, and a resolver in
foreign hands answers otherwise the second time (DNS rebinding). So the check stands where the connection is made.
There too stands the end of the time: a server that sends a byte now and then never runs into a timeout of reading.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from ssl import SSLContext
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from banggiao.pages.addresses import UnknownHostError, numbers_of


class Until:
    """The end of the time that the present fetch has, on the monotonic clock."""

    def __init__(self) -> None:
        self.end = math.inf

    def left(self, timeout: float | None) -> float:
        """What is left of a timeout in seconds; httpcore.ReadTimeout where nothing is."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is up")
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, until: Until) -> None:
        self._inner = inner
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._until.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._until.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._until.left(timeout))
        return _Stream(inner, self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Checked(httpcore.NetworkBackend):
    """Resolves, checks, and connects to what was checked. TLS still verifies the host by its name."""

    def __init__(self, allowed: Collection[str], until: Until) -> None:
        self._allowed = allowed
        self._until = until
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failed: Exception = httpcore.ConnectError(host)
        for number in numbers_of(host.lower(), port, self._allowed):
            try:
                stream = self._inner.connect_tcp(number, port, self._until.left(timeout), local_address, socket_options)
                return _Stream(stream, self._until)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class PinnedTransport(httpx.BaseTransport):
    """allowed: hosts that may have private addresses. `until.end` is set before each fetch.

    Where the environment names a proxy (HTTPS_PROXY, NO_PROXY …) requests go through it: then the proxy resolves names,
    and the check is made before with what this machine knows of the name.
    """

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self.until = Until()
        self._allowed = allowed
        self._proxies = getproxies()
        self._through: dict[str, httpx.HTTPTransport] = {}
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trust(), max_connections=4, keepalive_expiry=30, network_backend=_Checked(allowed, self.until)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        proxy = self._proxies.get(url.scheme)
        if proxy and not proxy_bypass(url.host):
            return self._by_proxy(proxy, request)
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def _by_proxy(self, proxy: str, request: httpx.Request) -> httpx.Response:
        url = request.url
        try:
            numbers_of(url.host.lower(), url.port or 443, self._allowed)
        except UnknownHostError:
            pass  # behind some proxies no name of the outside can be resolved
        if proxy not in self._through:
            self._through[proxy] = httpx.HTTPTransport(proxy=proxy if "://" in proxy else f"http://{proxy}")
        return self._through[proxy].handle_request(request)

    def close(self) -> None:
        self._pool.close()
        for transport in self._through.values():
            transport.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@lru_cache(maxsize=1)
def _trust() -> SSLContext:
    return httpx.create_ssl_context()
