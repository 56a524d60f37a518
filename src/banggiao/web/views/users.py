"""The users, looked after by administrators; and everybody's own account: password, tokens for programs.

A password or token that the desk makes is shown on the page that answers the form, and nowhere again. Each change is
written down with who made it. The last administrator stays: on the desk nobody can lock everybody out.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from banggiao.errors import UsageError
from banggiao.register.members import ROLES, Account, Change
from banggiao.web.answers import as_json
from banggiao.web.desk import address, desk, page
from banggiao.web.users import Admin, Reader
from banggiao.web.views.signing import begin_session

router = APIRouter()
CHANGES = 50
_PASSWORD_BYTES = 12

Name = Annotated[str, Form(max_length=200)]
Label = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=1000)]


@dataclass(slots=True, frozen=True)
class Secret:
    """A password or token that is shown once."""

    kind: Literal["password", "token"]
    name: str
    value: str


@router.get("/users", response_class=HTMLResponse, include_in_schema=False)
def show(request: Request, user: Admin) -> Response:
    return _users(request)


@router.get(
    "/api/users",
    tags=["users"],
    summary="Who may use the desk; for administrators",
    responses={200: {"model": list[Account]}},
)
def data(request: Request, user: Admin) -> Response:
    return as_json(desk(request).register.accounts.all())


@router.get(
    "/api/users/changes",
    tags=["users"],
    summary="What was done to users; for administrators",
    responses={200: {"model": list[Change]}},
)
def changes(request: Request, user: Admin) -> Response:
    return as_json(desk(request).register.accounts.changes(1000))


@router.post("/users/add", include_in_schema=False)
def add(request: Request, user: Admin, name: Name, role: Label = "reader", password: Password = "") -> Response:
    """The first user is an administrator: from then on everybody signs in."""
    accounts = desk(request).register.accounts
    name = " ".join(name.split())

    def work() -> Secret | None:
        if role != "admin" and not accounts.any():
            raise UsageError("The first user is an administrator.", hint="Choose that role.")
        made = password or _new_password()
        accounts.add(name, role, made, by=user.name)
        return None if password else Secret("password", name, made)

    return _done(request, work)


@router.post("/users/change", include_in_schema=False)
def change(request: Request, user: Admin, name: Name, role: Label) -> Response:
    return _done(request, lambda: desk(request).register.accounts.change(name, role=role, by=user.name))


@router.post("/users/password", include_in_schema=False)
def reset(request: Request, user: Admin, name: Name, password: Password = "") -> Response:
    """The password given, or one that the desk makes."""

    def work() -> Secret | None:
        made = password or _new_password()
        desk(request).register.accounts.change(name, password=made, by=user.name)
        return None if password else Secret("password", name, made)

    return _done(request, work)


@router.post("/users/remove", include_in_schema=False)
def remove(request: Request, user: Admin, name: Name) -> Response:
    accounts = desk(request).register.accounts

    def work() -> None:
        if [one.name for one in accounts.all()] == [name]:
            raise UsageError(
                "The last user is removed on the machine that runs the desk.",
                hint="There: banggiao users remove NAME",
            )
        accounts.remove(name, by=user.name)

    return _done(request, work)


@router.post("/users/sign-out", include_in_schema=False)
def sign_out(request: Request, user: Admin, name: Name) -> Response:
    return _done(request, lambda: desk(request).register.accounts.close_sessions(name, by=user.name))


@router.post("/users/revoke", include_in_schema=False)
def revoke(request: Request, user: Admin, name: Name, label: Label) -> Response:
    return _done(request, lambda: desk(request).register.accounts.revoke_token(name, label, by=user.name))


# -- the own account -------------------------------------------------------------------------------------------------


@router.get("/account", response_class=HTMLResponse, include_in_schema=False)
def account(request: Request, user: Reader, kept: bool = False) -> Response:
    if user.local:
        return RedirectResponse(address(request, "/settings"), 303)
    return _account(request, user.name, kept=kept)


@router.post("/account/password", include_in_schema=False)
def own_password(request: Request, user: Reader, password: Password, new: Password) -> Response:
    """Another password for whoever knows the present one; other browsers are signed out."""
    accounts, tries = desk(request).register.accounts, request.app.state.tries
    if tries.barred(user.name):
        return _account(request, user.name, status=429, refused="Too many wrong passwords. Wait a minute.")
    if accounts.check(user.name, password) is None:
        tries.wrong(user.name)
        return _account(request, user.name, status=403, refused="That is not your present password.")
    try:
        accounts.change(user.name, password=new, by=user.name)
    except UsageError as error:
        return _account(request, user.name, status=400, error=error)
    answer = RedirectResponse(address(request, "/account", kept=True), 303)
    begin_session(request, answer, user.name)
    return answer


@router.post("/account/token", include_in_schema=False)
def own_token(request: Request, user: Reader, label: Label) -> Response:
    try:
        made = desk(request).register.accounts.make_token(user.name, label, by=user.name)
    except UsageError as error:
        return _account(request, user.name, status=400, error=error)
    return _account(request, user.name, secret=Secret("token", user.name, made))


@router.post("/account/revoke", include_in_schema=False)
def own_revoke(request: Request, user: Reader, label: Label) -> Response:
    desk(request).register.accounts.revoke_token(user.name, label, by=user.name)
    return RedirectResponse(address(request, "/account", kept=True), 303)


def _done(request: Request, work: Callable[[], Secret | None]) -> Response:
    """Back to the users; with what is shown once, or with what is wrong."""
    try:
        secret = work()
    except UsageError as error:
        return _users(request, status=400, error=error)
    if secret:
        return _users(request, secret=secret)
    return RedirectResponse(address(request, "/users"), 303)


def _users(
    request: Request, *, status: int = 200, secret: Secret | None = None, error: UsageError | None = None
) -> Response:
    accounts = desk(request).register.accounts
    return page(
        request,
        "users.html.j2",
        status=status,
        accounts=accounts.all(),
        changes=accounts.changes(CHANGES),
        roles=ROLES,
        secret=secret,
        error=error,
    )


def _account(
    request: Request,
    name: str,
    *,
    status: int = 200,
    secret: Secret | None = None,
    error: UsageError | None = None,
    refused: str = "",
    kept: bool = False,
) -> Response:
    return page(
        request,
        "account.html.j2",
        status=status,
        account=desk(request).register.accounts.find(name),
        secret=secret,
        error=error,
        refused=refused,
        kept=kept,
    )


def _new_password() -> str:
    return secrets.token_urlsafe(_PASSWORD_BYTES)
