"""A first look at an article: whether it can be about relations between parties at all, before anything is read.

Most of a newspaper is not. One pass of an automaton over the bare text counts the names of foreign parties and the
words that relations are told in; an article with too few of both is dismissed. The look takes 0.05 ms where reading
takes 2 to 4, needs neither zones nor sentences, and may therefore count too much ("Nga" in a list of sportsmen), never
too little: what it lets pass is weighed by `relevance` after reading.

Measured on 13,707 articles of a newspaper corpus (`bench/gate.py`): 54 in 100 of those that give no record are
dismissed, and with them 4 of the 4,409 that would give some; those that were read are domestic news with records too
many.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import ahocorasick_rs

from banggiao.lexicon import Lexicon, Party
from banggiao.normal import old_tones
from banggiao.reading.parties import HOME

ENOUGH = 5
"""Points: one for each name of a foreign party, two for each word of relations, however often repeated."""
_FULL_LENGTH = 1500  # characters from which an article needs all the points; shorter ones in proportion
_AFTER_WORD = " ,.;:)-\n–/\"'”’"


class Gate:
    """Tells which texts need not be read, with the names and words of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        points: dict[str, int] = {}
        for party in lexicon.parties.values():
            if party.code != HOME:
                for name in _names(party):
                    points.update(dict.fromkeys(_written(name), 1))
        for form, meanings in lexicon.forms.items():
            if any(entry.cls == "diplomatic" for entry in meanings):
                for typed in {form, old_tones(form)}:
                    for shaped in (typed, typed[0].upper() + typed[1:], typed.title(), typed.upper()):
                        points.update(dict.fromkeys(_written(shaped), 2))
        self._points = list(points.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(points), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )

    def dismisses(self, text: str) -> bool:
        """Whether an article's text, with or without its page's furniture, holds too little to be read."""
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        needed = ENOUGH * min(1.0, len(text) / _FULL_LENGTH)
        found = self._automaton.find_matches_as_indexes(text)
        if 2 * len(found) < needed:
            return True
        points = self._points
        return sum([points[form] for form, _, _ in found]) < needed


def _names(party: Party) -> Iterator[str]:
    for names in party.names.values():
        yield from names
    yield from party.short
    yield from party.metonyms
    yield from party.demonyms
    if party.kind not in ("state", "territory"):
        yield party.code


def _written(name: str) -> Iterator[str]:
    """The ways in which a name stands in a text. A single word is looked for with what may follow it, so that "Nga" is
    not found in "Ngang"."""
    name = unicodedata.normalize("NFC", name)
    if len(name) < 2:
        return
    if " " in name:
        yield name
        yield name[0].lower() + name[1:]
        yield name.upper()
    else:
        for after in _AFTER_WORD:
            yield name + after
