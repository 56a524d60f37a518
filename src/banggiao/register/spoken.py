"""Of whom an article speaks: what its records speak of together, and whom its statements name besides.

It is worked out when an article comes and kept beside it (`article.pairs`). Most articles speak of the same few pairs,
so what follows from the pairs alone is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType
from typing import Any

import msgspec

from banggiao.model import Record, Statement

_REMEMBERED = 2048

Pairs = frozenset[frozenset[str]]
"""Sets of two parties that records speak of together."""
Stories = Mapping[int, Pairs]
"""The same by story of an article."""
SpeaksOf = Callable[[str, str], bool]
"""(words, party) → whether the words name the party; see `speaking.Mentions`."""


@dataclass(slots=True, frozen=True)
class Spoken:
    """Of whom an article speaks. named: by number of a statement's record, the parties beside its own that its words
    name; only where the story alone does not say to whom it is said."""

    stories: Stories = field(default_factory=dict)
    named: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def partners(self, party: str) -> set[str]:
        """With whom the article speaks of a party."""
        found = {pair for pairs in self.stories.values() for pair in pairs if party in pair}
        return {other for pair in found for other in pair} - {party}


def spoken_text(records: Sequence[Record], text: str, speaks_of: SpeaksOf) -> str:
    """Of whom an article speaks, as its row holds it."""
    stories, kept = _told(frozenset((r.story, tuple(r.parties)) for r in records if len(r.parties) > 1))
    named: dict[str, list[str]] = {}
    for index, record in enumerate(records):
        if isinstance(record, Statement) and (others := _left_open(record, stories)):
            words = [text[start:end] for start, end in record.evidence]
            if found := [other for other in others if any(speaks_of(said, other) for said in words)]:
                named[str(index)] = found
    return _json(msgspec.json.decode(kept) | {"named": named}) if named else kept


@lru_cache(maxsize=_REMEMBERED)
def spoken_from(text: str) -> Spoken:
    """What `spoken_text` wrote."""
    row = msgspec.json.decode(text)
    named = {int(index): found for index, found in row.pop("named", {}).items()}
    return Spoken({int(s): frozenset(frozenset(pair) for pair in found) for s, found in row.items()}, named)


def sides(pairs: Pairs, speakers: Iterable[str]) -> tuple[tuple[str, str, bool], ...]:
    """The pairs of which these are one side: who speaks, the other party, and whether the pairs have who speaks with
    nobody else."""
    return _sides(pairs, frozenset(speakers))


@lru_cache(maxsize=_REMEMBERED)
def _sides(pairs: Pairs, speakers: frozenset[str]) -> tuple[tuple[str, str, bool], ...]:
    out = []
    for pair in pairs:
        if len(here := pair & speakers) == 1:
            (speaker,), (other,) = here, pair - speakers
            out.append((speaker, other, {one for one in pairs if speaker in one} == {pair}))
    return tuple(sorted(out))


@lru_cache(maxsize=_REMEMBERED)
def _told(together: frozenset[tuple[int, tuple[str, ...]]]) -> tuple[Stories, str]:
    """By story the pairs of these parties (of many each two), and the same as a row holds it."""
    out: dict[int, set[frozenset[str]]] = {}
    for story, parties in together:
        if pairs := {frozenset(pair) for pair in combinations(sorted(set(parties)), 2)}:
            out.setdefault(story, set()).update(pairs)
    stories = {story: frozenset(found) for story, found in sorted(out.items())}
    return MappingProxyType(stories), _json({str(s): sorted(sorted(pair) for pair in p) for s, p in stories.items()})


def _left_open(record: Record, stories: Stories) -> list[str]:
    """The parties of whom a statement's story speaks together with its own, where it does not say to which of them it
    is said."""
    found = sides(stories.get(record.story, frozenset()), record.parties)
    return sorted({other for _, other, alone in found if not alone})


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
