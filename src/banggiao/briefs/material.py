"""What answers are made of: facts with the reports that they rest on, and their turning into entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from banggiao import model
from banggiao.briefs.answers import (
    Agreement,
    Dispute,
    Entry,
    Goal,
    Holder,
    Measured,
    Occasion,
    Quote,
    Said,
    Source,
    Standing,
    Step,
    Verdict,
)
from banggiao.register.api import Cut, Head


@dataclass(slots=True)
class Report:
    """One article's word for a fact. `quotes` are (start, end, words) of the article's text; `pairs` are the sets of
    two or more parties that the same story of the article speaks of together."""

    article: Source
    quotes: list[tuple[int, int, str]]
    record: model.Record
    pairs: frozenset[frozenset[str]] = frozenset()

    @property
    def published(self) -> str | None:
        """When it was reported: a teaser has no date of its own on the page that shows it."""
        return None if self.record.story else self.article.published


@dataclass(slots=True)
class Fact:
    """One thing that the register knows: its best slots as a record, and its reports. `key` names the thing that a
    stage belongs to (an instrument's identity), where there is one."""

    id: str
    record: model.Record
    reports: list[Report]
    key: str = ""
    verdicts: list[Verdict] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    cut: Cut | None = None
    """Where `reports` are few of those that there are, or none."""

    @property
    def voices(self) -> int:
        """How many independent reports there are; where all are given, how many reports."""
        return self.cut.voices if self.cut else len(self.reports)

    @property
    def last_reported(self) -> str | None:
        if self.cut:
            return self.cut.last_reported
        return max((r.published for r in self.reports if r.published), default=None)

    @property
    def first_reported(self) -> str | None:
        if self.cut:
            return self.cut.first_reported
        return min((r.published for r in self.reports if r.published), default=None)


def from_head(head: Head) -> Fact:
    """A fact without its reports: enough to choose and to order by."""
    cut = Cut(head.reports, head.voices, head.first_reported, head.last_reported)
    return Fact(head.id, head.record, [], head.key, cut=cut)


def head_of(fact: Fact) -> Head:
    """The way back: a fact as the register ranks it."""
    reports = fact.cut.reports if fact.cut else len(fact.reports)
    days = fact.first_reported, fact.last_reported
    return Head(fact.id, fact.record.kind, fact.key, fact.record, *days, reports, fact.voices)


@dataclass(slots=True)
class Numbering:
    """Numbers for articles in the order in which they are asked for."""

    sources: dict[str, Source] = field(default_factory=dict)

    def number(self, article: Source) -> int:
        if article.article not in self.sources:
            self.sources[article.article] = Source(
                number=len(self.sources) + 1,
                article=article.article,
                title=article.title,
                publisher=article.publisher,
                url=article.url,
                published=article.published,
                published_basis=article.published_basis,
                published_reason=article.published_reason,
                key=article.key,
            )
        return self.sources[article.article].number


def entry(fact: Fact, numbering: Numbering) -> Entry:
    """The fact as an entry of its kind."""
    record = fact.record
    sources = sorted({numbering.number(report.article) for report in fact.reports})
    quotes = [
        Quote(numbering.number(report.article), text, start, end)
        for report in fact.reports
        for start, end, text in report.quotes
    ]
    made = _entry(fact, record)
    made.date_basis, made.date_reason = record.date_basis, record.date_reason
    made.reported = fact.last_reported
    made.reports = fact.cut.reports if fact.cut else None
    made.sources, made.quotes = sources, quotes
    made.verdicts, made.disputes = fact.verdicts, fact.disputes
    if isinstance(made, Agreement):
        made.steps = [
            Step(
                stage=made.stage,
                date=made.date,
                date_basis=made.date_basis,
                date_reason=made.date_reason,
                until=made.until,
                reported=made.reported,
                sources=sources,
                fact=fact.id,
                parties=made.parties,
            )
        ]
    return made


def entries(facts: Iterable[Fact], numbering: Numbering) -> list[Entry]:
    return [entry(fact, numbering) for fact in facts]


def _entry(fact: Fact, r: model.Record) -> Entry:
    at, who = fact.id, list(r.parties)
    match r:
        case model.Status():
            return Standing(fact=at, parties=who, level=r.level, phase=r.phase, date=r.date)
        case model.Meeting():
            return Occasion(
                fact=at,
                parties=who,
                form=r.form,
                phase=r.phase,
                date=r.date,
                city=r.city,
                country=r.country,
                mechanism=r.mechanism,
                session=r.session,
                people=list(r.people),
            )
        case model.Instrument():
            return Agreement(fact=at, parties=who, name=r.name, stage=r.stage, date=r.date, until=r.until)
        case model.Target():
            return Goal(fact=at, parties=who, measure=r.measure, value=r.value, unit=r.unit, due=r.due)
        case model.Figure():
            return Measured(fact=at, parties=who, measure=r.measure, value=r.value, unit=r.unit, period=r.period)
        case model.Statement():
            return Said(fact=at, parties=who, act=r.act, speaker=r.speaker, topics=list(r.topics), date=r.date)
        case model.Office():
            return Holder(
                fact=at,
                parties=who,
                person=r.person,
                role=r.role,
                party=r.party or next(iter(r.parties), ""),
                title=r.title,
            )
    raise TypeError(f"no entry for a record of kind {r.kind!r}")
