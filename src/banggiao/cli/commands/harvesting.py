"""What comes in by itself: feeds, sitemaps and pages that are asked again, and a folder that is watched."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from banggiao.cli.options import JsonOption, RegisterOption, SinceOption
from banggiao.cli.root import app

harvest_app = typer.Typer(
    help="Bring in what newspapers' feeds, sitemaps and pages have new; `run` is for every morning.",
    no_args_is_help=True,
)
app.add_typer(harvest_app, name="harvest")


class Kind(StrEnum):
    auto = "auto"
    feed = "feed"
    sitemap = "sitemap"
    page = "page"


AllowOption = Annotated[
    Optional[list[str]],
    typer.Option(
        "--allow-host", help="A host (name or name:port) in your own network that it may lead to. Repeatable."
    ),
]
AddressesArgument = Annotated[list[str], typer.Argument(metavar="URL …", help="Addresses of sources.")]


@harvest_app.command("add")
def add_(
    addresses: Annotated[list[str], typer.Argument(metavar="URL …", help="A feed, a sitemap, or a page that changes.")],
    kind: Annotated[Kind, typer.Option("--kind", help="What it is; by default its first answer tells.")] = Kind.auto,
    since: SinceOption = None,
    allow_host: AllowOption = None,
    register: RegisterOption = None,
) -> None:
    """Note sources to harvest. Nothing is fetched before `harvest run`.

    Example:  banggiao harvest add https://vnexpress.net/rss/the-gioi.rss
    """
    from banggiao.cli import harvesting

    harvesting.add(addresses, register, kind=kind.value, since=since, allowed=allow_host or [])


@harvest_app.command("list")
def list_(register: RegisterOption = None, as_json: JsonOption = False) -> None:
    """List the sources with their last state.

    Example:  banggiao harvest list
    """
    from banggiao.cli import harvesting

    harvesting.show(register, as_json=as_json)


@harvest_app.command("remove")
def remove_(addresses: AddressesArgument, register: RegisterOption = None) -> None:
    """Forget sources. The articles that came from them stay.

    Example:  banggiao harvest remove https://vnexpress.net/rss/the-gioi.rss
    """
    from banggiao.cli import harvesting

    harvesting.remove(addresses, register)


@harvest_app.command()
def run(
    addresses: Annotated[
        Optional[list[str]], typer.Argument(metavar="URL …", help="Only these sources. Default: all.")
    ] = None,
    register: RegisterOption = None,
    as_json: JsonOption = False,
    pages: Annotated[int, typer.Option("--pages", min=1, help="The most pages of one source in this run.")] = 200,
    delay: Annotated[
        float,
        typer.Option("--delay", min=0, help="Seconds between requests to a host; its robots.txt may want more."),
    ] = 1.0,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every page that gave no article.")] = False,
) -> None:
    """Fetch what is new and keep it. Exit code 2 if a source or a page failed; the others are kept all the same.

    Example:  banggiao harvest run
    """
    from banggiao.cli import harvesting

    raise typer.Exit(
        harvesting.run(addresses or [], register, as_json=as_json, pages=pages, delay=delay, verbose=verbose)
    )


@app.command()
def watch(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; folders inside it are watched too.")],
    register: RegisterOption = None,
    once: Annotated[bool, typer.Option("--once", help="Take in what is there and end.")] = False,
    every: Annotated[float, typer.Option("--every", min=0.1, help="Seconds between two looks.")] = 2.0,
    as_json: JsonOption = False,
) -> None:
    """Take in articles that are dropped into a folder, each content once. Ends with Ctrl-C.

    Example:  banggiao watch inbox/
    """
    from banggiao.cli import harvesting

    raise typer.Exit(harvesting.watch(folder, register, once=once, every=every, as_json=as_json))
