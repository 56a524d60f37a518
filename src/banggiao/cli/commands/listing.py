"""Questions that are answered by a list of facts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Optional

import typer

from banggiao.cli.options import (
    AllOption,
    AsOfOption,
    EvidenceOption,
    IdsOption,
    JsonOption,
    KnownByOption,
    Lang,
    LangOption,
    NamesArgument,
    RegisterOption,
    SearchKind,
    SinceOption,
    UntilOption,
)
from banggiao.cli.root import app


class TargetState(StrEnum):
    """The states of `banggiao.register.outcomes`."""

    open = "open"
    due_soon = "due soon"
    met = "met"
    missed = "missed"
    overdue = "overdue"
    extended = "extended"


@app.command()
def status(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
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
        as_of=as_of,
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
    place: Annotated[Optional[str], typer.Option("--place", help="Only those held in this city or country.")] = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List meetings of a party, a pair, a person or a series.

    Example:  banggiao meetings ASEAN --since 2018-01-01 --place Singapore
    """
    from banggiao.cli import listing

    listing.listing(
        ("meeting",),
        names or [],
        register,
        since=since,
        until=until,
        place=place,
        as_of=as_of,
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
    as_of: AsOfOption = None,
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
        as_of=as_of,
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
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    topic: Annotated[
        Optional[str], typer.Option("--topic", help="Only statements on this topic: a word for it, or its code.")
    ] = None,
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
        as_of=as_of,
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
    role: Annotated[
        Optional[list[str]],
        typer.Option("--role", help="A post through time, such as foreign-minister; may be repeated."),
    ] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
) -> None:
    """Say who held which post, from when to when: a party's people, one person's posts, a post through time.

    Example:  banggiao people RUS --role foreign-minister
    """
    from banggiao.cli import people

    people.people(
        names or [],
        register,
        roles=role or [],
        as_of=as_of,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
        everything=everything,
    )


@app.command()
def suggestions(
    names: NamesArgument = None,
    register: RegisterOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
) -> None:
    """List names that may be one person's or one agreement's, or one name of two people, for you to decide.

    Example:  banggiao suggestions CHN
    """
    from banggiao.cli import people

    people.suggestions(names or [], register, lang=lang.value, as_json=as_json)


@app.command()
def figures(
    names: NamesArgument = None,
    register: RegisterOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
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
        as_of=as_of,
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
    state: Annotated[
        Optional[list[TargetState]], typer.Option("--state", help="Only those in this state; may be given again.")
    ] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
    everything: AllOption = False,
    ids: IdsOption = False,
) -> None:
    """List targets and undertakings, when they are due and what became of them.

    Example:  banggiao targets ASEAN CHN --due-before 2025-12-31 --state missed --state overdue
    """
    from banggiao.cli import listing

    listing.listing(
        ("target",),
        names or [],
        register,
        since=due_after,
        until=due_before,
        states=[one.value for one in state or []],
        as_of=as_of,
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
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
    evidence: EvidenceOption = False,
) -> None:
    """List where reports differ about one thing, and which of them is preferred and why.

    Example:  banggiao conflicts VN EAEU
    """
    from banggiao.cli import conflicts as asking

    asking.conflicts(
        names or [],
        register,
        as_of=as_of,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
        evidence=evidence,
    )


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD …", help="All must be there; quoted ones side by side.")],
    register: RegisterOption = None,
    kind: Annotated[
        Optional[list[SearchKind]],
        typer.Option("--kind", help="What to search for; may be given again. Default: names, facts and articles."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="So many of each list.")] = 10,
    prefix: Annotated[bool, typer.Option("--prefix", help="The last word may go on, as while typing.")] = False,
    known_by: KnownByOption = None,
    lang: LangOption = Lang.vi,
    as_json: JsonOption = False,
) -> None:
    """Search names, facts and articles for words, with or without diacritics; best first.

    Example:  banggiao search bien dong      banggiao search '"quy tắc ứng xử" Lavrov' --kind statement
    """
    from banggiao.cli import searching

    searching.search(
        words,
        register,
        kinds=[one.value for one in kind or []],
        limit=limit,
        prefix=prefix,
        known_by=known_by,
        lang=lang.value,
        as_json=as_json,
    )
