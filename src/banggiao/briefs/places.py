"""Where meetings are held: a city or country by any of its names."""

from __future__ import annotations

from collections.abc import Callable

from banggiao.lexicon import Lexicon
from banggiao.model import Meeting, Record
from banggiao.register.place_names import place_of


def held_at(lexicon: Lexicon, name: str) -> Callable[[Record], bool]:
    """A city or country (any name, with or without diacritics) → whether a record is of a meeting held there. A city
    that the lexicon lacks goes by its name as articles write it; where a record names no country, its city's counts."""
    wanted = place_of(name)
    country = lexicon.find_party(name)

    def holds(record: Record) -> bool:
        if not isinstance(record, Meeting):
            return False
        if record.city and place_of(record.city) == wanted:
            return True
        known = lexicon.places.get(record.city or "")
        return country is not None and country in (record.country, known.country if known else None)

    return holds
