"""Facts by what somebody asks of: a party, a pair, a person, a series or an agreement; of some kinds; in a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from banggiao.briefs.names import find_topic
from banggiao.briefs.places import held_at
from banggiao.lexicon import Lexicon
from banggiao.model import Statement
from banggiao.register.api import Fact, Head, Kind, Register
from banggiao.register.facts import folded_names
from banggiao.register.names import instruments_of
from banggiao.register.outcomes import Against, Outcome, outcome
from banggiao.register.outcomes import Told as Fulfilled
from banggiao.register.person_names import Way, likeness
from banggiao.register.placing import date_of, fact_order, in_window, lies_ahead
from banggiao.register.romanise import full_readings

_SAME_NAME: tuple[Way, ...] = ("words", "known", "spelling", "reading")
_SHOW_OUTCOMES: tuple[Kind, ...] = ("target", "figure", "instrument")


@dataclass(slots=True, frozen=True, kw_only=True)
class Asked:
    """What is asked. names: each a party by any name, or words of a person's, series' or agreement's name; a fact must
    be of all of them. since, until: the window in which its own date may fall (a target's due date, a figure's period).
    reported_since: the day from which its first report may be. topic: of statements, by any name. place: a city or
    country where meetings are held. as_of: the day of the question; what lies ahead of it is left out, and without
    `known_by` what was reported later."""

    kinds: tuple[Kind, ...] = ()
    names: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    known_by: Day | None = None
    reported_since: Day | None = None
    topic: str | None = None
    place: str | None = None
    as_of: Day | None = None

    @property
    def reported_by(self) -> Day | None:
        """The day by which reports count; None: all."""
        return self.known_by or self.as_of


def facts_asked(register: Register, lexicon: Lexicon, asked: Asked, *, reports: int | None = None) -> list[Fact]:
    """The facts that answer, by date. reports: see `Register.facts_of`. Raises UsageError for what is no topic."""
    codes = {name: lexicon.find_party(name) for name in asked.names}
    parties = [code for code in codes.values() if code]
    words = [name for name, code in codes.items() if code is None]
    topic = find_topic(lexicon, asked.topic) if asked.topic else None
    by = asked.reported_by
    if words and not by:
        ids = [head.id for head in heads_asked(register, lexicon, asked)]
        found = sorted(register.facts_of(ids, reports=reports), key=fact_order)
    else:
        found = register.facts(
            parties=parties, kinds=asked.kinds, since=asked.since, until=asked.until, known_by=by, reports=reports
        )
        for name in words:
            named = {one.id for one in register.listed(names_asked(register, lexicon, name))}
            found = [fact for fact in found if fact.id in named]
    if asked.as_of:
        found = [fact for fact in found if not lies_ahead(fact.record, asked.as_of)]
    if asked.reported_since:
        first = asked.reported_since.isoformat()
        found = [fact for fact in found if (fact.first_reported or "") >= first]
    if topic:
        found = [f for f in found if isinstance(f.record, Statement) and topic in f.record.topics]
    if asked.place:
        there = held_at(lexicon, asked.place)
        found = [fact for fact in found if there(fact.record)]
    return found


def heads_asked(register: Register, lexicon: Lexicon, asked: Asked) -> list[Head]:
    """The facts that answer, without their reports, newest first; `known_by`, `reported_since`, `topic` and `place` are
    not looked at."""
    codes = {name: lexicon.find_party(name) for name in asked.names}
    parties = [code for code in codes.values() if code]
    words = [name for name, code in codes.items() if code is None]
    if not words:
        return register.heads(parties=parties, kinds=asked.kinds, since=asked.since, until=asked.until)
    found: dict[str, Head] | None = None
    for name in words:
        named = {head.id: head for head in register.heads_of_names(names_asked(register, lexicon, name))}
        found = named if found is None else {id: head for id, head in found.items() if id in named}
    chosen = [
        head
        for head in (found or {}).values()
        if set(parties) <= set(head.record.parties)
        and (not asked.kinds or head.kind in asked.kinds)
        and in_window(date_of(head.record), asked.since, asked.until)
    ]
    return sorted(sorted(chosen, key=lambda head: head.id), key=_newness, reverse=True)


def _newness(head: Head) -> str:
    date = date_of(head.record)
    return date if date and date[0].isdigit() else ""


def names_asked(register: Register, lexicon: Lexicon, name: str) -> set[str]:
    """The names, folded, of a person, series or agreement: all that the lexicon, a rule or somebody has for it."""
    found = register.names_with(name, *lexicon.other_names(name))
    told = register.told()
    said = [other for group in told.same if name in group for other in group]
    listed = [other for p in lexicon.people for names in [[p.name, *p.forms]] if name in names for other in names]
    found.update(folded_names([*said, *listed]))
    asked = found.union(folded_names([name]))
    for names in (*told.series.same, *(one.names for one in register.agreements_told().same)):
        if not asked.isdisjoint(theirs := folded_names(names)):
            found.update(theirs)
    near = set(folded_names(full_readings(name)))
    if len(words := name.split()) > 1 and name.isascii():  # another spelling shares one of its names, as a rule
        near |= register.names_with(words[-1])
    for folded, written in register.spelt(near - found).items():
        if (like := likeness(name, written)) and like.way in _SAME_NAME:
            found.add(folded)
    return found


def outcomes_of(
    register: Register, lexicon: Lexicon, targets: Iterable[Fulfilled], *, as_of: Day, known_by: Day | None
) -> dict[str, Outcome]:
    """What became of targets by a day: target's id → outcome, which names the fact that shows it."""
    identity = instruments_of(lexicon, register.agreements_told()).identity
    against: dict[tuple[str, ...], Against[Fulfilled]] = {}
    found: dict[str, Outcome] = {}
    for target in targets:
        parties = tuple(sorted(set(target.record.parties)))
        if parties not in against:
            known = register.heads_known(parties=parties, kinds=_SHOW_OUTCOMES, known_by=known_by)
            heads = sorted(known, key=fact_order)
            against[parties] = Against(heads)
        found[target.id] = outcome(target, against[parties].of(target), as_of, identity)
    return found


def proofs_of(register: Register, outcomes: Iterable[Outcome], *, known_by: Day | None) -> list[Fact]:
    """The facts that show outcomes."""
    return register.facts_of(sorted({one.fact for one in outcomes if one.fact}), known_by=known_by)
