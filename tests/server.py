"""A real HTTP server on this machine for tests of what comes over the network, well behaved or not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Handler(BaseHTTPRequestHandler):
    """One request: `send` answers it whole; a route may also write to `wfile` itself."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.headers_of.setdefault(self.path, []).append(dict(self.headers))
        route = self.server.routes.get(self.path)
        try:
            if route is None:
                self.send(b"nothing here", status=404)
            elif callable(route):
                route(self)
            else:
                self.send(route)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader has had enough, which is what is tested

    def send(self, body: bytes | str, status: int = 200, **headers: str) -> None:
        """Header names are given with underscores; `content_length` may lie."""
        data = body.encode() if isinstance(body, str) else body
        named = {"content_type": "text/html", "content_length": str(len(data))} | headers
        self.send_response(status)
        for name, value in named.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


Route = bytes | str | Callable[[Handler], None]


class Server(ThreadingHTTPServer):
    """routes: path → body or function of the handler. asked: paths in the order of asking. stopping: is set when the
    test is over, for routes that never end."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.headers_of: dict[str, list[dict[str, str]]] = {}
        self.stopping = threading.Event()

    @property
    def host(self) -> str:
        """Host and port, as they are allowed by name."""
        return f"127.0.0.1:{self.server_address[1]}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port, until the block ends."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
