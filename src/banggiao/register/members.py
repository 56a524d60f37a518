"""Who may use a register's desk, and as what: the shapes, and what can be asked; `accounts` does it in the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, get_args

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
Action = Literal["add", "role", "password", "remove", "sign-out", "token", "revoke"]
SESSION_HOURS = 12


@dataclass(slots=True, frozen=True)
class Account:
    """Somebody who may use the desk. made: UTC, ISO 8601. tokens: the labels of the programs that act for them.
    sessions: how many browsers are signed in."""

    name: str
    role: Role
    made: str
    tokens: tuple[str, ...] = ()
    sessions: int = 0


@dataclass(slots=True, frozen=True)
class Change:
    """What somebody did to an account. made: UTC, ISO 8601. by: who, "" where nobody is named. detail: the role given
    or the label of the token."""

    made: str
    by: str
    action: Action
    name: str
    detail: str = ""


class Accounts(Protocol):
    """The accounts of one register. All raise UsageError for a user that does not exist. by: who does it, for the
    list of changes."""

    def any(self) -> bool:
        """Whether there are any: without, the desk serves its own machine alone."""

    def all(self) -> list[Account]:
        """By name."""

    def find(self, name: str) -> Account:
        """The account of a name."""

    def add(self, name: str, role: str, password: str, *, by: str = "") -> None:
        """Raises UsageError for a name that is taken or none, an unknown role, a password that is too short."""

    def change(self, name: str, *, role: str | None = None, password: str | None = None, by: str = "") -> None:
        """Another role or password; ends the user's sessions. Raises UsageError where nobody would be left who may
        look after the users."""

    def remove(self, name: str, *, by: str = "") -> None:
        """With sessions and tokens; decisions keep the name. Raises UsageError where users would be left without an
        administrator."""

    def check(self, name: str, password: str) -> Account | None:
        """The account, if the password is its own. Takes as long for a name that does not exist."""

    def open_session(self, name: str) -> str:
        """A new session's key, for the browser's cookie. Sessions that are over are cleared away."""

    def close_session(self, key: str) -> None:
        """Ends a session."""

    def close_sessions(self, name: str, *, by: str = "") -> None:
        """Ends all sessions of a user."""

    def make_token(self, name: str, label: str, *, by: str = "") -> str:
        """A new token for a program that acts for a user; it is given once and works until it is taken back."""

    def revoke_token(self, name: str, label: str, *, by: str = "") -> None:
        """Takes the tokens of this label back."""

    def bearer(self, key: str, kind: Literal["session", "token"]) -> Account | None:
        """Whose session or token this is; None for one that is over or never was."""

    def changes(self, limit: int) -> list[Change]:
        """What was done to accounts, latest first."""
