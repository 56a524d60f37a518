"""Briefs, timelines, and everything known of one name."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from banggiao.cli.options import (
    AllOption,
    AsOfOption,
    EvidenceOption,
    Format,
    IdsOption,
    KnownByOption,
    Lang,
    LangOption,
    OutputOption,
    RegisterOption,
    SinceOption,
    UntilOption,
)
from banggiao.cli.root import app


@app.command()
def brief(
    a: Annotated[str, typer.Argument(metavar="A", help="A party by any usual name or code.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other party.")],
    register: RegisterOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    form: Annotated[Format, typer.Option("--format", "-f")] = Format.text,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    output: OutputOption = None,
) -> None:
    """Say where two parties stand: relations, meetings, agreements, targets, words, people, with sources.

    Example:  banggiao brief ASEAN "trung quoc" --as-of 2020-07-15 --format html -o brief.html
    """
    from banggiao.cli import asking

    asking.brief(
        (a, b),
        register,
        as_of=as_of,
        known_by=known_by,
        lang=lang.value,
        form=form.value,
        evidence=evidence,
        everything=everything,
        output=output,
    )


@app.command()
def timeline(
    a: Annotated[str, typer.Argument(metavar="A", help="A party by any usual name or code.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other party.")],
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    form: Annotated[Format, typer.Option("--format", "-f")] = Format.text,
    evidence: EvidenceOption = False,
    limit: Annotated[
        Optional[int], typer.Option("--limit", min=1, help="Show so many of the latest entries (usual: 100).")
    ] = None,
    everything: AllOption = False,
    output: OutputOption = None,
) -> None:
    """Tell what happened between two parties, in order, with sources.

    Example:  banggiao timeline ASEAN Nga --evidence
    """
    from banggiao.cli import asking

    asking.timeline(
        (a, b),
        register,
        as_of=as_of,
        known_by=known_by,
        lang=lang.value,
        form=form.value,
        evidence=evidence,
        everything=everything,
        output=output,
        since=since,
        until=until,
        limit=limit,
    )


@app.command()
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID|NAME", help="The id of an article or a fact; or a party, person, body, series or agreement."
        ),
    ],
    register: RegisterOption = None,
    lang: LangOption = Lang.vi,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """Show an article with its evidence marked, or everything known of a name.

    Example:  banggiao show COC      banggiao show "Sergey Lavrov"
    """
    from banggiao.cli import asking

    asking.show(name, register, lang=lang.value, evidence=evidence, everything=everything, ids=ids)
