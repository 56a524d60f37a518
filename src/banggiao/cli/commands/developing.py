"""The examples, the score, and the data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from banggiao.cli.commands.serving import PortOption
from banggiao.cli.options import EvidenceOption, JsonOption, Lang, LangOption, RegisterOption
from banggiao.cli.root import app, lexicon_app


@app.command("eval")
def evaluate(
    gold: Annotated[
        Optional[Path],
        typer.Option("--gold", help="Folder with *.gold.jsonl, the articles, and score.py. Default: ../shared/gold."),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="List misses and inventions, record by record.")
    ] = False,
    kind: Annotated[Optional[str], typer.Option("--kind", help="With -v: only this kind of record.")] = None,
) -> None:
    """Score the reader against articles labelled by hand, and hold it to its floors.

    Example:  banggiao eval -v --kind status
    """
    from banggiao.cli import evaluation

    raise typer.Exit(evaluation.evaluate(gold, verbose=verbose, kind=kind))


@app.command()
def demo(
    register: RegisterOption = None,
    lang: LangOption = Lang.vi,
    evidence: EvidenceOption = False,
    serve: Annotated[bool, typer.Option("--serve", help="Open them on the desk, in your browser.")] = False,
    port: PortOption = 8000,
) -> None:
    """Read the example articles that come with the program and print a brief made of them.

    Example:  banggiao demo --lang en      banggiao demo --serve
    """
    from banggiao.cli import showing

    raise typer.Exit(showing.demo(register, lang=lang.value, evidence=evidence, port=port if serve else None))


@lexicon_app.callback()
def _lexicon() -> None:
    pass


@lexicon_app.command("check")
def lexicon_check(
    folder: Annotated[Optional[Path], typer.Argument(help="The data folder. Default: the one shipped.")] = None,
) -> None:
    """Check the data: unknown fields, duplicates, clashing names, missing codes, rules without refusals.

    Example:  banggiao lexicon check
    """
    from banggiao.cli import showing

    raise typer.Exit(showing.lexicon_check(folder))


@lexicon_app.command("suggest")
def lexicon_suggest(
    sources: Annotated[
        list[str], typer.Argument(metavar="CORPUS …", help="Articles: files, folders, or .jsonl(.gz) with id and text.")
    ],
    kind: Annotated[
        Optional[str], typer.Option("--kind", help="Only one kind: body, instrument, party, place, person.")
    ] = None,
    least: Annotated[int, typer.Option("--least", min=1, help="How many articles must name it.")] = 3,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to show of each kind.")] = 30,
    as_json: JsonOption = False,
) -> None:
    """Propose names that articles use often and the lexicon lacks: meetings, agreements, states, towns, people.

    Example:  banggiao lexicon suggest pages/ --kind instrument
    """
    from banggiao.cli import showing

    raise typer.Exit(showing.lexicon_suggest(sources, kind=kind, least=least, limit=limit, as_json=as_json))
