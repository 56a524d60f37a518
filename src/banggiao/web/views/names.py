"""A person, a series of meetings, an agreement: everything that is known under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from banggiao.briefs.data import fact_data
from banggiao.briefs.document import Line
from banggiao.briefs.listing import Asked, facts_asked
from banggiao.briefs.material import Numbering
from banggiao.register import Fact
from banggiao.register.api import SearchKind
from banggiao.web import language
from banggiao.web.answers import as_json
from banggiao.web.asking import AskedDays, Days
from banggiao.web.desk import Desk, desk, page
from banggiao.web.failing import MissingError
from banggiao.web.listing import lines_of, sources_of

router = APIRouter()
SHOWN = 60
"""Lines of one kind on a page; the table of facts has them all."""
BROUGHT = 12
"""For so many of the latest sessions the page tells what they brought."""
SAID = 12
_STATEMENTS: tuple[SearchKind, ...] = ("statement",)

Name = Annotated[str, Query(min_length=1, max_length=300)]


@dataclass(slots=True)
class Session:
    """A meeting of a series and the agreements that its day brought."""

    fact: Fact
    line: Line
    brought: list[Line]


def known(at: Desk, name: str, days: Days) -> list[Fact]:
    """The facts under any name that the lexicon has for the thing. Raises MissingError where there are none."""
    found = facts_asked(at.register, at.lexicon, Asked(names=(name,), known_by=days.known_by or days.as_of))
    if not found:
        raise MissingError(f"The register holds nothing of {name!r}.", hint="Look for a part of the name.")
    return found


@router.get("/person", response_class=HTMLResponse, include_in_schema=False)
def person(request: Request, name: Name, days: AskedDays) -> Response:
    """Posts through time, meetings, statements."""
    return _sections(request, "person", name, ("office", "meeting", "statement"), days)


@router.get("/series", response_class=HTMLResponse, include_in_schema=False)
def series(request: Request, name: Name, days: AskedDays) -> Response:
    """Sessions in order, newest first, and what each brought."""
    at = desk(request)
    facts = known(at, name, days)
    words = at.words(language.of(request))
    numbering = Numbering()
    held = sorted((f for f in facts if f.kind == "meeting"), key=_session_order, reverse=True)[:SHOWN]
    sessions = [
        Session(fact, line, lines_of(_brought(at, fact) if number < BROUGHT else [], numbering, words))
        for number, (fact, line) in enumerate(zip(held, lines_of(held, numbering, words), strict=True))
    ]
    rest = [fact for fact in facts if fact.kind != "meeting"]
    return page(
        request,
        "series.html.j2",
        name=name,
        names=at.lexicon.other_names(name),
        sessions=sessions,
        others=lines_of(rest[:SHOWN], numbering, words),
        sources=sources_of(numbering, words),
    )


@router.get("/instrument", response_class=HTMLResponse, include_in_schema=False)
def instrument(request: Request, name: Name, days: AskedDays) -> Response:
    """Its stages in order, who said what of it, documents of like name."""
    at = desk(request)
    facts = known(at, name, days)
    words = at.words(language.of(request))
    numbering = Numbering()
    stages = [fact for fact in facts if fact.kind == "instrument"]
    key = _main_key(stages)
    names = list(dict.fromkeys([name, *at.lexicon.other_names(name)]))
    found = at.register.search(f'"{names[0]}"', kinds=_STATEMENTS, limit=SAID)
    heard = [fact for hit in found.facts if (fact := at.register.fact(hit.id, known_by=days.known_by or days.as_of))]
    return page(
        request,
        "instrument.html.j2",
        name=name,
        names=[other for other in names if other != name],
        stages=lines_of([f for f in stages if f.key == key], numbering, words),
        linked=lines_of([f for f in stages if f.key != key][:SHOWN], numbering, words),
        targets=lines_of([f for f in facts if f.kind not in ("instrument", "statement")][:SHOWN], numbering, words),
        said=lines_of(heard, numbering, words),
        sources=sources_of(numbering, words),
    )


@router.get("/api/names", tags=["questions"], summary="Everything known of a person, series or agreement")
def data(request: Request, name: Name, days: AskedDays) -> Response:
    return as_json([fact_data(fact) for fact in known(desk(request), name, days)])


def _sections(request: Request, kind: str, name: str, first: tuple[str, ...], days: Days) -> Response:
    """A page of all facts by kind, those named first leading."""
    at = desk(request)
    facts = known(at, name, days)
    words = at.words(language.of(request))
    numbering = Numbering()
    kinds = dict.fromkeys((*first, *(fact.kind for fact in facts)))
    sections = []
    for each in kinds:
        of_it = [fact for fact in facts if fact.kind == each]
        shown = of_it[:SHOWN] if each == "office" else of_it[::-1][:SHOWN]
        if shown:
            sections.append((each, len(of_it), lines_of(shown, numbering, words)))
    return page(
        request,
        "name.html.j2",
        name=name,
        kind=kind,
        sections=sections,
        sources=sources_of(numbering, words),
    )


def _session_order(fact: Fact) -> tuple[str, int]:
    return getattr(fact.record, "date", None) or fact.first_reported or "", getattr(fact.record, "session", None) or 0


def _brought(at: Desk, meeting: Fact) -> list[Fact]:
    """The agreements whose stage bears the day of the meeting, by the reports of the meeting."""
    date = getattr(meeting.record, "date", None)
    if not date:
        return []
    near = {fact.id: fact for mention in meeting.mentions[:3] for fact in at.register.facts_in(mention.article.key)}
    return [f for f in near.values() if f.kind == "instrument" and getattr(f.record, "date", None) == date]


def _main_key(stages: list[Fact]) -> str:
    """The key that most of the reports bear."""
    count: dict[str, int] = {}
    for fact in stages:
        count[fact.key] = count.get(fact.key, 0) + len(fact.mentions)
    return max(count, key=lambda key: (count[key], key), default="")
