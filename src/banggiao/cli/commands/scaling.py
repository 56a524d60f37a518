"""Many articles at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from banggiao.cli.root import app


class EngineName(StrEnum):
    local = "local"
    ray = "ray"


@app.command()
def bulk(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT …",
            help="JSONL (.gz, .zst), CSV, Parquet, WARC, text or HTML files, folders of them; - for JSONL on stdin.",
        ),
    ],
    out: Annotated[Optional[Path], typer.Option("--out", help="The folder for Parquet files.")] = None,
    # Not the shared option: thousands of articles do not go into the user's own register unless it is named.
    register: Annotated[
        Optional[str], typer.Option("--register", help="Write into this register (file or database URL) instead.")
    ] = None,
    text: Annotated[Optional[str], typer.Option("--text", help="The column of the text.")] = None,
    title: Annotated[Optional[str], typer.Option("--title", help="The column of the title.")] = None,
    published: Annotated[Optional[str], typer.Option("--published", help="The column of the publication date.")] = None,
    url: Annotated[Optional[str], typer.Option("--url", help="The column of the address.")] = None,
    id: Annotated[Optional[str], typer.Option("--id", help="The column of the id.")] = None,
    format: Annotated[
        Optional[str], typer.Option("--format", help="jsonl, csv, parquet, warc or page, where names do not tell.")
    ] = None,
    workers: Annotated[
        Optional[int], typer.Option("--workers", min=1, help="Processes that read. Default: all cores.")
    ] = None,
    engine: Annotated[EngineName, typer.Option("--engine", help="Where the workers are.")] = EngineName.local,
    ray_address: Annotated[
        Optional[str], typer.Option("--ray-address", help="A Ray cluster. Default: one on this machine, for this run.")
    ] = None,
) -> None:
    """Read archives of any size into Parquet or a register. Stopped on the way, the same command goes on.

    Example:  banggiao bulk archive.jsonl.gz crawl.warc.gz --out found/
    """
    from banggiao.cli import bulk as run

    raise typer.Exit(
        run.bulk(
            inputs,
            out,
            register,
            columns=(text, title, published, url, id),
            form=format,
            workers=workers,
            engine=engine.value,
            ray_address=ray_address,
        )
    )
