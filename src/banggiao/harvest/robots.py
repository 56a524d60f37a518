"""robots.txt of each site, read once a run (RFC 9309)."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit

from protego import Protego

from banggiao.errors import InputError
from banggiao.pages.fetch import AGENT, Fetcher, FetchError

_LARGEST = 500_000  # bytes; the standard wants at least 500 KiB to be read


class Robots:
    """The rules of the sites that one run meets."""

    def __init__(self) -> None:
        self._of: dict[str, Protego | FetchError] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, url: str, fetcher: Fetcher) -> Protego:
        """The rules of the site of `url`; no file means no rules. FetchError where the file cannot be had now: then
        nothing of the site may be read (the standard says so, since nobody knows what it asks)."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._locks.setdefault(site, threading.Lock())
        with lock:
            if site not in self._of:
                self._of[site] = _read(f"{site}/robots.txt", fetcher)
            found = self._of[site]
        if isinstance(found, FetchError):
            raise found
        return found


def _read(url: str, fetcher: Fetcher) -> Protego | FetchError:
    try:
        return Protego.parse(fetcher.get(url, limit=_LARGEST).body.decode("utf-8-sig", "replace"))
    except InputError as error:
        status = error.status if isinstance(error, FetchError) else 0
        if 400 <= status < 500 and status != 429:
            return Protego.parse("")
        return FetchError(url, f"not to be had ({error.reason}), so nothing of the site is read", hint=error.hint)


def allows(rules: Protego, url: str) -> bool:
    """Whether the rules let this program ask for `url`."""
    return bool(rules.can_fetch(url, AGENT))


def delay_of(rules: Protego) -> float:
    """The seconds between requests that the rules ask for; 0 where they ask for none."""
    return float(rules.crawl_delay(AGENT) or 0.0)
