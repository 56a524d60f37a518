"""Lists to work through: where reports differ, what people decided, the articles kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from banggiao.briefs.disputes import dispute_data, disputes_document
from banggiao.briefs.suggestions import suggestions_asked
from banggiao.briefs.view import decisions_document
from banggiao.register import ArticleRef, Fact
from banggiao.register.conflicts import Disagreement, disagreements
from banggiao.register.decisions import decision_to_dict
from banggiao.register.names import AgreementsTold
from banggiao.register.person_names import Told
from banggiao.register.placing import fact_order
from banggiao.register.suggestion import Suggestion
from banggiao.register.touched import DERIVED, SINGLE
from banggiao.web import language, wishes
from banggiao.web.answers import as_csv, as_json
from banggiao.web.asking import PageNumber
from banggiao.web.desk import Desk, desk, page
from banggiao.web.listing import trimmed

router = APIRouter()
PAGE = 20
"""Of queues to work off: each item has several lines."""
_DECIDED = (
    *("id", "made", "by", "action", "kind", "slots", "why", "state"),
    *("withdrawn", "withdrawn_by", "withdrawn_why"),
)
_COLUMNS = ("key", "id", "title", "url", "publisher", "agency", "published", "published_basis", "records")


def differing(at: Desk) -> list[Disagreement]:
    """All disagreements of the register."""
    return at.memory.get("disagreements", lambda: _differing(at), (SINGLE,))


def _differing(at: Desk) -> list[Disagreement]:
    return disagreements(at.register.contested())


def _now(at: Desk, found: list[Disagreement]) -> list[Disagreement]:
    """What is left of some disagreements that were found before the register's last changes, with their words."""
    ids = dict.fromkeys(fact.id for one in found for claim in one.claims for fact in claim.facts)
    return disagreements(sorted(at.register.facts_of(list(ids)), key=fact_order))


def _quoted(at: Desk, found: list[Disagreement]) -> list[Disagreement]:
    """Disagreements with the words of their reports."""
    ids = [fact.id for one in found for claim in one.claims for fact in claim.facts]
    facts = {fact.id: fact for fact in at.register.facts_of(ids)}
    return [
        replace(
            one, claims=[replace(claim, facts=[_worded(fact, facts) for fact in claim.facts]) for claim in one.claims]
        )
        for one in found
    ]


def _worded(fact: Fact, facts: Mapping[str, Fact]) -> Fact:
    """A fact with the words of those reports that it is given with."""
    whole = facts.get(fact.id, fact)
    given = {(mention.article.key, mention.index) for mention in fact.mentions}
    return replace(whole, mentions=[m for m in whole.mentions if (m.article.key, m.index) in given])


def suggested(at: Desk) -> list[Suggestion]:
    """What names leave for somebody to decide."""
    return at.memory.get("suggestions", lambda: _suggested(at), (DERIVED,))


def _suggested(at: Desk) -> list[Suggestion]:
    return suggestions_asked(at.register, at.lexicon)


def _decided(one: Suggestion, told: Told, of_agreements: AgreementsTold) -> bool:
    """Whether somebody has said of the names of a suggestion whose they are."""
    names = frozenset(one.names)
    if one.kind == "agreement":
        whose = frozenset(one.parties)
        same = any(names <= said.names and said.parties in (whose, frozenset()) for said in of_agreements.same)
        return same or of_agreements.are_two(names, whose)
    return names in told.apart or any(len(names) > 1 and names <= same for same in told.same)


def waiting(found: list[Disagreement]) -> list[Disagreement]:
    """Those in which no person has said which claim holds."""
    return [one for one in found if one.reason != "confirmed by hand"]


@router.get("/disagreements", response_class=HTMLResponse, include_in_schema=False)
def disputes(request: Request, at: PageNumber = 1, settled: bool = False) -> Response:
    """Those that nobody has settled, or all."""
    here = desk(request)
    everything, up_to_date = here.memory.lately("disagreements", lambda: _differing(here), (SINGLE,))
    if everything is None:
        return page(request, "counting.html.j2", title="Disagreements")
    found = everything if settled else waiting(everything)
    words = here.words(language.of(request))
    shown = found[(at - 1) * PAGE : at * PAGE]
    if up_to_date:
        shown = _quoted(here, shown)
    else:
        shown = _now(here, shown)
        shown = shown if settled else waiting(shown)
    return page(
        request,
        "disagreements.html.j2",
        document=trimmed(disputes_document(shown, words), words),
        total=len(found),
        settled=settled,
        hidden=len(everything) - len(found),
        at=at,
        pages=max(1, -(-len(found) // PAGE)),
    )


@router.get("/api/disagreements", tags=["questions"], summary="Where reports differ about one thing")
def disputes_data(request: Request, at: PageNumber = 1) -> Response:
    found = differing(desk(request))
    return as_json({"total": len(found), "disagreements": [dispute_data(d) for d in found[(at - 1) * 100 : at * 100]]})


@router.get("/suggestions", response_class=HTMLResponse, include_in_schema=False)
def suggestions(request: Request, at: PageNumber = 1) -> Response:
    """Names that may be one person's or one agreement's, or two people's."""
    here = desk(request)
    found, up_to_date = here.memory.lately("suggestions", lambda: _suggested(here), (DERIVED,))
    if found is None:
        return page(request, "counting.html.j2", title="Suggestions")
    shown = found[(at - 1) * PAGE : at * PAGE]
    if not up_to_date:
        told, of_agreements = here.register.told(), here.register.agreements_told()
        shown = [one for one in shown if not _decided(one, told, of_agreements)]
    return page(
        request,
        "suggestions.html.j2",
        found=shown,
        total=len(found),
        at=at,
        pages=max(1, -(-len(found) // PAGE)),
    )


@router.get(
    "/api/suggestions",
    tags=["decisions"],
    summary="What names of people and agreements leave to decide",
    responses={200: {"model": list[Suggestion]}},
)
def suggestions_data(request: Request) -> Response:
    return as_json(suggested(desk(request)))


@router.get("/decisions", response_class=HTMLResponse, include_in_schema=False)
def decisions(request: Request, at: PageNumber = 1) -> Response:
    found = desk(request).register.decisions()
    words = desk(request).words(language.of(request))
    rows = wishes.of(request).rows
    shown = found[::-1][(at - 1) * rows : at * rows]
    lines = decisions_document(shown[::-1], words).sections[0].lines
    return page(
        request,
        "decisions.html.j2",
        rows=list(zip(shown, lines, strict=True)),
        total=len(found),
        at=at,
        pages=max(1, -(-len(found) // rows)),
    )


@router.get("/api/decisions", tags=["decisions"], summary="What people decided, by time")
def decisions_data(request: Request, standing: bool = False) -> Response:
    return as_json([decision_to_dict(one) for one in desk(request).register.decisions(standing=standing)])


@router.get("/api/decisions.csv", tags=["decisions"], summary="The same as a table")
def decisions_table(request: Request, standing: bool = False) -> Response:
    rows = [decision_to_dict(one) for one in desk(request).register.decisions(standing=standing)]
    for row in rows:
        slots = row.get("slots", {}).items()
        row["slots"] = [f"{slot}: {', '.join(value) if isinstance(value, list) else value}" for slot, value in slots]
    return as_csv(rows, _DECIDED, "decisions")


@router.get("/sources", response_class=HTMLResponse, include_in_schema=False)
def sources(request: Request, at: PageNumber = 1) -> Response:
    here = desk(request)
    total = here.memory.get("counts", here.register.counts, (DERIVED,)).articles
    rows = wishes.of(request).rows
    return page(
        request,
        "sources.html.j2",
        articles=here.register.newest_articles(rows, (at - 1) * rows),
        total=total,
        at=at,
        pages=max(1, -(-total // rows)),
    )


@router.get(
    "/api/articles",
    tags=["articles"],
    summary="The articles kept, newest first",
    responses={200: {"model": list[ArticleRef]}},
)
def sources_data(request: Request, at: PageNumber = 1) -> Response:
    return as_json(desk(request).register.newest_articles(100, (at - 1) * 100))


@router.get("/api/articles.csv", tags=["articles"], summary="The same as a table")
def sources_table(request: Request) -> Response:
    rows = ({name: getattr(ref, name) for name in _COLUMNS} for ref in desk(request).register.articles())
    return as_csv(rows, _COLUMNS, "articles")
