"""What one article says: records and dates, without a register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from banggiao.cli.options import AllOption, JsonOption, Lang, LangOption, PublishedOption
from banggiao.cli.root import app


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|DIR|URL|- …", help="Articles as text or HTML.")],
    as_json: JsonOption = False,
    published: PublishedOption = None,
    published_from: Annotated[
        Optional[Path],
        typer.Option("--published-from", help="A .jsonl file whose lines give `id` and `published`, for a batch."),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Name the rules that made each record, what was dropped and why, and the zones."
        ),
    ] = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Read articles and show what they say: records with the sentences they rest on.

    Example:  banggiao read page.html      banggiao read pages/ --json > readings.jsonl
    """
    from banggiao.cli import reading

    raise typer.Exit(
        reading.read(
            sources,
            as_json=as_json,
            published=published,
            published_from=published_from,
            explain=explain,
            lang=lang.value,
        )
    )


@app.command()
def dates(
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="A text, or - for standard input.")],
    published: PublishedOption = None,
    as_json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Find every date expression of a text: offsets, EDTF value, rule.

    Example:  banggiao dates "chiều 2/8 và cuối năm nay" --published 2018-08-03
    """
    from banggiao.cli import reading

    raise typer.Exit(reading.dates(text, published=published, as_json=as_json, lang=lang.value))


@app.command()
def stories(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="DIR|FILE|URL …", help="Folders, articles as text or HTML, or .jsonl(.gz) with id and text."
        ),
    ],
    as_json: JsonOption = False,
    everything: AllOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Group articles about anything by the event that they report, and count independent voices.

    Reprints and rewrites of one text are one voice. With --json each line is a story with its articles; without it,
    stories of one article are only counted (--all shows them).

    Example:  banggiao stories pages/      banggiao stories press.jsonl --json > stories.jsonl
    """
    from banggiao.cli import stories as command

    raise typer.Exit(command.stories(sources, as_json=as_json, everything=everything, lang=lang.value))
