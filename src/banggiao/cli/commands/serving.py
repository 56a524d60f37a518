"""The desk in a browser."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from banggiao.cli.options import ByOption, RegisterOption
from banggiao.cli.root import app

HostOption = Annotated[str, typer.Option("--host", help="The address to listen on; without users only this machine's.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on; 0: any free one.")]
PrefixOption = Annotated[str, typer.Option("--prefix", help="The path before all pages, behind a reverse proxy.")]

NameOption = Annotated[
    Optional[list[str]],
    typer.Option("--name", help="Another name under which browsers ask for it, behind a reverse proxy. Repeatable."),
]


@app.command()
def serve(
    register: RegisterOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    prefix: PrefixOption = "",
    name: NameOption = None,
    by: ByOption = None,
) -> None:
    """Open the desk: the register in your browser, with every fact's sentence and your decisions.

    Example:  banggiao serve --port 8080
    """
    from banggiao.cli import serving

    serving.serve(register, host=host, port=port, prefix=prefix, names=name, by=by)
