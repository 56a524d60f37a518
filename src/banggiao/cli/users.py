"""`users …`: who may use the desk."""

from __future__ import annotations

import getpass
import sys
from dataclasses import asdict

from banggiao.cli.options import deliver
from banggiao.cli.reading import line
from banggiao.errors import UsageError
from banggiao.settings import who_decides

_LISTED = 500


def add(name: str, role: str, register: str | None, *, stdin: bool, by: str | None = None) -> None:
    """Adds a user, with a password asked for or read."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        kept.accounts.add(name, role, _password(stdin), by=_who(by))
        print(f"{name} is a user ({role}). Whoever opens the desk of {kept.location} signs in now.", file=sys.stderr)


def show(register: str | None, *, as_json: bool) -> None:
    """Lists the users."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        found = kept.accounts.all()
    for one in found:
        if as_json:
            deliver(line(asdict(one)), None)
        else:
            tokens = f"; tokens: {', '.join(one.tokens)}" if one.tokens else ""
            print(f"{one.name}  {one.role}  since {one.made[:10]}{tokens}")
    if not found:
        print("No users: the desk serves its own machine alone. Add one: banggiao users add NAME", file=sys.stderr)


def change(
    name: str, register: str | None, *, role: str | None, password: bool, stdin: bool, by: str | None = None
) -> None:
    """Another role or password."""
    from banggiao.register import open_register

    if not role and not password:
        raise UsageError("Nothing is changed.", hint="Give --role, --password or both.")
    with open_register(register) as kept:
        kept.accounts.change(name, role=role, password=_password(stdin) if password else None, by=_who(by))
    print(f"{name} is changed; their sessions have ended.", file=sys.stderr)


def remove(name: str, register: str | None, *, by: str | None = None) -> None:
    """Takes a user out."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        kept.accounts.remove(name, by=_who(by))
        left = "" if kept.accounts.any() else " No users are left: the desk serves its own machine alone."
    print(f"{name} is removed.{left}", file=sys.stderr)


def token(name: str, label: str, register: str | None, *, by: str | None = None) -> None:
    """Makes a token and prints it: the one time that it is shown."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        print(kept.accounts.make_token(name, label, by=_who(by)))
    print(f'It is not shown again. Use: curl -H "Authorization: Bearer …". Back: users revoke {name}', file=sys.stderr)


def revoke(name: str, label: str, register: str | None, *, by: str | None = None) -> None:
    """Takes a token back."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        kept.accounts.revoke_token(name, label, by=_who(by))
    print(f"The token {label} of {name} works no more.", file=sys.stderr)


def changes(register: str | None, *, as_json: bool) -> None:
    """Lists what was done to users, latest first."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        found = kept.accounts.changes(_LISTED)
    for one in found:
        if as_json:
            deliver(line(asdict(one)), None)
        else:
            detail = f" ({one.detail})" if one.detail else ""
            print(f"{one.made[:16].replace('T', ' ')}  {one.action} {one.name}{detail}  by {one.by or '?'}")
    if not found:
        print("Nothing was done to users yet.", file=sys.stderr)


def _who(by: str | None) -> str:
    """Who does it; nobody need be named."""
    try:
        return who_decides(by)
    except UsageError:
        return ""


def _password(stdin: bool) -> str:
    """Read from standard input, or asked for twice without showing it."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UsageError("There is nobody to ask for a password.", hint="Give it on standard input: --password-stdin")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != first:
        raise UsageError("The two passwords differ.")
    return first
