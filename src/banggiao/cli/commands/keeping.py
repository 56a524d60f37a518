"""The register and its articles: take in, list, take out, read anew, check, save."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from banggiao.cli.options import JsonOption, Lang, LangOption, PublishedOption, RegisterOption
from banggiao.cli.root import app


@app.command()
def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|DIR|URL …", help="Articles as text or HTML; folders whole.")
    ],
    register: RegisterOption = None,
    published: PublishedOption = None,
    published_from: Annotated[
        Optional[Path],
        typer.Option("--published-from", help="A .jsonl file whose lines give `id` and `published`, for a batch."),
    ] = None,
) -> None:
    """Read articles and keep them in the register. What cannot be read is named at the end; the rest is kept.

    Example:  banggiao add pages/
    """
    from banggiao.cli import keeping

    raise typer.Exit(keeping.add(sources, register, published=published, published_from=published_from))


@app.command()
def articles(register: RegisterOption = None, as_json: JsonOption = False, lang: LangOption = Lang.vi) -> None:
    """List what the register holds.

    Example:  banggiao articles
    """
    from banggiao.cli import keeping

    keeping.articles(register, as_json=as_json, lang=lang.value)


@app.command()
def sources(register: RegisterOption = None, as_json: JsonOption = False, lang: LangOption = Lang.vi) -> None:
    """List the outlets that the articles come from: how many of each, how many of them in words of its own.

    Example:  banggiao sources
    """
    from banggiao.cli import keeping

    keeping.sources(register, as_json=as_json, lang=lang.value)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's id, address or key.")],
    register: RegisterOption = None,
) -> None:
    """Take an article out of the register, and what rested on it alone.

    Example:  banggiao remove page
    """
    from banggiao.cli import upkeep

    upkeep.remove(name, register)


@app.command()
def reread(
    register: RegisterOption = None,
    as_json: JsonOption = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
) -> None:
    """Read all articles of the register anew with the present reader, and show what changed.

    Example:  banggiao reread --dry-run
    """
    from banggiao.cli import upkeep

    raise typer.Exit(upkeep.reread(register, as_json=as_json, dry_run=dry_run))


@app.command()
def verify(
    register: RegisterOption = None,
    sample: Annotated[
        Optional[int],
        typer.Option("--sample", min=1, help="Check so many articles, drawn by lot. Default: all, each read anew."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Another number draws other articles.")] = 0,
) -> None:
    """Check the register: texts, evidence and facts against each other, and against the present reader.

    Example:  banggiao verify      banggiao verify --sample 500
    """
    from banggiao.cli import upkeep

    raise typer.Exit(upkeep.verify(register, sample=sample, seed=seed))


@app.command()
def backup(
    output: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it (JSON lines, gzip).")],
    register: RegisterOption = None,
) -> None:
    """Write the register's articles and readings to one file, whatever database holds them.

    Example:  banggiao backup register-2026-11.jsonl.gz
    """
    from banggiao.cli import upkeep

    upkeep.backup(output, register)


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `banggiao backup` wrote.")],
    register: RegisterOption = None,
) -> None:
    """Take in a backup; articles that are there already stay as they are.

    Example:  banggiao restore register-2026-11.jsonl.gz --register new.sqlite
    """
    from banggiao.cli import upkeep

    upkeep.restore(source, register)
