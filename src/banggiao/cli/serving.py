"""`serve`: the desk on a port of this machine."""

from __future__ import annotations

import gc
import ipaddress
import socket
import sys

from banggiao.errors import UsageError

_SELDOM = 1_000
"""After so many collections of what is younger Python's collector looks through all."""
_TURN = 0.001
"""Seconds that a thread goes on while others wait: with a busy one beside it, heavy pages took a third of the time."""


def serve(
    register: str | None,
    *,
    host: str,
    port: int,
    prefix: str = "",
    names: list[str] | None = None,
    by: str | None = None,
) -> None:
    """Serves the register until it is stopped.

    prefix: the path that a reverse proxy puts before all pages, and takes off again. names: further names under which
    browsers may ask for the desk. by: who decides. Raises UsageError for an address that is not this machine's own, for
    a port that is taken, and where the extra `web` is missing.
    """
    from banggiao.register import open_register
    from banggiao.settings import who_decides
    from banggiao.web import create_app
    from banggiao.web.options import Options

    shown = f"[{host}]" if ":" in host else host
    with open_register(register) as kept:
        shared = kept.accounts.any()
        if not shared and not _is_loopback(host):
            raise UsageError(
                f"--host {host}: without users configured the desk serves this machine only.",
                hint="Add users (banggiao users add NAME --role admin), or leave --host out.",
            )
        hosts = tuple(dict.fromkeys(("127.0.0.1", "localhost", "[::1]", shown, *(names or ()))))
        if not names and not _is_loopback(host):  # everybody signs in, and cookies belong to one name
            hosts = ()
        app = create_app(kept, Options(hosts=hosts, by=who_decides(by), shared=shared))
        import uvicorn

        # The lexicon and the program stay as they are: the collector, which looked through them for up to 100 ms in the
        # midst of an answer, passes them over. Through answers and lists that are kept it looks a hundred times more
        # seldom than Python would: with those of a million records each time takes 200 to 400 ms, and finds some
        # thirty objects a page.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], _SELDOM)
        # SQLite lets other threads run after each row: while one works out a list behind the scenes, a page that reads
        # a thousand rows would wait a thousand times for its turn to end, 5 ms each.
        sys.setswitchinterval(_TURN)
        with _listening(host, port) as listener:
            where = f"http://{shown}:{listener.getsockname()[1]}{prefix.rstrip('/')}/"
            print(f"The desk is open: {where}", file=sys.stderr)
            whom = "asks everybody to sign in" if shared else "and, without users configured, answers this machine only"
            told = f"It shows {kept.location} {'and ' if shared else ''}{whom}. Stop: Ctrl+C."
            print(told, file=sys.stderr, flush=True)
            config = uvicorn.Config(app, log_level="warning", root_path=prefix.rstrip("/"), server_header=False)
            uvicorn.Server(config).run(sockets=[listener])


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; taken before the server starts, so that a port in use is told in a sentence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, since asyncio sends small answers without delay only where the protocol says TCP: each page after the first
    # of a connection came 40 ms later (the other side's delayed ACK).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise UsageError(
            f"--port {port}: the desk cannot listen there ({error.strerror}).", hint="Name another: --port 8001"
        ) from error
    return listener
