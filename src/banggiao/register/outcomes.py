"""What became of a target: later figures and agreements of the same parties are held against it.

A number aimed at is held against figures of the same parties, measure and unit; a deed ("signing of RCEP") against the
stages of the agreement that it names. What was so before the target was first reported is no outcome of it, and a
figure of another order of magnitude is of something else (all trade of a great power, that of one month).

| state | when |
| --- | --- |
| met | a figure of a period within the due date reaches it; the deed was done by the due date |
| missed | a figure of the period that ends with the due date falls short; it was reached, or done, only later |
| extended | the same was aimed at again by a later day, and nothing says that it was met |
| overdue | its day has passed, and nothing in the register says what became of it, or figures of one period differ |
| due soon | its day is no further off than `SOON_DAYS` |
| open | its day is further off, or it has none |
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from typing import Any, Generic, Literal, Protocol, TypeVar

from banggiao import edtf
from banggiao.model import Figure, Instrument, Record, Target
from banggiao.register.stages import goes_on

State = Literal["open", "due soon", "met", "missed", "overdue", "extended"]
Reason = Literal["reached", "done", "fell short", "reached later", "done later", "aimed at anew", "figures differ", ""]
STATES: tuple[State, ...] = ("due soon", "open", "overdue", "extended", "missed", "met")

SOON_DAYS = 183
"""Half a year: the round of meetings that prepares the next summit."""

_BEYOND, _BELOW = 5.0, 0.1
"""A figure so many times the aim, or so small a part of it, is of something else."""

_HORIZON_YEARS = 5
"""The dated targets of the labelled articles look at most four years ahead."""

_DONE_BY: dict[str, frozenset[str]] = {
    "completion": frozenset({"agreed", "signed", "ratified", "in-force"}),
    "conclusion": frozenset({"agreed", "signed", "ratified", "in-force"}),
    "adoption": frozenset({"agreed", "signed", "ratified", "in-force"}),
    "signing": frozenset({"signed", "ratified", "in-force"}),
    "ratification": frozenset({"ratified", "in-force"}),
    "entry into force": frozenset({"in-force"}),
    "extension": frozenset({"extended"}),
}
"""A deed → the stages by which it is done."""


class Told(Protocol):
    """A fact as far as an outcome needs it."""

    @property
    def id(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def record(self) -> Record: ...
    @property
    def first_reported(self) -> str | None: ...
    @property
    def last_reported(self) -> str | None: ...
    @property
    def voices(self) -> int: ...


@dataclass(slots=True, frozen=True)
class Outcome:
    """What became of a target, and why. fact: the id of the fact that says so, None where none does. value: what the
    figure reached. date: EDTF: the figure's period, the day of the deed, or the new due date."""

    state: State
    reason: Reason = ""
    fact: str | None = None
    value: float | None = None
    date: str | None = None


Identity = Callable[[str, Collection[str]], tuple[str, bool]]
"""An agreement's name and parties → (its identity, whether the name is its own); see `Instruments.identity`."""


T = TypeVar("T", bound=Told)


class Against(Generic[T]):
    """Facts by what they may say of a target: of thousands each target is held against a few."""

    def __init__(self, facts: Iterable[T]) -> None:
        self._measured: dict[tuple[str, str | None], list[T]] = {}
        self._papers: list[T] = []
        for fact in facts:
            match fact.record:
                case Figure() | Target() as record:
                    self._measured.setdefault((_plain(record.measure), record.unit), []).append(fact)
                case Instrument():
                    self._papers.append(fact)

    def of(self, target: T) -> list[T]:
        """Those that `outcome` may find something in."""
        aim = target.record
        assert isinstance(aim, Target)
        deeds = self._papers if aim.measure.partition(" of ")[0] in _DONE_BY else []
        return [*self._measured.get((_plain(aim.measure), aim.unit), ()), *deeds]


def outcome(target: Told, others: Iterable[Told], as_of: Day, identity: Identity) -> Outcome:
    """What became of a target by a day. others: facts of the same parties or more, the target may be among them."""
    aim = target.record
    assert isinstance(aim, Target)
    due = edtf.bounds(aim.due) if aim.due else None
    since = edtf.bounds(target.first_reported) if target.first_reported else None
    others = [fact for fact in others if fact.id != target.id and set(aim.parties) <= set(fact.record.parties)]
    found = _by_figures(aim, others, due, since, as_of) or _by_deeds(aim, others, due, since, as_of, identity)
    if found and found.state == "met":
        return found
    again = _aimed_anew(target, others, due, as_of)
    if again and not (found and due and _after(again.told, due[1])):
        return again.outcome
    if found:
        return found
    if due is None or (due[0] - as_of).days > SOON_DAYS:
        return Outcome("open")
    return Outcome("overdue" if due[1] < as_of else "due soon")


_Span = tuple[Day, Day]


def _by_figures(
    aim: Target, others: Sequence[Told], due: _Span | None, since: _Span | None, as_of: Day
) -> Outcome | None:
    if aim.value is None or aim.unit in (None, "times"):
        return None
    reached: list[tuple[_Span, Told, Figure]] = []
    short: list[tuple[_Span, Told, Figure]] = []
    for fact in others:
        figure = fact.record
        if not isinstance(figure, Figure) or figure.unit != aim.unit or _plain(figure.measure) != _plain(aim.measure):
            continue
        if set(figure.parties) != set(aim.parties) or not _comparable(figure.value, aim):
            continue
        span = edtf.bounds(figure.period) if figure.period else None
        if span is None or span[0] > as_of or _before(span, since, due) or _told_again(fact, figure, span, aim, due):
            continue
        enough = figure.value <= aim.value if aim.unit == "rank" else figure.value >= aim.value
        (reached if enough else short).append((span, fact, figure))

    def by(one: tuple[_Span, Told, Figure]) -> tuple[Day, str]:
        return one[0][1], one[1].id

    in_time = [one for one in reached if due is None or one[0][1] <= due[1]]
    closing = [one for one in short if due and due[0] <= one[0][1] <= due[1] and one[0][1].month == due[1].month]
    if in_time:
        first = min(in_time, key=by)
        if any(one[0] == first[0] for one in closing):
            return (
                Outcome("overdue", "figures differ", first[1].id, first[2].value, first[2].period)
                if (due and due[1] < as_of)
                else None
            )
        return _figure("met", "reached", first)
    if closing:
        return _figure("missed", "fell short", max(closing, key=by))
    if reached and due and due[1] < as_of:
        return _figure("missed", "reached later", min(reached, key=by))
    return None


def _comparable(value: float, aim: Target) -> bool:
    """Whether a figure may be of what is aimed at. Ranks and shares are, and what is measured from nothing."""
    if aim.unit in ("rank", "percent") or not aim.value or value <= 0:
        return True
    return _BELOW <= value / aim.value <= _BEYOND


def _before(span: _Span, since: _Span | None, due: _Span | None) -> bool:
    """Whether a figure is older than the target, or too old to be an outcome where nobody knows when it was said."""
    if since:
        return span[1] < since[0]
    return due is not None and span[1].year < due[0].year - _HORIZON_YEARS


def _told_again(fact: Told, figure: Figure, span: _Span, aim: Target, due: _Span | None) -> bool:
    """Whether a figure is but the aim in other words ("may grow to 15 billion by 2020"): the very number, for the time
    when it is due, in reports of which none is known to be of after that."""
    told = edtf.bounds(fact.last_reported) if fact.last_reported else None
    return figure.value == aim.value and due is not None and span[1] == due[1] and not (told and told[1] > due[1])


def _figure(state: State, reason: Reason, one: tuple[_Span, Told, Figure]) -> Outcome:
    return Outcome(state, reason, one[1].id, one[2].value, one[2].period)


def _by_deeds(
    aim: Target, others: Sequence[Told], due: _Span | None, since: _Span | None, as_of: Day, identity: Identity
) -> Outcome | None:
    deed, _, name = aim.measure.partition(" of ")
    stages = _DONE_BY.get(deed)
    if not stages or not name:
        return None
    meant = identity(name, aim.parties)[0]
    life = [fact for fact in others if isinstance(fact.record, Instrument) and fact.key.split(":")[1:2] == [meant]]
    if goes_on(life):
        return None
    done: list[tuple[Day, Told, str]] = []
    for fact in life:
        paper = fact.record
        if not isinstance(paper, Instrument) or paper.stage not in stages:
            continue
        when = paper.date or (fact.first_reported if paper.stage != "in-force" else None)
        span = edtf.bounds(when) if when else None
        if when and span and span[0] <= as_of and not (since and span[1] < since[0]):
            done.append((span[1], fact, when))
    if not done:
        return None
    day, fact, when = min(done, key=lambda one: (one[0], one[1].id))
    if due is None or day <= due[1]:
        return Outcome("met", "done", fact.id, date=when)
    dated = bool(getattr(fact.record, "date", None))  # a day of its own; a report only says that it was done by then
    return Outcome("missed", "done later", fact.id, date=when) if dated else None


@dataclass(slots=True, frozen=True)
class _Again:
    outcome: Outcome
    told: str | None


def _aimed_anew(target: Told, others: Sequence[Told], due: _Span | None, as_of: Day) -> _Again | None:
    """The same aim by a later day. A higher number by a later day is another target, not this one put off."""
    aim: Any = target.record
    if due is None:
        return None
    later: list[tuple[Day, Told]] = []
    for fact in others:
        other = fact.record
        if not isinstance(other, Target) or not other.due or set(other.parties) != set(aim.parties):
            continue
        if (_plain(other.measure), other.value, other.unit) != (_plain(aim.measure), aim.value, aim.unit):
            continue
        span = edtf.bounds(other.due)
        told, before = fact.first_reported, target.first_reported
        if span and span[0] > due[1] and told and (before is None or told > before) and told <= as_of.isoformat():
            later.append((span[1], fact))
    if not later:
        return None
    fact = max(later, key=lambda one: (one[0], one[1].id))[1]
    assert isinstance(fact.record, Target)
    return _Again(Outcome("extended", "aimed at anew", fact.id, date=fact.record.due), fact.first_reported)


def _after(told: str | None, day: Day) -> bool:
    span = edtf.bounds(told) if told else None
    return span is not None and span[0] > day


@lru_cache(maxsize=4096)
def _plain(measure: str) -> str:
    return measure.replace("-", " ").casefold()
