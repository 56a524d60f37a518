"""How fast and how much a harvest asks for, and whose turn it is."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

from banggiao.errors import BanggiaoError


@dataclass(slots=True, frozen=True)
class Pace:
    """delay: seconds between two requests to a host; a Crawl-delay of its robots.txt counts where it is longer, up to
    `longest_delay`. patience: the longest Retry-After that is waited for within a run. pages, documents: of one source
    in one run; what is left comes next time. tries: of a page that fails, over all runs. hosts: asked at a time.
    misses: pages in a row that fail before a source is left for this run. lease: seconds after which a run that
    gave no sign of life is taken for dead, and its source for free."""

    delay: float = 1.0
    longest_delay: float = 30.0
    patience: float = 60.0
    pages: int = 200
    documents: int = 50
    tries: int = 4
    hosts: int = 4
    misses: int = 3
    lease: float = 900.0


class StoppedError(BanggiaoError):
    """The run was interrupted."""


class Turns:
    """One request at a time to a host, at a distance from each other, however many threads ask."""

    def __init__(self) -> None:
        self._free_at: dict[str, float] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def wait(self, host: str, delay: float) -> None:
        """Returns when it is the caller's turn; the next one's is `delay` seconds later. StoppedError after `stop`."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._free_at.get(host, 0.0))
            self._free_at[host] = turn + delay
        if self._stopped.wait(max(0.0, turn - now)):
            raise StoppedError("The run was interrupted.")

    def hold(self, host: str, seconds: float) -> None:
        """Nobody asks the host before so many seconds are over."""
        with self._lock:
            self._free_at[host] = max(self._free_at.get(host, 0.0), time.monotonic() + seconds)

    def stop(self) -> None:
        """Ends all waiting."""
        self._stopped.set()
