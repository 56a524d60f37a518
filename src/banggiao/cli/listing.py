"""`status`, `meetings`, `agreements`, `targets`, `statements`, `people`, `figures`, `changes`: facts of some kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Day
from typing import TYPE_CHECKING, Any

from banggiao.cli.notes import note
from banggiao.cli.options import day, deliver
from banggiao.cli.reading import line, party_namer

if TYPE_CHECKING:
    from banggiao.lexicon import Lexicon
    from banggiao.register import Register

NOTHING = "The register holds nothing of that. What it holds: banggiao articles"


def listing(
    kinds: tuple[Any, ...],
    names: list[str],
    register: str | None,
    *,
    since: str | None = None,
    until: str | None = None,
    known_by: str | None = None,
    reported_since: str | None = None,
    topic: str | None = None,
    place: str | None = None,
    states: Sequence[str] = (),
    as_of: str | None = None,
    lang: str,
    as_json: bool,
    evidence: bool,
    everything: bool,
    ids: bool = False,
) -> None:
    """Shows the facts that are asked for, newest reading of each; says so where there are none."""
    from banggiao.briefs import question
    from banggiao.briefs.agreements import agreements_document
    from banggiao.briefs.data import fact_data
    from banggiao.briefs.listing import Asked, facts_asked, outcomes_of, proofs_of
    from banggiao.briefs.series import series, series_document
    from banggiao.briefs.standing import ladders, ladders_document, rung_data
    from banggiao.briefs.view import facts_document
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document
    from banggiao.lexicon import load
    from banggiao.register import open_register
    from banggiao.register.stance import turns

    lexicon = load()
    words = Words(lang, party_namer(lexicon))
    asked = Asked(
        kinds=kinds,
        names=tuple(names),
        since=day(since, "--since"),
        until=day(until, "--until"),
        known_by=day(known_by, "--known-by"),
        reported_since=day(reported_since, "--since"),
        topic=topic,
        place=place,
        as_of=day(as_of, "--as-of"),
    )
    by = asked.as_of or Day.today()  # noqa: DTZ011 - a person's own day
    # A level of relations is recalled for years; programs get all reports of the other kinds.
    whole = everything or (as_json and kinds != ("status",))
    with open_register(register) as kept:
        facts = facts_asked(kept, lexicon, asked, reports=None if whole else question.REPORTS)
        targets = [fact for fact in facts if fact.kind == "target"]
        outcomes = outcomes_of(kept, lexicon, targets, as_of=by, known_by=asked.reported_by)
        proofs = proofs_of(kept, outcomes.values(), known_by=asked.reported_by)
        relations = ladders(kept, facts, by, known_by=asked.reported_by) if kinds == ("status",) else {}
        nothing = "" if facts else nothing_of(kept, lexicon, names, asked.reported_by)
    if states:
        facts = [fact for fact in facts if fact.id in outcomes and outcomes[fact.id].state in states]
    cap = None if everything else 40
    codes = [lexicon.find_party(name) for name in names]
    shown = [words.party(code) if code else name for code, name in zip(codes, names, strict=True)]
    title = " – ".join(shown) or (
        words.label("kind", kinds[0]) if len(kinds) == 1 else words.say("What the register holds")
    )
    if as_json and kinds == ("status",):
        for parties, levels in relations.items():
            for rung in levels:
                deliver(line(rung_data(parties, rung)), None)
    elif as_json:
        for fact in facts:
            deliver(line(fact_data(fact, outcomes.get(fact.id))), None)
    elif facts and kinds == ("status",):
        show_document(ladders_document(relations, words, as_of=by, ids=ids), evidence=evidence)
    elif facts and kinds == ("figure",):
        show_document(series_document(series(facts), words, ids=ids, cap=cap), evidence=evidence)
    elif facts and kinds == ("instrument",):
        material = question.material(facts)
        show_document(agreements_document(title, material, words, cap=cap, ids=ids), evidence=evidence)
    elif facts:
        shown_by = {fact.id: fact for fact in question.material(proofs)}
        became = {id: (found, shown_by.get(found.fact or "")) for id, found in outcomes.items()}
        document = facts_document(
            title, question.material(facts), words, cap=cap, ids=ids, outcomes=became, turned=turns(facts)
        )
        show_document(document, evidence=evidence)
    if not facts:
        note(nothing or NOTHING)


def nothing_of(register: Register, lexicon: Lexicon, names: Iterable[str], by: Day | None) -> str:
    """Why an answer is empty: it was too early, nobody is called so, or there is nothing of that."""
    from banggiao.briefs.listing import names_asked
    from banggiao.briefs.names import closest

    if told := nothing_known(register, by):
        return told
    for name in names:
        if lexicon.find_party(name) is None and not register.listed(names_asked(register, lexicon, name)):
            near = closest(lexicon, name)
            return f"No party, person, series or agreement is called {name!r} here." + (
                f" Did you mean {near}?" if near else " What the register holds: banggiao articles"
            )
    return NOTHING


def nothing_known(register: Register, by: Day | None) -> str:
    """That no report of the register had appeared by a day, and when the first did; "" where some had."""
    first = register.first_published() if by else None
    if by is None or first is None or first[:10] <= by.isoformat():
        return ""
    return f"Nothing had been reported by {by.isoformat()}: the first dated article of the register is of {first}."
