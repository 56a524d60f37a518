"""`search`: full text over names, facts and articles."""

from __future__ import annotations

from typing import Any

from banggiao.cli.notes import note
from banggiao.cli.options import day, deliver
from banggiao.cli.reading import line, party_namer
from banggiao.errors import UsageError


def search(
    words: list[str],
    register: str | None,
    *,
    kinds: list[str],
    limit: int,
    prefix: bool,
    known_by: str | None,
    lang: str,
    as_json: bool,
) -> None:
    """Shows what holds all the words; says so where nothing does."""
    from banggiao.briefs.data import found_data
    from banggiao.briefs.searching import found_document
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document
    from banggiao.lexicon import load
    from banggiao.register import open_register

    with open_register(register) as kept:
        chosen: Any = kinds
        found = kept.search(
            " ".join(words), kinds=chosen, limit=limit, prefix=prefix, known_by=day(known_by, "--known-by")
        )
    if not found.words:
        raise UsageError(f"{' '.join(words)!r} holds no word to search for.", hint="Give words of letters or digits.")
    if as_json:
        for row in found_data(found):
            deliver(line(row), None)
    elif found.names or found.facts or found.articles:
        show_document(found_document(found, Words(lang, party_namer(load()))), evidence=False)
    if not (found.names or found.facts or found.articles):
        note(f"Nothing holds all of: {' '.join(found.words)}.")
