"""The command line's trunk: the program and its groups, to which the families of commands add themselves."""

from __future__ import annotations

from typing import Annotated

import typer

# rich_markup_mode=None: the help stays plain text, which halves the time of `--help` and reads well in a pipe.
app = typer.Typer(
    name="banggiao",
    help="Reads what the press reports about diplomacy and keeps a sourced, dated register of it.",
    epilog="First steps: banggiao demo  |  banggiao read page.txt  |  banggiao add pages/ && banggiao brief ASEAN Nga",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
lexicon_app = typer.Typer(help="Look after the data: names, bodies, instruments, words, rules.", no_args_is_help=True)
app.add_typer(lexicon_app, name="lexicon")
decide_app = typer.Typer(
    help="Accept, reject, correct, merge, split or add facts; each decision is kept and can be withdrawn.",
    no_args_is_help=True,
)
app.add_typer(decide_app, name="decide")


def _version(wanted: bool) -> None:
    if wanted:
        from banggiao import __version__

        typer.echo(f"banggiao {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass
