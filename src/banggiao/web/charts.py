"""Answers as points for the charts; the words beside them say the same to those who see no chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Any

from banggiao import edtf
from banggiao.briefs.answers import Agreement, Brief, Entry, Goal, Occasion, Standing
from banggiao.briefs.layout import entry_line, shorten
from banggiao.briefs.words import Words
from banggiao.register.ladder import LEVELS

MOST = 160
"""Points of one chart; of more the latest are drawn."""
_WORDS = 90
"""So many characters are said of a point."""
_STANDS = ("established", "in-force")
_NOT_YET = ("proposed", "agreed")


@dataclass(slots=True)
class Ladder:
    """levels: names of the rungs that occur, lowest first. steps: (day, rung, words): the highest that stands from
    that day on (rung None: none any more). wishes: the same for proposals and decisions. until: the day of the
    question."""

    levels: list[str] = field(default_factory=list)
    steps: list[tuple[str, int | None, str]] = field(default_factory=list)
    wishes: list[tuple[str, int, str]] = field(default_factory=list)
    until: str = ""


def ladder(brief: Brief, words: Words) -> Ladder:
    """The levels of a brief through time. A level that only later reports speak of stands from the first of these. What
    the words beside it doubt (a day of which others are held for the better, a level that most reports call otherwise)
    is not drawn."""
    known = [s for s in brief.standings if s.level in LEVELS and not (s.better or s.outnumbered or s.thin)]
    rungs = sorted({s.level for s in known}, key=LEVELS.index)
    out = Ladder([words.label("level", level) for level in rungs], until=brief.as_of)
    dated = sorted(
        ((day, s) for s in known if (day := _day(s))), key=lambda pair: (pair[0], LEVELS.index(pair[1].level))
    )
    standing: list[str] = []
    for day, s in dated:
        rung, said = rungs.index(s.level), _said(s, words)
        if s.phase in _NOT_YET:
            out.wishes.append((day, rung, said))
            continue
        if s.phase in _STANDS:
            standing.append(s.level)
        else:
            standing = [level for level in standing if level != s.level]
        highest = max((rungs.index(level) for level in standing), default=None)
        if not out.steps or out.steps[-1][1] != highest:
            out.steps.append((day, highest, said))
    return out


@dataclass(slots=True)
class Event:
    """A point of a timeline: its first day, the row that it stands in, what it says, where it leads."""

    start: str
    row: int
    words: str
    fact: str


ROWS = ("meeting", "status", "instrument", "target")


def events(happened: Iterable[Entry], words: Words) -> list[Event]:
    """What happened and what is due, by day, without days of which others are held for the better. happened: entries of
    a timeline, and targets."""
    found = []
    for entry in happened:
        if entry.better:
            continue
        date = entry.due if isinstance(entry, Goal) else entry.date or entry.reported
        span = edtf.bounds(date) if date else None
        if span:
            row = ROWS.index(_kind(entry))
            found.append(Event(span[0].isoformat(), row, _said(entry, words), entry.fact))
    found.sort(key=lambda event: (event.start, event.fact))
    return found[-MOST:]


@dataclass(slots=True, frozen=True)
class Progress:
    """A target with the figure that is held against it. share: of the value aimed at, from 0 to 1."""

    line: Any
    state: str
    words: str
    share: float


def progress(brief: Brief, words: Words) -> list[Progress]:
    """The targets of a brief that name a value, each with the latest figure of the same measure and unit; without one
    there is nothing to show but what the list of targets says."""
    out = []
    for goal in brief.goals:
        if not goal.value or goal.value <= 0:
            continue
        figures = [f for f in brief.figures if f.measure == goal.measure and f.unit == goal.unit]
        latest = max(figures, key=lambda f: edtf.sort_key(f.period or f.reported), default=None)
        reached = goal.outcome.value if goal.outcome.value is not None else latest.value if latest else None
        period = goal.outcome.date if goal.outcome.value is not None else latest.period if latest else None
        if reached is None:
            continue
        said = words.amount(reached, goal.unit) + (f" ({words.date(period)})" if period else "")
        share = min(1.0, max(0.0, reached / goal.value))
        out.append(Progress(entry_line(goal, words), goal.outcome.state, said, share))
    return out


def _day(entry: Standing) -> str | None:
    """The first day from which a standing may be drawn."""
    date = entry.date or entry.reported
    span = edtf.bounds(date) if date else None
    return span[0].isoformat() if span and span[0] >= Day(1900, 1, 1) else None


def _kind(entry: Entry) -> str:
    match entry:
        case Occasion():
            return "meeting"
        case Agreement():
            return "instrument"
        case Goal():
            return "target"
    return "status"


def _said(entry: Entry, words: Words) -> str:
    line = entry_line(entry, words)
    head = " ".join(part for part in (line.when, line.head) if part)
    return shorten(": ".join(part for part in (head, line.text) if part), _WORDS)
