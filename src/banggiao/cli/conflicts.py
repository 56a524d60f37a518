"""`conflicts`: where reports differ about one thing."""

from __future__ import annotations

from banggiao.cli.listing import nothing_of
from banggiao.cli.notes import note
from banggiao.cli.options import day, deliver
from banggiao.cli.reading import line, party_namer


def conflicts(
    names: list[str],
    register: str | None,
    *,
    as_of: str | None,
    known_by: str | None,
    lang: str,
    as_json: bool,
    evidence: bool,
) -> None:
    """Shows the disagreements about the parties, person, series or agreement named (none named: all)."""
    from banggiao.briefs.disputes import dispute_data, disputes_document
    from banggiao.briefs.listing import Asked, facts_asked
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document
    from banggiao.lexicon import load
    from banggiao.register import open_register
    from banggiao.register.conflicts import KINDS, disagreements

    lexicon = load()
    asked = Asked(kinds=KINDS, names=tuple(names), as_of=day(as_of, "--as-of"), known_by=day(known_by, "--known-by"))
    with open_register(register) as kept:
        facts = facts_asked(kept, lexicon, asked)
        nothing = "" if facts else nothing_of(kept, lexicon, names, asked.reported_by)
    found = disagreements(facts)
    if as_json:
        for one in found:
            deliver(line(dispute_data(one)), None)
    elif found:
        show_document(disputes_document(found, Words(lang, party_namer(lexicon))), evidence=evidence)
    if not found:
        note(nothing or "No two reports contradict each other there.")
