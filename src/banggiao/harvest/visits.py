"""Asking one site after the other, as a good guest: rules first, then one's turn, and waiting when asked to."""

from __future__ import annotations

from collections.abc import Collection
from types import TracebackType
from typing import Self

from banggiao.harvest.pace import Pace, Turns
from banggiao.harvest.robots import Robots, allows, delay_of
from banggiao.pages.addresses import host_and_port
from banggiao.pages.fetch import Answer, Fetcher, FetchError, Limits


class BusyError(FetchError):
    """The server asks to be left alone for longer than a run waits (`retry_after` seconds)."""


class Visits:
    """What one source needs of the network. allowed: its hosts that may lie in a private network."""

    def __init__(
        self, pace: Pace, turns: Turns, robots: Robots, *, limits: Limits | None = None, allowed: Collection[str] = ()
    ) -> None:
        self._pace = pace
        self._turns = turns
        self._robots = robots
        self._plain = Fetcher(limits, allowed=allowed)  # for robots.txt itself
        self._fetcher = Fetcher(limits, allowed=allowed, before=self._before)

    def get(self, url: str, *, etag: str = "", modified: str = "", limit: int | None = None) -> Answer:
        """As `Fetcher.get`. A server that asks to wait is asked once more then; BusyError where that is too long."""
        try:
            return self._fetcher.get(url, etag=etag, modified=modified, limit=limit)
        except FetchError as error:
            if error.retry_after is None:
                raise
            if error.retry_after > self._pace.patience:
                raise _busy(url, error) from error
            self._turns.hold(self._host(error.source), error.retry_after)
        try:
            return self._fetcher.get(url, etag=etag, modified=modified, limit=limit)
        except FetchError as error:
            if error.retry_after is not None:
                raise _busy(url, error) from error
            raise

    def _before(self, url: str) -> None:
        rules = self._robots.rules(url, self._plain)
        if not allows(rules, url):
            raise FetchError(url, "the site's robots.txt asks not to read this", hint="Ask the site.", lasting=True)
        delay = min(max(self._pace.delay, delay_of(rules)), self._pace.longest_delay)
        self._turns.wait(self._host(url), delay)

    @staticmethod
    def _host(url: str) -> str:
        return "{}:{}".format(*host_and_port(url))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._plain.close()
        self._fetcher.close()


def _busy(url: str, error: FetchError) -> BusyError:
    seconds = error.retry_after or 0.0
    return BusyError(
        url, f"the server asks to wait {seconds:.0f} s", hint="It is asked again by a later run.", retry_after=seconds
    )
