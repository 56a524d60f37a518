"""Facts by what somebody asks of: a party, a pair, a person, a series or an agreement; of some kinds; in a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from banggiao.briefs.compose import lies_ahead
from banggiao.lexicon import Lexicon
from banggiao.model import Statement
from banggiao.register.api import Fact, Kind, Register
from banggiao.register.facts import names_of
from banggiao.register.names import Instruments
from banggiao.register.outcomes import Outcome, outcome
from banggiao.register.person_names import Way, likeness
from banggiao.register.romanise import full_readings

_SAME_NAME: tuple[Way, ...] = ("words", "known", "spelling", "reading")
_SHOW_OUTCOMES: tuple[Kind, ...] = ("target", "figure", "instrument")


@dataclass(slots=True, frozen=True, kw_only=True)
class Asked:
    """What is asked. names: each a party by any name, or words of a person's, series' or agreement's name; a fact must
    be of all of them. since, until: the window in which its own date may fall (a target's due date, a figure's period).
    reported_since: the day from which its first report may be. topic: of statements. as_of: the day of the question;
    what lies ahead of it is left out, and without `known_by` what was reported later."""

    kinds: tuple[Kind, ...] = ()
    names: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    known_by: Day | None = None
    reported_since: Day | None = None
    topic: str | None = None
    as_of: Day | None = None

    @property
    def reported_by(self) -> Day | None:
        """The day by which reports count; None: all."""
        return self.known_by or self.as_of


def facts_asked(register: Register, lexicon: Lexicon, asked: Asked) -> list[Fact]:
    """The facts that answer, by date."""
    codes = {name: lexicon.find_party(name) for name in asked.names}
    found = register.facts(
        parties=[code for code in codes.values() if code],
        kinds=asked.kinds,
        since=asked.since,
        until=asked.until,
        known_by=asked.reported_by,
    )
    for name in (name for name, code in codes.items() if code is None):
        named = {fact.id for fact in _named(register, lexicon, name, asked.reported_by)}
        found = [fact for fact in found if fact.id in named]
    if asked.as_of:
        found = [fact for fact in found if not lies_ahead(fact.record, asked.as_of)]
    if asked.reported_since:
        first = asked.reported_since.isoformat()
        found = [fact for fact in found if (fact.first_reported or "") >= first]
    if asked.topic:
        found = [f for f in found if isinstance(f.record, Statement) and asked.topic in f.record.topics]
    return found


def _named(register: Register, lexicon: Lexicon, name: str, known_by: Day | None) -> Iterable[Fact]:
    """The facts of a person, series or agreement, by any name that the lexicon, a rule or somebody has for it."""
    found = {fact.id: fact for fact in register.facts_named(name, known_by=known_by)}
    for other in lexicon.other_names(name):
        found.update({fact.id: fact for fact in register.facts_named(other, known_by=known_by)})
    said = [other for group in register.told().same if name in group for other in group]
    listed = [other for p in lexicon.people for names in [[p.name, *p.forms]] if name in names for other in names]
    found.update({fact.id: fact for fact in register.facts_of_names([*said, *listed], known_by=known_by)})
    near = register.facts_of_names(full_readings(name), known_by=known_by)
    if len(words := name.split()) > 1 and name.isascii():  # another spelling shares one of its names, as a rule
        near += register.facts_named(words[-1], known_by=known_by)
    for fact in near:
        if any((like := likeness(name, other)) and like.way in _SAME_NAME for other in names_of(fact.record)):
            found[fact.id] = fact
    return found.values()


def outcomes_of(
    register: Register, lexicon: Lexicon, targets: Iterable[Fact], *, as_of: Day, known_by: Day | None
) -> tuple[dict[str, Outcome], list[Fact]]:
    """What became of targets by a day: target's id → outcome, and the facts that show them."""
    identity = Instruments(lexicon).identity
    against: dict[tuple[str, ...], list[Fact]] = {}
    found: dict[str, Outcome] = {}
    proofs: dict[str, Fact] = {}
    for target in targets:
        parties = tuple(sorted(set(target.record.parties)))
        if parties not in against:
            against[parties] = register.facts(parties=parties, kinds=_SHOW_OUTCOMES, known_by=known_by)
        found[target.id] = outcome(target, against[parties], as_of, identity)
        proofs |= {fact.id: fact for fact in against[parties] if fact.id == found[target.id].fact}
    return found, list(proofs.values())
