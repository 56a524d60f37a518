"""Where a speaker's words on a topic turn: from support to concern or opposition, or back.

Acts are told apart by the reader; a topic is wide, so a turn says that it is worth a look, not that a policy changed.
"""

from __future__ import annotations

from collections.abc import Iterable
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


def turns(facts: Iterable[Fact]) -> dict[str, Turn]:
    """Facts of kind `statement` → the id of each that turns, and from what. Those without any date do not count."""
    said = [(when, fact, fact.record) for fact in facts if isinstance(fact.record, Statement) and (when := _when(fact))]
    said.sort(key=lambda one: (edtf.sort_key(one[0]), one[1].id))
    last: dict[tuple[tuple[str, ...], str], Turn] = {}
    out: dict[str, Turn] = {}
    for when, fact, record in said:
        side = _SIDES.get(record.act)
        if side is None:
            continue
        for topic in record.topics:
            key = tuple(sorted(set(record.parties))), topic
            before = last.get(key)
            if before and _SIDES[before.act] != side and edtf.sort_key(before.date) < edtf.sort_key(when):
                out.setdefault(fact.id, before)
            last[key] = Turn(topic, record.act, when, fact.id)
    return out


def _when(fact: Fact) -> str | None:
    date = getattr(fact.record, "date", None)
    for found in (date, fact.first_reported):
        if found and edtf.bounds(found):
            return str(found)
    return None
