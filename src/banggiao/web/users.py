"""Who is at the desk. Without users configured it is the person whose machine this is, and the desk answers only that
machine. With users, a browser shows its session's cookie and a program its token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from banggiao.register.members import Account, Accounts, Role
from banggiao.settings import who_decides

COOKIE = "session"


@dataclass(slots=True, frozen=True)
class User:
    """Somebody at the desk. `local`: the machine's own user, where no users are configured."""

    name: str
    role: Role
    local: bool = False

    @property
    def may_edit(self) -> bool:
        return self.role in ("editor", "admin")


class StrangerError(Exception):
    """Nobody has signed in, where users are configured."""


def current_user(request: Request) -> User:
    """Who asks. Raises StrangerError where users are configured and nobody of them asks."""
    known = getattr(request.state, "user", None)
    if isinstance(known, User):
        return known
    at = request.app.state.desk
    user = _user(request, at.register.accounts, shared=at.options.shared)
    if user is None:
        user = User(who_decides(at.options.by), "admin", local=True)
    request.state.user = user
    return user


def _user(request: Request, accounts: Accounts, *, shared: bool) -> User | None:
    """The user whose session or token the request carries; None where no users are configured."""
    found: Account | None = None
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        found = accounts.bearer(token.strip(), "token")
    elif key := request.cookies.get(COOKIE):
        found = accounts.bearer(key, "session")
    if found:
        return User(found.name, found.role)
    if shared or accounts.any():
        raise StrangerError
    return None


def require_editor(user: Annotated[User, Depends(current_user)]) -> User:
    """Who asks, if that person may decide; else 403."""
    if not user.may_edit:
        raise HTTPException(403, "Only an editor may decide.")
    return user


def require_admin(user: Annotated[User, Depends(current_user)]) -> User:
    """Who asks, if that person may see the users; else 403."""
    if user.role != "admin":
        raise HTTPException(403, "Only an administrator may see this.")
    return user


Reader = Annotated[User, Depends(current_user)]
Editor = Annotated[User, Depends(require_editor)]
Admin = Annotated[User, Depends(require_admin)]
