"""What a search finds in names: parties, and the names that facts bear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date as Day
from functools import cached_property
from itertools import chain

from sqlalchemy import Connection

from banggiao.lexicon import Lexicon, fold
from banggiao.model import Instrument, Meeting, Record
from banggiao.register.database import Database
from banggiao.register.facts import written
from banggiao.register.folding import Folded
from banggiao.register.hits import NameHit, NameKind
from banggiao.register.pairing import NEVER
from banggiao.register.queries import best_records
from banggiao.register.wanted import Finder, Wanted

COUNTED = 1_000
"""A name's facts are counted so far."""
_ASKED = 3
"""Names are looked for by so many words; where there are more, these names are held against all of them:"""
_NAMES = 1_000
LAST = "\U0010ffff"
"""After every word with the same beginning."""


class PartyNames:
    """The names of the lexicon's parties by their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[list[str], str]]]:
        """Word → the names that hold it, as words, and whose they are; words in order."""
        by_word: dict[str, list[tuple[list[str], str]]] = {}
        names = self._lexicon.party_names
        for name, code in (*names.items(), *((fold(code), code) for code in self._lexicon.parties)):
            for word in set(words := name.split()):
                by_word.setdefault(word, []).append((words, code))
        return dict(sorted(by_word.items()))

    @cached_property
    def _words(self) -> list[str]:
        return list(self._by_word)

    def found(self, connection: Connection, finder: Finder, limit: int, known_by: Day | None) -> list[NameHit]:
        """The parties that are called so and that facts are about, those with the fewest words besides first."""
        wanted = finder.wanted
        codes: dict[str, int] = {}
        for words, code in self._called(wanted):
            if _holds(words, wanted):
                codes[code] = min(codes.get(code, 99), len(words))
        out: list[NameHit] = []
        for code in sorted(codes, key=lambda code: (codes[code], code)):
            if total := _of_party(connection, code, known_by):
                names = [n for language in ("vi", "en") for n in self._lexicon.parties[code].names.get(language, [])]
                name = next(
                    (n for n in names if _holds(fold(n).split(), wanted) and _spelt(n, finder)),
                    names[0] if names else code,
                )
                out.append(NameHit(name, "party", code, _spelt(name, finder), total))
                if len(out) == limit:
                    break
        return out

    def _called(self, wanted: Wanted) -> Iterable[tuple[list[str], str]]:
        """Names of parties, as words, and their codes: all that may hold the words."""
        first = wanted.name_words[0]
        if len(wanted.name_words) > 1 or not wanted.words[-1].more:
            return self._by_word.get(first, ())
        words = self._words[bisect_left(self._words, first) : bisect_left(self._words, first + LAST)]
        return chain.from_iterable(self._by_word[word] for word in words)


def names(
    connection: Connection, parties: PartyNames, finder: Finder, limit: int, known_by: Day | None
) -> list[NameHit]:
    """Parties and names that hold the words: those typed exactly first, then those with the fewest words besides."""
    wanted = finder.wanted
    if not wanted.name_words:
        return []
    first: dict[str, str] = {}
    totals: dict[str, int] = {}
    for name in _holding(connection, wanted, limit * 2):
        totals[name], one = _facts_of(connection, name, known_by)
        if one is not None:
            first[name] = one
    records = best_records(connection, first.values())
    hits = [_name_hit(name, records[id], totals[name], finder) for name, id in sorted(first.items())]
    hits.sort(key=lambda hit: (not hit.exact, len(hit.name.split()), -hit.facts, hit.name))
    return [*parties.found(connection, finder, limit, known_by), *hits][:limit]


def _holding(connection: Connection, wanted: Wanted, limit: int) -> list[str]:
    """The shortest names that hold the words."""
    more = wanted.words[-1].more
    whole = wanted.name_words[:-1] if more else wanted.name_words
    # By the longest, which few names hold: PostgreSQL thinks for 100 ms about eleven.
    words = sorted(whole, key=len, reverse=True)[:_ASKED]
    conditions = ["name IN (SELECT name FROM name_word WHERE word = ?)"] * len(words)
    if more:
        conditions.append("name IN (SELECT name FROM name_word WHERE word >= ? AND word < ?)")
        words += (wanted.name_words[-1], wanted.name_words[-1] + LAST)
    holding = (
        f"SELECT name FROM name_word WHERE {' AND '.join(conditions)} GROUP BY name ORDER BY length(name), name LIMIT ?"
    )
    most = limit if len(whole) <= _ASKED else _NAMES
    found = (row[0] for row in Database.ask(connection, holding, (*words, most)))
    return [name for name in found if _holds(name.split(), wanted)][:limit]


def _facts_of(connection: Connection, name: str, known_by: Day | None) -> tuple[int, str | None]:
    """How many facts bear a name, as far as they are counted, and one of them."""
    day = NEVER if known_by is None else known_by.toordinal()
    # In the order of the key: else PostgreSQL looks for the first fact in the order of facts, through all of them.
    found = "SELECT fact FROM fact_name WHERE name = ? AND known <= ? ORDER BY kind, day, fact LIMIT ?"
    ((total, first),) = Database.ask(
        connection, f"SELECT count(*), min(fact) FROM ({found}) found", (name, day, COUNTED)
    )
    return total, first


def _of_party(connection: Connection, code: str, known_by: Day | None) -> int:
    """How many facts there are of a party, as far as they are counted."""
    found = "SELECT 1 FROM fact_party p WHERE p.party = ? LIMIT ?"
    values: tuple[object, ...] = (code, COUNTED)
    if known_by is not None:
        found = (
            "SELECT 1 FROM fact_party p JOIN fact f ON f.id = p.fact WHERE p.party = ? AND f.first_known <= ? LIMIT ?"
        )
        values = (code, known_by.toordinal(), COUNTED)
    ((total,),) = Database.ask(connection, f"SELECT count(*) FROM ({found}) found", values)
    return int(total)


def _name_hit(folded: str, record: Record, total: int, finder: Finder) -> NameHit:
    """A name as the fact writes it; where another report wrote it so, as it was folded."""
    name = written(record, folded)
    kind: NameKind = "person"
    if isinstance(record, Instrument):
        kind = "instrument"
    elif isinstance(record, Meeting) and record.mechanism and f" {fold(record.mechanism)} " == folded:
        kind = "series"
    return NameHit(name, kind, "", _spelt(name, finder), total)


def _spelt(name: str, finder: Finder) -> bool:
    """Whether a name is spelt with the diacritics that were typed."""
    places = finder.places(Folded.of(name))
    return places is None or places.exact


def _holds(words: Sequence[str], wanted: Wanted) -> bool:
    return all(
        any(w.startswith(word) for w in words)
        if wanted.words[-1].more and at == len(wanted.name_words) - 1
        else word in words
        for at, word in enumerate(wanted.name_words)
    )
