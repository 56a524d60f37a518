"""Who is at the desk. Without users configured it is the person whose machine this is, and the desk answers only that
machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, HTTPException, Request

from banggiao.settings import who_decides

Role = Literal["reader", "editor", "admin"]


@dataclass(slots=True, frozen=True)
class User:
    """Somebody at the desk. `local`: the machine's own user, where no users are configured."""

    name: str
    role: Role
    local: bool = False

    @property
    def may_edit(self) -> bool:
        return self.role in ("editor", "admin")


def current_user(request: Request) -> User:
    """Who asks."""
    return User(who_decides(request.app.state.desk.options.by), "editor", local=True)


def require_editor(user: Annotated[User, Depends(current_user)]) -> User:
    """Who asks, if that person may decide; else 403."""
    if not user.may_edit:
        raise HTTPException(403, "Only an editor may decide.")
    return user


Reader = Annotated[User, Depends(current_user)]
Editor = Annotated[User, Depends(require_editor)]
