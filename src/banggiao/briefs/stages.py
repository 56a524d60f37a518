"""The stages of an agreement's life in turn, of which many are told without a day."""

from __future__ import annotations

from collections.abc import Iterable

from banggiao import edtf
from banggiao.briefs.material import Fact
from banggiao.model import Instrument
from banggiao.register.placing import date_of

STAGES = ("proposed", "negotiating", "agreed", "signed", "ratified", "in-force", "extended", "amended", "rejected")
_WAY = STAGES[: STAGES.index("in-force")]
"""Each is gone through once. What is in force is negotiated anew, extended and amended in any order."""


def in_turn(facts: Iterable[Fact]) -> list[Fact]:
    """The instruments of one agreement, oldest stage first.

    A stage stands on its own day, else where it was first reported; where nothing tells a year it comes first, since
    the latest stage is what a reader takes for the present one. One without a day that is told of after a later stage
    was reached ("eleven states negotiated it", a year after they signed) is background and stands before that.
    """
    facts = list(facts)
    own = {fact.id: day_of(date_of(fact.record)) for fact in facts}
    dated = [(_rank(fact), own[fact.id]) for fact in facts if own[fact.id]]

    def place(fact: Fact) -> tuple[int, int, str]:
        day, rank = own[fact.id], _rank(fact)
        if not day:
            day = day_of(fact.first_reported)
            if rank < len(_WAY):
                day = min([day, *(other for reached, other in dated if rank < reached < len(_WAY))])
        return day, rank, fact.id

    return sorted(facts, key=place)


def day_of(text: str | None) -> int:
    """The earliest day that a date may mean, as a number; 0 where its year is unknown or there is none."""
    found = edtf.bounds(text) if text else None
    return found[0].toordinal() if found else 0


def _rank(fact: Fact) -> int:
    assert isinstance(fact.record, Instrument)
    return STAGES.index(fact.record.stage)
