"""A foreign name in the several spellings of the press, made alike before names are compared.

Two things: spellings of one romanised name ("Sergey", "Sergei"), by the steps of `data/names/romanisation.yml`; and
Sino-Vietnamese against Mandarin and Korean ("Tần Cương", "Qin Gang"), by the syllables of
`data/names/sino_vietnamese.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from banggiao.lexicon import fold
from banggiao.lexicon.store import load_compiled
from banggiao.lexicon.tokens import form_of

_LONGEST = 4
"""Syllables of a Chinese or Korean name: a family name of two and a given name of two."""
_DOUBLED = re.compile(r"(.)\1+")
_PLAIN = re.compile(r"[a-z]+")


@dataclass(slots=True, frozen=True)
class Tables:
    """mandarin, korean: a Sino-Vietnamese syllable → its readings. general, korean_steps: (from, to) in order. same: a
    form of a given name → the first of its row. family: a Korean family name → its reading. known: folded words of a
    name → number of the well-known person who bears it."""

    mandarin: dict[str, tuple[str, ...]]
    korean: dict[str, tuple[str, ...]]
    general: tuple[tuple[str, str], ...]
    korean_steps: tuple[tuple[str, str], ...]
    same: dict[str, str]
    family: dict[str, str]
    known: dict[frozenset[str], int]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The package's tables of names."""
    compiled, _ = load_compiled()
    syllables = {form_of(s): r.split("/") for s, r in compiled.names["sino-vietnamese"]["syllables"].items()}
    spellings = compiled.names["romanisation"]
    known: dict[frozenset[str], int] = {}
    for number, person in enumerate(compiled.people):
        for name in (person.name, *person.forms):
            known.setdefault(frozenset(words(name)), number)
    return Tables(
        {s: tuple(dict.fromkeys(r[0].replace("ü", "u").split())) for s, r in syllables.items()},
        {s: tuple(dict.fromkeys(r[1].split())) for s, r in syllables.items()},
        tuple(_step(step) for step in spellings["general"]),
        tuple(_step(step) for step in spellings["korean"]),
        {form: row[0] for row in spellings["same"] for form in row},
        dict(spellings["family"]),
        known,
    )


def _step(step: str) -> tuple[str, str]:
    before, after = step.split()
    return before, after.replace("_", "")


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, without diacritics, in their order; hyphens part words."""
    return tuple(fold(name).replace("-", " ").split())


@lru_cache(maxsize=65536)
def spelling(name: str) -> frozenset[str]:
    """The words of a romanised name as one spelling has them, in any order."""
    return frozenset(map(_spelt, words(name)))


@lru_cache(maxsize=65536)
def _spelt(word: str) -> str:
    known = tables()
    return _DOUBLED.sub(r"\1", _respell(known.same.get(word, word), known.general))


def well_known(name: str) -> int | None:
    """The number of the well-known person who bears this name; None for a single word, which others may bear too."""
    if len(words(name)) < 2:
        return None
    return tables().known.get(frozenset(words(name)))


@lru_cache(maxsize=65536)
def syllables(name: str) -> tuple[str, ...]:
    """The syllables of a name that may be Sino-Vietnamese, two to four; empty for any other."""
    found = tuple(form_of(name).split())
    known = tables().mandarin
    return found if 1 < len(found) <= _LONGEST and all(s in known for s in found) else ()


@lru_cache(maxsize=65536)
def sinitic(name: str, other: str) -> str | None:
    """ "mandarin" or "korean" where `other` can be read as the Sino-Vietnamese name; else None."""
    parts = syllables(name)
    if not parts or len(words(other)) > len(parts):
        return None
    readings = turns(other)
    if not readings:
        return None
    known = tables()
    for joined, as_korean in readings:
        if _spell([known.mandarin[part] for part in parts], joined):
            return "mandarin"
        if _spell([_korean_readings(part) for part in parts], as_korean):
            return "korean"
    return None


def _spell(rows: Sequence[Sequence[str]], word: str) -> bool:
    """Whether one of each row, one behind another, make the word. (A pattern would be compiled for each name.)"""
    ends = {0}
    for row in rows:
        ends = {end + len(one) for end in ends for one in row if word.startswith(one, end)}
        if not ends:
            return False
    return len(word) in ends


@lru_cache(maxsize=65536)
def turns(name: str) -> tuple[tuple[str, str], ...]:
    """A name in Latin letters as it may be a reading, in Mandarin and in Korean: the family name first, or last as in
    the West. Empty for what can be none."""
    latin = words(name)
    if not latin or not all(map(_PLAIN.fullmatch, latin)):
        return ()
    if syllables(name) and not name.isascii():
        return ()  # a Vietnamese name itself
    turned = {latin, (latin[-1], *latin[:-1]), (*latin[1:], latin[0])}
    return tuple(("".join(one), _korean(one)) for one in sorted(turned))


def first_readings(name: str) -> tuple[str, ...]:
    """How the first syllable of a name that may be Sino-Vietnamese can be read, Korean respelt; empty for others."""
    parts = syllables(name)
    if not parts:
        return ()
    known = tables()
    return (
        *known.mandarin[parts[0]],
        *(family for family, reading in known.family.items() if reading in known.korean[parts[0]]),
    )


def full_readings(name: str, most: int = 300) -> list[str]:
    """Other ways in which a name may stand in the press, as folded words: a Sino-Vietnamese one in pinyin, a pinyin one
    in Sino-Vietnamese; up to `most`. Korean is not spelt out: its romanisations are too many."""
    parts = syllables(name)
    if parts and not name.isascii():
        rows = [tables().mandarin[part] for part in parts]
        found = [f"{family} {''.join(given)}" for family, *given in product(*rows)]
        return [*found, *(" ".join(one) for one in product(*rows) if len(rows) > 2)][:most]
    latin = words(name)
    if len(latin) != 2 or not all(map(_PLAIN.fullmatch, latin)):
        return []
    back = _syllables_of()
    out = []
    for family, given in (latin, latin[::-1]):
        for first in back.get(family, ()):
            out += [f"{first} {rest}" for rest in back.get(given, ())]
            for cut in range(1, len(given)):
                pair = product(back.get(given[:cut], ()), back.get(given[cut:], ()))
                out += [f"{first} {one} {two}" for one, two in pair]
    return list(dict.fromkeys(out))[:most]


@lru_cache(maxsize=1)
def _syllables_of() -> dict[str, tuple[str, ...]]:
    """A reading in pinyin → the syllables, without diacritics, that may be read so."""
    out: dict[str, list[str]] = {}
    for syllable, readings in tables().mandarin.items():
        for reading in readings:
            if (plain := fold(syllable)) not in out.setdefault(reading, []):
                out[reading].append(plain)
    return {reading: tuple(found) for reading, found in out.items()}


@lru_cache(maxsize=16384)
def _korean_readings(syllable: str) -> tuple[str, ...]:
    known = tables()
    return tuple(sorted({_respell(reading, known.korean_steps) for reading in known.korean[syllable]}))


def _korean(latin: tuple[str, ...]) -> str:
    known = tables()
    first = known.family.get(latin[0], latin[0])
    return "".join(_respell(word, known.korean_steps) for word in (first, *latin[1:]))


def _respell(word: str, steps: tuple[tuple[str, str], ...]) -> str:
    for before, after in steps:
        word = word.replace(before, after)
    return word


def begins_or_ends(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words are the family name or the last words of an East Asian name, as people are called by."""
    return name[-len(short) :] == short or name[:1] == short
