"""The commands: their options, help and examples. Each body calls one function of a module imported there and then."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from banggiao.cli.options import (
    AsOfOption,
    EvidenceOption,
    Format,
    KnownByOption,
    Lang,
    LangOption,
    OutputOption,
    PublishedOption,
    RegisterOption,
)

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
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    form: Annotated[Format, typer.Option("--format", "-f")] = Format.text,
    evidence: EvidenceOption = False,
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
        output=output,
    )


@app.command()
def articles(register: RegisterOption = None, as_json: JsonOption = False, lang: LangOption = Lang.vi) -> None:
    """List what the register holds.

    Example:  banggiao articles
    """
    from banggiao.cli import keeping

    keeping.articles(register, as_json=as_json, lang=lang.value)


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


@app.command()
def status(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """Say at which levels of relations parties stand, stood, or are proposed to stand.

    Example:  banggiao status VN "han quoc"
    """
    from banggiao.cli import listing

    listing.listing(
        ("status",),
        names or [],
        register,
        since=since,
        until=until,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def meetings(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List meetings of a party, a pair, a person or a series.

    Example:  banggiao meetings ASEAN --since 2018-01-01
    """
    from banggiao.cli import listing

    listing.listing(
        ("meeting",),
        names or [],
        register,
        since=since,
        until=until,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def agreements(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List agreements, declarations, plans and funds with their latest stage.

    Example:  banggiao agreements COC
    """
    from banggiao.cli import listing

    listing.listing(
        ("instrument",),
        names or [],
        register,
        since=since,
        until=until,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def statements(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    known_by: KnownByOption = None,
    topic: Annotated[Optional[str], typer.Option("--topic", help="Only statements on this topic.")] = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List who said what.

    Example:  banggiao statements CHN --topic maritime
    """
    from banggiao.cli import listing

    listing.listing(
        ("statement",),
        names or [],
        register,
        since=since,
        until=until,
        known_by=known_by,
        topic=topic,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def people(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List who held which post.

    Example:  banggiao people NZL
    """
    from banggiao.cli import listing

    listing.listing(
        ("office",),
        names or [],
        register,
        since=since,
        until=until,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def figures(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List figures of trade, investment, aid, people.

    Example:  banggiao figures VN "han quoc"
    """
    from banggiao.cli import listing

    listing.listing(
        ("figure",),
        names or [],
        register,
        since=since,
        until=until,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def targets(
    names: NamesArgument = None,
    register: RegisterOption = None,
    due_after: Annotated[Optional[str], typer.Option("--due-after", help="Due on or after this day.")] = None,
    due_before: Annotated[Optional[str], typer.Option("--due-before", help="Due on or before this day.")] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only those that were due before today.")] = False,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List targets and undertakings with the day on which they are due.

    Example:  banggiao targets ASEAN CHN --due-before 2025-12-31
    """
    from banggiao.cli import listing

    listing.listing(
        ("target",),
        names or [],
        register,
        since=due_after,
        until=due_before,
        overdue=overdue,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def changes(
    since: Annotated[str, typer.Option("--since", help="The day from which reports are new.")],
    names: NamesArgument = None,
    register: RegisterOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List what was first reported since a day: the morning look.

    Example:  banggiao changes --since 2026-11-20
    """
    from banggiao.cli import listing

    listing.listing(
        (),
        names or [],
        register,
        reported_since=since,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
        ids=ids,
    )


@app.command()
def conflicts(
    names: NamesArgument = None,
    register: RegisterOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
) -> None:
    """List where reports differ about one thing, and which of them is preferred and why.

    Example:  banggiao conflicts VN EAEU
    """
    from banggiao.cli import conflicts as asking

    asking.conflicts(names or [], register, known_by=known_by, lang=lang.value, as_json=as_json, evidence=evidence)


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
def verify(register: RegisterOption = None) -> None:
    """Check the register: texts, evidence and facts against each other, and against the present reader.

    Example:  banggiao verify
    """
    from banggiao.cli import upkeep

    raise typer.Exit(upkeep.verify(register))


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
def demo(register: RegisterOption = None, lang: LangOption = Lang.vi, evidence: EvidenceOption = False) -> None:
    """Read the example articles that come with the program and print a brief made of them.

    Example:  banggiao demo --lang en
    """
    from banggiao.cli import showing

    raise typer.Exit(showing.demo(register, lang=lang.value, evidence=evidence))


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
