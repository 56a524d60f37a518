"""Where a speaker's words on a topic turn: from support to concern or opposition, or back.

Acts are told apart by the reader; a topic is wide, so a turn says that it is worth a look, not that a policy changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from banggiao import edtf
from banggiao.model import Statement
from banggiao.register.api import Fact

_SIDES = {"support": 1, "agree": 1, "commit": 1, "concern": -1, "oppose": -1}
"""Saying and proposing take no side."""


@dataclass(slots=True, frozen=True)
class Turn:
    """What the same parties had last said on a topic before, on the other side. date: EDTF, of that statement or its
    report."""

    topic: str
    act: str
    date: str
    fact: str


@dataclass(slots=True, frozen=True)
class Spoken:
    """A statement as far as its stance goes. when: EDTF, None where nobody says."""

    fact: str
    parties: Collection[str]
    topics: Collection[str]
    act: str
    when: str | None


def turns(facts: Iterable[Fact]) -> dict[str, Turn]:
    """Facts of kind `statement` → the id of each that turns, and from what. Those without any date do not count."""
    return turns_of(
        Spoken(fact.id, record.parties, record.topics, record.act, _when(fact))
        for fact in facts
        if isinstance(record := fact.record, Statement)
    )


def turns_of(spoken: Iterable[Spoken]) -> dict[str, Turn]:
    """The same of statements that somebody holds in another shape."""
    said = sorted(
        ((edtf.sort_key(one.when), one.fact, one, one.when) for one in spoken if one.when and edtf.bounds(one.when)),
        key=lambda found: found[:2],
    )
    last: dict[tuple[tuple[str, ...], str], Turn] = {}
    out: dict[str, Turn] = {}
    for at, _, one, when in said:
        side = _SIDES.get(one.act)
        if side is None:
            continue
        for topic in one.topics:
            key = tuple(sorted(set(one.parties))), topic
            before = last.get(key)
            if before and _SIDES[before.act] != side and edtf.sort_key(before.date) < at:
                out.setdefault(one.fact, before)
            last[key] = Turn(topic, one.act, when, one.fact)
    return out


def _when(fact: Fact) -> str | None:
    date = getattr(fact.record, "date", None)
    for found in (date, fact.first_reported):
        if found and edtf.bounds(found):
            return str(found)
    return None
