"""Who may use the desk."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from banggiao.cli.options import ByOption, JsonOption, RegisterOption
from banggiao.cli.root import app

users_app = typer.Typer(help="Who may use the desk, and as what: reader, editor, admin.", no_args_is_help=True)
app.add_typer(users_app, name="users")

UserArgument = Annotated[str, typer.Argument(metavar="NAME", help="The user's name; decisions are signed with it.")]
LabelArgument = Annotated[str, typer.Argument(metavar="LABEL", help="What the token is for, such as a program's name.")]
StdinOption = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input; without it you are asked.")
]


@users_app.command()
def add(
    name: UserArgument,
    role: Annotated[str, typer.Option("--role", help="reader, editor or admin.")] = "reader",
    stdin: StdinOption = False,
    register: RegisterOption = None,
    by: ByOption = None,
) -> None:
    """Add a user. From the first on, the desk asks everybody to sign in.

    Example:  banggiao users add Lan --role editor
    """
    from banggiao.cli import users

    users.add(name, role, register, stdin=stdin, by=by)


@users_app.command("list")
def list_(register: RegisterOption = None, as_json: JsonOption = False) -> None:
    """List the users with their roles and tokens.

    Example:  banggiao users list
    """
    from banggiao.cli import users

    users.show(register, as_json=as_json)


@users_app.command()
def change(
    name: UserArgument,
    role: Annotated[Optional[str], typer.Option("--role", help="reader, editor or admin.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Set another password.")] = False,
    stdin: StdinOption = False,
    register: RegisterOption = None,
    by: ByOption = None,
) -> None:
    """Give a user another role or password; their sessions end.

    Example:  banggiao users change Lan --role admin
    """
    from banggiao.cli import users

    users.change(name, register, role=role, password=password or stdin, stdin=stdin, by=by)


@users_app.command()
def remove(name: UserArgument, register: RegisterOption = None, by: ByOption = None) -> None:
    """Take a user out, with sessions and tokens; decisions keep the name.

    Example:  banggiao users remove Lan
    """
    from banggiao.cli import users

    users.remove(name, register, by=by)


@users_app.command()
def token(name: UserArgument, label: LabelArgument, register: RegisterOption = None, by: ByOption = None) -> None:
    """Make a token with which a program uses the API as this user; it is shown once.

    Example:  banggiao users token Lan notebook
    """
    from banggiao.cli import users

    users.token(name, label, register, by=by)


@users_app.command()
def revoke(name: UserArgument, label: LabelArgument, register: RegisterOption = None, by: ByOption = None) -> None:
    """Take a token back.

    Example:  banggiao users revoke Lan notebook
    """
    from banggiao.cli import users

    users.revoke(name, label, register, by=by)


@users_app.command()
def changes(register: RegisterOption = None, as_json: JsonOption = False) -> None:
    """List what was done to users, by whom, latest first.

    Example:  banggiao users changes
    """
    from banggiao.cli import users

    users.changes(register, as_json=as_json)
