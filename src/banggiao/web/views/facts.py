"""The table of facts: by kind, names and period, page by page, as JSON and CSV too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from banggiao.briefs.data import fact_data
from banggiao.briefs.listing import Asked, facts_asked
from banggiao.briefs.material import Numbering
from banggiao.briefs.view import KINDS
from banggiao.register import Fact
from banggiao.register.api import Kind
from banggiao.web import language
from banggiao.web.answers import as_csv, as_json
from banggiao.web.asking import PageNumber, day
from banggiao.web.desk import Desk, desk, page
from banggiao.web.listing import lines_of, sources_of

router = APIRouter()
PAGE = 50
MOST = 10_000
"""Rows of one table for a program; a longer one is asked for by periods."""
COLUMNS = (
    *(
        "id",
        "kind",
        "parties",
        "date",
        "date_basis",
        "level",
        "phase",
        "form",
        "mechanism",
        "session",
        "city",
        "country",
    ),
    *("name", "stage", "until", "measure", "value", "unit", "due", "period", "act", "speaker", "topics"),
    *("person", "role", "party", "title", "people", "first_reported", "last_reported", "reports", "voices"),
)


@dataclass(slots=True, frozen=True)
class Question:
    """What the address asks of the facts."""

    kind: tuple[Kind, ...]
    name: tuple[str, ...]
    since: Day | None
    until: Day | None
    known_by: Day | None
    topic: str | None

    def answer(self, at: Desk) -> list[Fact]:
        """The facts that answer, newest first, unknown dates last."""
        found = facts_asked(
            at.register,
            at.lexicon,
            Asked(
                kinds=self.kind,
                names=self.name,
                since=self.since,
                until=self.until,
                known_by=self.known_by,
                topic=self.topic,
            ),
        )
        dated = [fact for fact in found if _dated(fact)]
        return dated[::-1] + [fact for fact in found if not _dated(fact)]


def _question(
    kind: Annotated[list[Kind] | None, Query(description="Only these kinds.")] = None,
    name: Annotated[
        list[str] | None, Query(max_length=10, description="Parties by any name, or words of names.")
    ] = None,
    since: Annotated[str, Query(max_length=40)] = "",
    until: Annotated[str, Query(max_length=40)] = "",
    known_by: Annotated[str, Query(max_length=40)] = "",
    topic: Annotated[str, Query(max_length=100, description="Of statements.")] = "",
) -> Question:
    names = tuple(text.strip()[:300] for text in name or () if text.strip())
    return Question(
        tuple(kind or ()),
        names,
        day(since, "since"),
        day(until, "until"),
        day(known_by, "known_by"),
        topic or None,
    )


Asks = Annotated[Question, Depends(_question)]


@router.get("/facts", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, asked: Asks, at: PageNumber = 1) -> Response:
    found = asked.answer(desk(request))
    words = desk(request).words(language.of(request))
    numbering = Numbering()
    shown = found[(at - 1) * PAGE : at * PAGE]
    return page(
        request,
        "facts.html.j2",
        asked_for=asked,
        kinds=KINDS,
        total=len(found),
        at=at,
        pages=max(1, -(-len(found) // PAGE)),
        lines=list(zip(shown, lines_of(shown, numbering, words), strict=True)),
        sources=sources_of(numbering, words),
        query=request.url.query,
    )


@router.get("/api/facts", tags=["facts"], summary="Facts by kind, names and period")
def data(
    request: Request, asked: Asks, at: PageNumber = 1, limit: Annotated[int, Query(ge=1, le=1000)] = 100
) -> Response:
    found = asked.answer(desk(request))
    return as_json({"total": len(found), "facts": _data(found[(at - 1) * limit : at * limit])})


@router.get("/api/facts.csv", tags=["facts"], summary="The same as a table")
def table(request: Request, asked: Asks) -> Response:
    return as_csv(_data(asked.answer(desk(request))[:MOST]), COLUMNS, "facts")


def _data(facts: Sequence[Fact]) -> list[dict[str, Any]]:
    return [fact_data(fact) for fact in facts]


def _dated(fact: Fact) -> bool:
    """Whether its year is known."""
    record = fact.record
    date = getattr(record, "date", None) or getattr(record, "due", None) or getattr(record, "period", None)
    return date is not None and not str(date).startswith("X")
