"""Options that several commands share, and the checks of their values."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from banggiao.errors import UsageError


class Lang(StrEnum):
    vi = "vi"
    en = "en"


class Format(StrEnum):
    text = "text"
    md = "md"
    html = "html"
    docx = "docx"
    json = "json"


class SearchKind(StrEnum):
    article = "article"
    fact = "fact"
    name = "name"
    office = "office"
    meeting = "meeting"
    status = "status"
    instrument = "instrument"
    statement = "statement"
    target = "target"
    figure = "figure"


LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="BANGGIAO_LANG", help="Language of the fixed words, names, dates and numbers.")
]
RegisterOption = Annotated[
    Optional[str],
    typer.Option(
        "--register",
        envvar="BANGGIAO_REGISTER",
        help="The register: a file, or a database URL. Default: a file in your data folder.",
    ),
]
PublishedOption = Annotated[
    Optional[str],
    typer.Option("--published", help="The day of publication, if you know it (2018-08-02; also 2018-08, 2018)."),
]
AsOfOption = Annotated[
    Optional[str],
    typer.Option("--as-of", help="Answer for this day: what was so, and known, by then. Default: today."),
]
KnownByOption = Annotated[
    Optional[str],
    typer.Option("--known-by", help="Use only what had been reported by this day. Default: the day of --as-of."),
]
EvidenceOption = Annotated[bool, typer.Option("--evidence", "-e", help="Show the quoted sentences beneath each line.")]
OutputOption = Annotated[
    Optional[Path],
    typer.Option("--output", "-o", help="Write to this file instead of the terminal."),
]

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
AllOption = Annotated[bool, typer.Option("--all", help="Show every line; without it long lists are cut.")]


NamesArgument = Annotated[
    Optional[list[str]],
    typer.Argument(metavar="NAME …", help="Parties by any name; or words of a person's, series' or agreement's name."),
]
IdsOption = Annotated[bool, typer.Option("--ids", help="Show each fact's id, by which `decide` names it.")]
FactArgument = Annotated[str, typer.Argument(metavar="FACT", help="A fact's id (`--ids` and `--json` show it).")]
ByOption = Annotated[
    Optional[str], typer.Option("--by", envvar="BANGGIAO_USER", help="Who decides. Default: your user name.")
]
WhyOption = Annotated[str, typer.Option("--why", help="Why; shown wherever the fact is.")]
SinceOption = Annotated[Optional[str], typer.Option("--since", help="Not before this day.")]
UntilOption = Annotated[Optional[str], typer.Option("--until", help="Not after this day.")]


def day(text: str | None, option: str) -> date | None:
    """The day that an option names; UsageError for a day that does not exist."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{option} {text}: there is no such day.", hint="Write the day as year-month-day, such as 2018-08-02."
        ) from None


def deliver_bytes(content: bytes, output: Path) -> None:
    """Writes a result to a file: beside it first and then moved into place, so that a full disk leaves an older file as
    it was."""
    temporary = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(output)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise UsageError(
            f"{output}: could not be written ({error.strerror}).", hint="Check the folder and the space on the disk."
        ) from error


def deliver(text: str, output: Path | None) -> None:
    """Writes a result to a file or to stdout, always as UTF-8."""
    import sys

    if output is not None:
        deliver_bytes(text.encode("utf-8"), output)
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(text)
    sys.stdout.flush()
