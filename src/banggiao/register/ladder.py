"""The levels of relations of a pair as of a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import Generic, Protocol, TypeVar

from banggiao import edtf
from banggiao.model import Record, Status
from banggiao.register.api import Fact, Rung
from banggiao.register.conflicts import disagreements

LEVELS = (
    "diplomatic-relations",
    "sectoral-dialogue",
    "dialogue-relations",
    "comprehensive-partnership",
    "strategic-cooperation",
    "strategic-partnership",
    "comprehensive-strategic-partnership",
    "alliance",
)
"""From the lowest; a community and a membership stand beside the ladder, not on it."""

_PARTNERSHIPS = LEVELS[3:-1]
"""Levels of which two parties are at one: diplomatic relations and an alliance stand beside each of them."""
_OUTNUMBERED = 5
_THIN = 100
_STATES = {"established": "in-force", "in-force": "in-force"}
_WEIGHT = ("proposed", "agreed", "in-force", "suspended", "ended")


class Told(Protocol):
    """A fact, with its reports or without."""

    @property
    def id(self) -> str: ...
    @property
    def record(self) -> Record: ...
    @property
    def first_reported(self) -> str | None: ...
    @property
    def last_reported(self) -> str | None: ...
    @property
    def reports(self) -> int: ...


T = TypeVar("T", bound=Told)


@dataclass(slots=True, frozen=True)
class Level(Generic[T]):
    """See `banggiao.register.api.Rung`."""

    level: str
    state: str
    since: str | None
    known_since: str | None
    facts: list[T]
    outnumbered: str | None = None
    thin: bool = False


class Stands(Protocol):
    """A level, with facts or reports."""

    @property
    def level(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def outnumbered(self) -> str | None: ...
    @property
    def thin(self) -> bool: ...


def rungs(facts: Iterable[Fact], as_of: Day, *, articles: int = 0) -> list[Rung]:
    """The levels of facts with their reports; see `levels`. Of two days that are told of a founding the better stands,
    by the rules of `conflicts.py`."""
    facts = list(facts)
    worse = {fact.id for one in disagreements(facts) if one.reason for claim in one.claims[1:] for fact in claim.facts}
    return [
        Rung(one.level, one.state, one.since, one.known_since, one.facts, one.outnumbered, one.thin)
        for one in levels(facts, as_of, worse, articles=articles)
    ]


def current(found: Iterable[Stands]) -> str | None:
    """The level at which two parties stand: the highest in force that is neither outnumbered nor thin. found: highest
    first."""
    in_force = [one for one in found if one.state == "in-force" and one.level in LEVELS]
    return next((one.level for one in in_force if not one.outnumbered and not one.thin), None)


def levels(facts: Iterable[T], as_of: Day, worse: Collection[str] = (), *, articles: int = 0) -> list[Level[T]]:
    """One a level, highest first; levels beside the ladder come last.

    facts: status facts of one pair, as known by the day. A level that was ever founded or spoken of as in force is in
    force until a later report says that it was suspended or ended; proposals and decisions count while it is not. A
    founding that lies ahead of the day is `agreed`: it was announced, no more. A level whose founding nobody reports is
    `outnumbered` where five times as many reports go on to name a lower one that was founded: two reports in a hundred
    call any partner strategic. It is `thin` where fewer than one in a hundred articles about the two name it at all.
    worse: ids of facts whose day does not stand, since that of others is better. articles: how many speak of the two.
    """
    by_level: dict[str, list[T]] = {}
    for fact in facts:
        if isinstance(fact.record, Status):
            by_level.setdefault(fact.record.level, []).append(fact)
    found = [_level(level, group, as_of, worse) for level, group in by_level.items()]
    found = [replace(one, outnumbered=_outnumbered(one, found), thin=_thin(one, articles)) for one in found]
    return sorted(found, key=lambda one: (-_height(one.level), one.level))


def _outnumbered(level: Level[T], found: Iterable[Level[T]]) -> str | None:
    """The lower level that is named instead; None where this one may stand."""
    if level.state != "in-force" or level.level not in _PARTNERSHIPS or _founded(level):
        return None
    first = min((fact.first_reported or "" for fact in level.facts), default="")
    named = sum(fact.reports for fact in level.facts)
    for one in found:
        if one.state == "in-force" and one.level in _PARTNERSHIPS[: _PARTNERSHIPS.index(level.level)] and _founded(one):
            still = sum(fact.reports for fact in one.facts if (fact.last_reported or "9999") >= first)
            if still >= _OUTNUMBERED * named:
                return one.level
    return None


def _thin(level: Level[T], articles: int) -> bool:
    """Whether hardly anybody names it. States have diplomatic relations of which nobody speaks."""
    if level.state != "in-force" or level.level not in LEVELS[1:] or _founded(level):
        return False
    return sum(fact.reports for fact in level.facts) * _THIN < articles


def _founded(level: Level[T]) -> bool:
    return any(isinstance(fact.record, Status) and fact.record.phase == "established" for fact in level.facts)


def _height(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else -1


def _level(level: str, facts: list[T], as_of: Day, worse: Collection[str]) -> Level[T]:
    states: dict[str, list[T]] = {}
    for fact in facts:
        states.setdefault(_state(fact, as_of), []).append(fact)
    over = [s for s in ("suspended", "ended") if s in states and _last(states[s]) >= _last(states.get("in-force", []))]
    state = over[-1] if over else max((s for s in states if s not in ("suspended", "ended")), key=_WEIGHT.index)
    resting = states[state]
    known = min((f.first_reported for f in resting if f.first_reported), default=None)
    return Level(
        level,
        state,
        _since(fact for fact in resting if fact.id not in worse),
        known,
        sorted(facts, key=lambda f: (f.first_reported or "9999", f.id)),
    )


def _since(facts: Iterable[Told]) -> str | None:
    """Since when a level is what it is. Where two days are told, the one that most reports give, of equals the
    earlier; all stay among the facts."""
    reports: dict[str, int] = {}
    for fact in facts:
        if isinstance(fact.record, Status) and fact.record.date:
            reports[fact.record.date] = reports.get(fact.record.date, 0) + fact.reports
    return min(
        reports,
        key=lambda date: (
            -sum(n for one, n in reports.items() if edtf.compatible(date, one)),
            -edtf.precision(date),
            edtf.sort_key(date),
        ),
        default=None,
    )


def _state(fact: Told, as_of: Day) -> str:
    record = fact.record
    assert isinstance(record, Status)
    state = _STATES.get(record.phase, record.phase)
    if record.phase == "established" and record.date and (span := edtf.bounds(record.date)) and span[0] > as_of:
        return "agreed"
    return state


def _last(facts: Iterable[Told]) -> str:
    return max((f.last_reported or "" for f in facts), default="")
