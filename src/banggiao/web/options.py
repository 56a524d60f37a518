"""How a desk is run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day


@dataclass(slots=True, frozen=True)
class Options:
    """hosts: the names under which it may be asked (a request for another is refused, so that no
    foreign page can reach a desk on this machine by a name of its own); empty: any. by: who decides where no users are
    configured; None: the system's user. shared: users are configured, so that nobody comes in without signing in even
    if all of them are removed while the desk runs. today: the day
    on which the desk stands, for tests and demonstrations."""

    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    by: str | None = None
    shared: bool = False
    today: Day | None = None
