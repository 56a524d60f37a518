"""What a person wishes of the desk: language, look, how close lines stand, how long lists are, from which day on
something is new. Kept in the browser's cookies, so that it needs neither users nor script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime
from typing import Self

from starlette.requests import HTTPConnection
from starlette.responses import Response

from banggiao.briefs.words import LANGUAGES
from banggiao.web import language

THEMES = ("auto", "light", "dark")
DENSITIES = ("airy", "dense")
ROWS = (20, 50, 100)
"""So many rows a list may show on one page; the one in the middle where nothing was chosen."""
_LONG = 400 * 86400  # seconds; browsers keep no cookie longer


@dataclass(slots=True, frozen=True)
class Wishes:
    """lang: "" to go by the browser. since: the day from which on something is new; None for the last visit."""

    lang: str
    theme: str
    density: str
    rows: int
    since: Day | None


def of(request: HTTPConnection) -> Wishes:
    """What was chosen before, else as usual; the look also by the address (`?theme=`)."""
    kept = request.cookies
    rows = kept.get("rows", "")
    return Wishes(
        lang=_one_of(LANGUAGES, kept.get(language.COOKIE, ""), ""),
        theme=_one_of(THEMES, request.query_params.get("theme") or kept.get("theme", ""), THEMES[0]),
        density=_one_of(DENSITIES, kept.get("density", ""), DENSITIES[0]),
        rows=int(rows) if rows in map(str, ROWS) else ROWS[1],
        since=_day(kept.get("since", "")),
    )


def keep(answer: Response, wishes: Wishes) -> None:
    """Lets the browser keep them; what is as usual needs no cookie."""
    usual = {"theme": THEMES[0], "density": DENSITIES[0], "rows": str(ROWS[1])}
    values = {
        language.COOKIE: wishes.lang,
        "theme": wishes.theme,
        "density": wishes.density,
        "rows": str(wishes.rows),
        "since": wishes.since.isoformat() if wishes.since else "",
    }
    for name, value in values.items():
        if value and value != usual.get(name):
            set_cookie(answer, name, value)
        else:
            answer.delete_cookie(name)


def set_cookie(answer: Response, name: str, value: str) -> None:
    """A cookie for the desk alone, kept as long as browsers allow."""
    answer.set_cookie(name, value, max_age=_LONG, samesite="lax", httponly=True)


@dataclass(slots=True, frozen=True)
class Visit:
    """A visit of the desk: its day, and the moment (`Register.last_arrival`) at which the last article had come that
    could be seen then."""

    day: Day
    arrival: int

    @classmethod
    def on(cls, day: Day) -> Self:
        """As if somebody had come when a day began, by this machine's own time."""
        if day.year < 1970:  # before any moment
            return cls(day, 0)
        start = datetime(day.year, day.month, day.day).astimezone()
        return cls(day, int(start.timestamp() * 1000) - 1)


def last_visit(request: HTTPConnection) -> Visit | None:
    """The visit before this one; None for the first."""
    day, _, arrival = request.cookies.get("visit", request.cookies.get("seen", "")).partition(".")
    found = _day(day)
    if found is None:
        return None
    return Visit(found, int(arrival)) if re.fullmatch("[0-9]{1,15}", arrival) else Visit.on(found)


def visited(answer: Response, this: Visit, last: Visit | None) -> None:
    """Lets the browser remember this visit. `visit` lasts as long as the browser is open, so that what is new since
    the last visit stays so while somebody looks around."""
    answer.set_cookie("visit", _text(last) if last else "", samesite="lax", httponly=True)
    set_cookie(answer, "seen", _text(this))


def _text(visit: Visit) -> str:
    return f"{visit.day.isoformat()}.{visit.arrival}"


def _one_of(known: tuple[str, ...], wish: str, usual: str) -> str:
    return wish if wish in known else usual


def _day(text: str) -> Day | None:
    try:
        return Day.fromisoformat(text)
    except ValueError:
        return None
