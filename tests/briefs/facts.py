"""Facts of our own making for the tests of briefs."""

from __future__ import annotations

from datetime import date as Day

from banggiao import model
from banggiao.briefs.answers import Brief, Source, Timeline
from banggiao.briefs.compose import compose_brief, compose_timeline, outcomes_among
from banggiao.briefs.material import Fact, Report

PAIR = ("ASEAN", "CHN")
NAMES = {"ASEAN": "ASEAN", "CHN": "Trung Quốc", "JPN": "Nhật Bản", "RUS": "Nga"}


def fact(
    record: model.Record,
    published: str | None = "2018-08-03",
    *,
    key: str = "",
    words: str = "",
    pairs: tuple[tuple[str, str], ...] = (PAIR,),
    article: str = "",
) -> Fact:
    """A fact with one report, in an article of that day."""
    name = article or f"bao-{published}"
    source = Source(number=0, article=name, title=f"Tin {name}", published=published, published_basis="given")
    quoted = words or f"lời về {record.kind}"
    told = frozenset(frozenset(pair) for pair in pairs)
    slots = "|".join(f"{k}={v}" for k, v in model.record_to_dict(record).items())
    return Fact(f"{name}|{slots}", record, [Report(source, [(0, len(quoted), quoted)], record, told)], key)


def brief(facts: list[Fact], day: str = "2018-08-10", pair: tuple[str, str] = PAIR) -> Brief:
    """The brief of a day."""
    as_of = Day.fromisoformat(day)
    outcomes = outcomes_among(facts, as_of, lambda name: (name, True))
    articles = len({report.article.article for fact in facts for report in fact.reports})
    return compose_brief(facts, pair, as_of=as_of, known_by=as_of, outcomes=outcomes, articles=articles)


def timeline(facts: list[Fact], day: str = "2018-08-10") -> Timeline:
    """The timeline until a day."""
    as_of = Day.fromisoformat(day)
    return compose_timeline(facts, PAIR, as_of=as_of, known_by=as_of)
