"""Which facts an answer about two parties shows, chosen before their reports are loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date as Day

from banggiao.briefs.answers import Brief, Entry, Holder
from banggiao.briefs.compose import FRESH_DAYS, compose_brief, compose_timeline, outcomes_among
from banggiao.briefs.material import from_head
from banggiao.register.api import Head, OfPair, Register, Walk
from banggiao.register.outcomes import Identity, Outcome
from banggiao.register.pairing import ROLE, Part, post_rank, rank_of
from banggiao.register.people import VAGUE_ROLES
from banggiao.register.placing import ROLES, date_of, in_window
from banggiao.register.stages import day_of

_SPARE = 8
"""So many more are looked at than shown: facts of one day change places when they are put in order."""
_EVENTS = (Part.held, Part.planned, Part.status, Part.instrument)
_POSTS = (Part.office_first, Part.office_second)
_YEAR = 366


@dataclass(slots=True, frozen=True)
class Reach:
    """How many entries of each list a brief holds, those that stand first, and of how many reports of each fact it
    gives the words; None: all. `said` and `holders` are counted for each side; of_post: holders of one post, those who
    were named last."""

    standings: int | None = 60
    meetings: int | None = 12
    agreements: int | None = 15
    goals: int | None = 12
    figures: int | None = 12
    said: int | None = 20
    holders: int | None = 12
    of_post: int | None = 3
    reports: int | None = 8

    @classmethod
    def none(cls) -> Reach:
        return cls(None, None, None, None, None, None, None, None, None)


@dataclass(slots=True, frozen=True)
class About:
    """Two parties on a day. known_by: the day by which reports count; None: all count."""

    register: Register
    pair: tuple[str, str]
    as_of: Day
    known_by: Day | None

    def walk(self, *walks: Walk) -> OfPair:
        return self.register.of_pair(*self.pair, walks, as_of=self.as_of, known_by=self.known_by)


@dataclass(slots=True, frozen=True)
class Chosen:
    """What an answer shows: the heads to load, which of them only show what became of a target, and the totals."""

    heads: list[Head]
    proofs: set[str] = field(default_factory=set)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    articles: int = 0


def choose(about: About, reach: Reach, identity: Identity) -> Chosen:
    """The facts of a brief."""
    # A meeting planned without a day is coming for some time after it was reported; before that it is past.
    fresh = about.as_of.toordinal() - FRESH_DAYS
    limits = {
        **dict.fromkeys((Part.status, Part.instrument, Part.target), None),
        Part.figure: None,
        **dict.fromkeys((Part.held, Part.planned), reach.meetings),
        **dict.fromkeys((Part.said_together, Part.said_first, Part.said_second), reach.said),
        **dict.fromkeys((Part.office_first, Part.office_second), reach.holders),
    }
    walks = [
        Walk(part, limit and limit + _SPARE, below=fresh if part is Part.planned else 1 << 62)
        for part, limit in limits.items()
        if part not in _POSTS or limit is None
    ]
    if reach.holders is not None:
        walks += _of_each_post(reach)
    known = about.walk(*walks, Walk(Part.planned, above=fresh))
    heads = {head.id: head for head in known.heads}
    # What one of them leaves is over between them, though the other is no party to that.
    ends = about.register.ends(known.heads, about.pair, known_by=about.known_by)
    heads |= {head.id: head for head in ends}
    facts = [from_head(head) for head in heads.values()]
    outcomes = outcomes_among(facts, about.as_of, identity)
    plan = compose_brief(facts, about.pair, as_of=about.as_of, known_by=about.as_of, outcomes=outcomes, articles=0)
    totals = _totals(plan, known.counts, limits)
    keys = {head.id: head.key or head.id for head in heads.values()}
    agreed = {keys[one.fact] for one in plan.agreements[: reach.agreements]}
    shown = {
        *_ids(plan.standings[: reach.standings]),
        *_ids(plan.coming_meetings[: reach.meetings]),
        *_ids(plan.past_meetings[: reach.meetings]),
        *(head.id for head in heads.values() if head.kind == "instrument" and keys[head.id] in agreed),
        *_ids(goals := plan.goals[: reach.goals]),
        *_ids(plan.figures[: reach.figures]),
        *(id for said in plan.said.values() for id in _ids(said[: reach.said])),
        *(id for party in about.pair for id in _ids(_holders(plan, party, reach))),
    }
    proofs = {found for goal in goals if (found := goal.outcome.fact)} - shown
    # The newest figure of a target's measure tells how far it has come.
    latest = {}
    for figure in reversed(plan.figures):
        latest[figure.measure, figure.unit] = figure.fact
    shown |= {id for goal in goals if (id := latest.get((goal.measure, goal.unit or "")))}
    proofs -= shown
    return Chosen(
        [head for head in heads.values() if head.id in shown | proofs], proofs, outcomes, totals, known.articles
    )


def _of_each_post(reach: Reach) -> Iterator[Walk]:
    """The last holders of each post: a head of state has many, who would leave no room for a foreign minister. Of one
    more, since two of a month change places when they are put in order."""
    for part in _POSTS:
        for role in ROLES:
            limit = reach.holders if role in VAGUE_ROLES else reach.of_post
            yield Walk(part, limit and limit + 1, above=post_rank(role), below=post_rank(role) + ROLE)


def _holders(plan: Brief, party: str, reach: Reach) -> list[Holder]:
    """The holders of a party's posts that a brief shows."""
    seen: Counter[str] = Counter()
    shown = []
    for one in plan.holders:
        if one.party == party:
            seen[one.role] += 1
            if one.role in VAGUE_ROLES or reach.of_post is None or seen[one.role] <= reach.of_post:
                shown.append(one)
    return shown[: reach.holders]


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.fact for entry in entries]


def _totals(plan: Brief, counts: dict[Part, int], limits: dict[Part, int | None]) -> dict[str, int]:
    """How many entries each list has: those that were looked at where these are all, else as the register counts."""

    def total(seen: int, *parts: Part) -> int:
        limited = [limit for part in parts if (limit := limits[part]) is not None]
        return seen if not limited or seen <= min(limited) else max(seen, sum(counts.get(part, 0) for part in parts))

    first, second = sorted(plan.parties)
    coming = len(plan.coming_meetings)
    said = {"both": Part.said_together, first: Part.said_first, second: Part.said_second}
    posts = {first: Part.office_first, second: Part.office_second}
    holders = {party: sum(one.party == party for one in plan.holders) for party in plan.parties}
    return {
        "standings": len(plan.standings),
        "coming_meetings": coming,
        "past_meetings": total(len(plan.past_meetings) + coming, Part.held, Part.planned) - coming,
        "agreements": len(plan.agreements),
        "goals": len(plan.goals),
        "figures": total(len(plan.figures), Part.figure),
        **{f"said {who}": total(len(entries), said[who]) for who, entries in plan.said.items()},
        **{
            f"holders {party}": seen if limits[posts[party]] is None else max(seen, counts.get(posts[party], 0))
            for party, seen in holders.items()
        },
    }


def choose_events(about: About, limit: int | None, *, since: Day | None = None, until: Day | None = None) -> Chosen:
    """The facts of a timeline: the latest and, where there is room, those whose day nobody knows, which stand at its
    end."""
    above = max(0, since.toordinal() - _YEAR) if since else 0
    below = until.toordinal() + _YEAR if until else 1 << 62
    look = limit and limit + _SPARE
    while True:
        known = about.walk(*(Walk(part, look, above, below) for part in _EVENTS))
        heads = {head.id: head for head in known.heads if _within(head, since, until)}
        plan = compose_timeline(
            map(from_head, heads.values()), about.pair, as_of=about.as_of, known_by=about.as_of
        ).entries
        total = sum(known.counts.get(part, 0) for part in _EVENTS)
        if limit is None or look is None or all(known.counts.get(part, 0) <= look for part in _EVENTS):
            total = len(plan)
            break
        # What has no day of its own stands where it was first told, which may be long before its place in the walk:
        # nothing that was not reached may belong among the latest.
        ranks = sorted(
            (rank_of(head.record, head.first_reported, head.last_reported) for head in known.heads), reverse=True
        )
        dated = [day for entry in plan if (day := _day(entry))]
        if len(dated) >= limit and dated[-limit] >= ranks[-look]:
            break
        look *= 2
    if limit is not None:
        # What happened on a known day comes first: of a hundred entries without one all were shown, and no other.
        some = [entry for entry in plan if _day(entry)][-limit:]
        plan = some + [entry for entry in plan if not _day(entry)][: limit - len(some)]
    return Chosen([heads[entry.fact] for entry in plan], totals={"entries": total})


def _within(head: Head, since: Day | None, until: Day | None) -> bool:
    return in_window(date_of(head.record) or head.first_reported, since, until)


def _day(entry: Entry) -> int:
    return day_of(entry.date) or day_of(entry.reported)
