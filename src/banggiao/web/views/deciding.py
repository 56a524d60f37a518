"""What people decide from a page: accept, reject, correct, withdraw; one name or two. Each is a form that works without
script, and the same as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Body, Form, Request
from fastapi.responses import RedirectResponse, Response

from banggiao.briefs.names import find_party
from banggiao.register.decisions import Decision, Saying, decision_to_dict, slots_from
from banggiao.register.saying import Named, say
from banggiao.web.answers import as_json
from banggiao.web.desk import Desk, address, desk
from banggiao.web.forms import sent
from banggiao.web.slots import slots_shown
from banggiao.web.users import Editor
from banggiao.web.views.fact import kept

router = APIRouter()
Why = Annotated[str, Form(max_length=2000)]
Back = Annotated[str, Form(max_length=2000)]
Code = Annotated[str, Form(max_length=40)]
Verdict = Literal["accept", "reject"]


def _decide(at: Desk, action: Verdict, id: str, by: str, why: str) -> Decision:
    kept(at, id)
    return (at.register.accept if action == "accept" else at.register.reject)(id, by=by, why=why.strip())


def _correct(at: Desk, id: str, words: Iterable[str], by: str, why: str) -> Decision:
    fact = kept(at, id)
    slots = slots_from(fact.kind, words, lambda name: find_party(at.lexicon, name))
    return at.register.correct(id, slots, by=by, why=why.strip())


# -- forms -----------------------------------------------------------------------------------------------------------


@router.post("/facts/{id}/{action}", include_in_schema=False)
def decide(request: Request, id: str, action: Verdict, user: Editor, why: Why = "", back: Back = "") -> Response:
    at = desk(request)
    return _onward(request, at, _decide(at, action, id, user.name, why), back)


@router.post("/correct/{id}", include_in_schema=False)
async def correct(request: Request, id: str, user: Editor) -> Response:
    """The form holds every slot; those that were changed are corrected."""
    slots = {name: str(value).strip() for name, value in (await sent(request)).items()}
    return await _threaded(_corrected, request, id, user.name, slots)


def _corrected(request: Request, id: str, by: str, slots: dict[str, str]) -> Response:
    at = desk(request)
    shown = slots_shown(kept(at, id).record)
    changed = [f"{slot}={slots[slot]}" for slot, text in shown.items() if slot in slots and slots[slot] != text]
    return _onward(request, at, _correct(at, id, changed, by, slots.get("why", "")), slots.get("back", ""))


@router.post("/decisions/{id}/withdraw", include_in_schema=False)
def withdraw(request: Request, id: str, user: Editor, why: Why = "", back: Back = "") -> Response:
    at = desk(request)
    return _onward(request, at, at.register.withdraw(id, by=user.name, why=why.strip()), back)


@router.post("/names/{action}", include_in_schema=False)
def naming(
    request: Request,
    action: Saying,
    user: Editor,
    name: Annotated[list[str], Form(min_length=2, max_length=10)],
    party: Annotated[list[Code], Form(max_length=40, default_factory=list)],
    kind: Annotated[Named, Form()] = "person",
    why: Why = "",
    back: Back = "",
) -> Response:
    """party: whose person it is; the parties of an agreement; none of a series."""
    at = desk(request)
    made = say(at.register, action, kind, name, party, by=user.name, why=why.strip())
    return _onward(request, at, made, back)


def _onward(request: Request, at: Desk, made: Decision, back: str) -> Response:
    """To the page that the form stood on, or to what became of the fact; it offers to undo what was decided."""
    told = {"undone" if made.withdrawn else "done": made.id}
    return RedirectResponse(_with(_local(request, back) or _place_of(request, at, made), told), 303)


def _local(request: Request, back: str) -> str:
    """The address if it is one of the desk's own pages, else empty."""
    parts = urlsplit(back)
    inside = address(request, "/")
    if parts.path.startswith(address(request, "/facts/")):
        return ""  # a decision may give the fact another id: see `_place_of`
    own = not parts.scheme and not parts.netloc and parts.path.startswith(inside) and not parts.path.startswith("//")
    return back if own and "\\" not in back else ""


def _place_of(request: Request, at: Desk, made: Decision) -> str:
    """The page of the fact that the decided record belongs to now; of its article where it belongs to none."""
    for anchor in made.anchors:
        if anchor.index is None:
            continue
        if fact := at.register.facts_by_record(anchor.article).get(anchor.index):
            return address(request, f"/facts/{fact}")
        return address(request, f"/articles/{anchor.article}") + f"#r{anchor.index}"
    return address(request, "/decisions")


def _with(where: str, query: dict[str, str]) -> str:
    parts = urlsplit(where)
    kept_query = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("done", "undone")]
    return parts._replace(query=urlencode([*kept_query, *query.items()])).geturl()


async def _threaded(work: Callable[..., Response], *values: Any) -> Response:
    """The database may wait for its turn: not in the loop that serves everybody."""
    from starlette.concurrency import run_in_threadpool

    return await run_in_threadpool(work, *values)


# -- for programs ----------------------------------------------------------------------------------------------------


@router.post("/api/facts/{id}/{action}", tags=["decisions"], summary="Accept or reject a fact")
def decide_data(
    request: Request,
    id: str,
    action: Verdict,
    user: Editor,
    why: Annotated[str, Body(embed=True, max_length=2000)] = "",
) -> Response:
    return as_json(decision_to_dict(_decide(desk(request), action, id, user.name, why)))


@router.post("/api/correct/{id}", tags=["decisions"], summary="Correct slots of a fact")
def correct_data(
    request: Request,
    id: str,
    user: Editor,
    slots: Annotated[list[str], Body(description="Each as slot=value; slot= empties it.", max_length=40)],
    why: Annotated[str, Body(max_length=2000)] = "",
) -> Response:
    return as_json(decision_to_dict(_correct(desk(request), id, slots, user.name, why)))


@router.post("/api/decisions/{id}/withdraw", tags=["decisions"], summary="Take a decision back")
def withdraw_data(
    request: Request, id: str, user: Editor, why: Annotated[str, Body(embed=True, max_length=2000)] = ""
) -> Response:
    return as_json(decision_to_dict(desk(request).register.withdraw(id, by=user.name, why=why.strip())))
