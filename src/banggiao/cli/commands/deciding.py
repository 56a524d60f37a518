"""What people decide about facts."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from banggiao.cli.options import ByOption, FactArgument, JsonOption, Lang, LangOption, RegisterOption, WhyOption
from banggiao.cli.root import app, decide_app


@app.command()
def decisions(
    register: RegisterOption = None,
    standing: Annotated[bool, typer.Option("--standing", help="Leave out those that were withdrawn.")] = False,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
) -> None:
    """List what people decided about facts, latest first.

    Example:  banggiao decisions --standing
    """
    from banggiao.cli import deciding

    deciding.decisions(register, standing=standing, lang=lang.value, as_json=as_json)


@decide_app.command()
def accept(fact: FactArgument, register: RegisterOption = None, by: ByOption = None, why: WhyOption = "") -> None:
    """Confirm a fact.

    Example:  banggiao decide accept 1f0c… --why "the embassy's note of 3 May"
    """
    from banggiao.cli import deciding

    deciding.decide("accept", [fact], register, by=by, why=why)


@decide_app.command()
def reject(fact: FactArgument, register: RegisterOption = None, by: ByOption = None, why: WhyOption = "") -> None:
    """Take a fact out: it was misread, or its reports are wrong.

    Example:  banggiao decide reject 1f0c… --why "a rumour"
    """
    from banggiao.cli import deciding

    deciding.decide("reject", [fact], register, by=by, why=why)


@decide_app.command()
def correct(
    fact: FactArgument,
    slots: Annotated[list[str], typer.Argument(metavar="SLOT=VALUE …", help="What it should say; `slot=` empties it.")],
    register: RegisterOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """Set slots of a fact, whatever its reports say.

    Example:  banggiao decide correct 1f0c… date=2018-08-02 city=Singapore
    """
    from banggiao.cli import deciding

    deciding.decide("correct", [fact], register, rest=slots, by=by, why=why)


@decide_app.command()
def merge(
    facts: Annotated[list[str], typer.Argument(metavar="FACT FACT …", help="Facts that are one thing.")],
    register: RegisterOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """Say that facts are one thing.

    Example:  banggiao decide merge 1f0c… 77ab…
    """
    from banggiao.cli import deciding

    deciding.decide("merge", facts, register, by=by, why=why)


AgreementOption = Annotated[bool, typer.Option("--agreement", help="The names are of agreements, not of people.")]
SeriesOption = Annotated[bool, typer.Option("--series", help="The names are of series of meetings, not of people.")]
WhoseOption = Annotated[
    Optional[list[str]],
    typer.Option("--party", help="Whose person it is; each party of an agreement (others may have one of that name)."),
]


@decide_app.command()
def same(
    names: Annotated[list[str], typer.Argument(metavar="NAME NAME …", help="Names of one person, paper or series.")],
    agreement: AgreementOption = False,
    series: SeriesOption = False,
    party: WhoseOption = None,
    register: RegisterOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """Say that names are one person's, one agreement's or one series'.

    Example:  banggiao decide same "Tống Nghị" "Song Yi" --party CHN
    """
    from banggiao.cli import deciding

    deciding.name("same", names, party or [], register, agreement=agreement, series=series, by=by, why=why)


@decide_app.command()
def apart(
    names: Annotated[list[str], typer.Argument(metavar="NAME NAME …", help="Names of two people, papers or series.")],
    agreement: AgreementOption = False,
    series: SeriesOption = False,
    party: WhoseOption = None,
    register: RegisterOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """Say that names are those of two people, agreements or series.

    Example:  banggiao decide apart "Sergei Ivanov" "Sergey Ivanov" --party RUS
    """
    from banggiao.cli import deciding

    deciding.name("apart", names, party or [], register, agreement=agreement, series=series, by=by, why=why)


@decide_app.command()
def split(
    fact: FactArgument,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE …", help="The articles that tell of another thing.")
    ],
    register: RegisterOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """Say that some of a fact's articles tell of another thing.

    Example:  banggiao decide split 1f0c… page-7
    """
    from banggiao.cli import deciding

    deciding.decide("split", [fact], register, rest=articles, by=by, why=why)


@decide_app.command("add")
def add_fact(
    kind: Annotated[str, typer.Argument(help="office, meeting, status, instrument, statement, target or figure.")],
    slots: Annotated[list[str], typer.Argument(metavar="SLOT=VALUE …", help="What it says.")],
    quote: Annotated[str, typer.Option("--quote", help="The words that it rests on.")],
    article: Annotated[Optional[str], typer.Option("--article", help="The article that they are taken from.")] = None,
    title: Annotated[str, typer.Option("--title", help="The title of another source.")] = "",
    published: Annotated[Optional[str], typer.Option("--published", help="When that source came out.")] = None,
    url: Annotated[Optional[str], typer.Option("--url", help="Its address.")] = None,
    register: RegisterOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """Add a fact by hand, with its source.

    Example:  banggiao decide add status parties=VN,Pháp level=strategic-partnership phase=established
              date=2013-09-25 --quote "…" --title "Tuyên bố chung" --published 2013-09-25
    """
    from banggiao.cli import deciding

    deciding.add(
        kind,
        slots,
        register,
        quote=quote,
        article=article,
        title=title,
        published=published,
        url=url,
        by=by,
        why=why,
    )


@decide_app.command()
def withdraw(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Its id, as `banggiao decisions` shows it.")],
    register: RegisterOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """Take a decision back; it stays on the list as withdrawn.

    Example:  banggiao decide withdraw 5d1e4c0b9a77
    """
    from banggiao.cli import deciding

    deciding.withdraw(decision, register, by=by, why=why)
