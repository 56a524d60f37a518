"""Facts by what somebody asks of: a party, a pair, a person, a series or an agreement; of some kinds; in a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from banggiao import edtf
from banggiao.lexicon import Lexicon
from banggiao.model import Statement
from banggiao.register.api import Fact, Kind, Register


@dataclass(slots=True, frozen=True, kw_only=True)
class Asked:
    """What is asked. names: each a party by any name, or words of a person's, series' or agreement's name; a fact must
    be of all of them. since, until: the window in which its own date may fall (a target's due date, a figure's period).
    reported_since: the day from which its first report may be. topic: of statements. over: only what was due before
    this day."""

    kinds: tuple[Kind, ...] = ()
    names: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    known_by: Day | None = None
    reported_since: Day | None = None
    topic: str | None = None
    over: Day | None = None


def facts_asked(register: Register, lexicon: Lexicon, asked: Asked) -> list[Fact]:
    """The facts that answer, by date."""
    codes = {name: lexicon.find_party(name) for name in asked.names}
    found = register.facts(
        parties=[code for code in codes.values() if code],
        kinds=asked.kinds,
        since=asked.since,
        until=asked.until,
        known_by=asked.known_by,
    )
    for name in (name for name, code in codes.items() if code is None):
        named = {fact.id for fact in _named(register, lexicon, name, asked.known_by)}
        found = [fact for fact in found if fact.id in named]
    if asked.reported_since:
        first = asked.reported_since.isoformat()
        found = [fact for fact in found if (fact.first_reported or "") >= first]
    if asked.topic:
        found = [f for f in found if isinstance(f.record, Statement) and asked.topic in f.record.topics]
    if asked.over:
        found = [fact for fact in found if _over(getattr(fact.record, "due", None), asked.over)]
    return found


def _named(register: Register, lexicon: Lexicon, name: str, known_by: Day | None) -> Iterable[Fact]:
    """The facts of a person, series or agreement, by any name that the lexicon has for it."""
    found = {fact.id: fact for fact in register.facts_named(name, known_by=known_by)}
    for other in lexicon.other_names(name):
        found.update({fact.id: fact for fact in register.facts_named(other, known_by=known_by)})
    return found.values()


def _over(due: str | None, day: Day) -> bool:
    bounds = edtf.bounds(due) if due else None
    return bounds is not None and bounds[1] < day
