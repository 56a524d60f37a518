"""Who may use a register's desk, and as what: accounts, sessions of browsers, tokens of programs.

A password is kept as scrypt makes it of itself and a salt (RFC 7914; N = 2^14, r = 8, p = 1: 16 MB and some 50 ms a
try). Of a session's or a token's key only the SHA-256 is kept: it is 256 random bits, which nobody can guess back.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from banggiao.errors import UsageError
from banggiao.register import schema
from banggiao.register.database import Database
from banggiao.register.members import ROLES, SESSION_HOURS, Account, Action, Change, Role

SHORTEST = 10
"""Letters of a password at least; NIST SP 800-63B asks for eight and more, and for no mixture of signs."""

_LONGEST = 1000
_N, _R, _P = 2**14, 8, 1
_A, _T = schema.account.c, schema.credential.c


class SqlAccounts:
    """See `members.Accounts`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def any(self) -> bool:
        with self._database.reading() as connection:
            return connection.execute(select(_A.name).limit(1)).first() is not None

    def all(self) -> list[Account]:
        with self._database.reading() as connection:
            rows = connection.execute(select(schema.account).order_by(_A.name)).all()
            alive = (_T.kind == "token") | (_T.until > _now().isoformat())
            held = connection.execute(
                select(_T.account, _T.kind, _T.label).where(alive).order_by(_T.account, _T.label)
            ).all()
        return [
            Account(
                r.name,
                r.role,
                r.made,
                tuple(t.label for t in held if t.account == r.name and t.kind == "token"),
                sum(t.account == r.name and t.kind == "session" for t in held),
            )
            for r in rows
        ]

    def find(self, name: str) -> Account:
        for one in self.all():
            if one.name == name:
                return one
        raise _nobody(name)

    def add(self, name: str, role: str, password: str, *, by: str = "") -> None:
        name = " ".join(name.split())
        if not name or len(name) > 100 or not name.isprintable():
            raise UsageError(f"{name!r} is no name for a user.", hint="Use up to 100 letters.")
        row = {"name": name, "role": _role(role), "secret": _hashed(password), "made": _now().isoformat()}
        with self._database.writing() as connection:
            if connection.execute(select(_A.name).where(_A.name == name)).first():
                raise UsageError(f"There is a user {name!r} already.", hint="Change their role or password.")
            connection.execute(insert(schema.account), [row])
            _note(connection, by, "add", name, role)

    def change(self, name: str, *, role: str | None = None, password: str | None = None, by: str = "") -> None:
        values = ({"role": _role(role)} if role else {}) | ({"secret": _hashed(password)} if password else {})
        with self._database.writing() as connection:
            if role and role != "admin":
                _keep_an_admin(connection, name)
            if not connection.execute(update(schema.account).where(_A.name == name).values(values)).rowcount:
                raise _nobody(name)
            connection.execute(delete(schema.credential).where(_T.account == name, _T.kind == "session"))
            if role:
                _note(connection, by, "role", name, role)
            if password:
                _note(connection, by, "password", name)

    def remove(self, name: str, *, by: str = "") -> None:
        with self._database.writing() as connection:
            if connection.scalar(select(func.count()).select_from(schema.account)) != 1:
                _keep_an_admin(connection, name)
            connection.execute(delete(schema.credential).where(_T.account == name))
            if not connection.execute(delete(schema.account).where(_A.name == name)).rowcount:
                raise _nobody(name)
            _note(connection, by, "remove", name)

    def changes(self, limit: int) -> list[Change]:
        c = schema.account_change.c
        with self._database.reading() as connection:
            rows = connection.execute(select(schema.account_change).order_by(c.number.desc()).limit(limit))
            return [Change(row.made, row.by, row.action, row.name, row.detail) for row in rows]

    # -- proving who one is --

    def check(self, name: str, password: str) -> Account | None:
        with self._database.reading() as connection:
            row = connection.execute(select(schema.account).where(_A.name == name)).first()
        fits = _fits(password, row.secret if row else _NOBODY)
        return Account(row.name, row.role, row.made) if row and fits else None

    def open_session(self, name: str) -> str:
        until = _now() + timedelta(hours=SESSION_HOURS)
        return self._pass(name, "session", "", until.isoformat())

    def close_session(self, key: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(schema.credential).where(_T.key == _digest(key), _T.kind == "session"))

    def close_sessions(self, name: str, *, by: str = "") -> None:
        self.find(name)
        with self._database.writing() as connection:
            connection.execute(delete(schema.credential).where(_T.account == name, _T.kind == "session"))
            _note(connection, by, "sign-out", name)

    def make_token(self, name: str, label: str, *, by: str = "") -> str:
        label = " ".join(label.split())[:100]
        if not label:
            raise UsageError("The token has no name.", hint="Say what it is for, such as a program's name.")
        self.find(name)
        return self._pass(name, "token", label, None, by)

    def revoke_token(self, name: str, label: str, *, by: str = "") -> None:
        with self._database.writing() as connection:
            mine = (_T.account == name) & (_T.kind == "token") & (_T.label == label)
            if not connection.execute(delete(schema.credential).where(mine)).rowcount:
                raise UsageError(f"{name!r} has no token {label!r}.", hint="See: banggiao users list")
            _note(connection, by, "revoke", name, label)

    def bearer(self, key: str, kind: Literal["session", "token"]) -> Account | None:
        if not key or len(key) > _LONGEST:
            return None
        now = _now().isoformat()
        with self._database.reading() as connection:
            row = connection.execute(
                select(schema.account)
                .join(schema.credential, _T.account == _A.name)
                .where(_T.key == _digest(key), _T.kind == kind, _T.until.is_(None) | (_T.until > now))
            ).first()
        return Account(row.name, row.role, row.made) if row else None

    def _pass(self, name: str, kind: str, label: str, until: str | None, by: str = "") -> str:
        key = secrets.token_urlsafe(32)
        now = _now().isoformat()
        row: dict[str, Any] = {"key": _digest(key), "account": name, "kind": kind, "label": label}
        with self._database.writing() as connection:
            connection.execute(delete(schema.credential).where(_T.until.is_not(None), _T.until <= now))
            connection.execute(insert(schema.credential), [row | {"made": now, "until": until}])
            if kind == "token":
                _note(connection, by, "token", name, label)
        return key


def _keep_an_admin(connection: Connection, name: str) -> None:
    """Raises UsageError if the user is the only administrator. The rows are held, so that two administrators who
    take the role from each other at one moment do so one after the other."""
    admins = connection.scalars(select(_A.name).where(_A.role == "admin").with_for_update()).all()
    if list(admins) == [name]:
        raise UsageError(f"{name!r} is the last administrator.", hint="Make somebody else an administrator first.")


def _note(connection: Connection, by: str, action: Action, name: str, detail: str = "") -> None:
    """Writes a change of an account down, in the transaction that makes it."""
    row = {"made": _now().isoformat(), "by": by, "action": action, "name": name, "detail": detail}
    connection.execute(insert(schema.account_change), [row])


def _role(role: str) -> Role:
    for known in ROLES:
        if role == known:
            return known
    raise UsageError(f"There is no role {role!r}.", hint=f"The roles: {', '.join(ROLES)}.")


def _nobody(name: str) -> UsageError:
    return UsageError(f"There is no user {name!r}.", hint="See: banggiao users list")


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, n=n, r=r, p=p, maxmem=2**26)


def _hashed(password: str) -> str:
    if not SHORTEST <= len(password) <= _LONGEST:
        raise UsageError(f"A password has {SHORTEST} letters at least.", hint="Several words are easy to remember.")
    salt = secrets.token_bytes(16)
    return f"scrypt${_N}${_R}${_P}${salt.hex()}${_scrypt(password, salt, _N, _R, _P).hex()}"


_NOBODY = f"scrypt${_N}${_R}${_P}${'00' * 16}${'00' * 64}"
"""What the password of a name that does not exist is held against, in vain."""


def _fits(password: str, kept: str) -> bool:
    _, n, r, p, salt, wanted = kept.split("$")
    found = _scrypt(password[: _LONGEST + 1], bytes.fromhex(salt), int(n), int(r), int(p))
    return hmac.compare_digest(found, bytes.fromhex(wanted))
