"""The stages of an agreement's life, and whether it is negotiated still though some say that it was reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from banggiao import edtf
from banggiao.model import Instrument, Record
from banggiao.register.placing import date_of

STAGES = ("proposed", "negotiating", "agreed", "signed", "ratified", "in-force", "extended", "amended", "rejected")
REACHED = STAGES[STAGES.index("agreed") : STAGES.index("in-force") + 1]
_OUTNUMBERED, _LATER_DAYS = 5, 180
"""Negotiations that so many times more voices tell of, so long after the day of any later stage, go on."""


class Staged(Protocol):
    """A stage of an agreement as far as that needs it."""

    @property
    def record(self) -> Record: ...
    @property
    def last_reported(self) -> str | None: ...
    @property
    def voices(self) -> int: ...


def stage_of(fact: Staged) -> str:
    """Raises AssertionError for what is no instrument."""
    assert isinstance(fact.record, Instrument)
    return fact.record.stage


def day_of(text: str | None) -> int:
    """The earliest day that a date may mean, as a number; 0 where its year is unknown or there is none."""
    found = edtf.bounds(text) if text else None
    return found[0].toordinal() if found else 0


def goes_on(facts: Sequence[Staged]) -> bool:
    """Whether an agreement, of which these are all stages, is still negotiated though some say that it was agreed,
    signed or is in force: far more voices go on to tell of negotiations, half a year after. They were a part of it, a
    draft, or hope: of the code of conduct in the South China Sea 188 voices of the press of 2016 to 2019 have it
    negotiated, 24 more than that."""
    reached = [fact for fact in facts if stage_of(fact) in REACHED]
    talks = [fact for fact in facts if stage_of(fact) == "negotiating"]
    last = max((day_of(fact.last_reported) for fact in talks), default=0)
    voices = [sum(fact.voices for fact in some) for some in (talks, reached)]
    if not reached or not last or voices[0] < _OUTNUMBERED * voices[1]:
        return False
    own = ((day_of(date_of(fact.record)), fact) for fact in reached)
    return all(last >= (day + _LATER_DAYS if day else day_of(fact.last_reported)) for day, fact in own)
