"""The stages of an agreement's life in turn, of which many are told without a day."""

from __future__ import annotations

from collections.abc import Iterable

from banggiao.briefs.material import Fact
from banggiao.register.placing import date_of
from banggiao.register.stages import REACHED, STAGES, day_of, goes_on, stage_of

_WAY = STAGES[: STAGES.index("in-force")]
"""Each is gone through once. What is in force is negotiated anew, extended and amended in any order."""
_LASTING = ("negotiating", "in-force")
"""What goes on: told without a day it stands after its days that were told before its last report."""
_THIN = 100


def in_turn(facts: Iterable[Fact]) -> list[Fact]:
    """The instruments of one agreement, oldest stage first.

    A stage stands on its own day, else where it was first reported; where nothing tells a year it comes first, since
    the latest stage is what a reader takes for the present one. One without a day that is told of after a later stage
    was reached ("eleven states negotiated it", a year after they signed) is background and stands before that. Stages
    that were not reached after all (see `register.stages.goes_on`) come first.
    """
    facts = list(facts)
    own = {fact.id: day_of(date_of(fact.record)) for fact in facts}
    still_negotiated = goes_on(facts)
    reached = [] if still_negotiated else [(_rank(fact), own[fact.id]) for fact in facts if own[fact.id]]

    def place(fact: Fact) -> tuple[int, float, str]:
        day, rank = own[fact.id], _rank(fact)
        if still_negotiated and stage_of(fact) in REACHED:
            return -1, rank, fact.id
        if day:
            return day, rank, fact.id
        day = day_of(fact.first_reported)
        after = 0.0
        if stage_of(fact) in _LASTING:
            told = day_of(fact.last_reported)
            own_days = [own[other.id] for other in facts if stage_of(other) == stage_of(fact)]
            day, after = max([day, *(one for one in own_days if one <= told)]), 0.5
        if rank < len(_WAY):
            day = min([day, *(other for later, other in reached if rank < later < len(_WAY))])
        return day, rank + after, fact.id

    return sorted(facts, key=place)


def without_strays(facts: Iterable[Fact]) -> list[Fact]:
    """The instruments of one agreement without the stages that one voice in a hundred or fewer tells of, without a day:
    slips of a pen or of reading, which each stand in the list of facts."""
    facts = list(facts)
    most = sum(fact.voices for fact in facts) / _THIN
    return [fact for fact in facts if day_of(date_of(fact.record)) or fact.voices > most]


def _rank(fact: Fact) -> int:
    return STAGES.index(stage_of(fact))
