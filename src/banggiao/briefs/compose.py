"""Facts into answers: what belongs to a pair of parties, what stood on a day, in which order it is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date as Day
from typing import TypeVar

from banggiao import edtf
from banggiao.briefs.answers import (
    Agreement,
    Brief,
    Entry,
    Goal,
    Holder,
    Measured,
    Occasion,
    Quote,
    Said,
    Source,
    Standing,
    Timeline,
)
from banggiao.briefs.material import Fact, Numbering, entry, head_of
from banggiao.briefs.stages import in_turn, without_strays
from banggiao.register.ladder import LEVELS, levels
from banggiao.register.outcomes import STATES, Against, Identity, Outcome, outcome
from banggiao.register.pairing import KINDS, seen_lately
from banggiao.register.placing import ROLES, goes_on, lies_ahead
from banggiao.register.stages import day_of

E = TypeVar("E", bound=Entry)

PHASES = ("established", "in-force", "agreed", "proposed", "suspended", "ended")
_NEVER = (0, "")
FRESH_DAYS = 366
"""A planned meeting without a day is still "coming" for so long after it was reported."""


def compose_brief(
    facts: Iterable[Fact],
    parties: tuple[str, str],
    *,
    as_of: Day,
    known_by: Day,
    outcomes: Mapping[str, Outcome],
    articles: int,
    proofs: Collection[str] = (),
) -> Brief:
    """The brief on two parties from the facts known by a day that concern them.

    facts: with the reports that count (published by `known_by`, or undated ones where the caller lets them count).
    outcomes: a target's id → what became of it (see `outcomes_among`). articles: how many speak of the two. proofs: the
    ids of those facts that only show what became of a target.
    """
    told = [fact for fact in facts if not lies_ahead(fact.record, as_of)]
    chosen: dict[str, list[Fact]] = {kind: [] for kind in KINDS}
    for fact in told:
        if fact.id not in proofs:
            chosen[fact.record.kind].append(fact)
    numbering = Numbering()
    brief = Brief(parties=list(parties), as_of=as_of.isoformat(), known_by=known_by.isoformat(), articles=articles)
    brief.standings = _standings(chosen["status"], numbering, as_of, articles)
    occasions = [_placed(fact, numbering, as_of) for fact in chosen["meeting"]]
    brief.coming_meetings = sorted((o for o in occasions if o.upcoming), key=lambda o: (_when(o), o.fact))
    brief.past_meetings = sorted(
        (o for o in occasions if not o.upcoming), key=lambda o: (_when(o), o.mechanism or "", o.fact), reverse=True
    )
    brief.agreements = agreements_of(chosen["instrument"], numbering)
    brief.goals = goals_of(chosen["target"], {fact.id: fact for fact in told}, numbering, outcomes)
    brief.figures = sorted(_entries(chosen["figure"], numbering, Measured), key=_figure_order)
    brief.said = _said(chosen["statement"], parties, numbering)
    brief.holders = _holders(chosen["office"], parties, numbering)
    _renumber(brief, numbering)
    return brief


def compose_timeline(facts: Iterable[Fact], parties: tuple[str, str], *, as_of: Day, known_by: Day) -> Timeline:
    """What happened between two parties, oldest first: meetings, steps of relations, steps of agreements. What merely
    goes on (a level or an agreement spoken of as in force) and what was said is left to the brief."""
    numbering = Numbering()
    found: list[Entry] = []
    for fact in facts:
        record = fact.record
        if record.kind not in ("meeting", "status", "instrument") or not set(parties) <= set(record.parties):
            continue
        if not goes_on(record) and not lies_ahead(record, as_of):
            made = _placed(fact, numbering, as_of) if record.kind == "meeting" else entry(fact, numbering)
            made.reported = fact.first_reported  # what has no date of its own began to be told then
            found.append(made)
    found.sort(key=lambda e: (_when(e) == _NEVER, _when(e), type(e).__name__, e.fact))
    timeline = Timeline(parties=list(parties), as_of=as_of.isoformat(), known_by=known_by.isoformat(), entries=found)
    timeline.total = len(found)
    timeline.sources = _order_sources(found, numbering)
    return timeline


def said_between(facts: Iterable[Fact], parties: tuple[str, str], *, as_of: Day) -> dict[str, list[Said]]:
    """The statements of a brief alone: `both`, then each party."""
    told = [fact for fact in facts if fact.record.kind == "statement" and not lies_ahead(fact.record, as_of)]
    return _said(told, parties, Numbering())


# -- which facts -----------------------------------------------------------------------------------------------------


def _entries(facts: Iterable[Fact], numbering: Numbering, kind: type[E]) -> list[E]:
    made = (entry(fact, numbering) for fact in facts)
    return [e for e in made if isinstance(e, kind)]


# -- sections --------------------------------------------------------------------------------------------------------


def _standings(facts: list[Fact], numbering: Numbering, as_of: Day, articles: int) -> list[Standing]:
    standings = _entries(facts, numbering, Standing)
    of_level = {one.level: one for one in levels(map(head_of, facts), as_of, articles=articles)}
    doubtful = {level for level, one in of_level.items() if one.outnumbered or one.thin}
    standing = [
        s
        for s in standings
        if s.phase in ("established", "in-force") and s.level in LEVELS and of_level[s.level].state == "in-force"
    ]
    top = max((LEVELS.index(s.level) for s in standing if s.level not in doubtful), default=-1)
    for s in standing:
        s.current = LEVELS.index(s.level) == top
        s.outnumbered, s.thin = of_level[s.level].outnumbered, of_level[s.level].thin
    return sorted(
        standings,
        key=lambda s: (
            not any(o.current for o in standings if o.level == s.level),
            -LEVELS.index(s.level) if s.level in LEVELS else 1,
            s.level,
            PHASES.index(s.phase),
            _when(s),
        ),
    )


def _placed(fact: Fact, numbering: Numbering, as_of: Day) -> Occasion:
    made = entry(fact, numbering)
    assert isinstance(made, Occasion)
    if made.phase == "planned":
        span = edtf.bounds(made.date) if made.date else None
        if span:
            made.upcoming = span[1] >= as_of
        else:
            told = edtf.bounds(made.reported) if made.reported else None
            made.upcoming = bool(told) and (as_of - told[1]).days <= FRESH_DAYS if told else False
    return made


def agreements_of(facts: Iterable[Fact], numbering: Numbering) -> list[Agreement]:
    """One agreement for all facts with one key, with the steps that they tell; the latest stage leads, and what
    was told of last stands first."""
    by_key: dict[str, list[Fact]] = {}
    for fact in facts:
        by_key.setdefault(fact.key or fact.id, []).append(fact)
    out = []
    for life in by_key.values():
        group = []
        for fact in in_turn(without_strays(life)):
            made = entry(fact, numbering)
            assert isinstance(made, Agreement)
            group.append(made)
        out.append(
            replace(
                group[-1],
                name=max((a.name for a in group), key=lambda name: (len(name), name)),
                steps=[step for a in group for step in a.steps],
                sources=sorted({n for a in group for n in a.sources}),
                reports=_reports(group),
                quotes=[quote for a in reversed(group) for quote in a.quotes],
            )
        )
    last_told = {a.fact: max(day_of(day) for step in a.steps for day in (step.reported, step.date)) for a in out}
    return sorted(out, key=lambda a: (last_told[a.fact], a.name), reverse=True)


def _reports(group: Iterable[Entry]) -> int | None:
    """How many reports entries have together; None where all of them are given."""
    group = list(group)
    if all(one.reports is None for one in group):
        return None
    return sum(len(one.sources) if one.reports is None else one.reports for one in group)


def outcomes_among(facts: Iterable[Fact], as_of: Day, identity: Identity) -> dict[str, Outcome]:
    """What became of the targets among facts by a day, as these facts tell: target's id → outcome.

    identity: an agreement's name and parties → its identity.
    """
    facts = list(facts)
    against = Against(facts)
    return {fact.id: outcome(fact, against.of(fact), as_of, identity) for fact in facts if fact.record.kind == "target"}


def goals_of(
    targets: Iterable[Fact], facts: Mapping[str, Fact], numbering: Numbering, outcomes: Mapping[str, Outcome]
) -> list[Goal]:
    """The targets, each with what became of it. facts: by id, those that may show it."""
    goals = []
    for fact in targets:
        found = outcomes[fact.id]
        goals.append(goal_of(fact, found, facts.get(found.fact or ""), numbering))
    return sorted(
        goals, key=lambda g: (STATES.index(g.outcome.state), edtf.sort_key(g.due), g.measure, -(g.value or 0), g.fact)
    )


def goal_of(fact: Fact, found: Outcome, proof: Fact | None, numbering: Numbering) -> Goal:
    """A target with what became of it; the fact that shows it lends its words and sources."""
    goal = entry(fact, numbering)
    assert isinstance(goal, Goal)
    goal.outcome = found
    if proof:
        shown = entry(proof, numbering)
        goal.sources = sorted({*goal.sources, *shown.sources})
        goal.quotes = [*goal.quotes, *(quote for quote in shown.quotes if quote not in goal.quotes)]
    return goal


def _figure_order(figure: Measured) -> tuple[int, str, str]:
    """The newest first; last those of which nobody knows when: they stood before all that is known of a year."""
    return -day_of(figure.period or figure.reported), figure.measure, figure.fact


def _said(facts: list[Fact], parties: tuple[str, str], numbering: Numbering) -> dict[str, list[Said]]:
    out: dict[str, list[Said]] = {"both": [], **{party: [] for party in parties}}
    for said in _entries(facts, numbering, Said):
        speakers = [party for party in parties if party in said.parties]
        out["both" if len(speakers) == 2 else speakers[0]].append(said)
    for entries in out.values():
        # Latest first; within one article in its own order.
        entries.sort(key=lambda s: (-_when(s)[0], s.sources[:1], s.quotes[0].start if s.quotes else 0, s.fact))
    return out


def _holders(offices: list[Fact], parties: tuple[str, str], numbering: Numbering) -> list[Holder]:
    """Holders of posts of the two parties."""
    out = []
    for fact in offices:
        made = entry(fact, numbering)
        assert isinstance(made, Holder)
        made.first_seen, made.last_seen = fact.first_reported, fact.last_reported
        out.append(made)
    return sorted(
        out,
        key=lambda h: (
            parties.index(h.party),
            ROLES.index(h.role),
            -seen_lately(h.last_seen, h.reports or len(h.sources)),
            h.person,
        ),
    )


# -- order and numbers -----------------------------------------------------------------------------------------------


def _when(e: Entry) -> tuple[int, str]:
    """Where an entry stands in time: by its date, else by its latest report, else before all."""
    for date in (e.date, e.reported):
        if date and edtf.bounds(date):
            return edtf.sort_key(date)
    return _NEVER


def _renumber(brief: Brief, numbering: Numbering) -> None:
    told: list[Entry] = [
        *brief.standings,
        *brief.coming_meetings,
        *brief.past_meetings,
        *brief.agreements,
        *brief.goals,
        *brief.figures,
        *(said for entries in brief.said.values() for said in entries),
        *brief.holders,
    ]
    brief.sources = _order_sources(told, numbering)


def _order_sources(told: list[Entry], numbering: Numbering) -> list[Source]:
    """Numbers the sources anew in the order in which the reader meets them, and returns them in that order."""
    old = {source.number: source for source in numbering.sources.values()}
    new: dict[int, int] = {}
    for e in told:
        for number in e.sources:
            new.setdefault(number, len(new) + 1)
    for e in told:
        e.sources = sorted(new[number] for number in e.sources)
        e.quotes = [Quote(new[quote.source], quote.text, quote.start, quote.end) for quote in e.quotes]
        if isinstance(e, Agreement):
            for step in e.steps:
                step.sources = sorted(new[number] for number in step.sources)
    return [_numbered(old[number], position) for number, position in new.items()]


def _numbered(source: Source, number: int) -> Source:
    """A source with another number; `replace` takes thrice the time, for hundreds of them."""
    s = source
    known = (s.published, s.published_basis, s.published_reason)
    return Source(number, s.article, s.title, s.publisher, s.url, *known, s.key)
