"""The table of facts: by kind, names and period, page by page, as JSON and CSV too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from banggiao.briefs.data import fact_data
from banggiao.briefs.listing import Asked, heads_asked
from banggiao.briefs.material import Numbering
from banggiao.briefs.view import KINDS
from banggiao.register import Fact
from banggiao.register.api import Kind
from banggiao.register.touched import DERIVED
from banggiao.web import language, wishes
from banggiao.web.answers import as_csv, as_json
from banggiao.web.asking import AskedDays, Days, PageNumber, day
from banggiao.web.desk import Desk, desk, page
from banggiao.web.listing import REPORTS, as_of, lines_of, named, sources_of

router = APIRouter()
MOST = 10_000
"""Rows of one table for a program; a longer one is asked for by periods."""
_LOOKED = 20_000
"""So many facts, the newest, are looked through for a topic or a day."""
COLUMNS = (
    *(
        "id",
        "kind",
        "parties",
        "date",
        "date_basis",
        "date_reason",
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
    *("article", "url", "published", "quote"),
)
"""Of a table of facts. The last four are of the first report: a fact has the sentence with it on which it rests."""


@dataclass(slots=True, frozen=True)
class Question:
    """What the address asks of the facts."""

    kind: tuple[Kind, ...]
    name: tuple[str, ...]
    since: Day | None
    until: Day | None
    days: Days
    topic: str | None

    def answer(self, at: Desk, limit: int, offset: int = 0) -> tuple[int, list[Fact]]:
        """How many facts answer, and some of them, newest first, unknown dates last."""
        by = self.days.reported_by
        codes = [at.lexicon.find_party(name) for name in self.name]
        where: dict[str, Any] = {
            "parties": list(filter(None, codes)),
            "kinds": self.kind,
            "since": self.since,
            "until": self.until,
            "known_by": by,
        }
        if self.topic or self.days.as_of or not all(codes):
            found = at.memory.get(("ids", self), lambda: self._ids(at, where, parties=all(codes)), (DERIVED,))
            total, ids = len(found), found[offset : offset + limit]
        else:
            total = at.memory.get(("count", self), lambda: at.register.count_facts(**where), (DERIVED,))
            ids = [head.id for head in at.register.heads(**where, limit=limit, offset=offset)]
        return total, at.register.facts_of(ids, known_by=by, reports=REPORTS)

    def _ids(self, at: Desk, where: dict[str, Any], *, parties: bool) -> list[str]:
        """What answers, newest first, where the database alone cannot tell: among so many facts as are looked at."""
        if not self.topic and len(self.name) == 1 and not parties and not (self.since or self.until):
            listed = as_of(at, named(at, self.name[0]), self.days)
            return [one.id for one in listed if not self.kind or one.kind in self.kind]
        if parties:
            found = at.register.heads(**where, limit=_LOOKED)
        else:
            asked = Asked(kinds=self.kind, names=self.name, since=self.since, until=self.until)
            found = heads_asked(at.register, at.lexicon, asked)
            if self.days.reported_by:
                found = at.register.heads_of([head.id for head in found], known_by=self.days.reported_by)
        topics = {self.topic}
        return [
            head.id
            for head in self.days.hold(found)
            if not self.topic or topics & set(getattr(head.record, "topics", ()))
        ]


def _question(
    days: AskedDays,
    kind: Annotated[list[Kind | Literal[""]] | None, Query(description="Only these kinds; empty: all.")] = None,
    name: Annotated[
        list[str] | None, Query(max_length=10, description="Parties by any name, or words of names.")
    ] = None,
    since: Annotated[str, Query(max_length=40)] = "",
    until: Annotated[str, Query(max_length=40)] = "",
    topic: Annotated[str, Query(max_length=100, description="Of statements.")] = "",
) -> Question:
    names = tuple(text.strip()[:300] for text in name or () if text.strip())
    return Question(
        tuple(one for one in kind or () if one), names, day(since, "since"), day(until, "until"), days, topic or None
    )


Asks = Annotated[Question, Depends(_question)]


@router.get("/facts", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, asked: Asks, at: PageNumber = 1) -> Response:
    rows = wishes.of(request).rows
    total, shown = asked.answer(desk(request), rows, (at - 1) * rows)
    words = desk(request).words(language.of(request))
    numbering = Numbering()
    lines = lines_of(shown, numbering, words)
    return page(
        request,
        "facts.html.j2",
        asked_for=asked,
        kinds=KINDS,
        total=total,
        at=at,
        pages=max(1, -(-total // rows)),
        lines=list(zip(shown, lines, strict=True)),
        sources=sources_of(lines, numbering, words),
        query=request.url.query,
    )


@router.get("/api/facts", tags=["facts"], summary="Facts by kind, names and period")
def data(
    request: Request, asked: Asks, at: PageNumber = 1, limit: Annotated[int, Query(ge=1, le=1000)] = 100
) -> Response:
    total, found = asked.answer(desk(request), limit, (at - 1) * limit)
    return as_json({"total": total, "facts": _data(found)})


@router.get("/api/facts.csv", tags=["facts"], summary="The same as a table")
def table(request: Request, asked: Asks) -> Response:
    return as_csv(map(_row, _data(asked.answer(desk(request), MOST)[1])), COLUMNS, "facts")


def _row(fact: dict[str, Any]) -> dict[str, Any]:
    """A fact as a row: with its first report."""
    first: dict[str, Any] = next(iter(fact["sources"]), {})
    return {**fact, **first, "quote": " … ".join(first.get("quotes", ()))}


def _data(facts: Sequence[Fact]) -> list[dict[str, Any]]:
    return [fact_data(fact) for fact in facts]
