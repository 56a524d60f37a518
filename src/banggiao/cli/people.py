"""`people` and `suggestions`: who held which post, and what is left to decide about names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from banggiao.cli.listing import nothing_of
from banggiao.cli.notes import note
from banggiao.cli.options import day, deliver
from banggiao.cli.reading import line, party_namer

_SHOWN = 40


def people(
    names: Sequence[str],
    register: str | None,
    *,
    roles: Sequence[str],
    as_of: str | None,
    known_by: str | None,
    lang: str,
    as_json: bool,
    evidence: bool,
    everything: bool,
) -> None:
    """Shows the people who are asked for; says so where there are none. Raises UsageError for an unknown role."""
    from banggiao.briefs.people import check_roles, people_asked, people_document, person_data
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document
    from banggiao.lexicon import load
    from banggiao.register import open_register

    check_roles(roles)
    lexicon = load()
    with open_register(register) as kept:
        found = people_asked(
            kept,
            lexicon,
            tuple(names),
            roles=roles,
            as_of=day(as_of, "--as-of"),
            known_by=day(known_by, "--known-by"),
        )
        by = day(known_by, "--known-by") or day(as_of, "--as-of")
        nothing = "" if found else nothing_of(kept, lexicon, names, by)
    if as_json:
        for person in found:
            deliver(line(person_data(person)), None)
    elif found:
        cap = None if everything else _SHOWN
        document = people_document(found, Words(lang, party_namer(lexicon)), by_role=bool(roles), cap=cap)
        show_document(document, evidence=evidence)
    if not found:
        note(nothing)


def suggestions(names: Sequence[str], register: str | None, *, lang: str, as_json: bool) -> None:
    """Lists what is left to decide about names."""
    from banggiao.briefs.suggestions import suggestions_asked, suggestions_document
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document
    from banggiao.lexicon import load
    from banggiao.register import open_register

    lexicon = load()
    with open_register(register) as kept:
        found = suggestions_asked(kept, lexicon, tuple(names))
    if as_json:
        for one in found:
            deliver(line(asdict(one)), None)
    else:
        show_document(suggestions_document(found, Words(lang, party_namer(lexicon))), evidence=False)
