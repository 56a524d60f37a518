"""The socket on which the desk listens."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from banggiao.cli.serving import _listening
from banggiao.errors import UsageError


def test_small_answers_go_out_at_once() -> None:
    """The server's side of a connection does not wait for acknowledgements (Nagle), which would cost each page 40 ms."""

    async def delayed() -> int:
        answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def connected(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            there = writer.get_extra_info("socket")
            answered.set_result(there.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listener = _listening("127.0.0.1", 0)
        server = await asyncio.start_server(connected, sock=listener)
        async with server:
            _, writer = await asyncio.open_connection(*listener.getsockname())
            found = await answered
            writer.close()
        return found

    with ThreadPoolExecutor(1) as thread:  # where no browser's loop runs
        assert thread.submit(asyncio.run, delayed()).result() == 1


def test_a_port_in_use_is_told() -> None:
    """By number, with another to try."""
    with _listening("127.0.0.1", 0) as taken, pytest.raises(UsageError, match=str(taken.getsockname()[1])):
        _listening("127.0.0.1", taken.getsockname()[1])
